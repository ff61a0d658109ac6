package dev.levee.render;

import dev.levee.config.SiteConfig.ExternalLinks;
import dev.levee.config.SiteConfig.MarkdownRules;
import dev.levee.content.Article;
import dev.levee.content.SectionFront;
import dev.levee.highlight.Highlighter;
import dev.levee.markdown.Dialect;
import dev.levee.markdown.LinkResolver;
import dev.levee.markdown.Markdown;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.markdown.MarkdownOptions;
import dev.levee.markdown.ReadingTime;
import dev.levee.markdown.RenderHooks;
import dev.levee.problem.Problems;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of articles. A body is parsed when a page needs it and let go afterwards; what lists
/// need to know of it is kept.
final class Bodies {

  private static final int SUMMARY_WORDS = 55;

  /// Readers of feeds open links as they like.
  private static final ExternalLinks NOTHING_ADDED = new ExternalLinks(List.of(), false);

  private final Site site;
  private final Markdown markdown;
  private final Shortcodes shortcodes;
  private final Problems problems;
  private final Highlighter highlighter = new Highlighter();
  private final Map<String, Facts> facts = new ConcurrentHashMap<>();

  /// What lists say of a body.
  record Facts(String summary, ReadingTime readingTime) {}

  Bodies(Site site, Shortcodes shortcodes, Problems problems) {
    this.site = site;
    this.shortcodes = shortcodes;
    this.problems = problems;
    this.markdown = new Markdown(options(site.config().markdown()));
  }

  private static MarkdownOptions options(MarkdownRules rules) {
    return new MarkdownOptions(
        rules.html() ? MarkdownOptions.Html.ALLOW : MarkdownOptions.Html.ESCAPE,
        switch (rules.dialect()) {
          case LEVEE -> Dialect.LEVEE;
          case GFM -> Dialect.GFM;
          case COMMONMARK -> Dialect.COMMONMARK;
        });
  }

  MarkdownDocument parse(Article article) {
    MarkdownDocument document =
        markdown.parse(article.body(problems), article.label(), article.bodyLine(), problems);
    facts.computeIfAbsent(article.id(), id -> facts(document));
    return document;
  }

  Facts facts(Article article) {
    Facts known = facts.get(article.id());
    return known == null ? facts(parse(article)) : known;
  }

  private static Facts facts(MarkdownDocument document) {
    return new Facts(document.summaryText(SUMMARY_WORDS), document.readingTime());
  }

  /// What an article is about: its description, else what its body says first.
  String summary(Article article) {
    String description = article.frontMatter().description();
    return description.isEmpty() ? facts(article).summary() : description;
  }

  /// The body of an article with links as the page of the scope writes them.
  String html(Article article, Scope scope) {
    return scope
        .document(article)
        .html(hooks(Optional.of(article), scope, within(folder(article), scope), colouredCode()));
  }

  /// The body of an article for readers elsewhere: every address has its host.
  String htmlForFeeds(Article article, Scope scope) {
    String folder = folder(article);
    SiteLinks links = site.links();
    String page = links.absolute(site.url(article));
    LinkResolver absolute =
        new TextLinks(
            links, folder, href -> links.absolute(page, href), NOTHING_ADDED, new Problems());
    return scope
        .document(article)
        .html(hooks(Optional.of(article), scope, absolute, new CodeListings()));
  }

  /// The text of a section's `_index.md`.
  String html(SectionFront section, Scope scope) {
    return markdown
        .parse(section.body(), section.label(), section.bodyLine(), problems)
        .html(hooks(Optional.empty(), scope, within(section.folder(), scope), colouredCode()));
  }

  private static String folder(Article article) {
    return article.file().folder();
  }

  private LinkResolver within(String folder, Scope scope) {
    return new TextLinks(
        site.links(), folder, scope::link, site.config().markdown().externalLinks(), problems);
  }

  private CodeListings colouredCode() {
    return site.config().markdown().highlight()
        ? new CodeListings(highlighter, problems)
        : new CodeListings();
  }

  private RenderHooks hooks(
      Optional<Article> article, Scope scope, LinkResolver links, CodeListings code) {
    return new RenderHooks(
        links,
        (shortcode, inner) -> shortcodes.render(shortcode, inner, article, links, scope),
        code);
  }
}
