package dev.levee.render;

import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfig.ExternalLinks;
import dev.levee.config.SiteConfig.MarkdownRules;
import dev.levee.content.Article;
import dev.levee.content.SectionFront;
import dev.levee.content.UrlPath;
import dev.levee.highlight.Highlighter;
import dev.levee.markdown.Dialect;
import dev.levee.markdown.Heading;
import dev.levee.markdown.LinkResolver;
import dev.levee.markdown.Markdown;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.markdown.MarkdownOptions;
import dev.levee.markdown.ReadingTime;
import dev.levee.markdown.RenderHooks;
import dev.levee.problem.Location;
import dev.levee.problem.Problems;
import dev.levee.render.TextLinks.Text;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The texts of articles. A body is parsed when a page needs it and let go afterwards; what lists
/// need to know of it is kept.
final class Bodies {

  private static final int SUMMARY_WORDS = 55;

  /// Readers of feeds open links as they like.
  private static final ExternalLinks NOTHING_ADDED = new ExternalLinks(List.of(), false);

  private final Site site;
  private final Markdown markdown;
  private final Shortcodes shortcodes;
  private final ElementTemplates elements;
  private final Problems problems;
  private final Highlighter highlighter = new Highlighter();
  private final Map<String, Facts> facts = new ConcurrentHashMap<>();

  /// What lists say of a body, and which ids its headings have.
  record Facts(String summary, ReadingTime readingTime, List<String> headingIds) {}

  Bodies(Site site, Shortcodes shortcodes, ElementTemplates elements, Problems problems) {
    this.site = site;
    this.shortcodes = shortcodes;
    this.elements = elements;
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
        },
        rules.smartPunctuation());
  }

  MarkdownDocument parse(Article article) {
    MarkdownDocument document =
        markdown.parse(
            article.body(problems),
            article.label(),
            article.bodyLine(),
            ArticleViews.language(article, site),
            problems);
    facts.computeIfAbsent(article.id(), id -> facts(document));
    return document;
  }

  Facts facts(Article article) {
    Facts known = facts.get(article.id());
    return known == null ? facts(parse(article)) : known;
  }

  private Facts facts(MarkdownDocument document) {
    // the other dialects write headings without ids
    boolean ids = site.config().markdown().dialect() == SiteConfig.Dialect.LEVEE;
    return new Facts(
        document.summaryText(SUMMARY_WORDS),
        document.readingTime(),
        ids ? document.headings().stream().map(Heading::id).toList() : List.of());
  }

  /// What an article is about: its description, else what its body says first.
  String summary(Article article) {
    String description = article.frontMatter().description();
    return description.isEmpty() ? facts(article).summary() : description;
  }

  /// The body of an article with links as the page of the scope writes them.
  String html(Article article, Scope scope) {
    TextLinks links = within(text(article), scope);
    MarkdownDocument document = scope.document(article);
    document.rawLinks().forEach(links::check);
    return document.html(hooks(Optional.of(article), scope, links, colouredCode()));
  }

  /// The body of an article for readers elsewhere: every address has its host.
  String htmlForFeeds(Article article, Scope scope) {
    SiteLinks links = site.links();
    String page = links.absolute(site.url(article));
    LinkResolver absolute =
        new TextLinks(
            text(article),
            links,
            scope.targets(),
            href -> links.absolute(page, href),
            NOTHING_ADDED,
            Optional.empty());
    return scope
        .document(article)
        .html(hooks(Optional.of(article), scope, absolute, new CodeListings()));
  }

  /// The text of a section's `_index.md`.
  ///
  /// @param page the first page of the list that it is about
  String html(SectionFront section, UrlPath page, Scope scope) {
    TextLinks links = within(new Text(section.folder(), page), scope);
    MarkdownDocument document =
        markdown.parse(
            section.body(),
            section.label(),
            section.bodyLine(),
            site.config().language(),
            problems);
    document.rawLinks().forEach(links::check);
    return document.html(hooks(Optional.empty(), scope, links, colouredCode()));
  }

  private Text text(Article article) {
    return new Text(article.file().folder(), site.url(article));
  }

  private TextLinks within(Text text, Scope scope) {
    return new TextLinks(
        text,
        site.links(),
        scope.targets(),
        scope::link,
        site.config().markdown().externalLinks(),
        scope.checksLinks()
            ? Optional.of(new LinkProblems(text, site.links(), scope.targets(), problems))
            : Optional.empty());
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
        (shortcode, inner) -> {
          Function<String, String> line =
              text -> line(text, shortcode.at(), scope, hooks(article, scope, links, code));
          return shortcodes.render(
              new ShortcodeCall(shortcode, inner, links, line, problems), article, scope);
        },
        code,
        elements.of(article, scope));
  }

  /// The HTML of a line of Markdown, such as a caption: no block starts in it.
  ///
  /// @param at where problems in it are
  private String line(String text, Location at, Scope scope, RenderHooks hooks) {
    return markdown.parseLine(text, at, scope.language(), problems).line(hooks);
  }
}
