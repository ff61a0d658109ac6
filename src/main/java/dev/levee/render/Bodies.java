package dev.levee.render;

import dev.levee.content.Article;
import dev.levee.content.SectionFront;
import dev.levee.highlight.Highlighter;
import dev.levee.markdown.LinkResolver;
import dev.levee.markdown.Markdown;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.markdown.MarkdownOptions;
import dev.levee.markdown.ReadingTime;
import dev.levee.markdown.RenderHooks;
import dev.levee.markdown.ResolvedLink;
import dev.levee.problem.Location;
import dev.levee.problem.Problems;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The texts of articles. A body is parsed when a page needs it and let go afterwards; what lists
/// need to know of it is kept.
final class Bodies {

  private static final int SUMMARY_WORDS = 55;

  /// Takes no room, and no block of Markdown starts with it.

  private final Site site;

  private final Markdown markdown;
  private final Shortcodes shortcodes;
  private final ElementTemplates elements;
  private final Problems problems;
  private final Highlighter highlighter = new Highlighter();
  private final Map<String, Facts> facts = new ConcurrentHashMap<>();

  /// What lists say of a body.
  record Facts(String summary, ReadingTime readingTime) {}

  Bodies(Site site, Shortcodes shortcodes, ElementTemplates elements, Problems problems) {
    this.site = site;
    this.shortcodes = shortcodes;
    this.elements = elements;
    this.problems = problems;
    this.markdown =
        new Markdown(
            MarkdownOptions.defaults()
                .with(
                    site.config().rawHtml()
                        ? MarkdownOptions.Html.ALLOW
                        : MarkdownOptions.Html.ESCAPE));
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
        (to, kind, at) ->
            Optional.of(ResolvedLink.to(links.absolute(page, links.resolve(folder, to))));
    return scope
        .document(article)
        .html(hooks(Optional.of(article), scope, absolute, new CodeListings()));
  }

  /// The text of a section's `_index.md`.
  String html(SectionFront section, Scope scope) {
    return markdown
        .parse(
            section.body(), section.label(), section.bodyLine(), site.config().language(), problems)
        .html(hooks(Optional.empty(), scope, within(section.folder(), scope), colouredCode()));
  }

  private static String folder(Article article) {
    return article.file().folder();
  }

  private LinkResolver within(String folder, Scope scope) {
    return (to, kind, at) ->
        Optional.of(ResolvedLink.to(scope.link(site.links().resolve(folder, to))));
  }

  private CodeListings colouredCode() {
    return site.config().highlight() ? new CodeListings(highlighter, problems) : new CodeListings();
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
        (tex, display, at) -> Optional.empty(),
        elements.of(article, scope));
  }

  /// The HTML of a line of Markdown, such as a caption: no block starts in it.
  ///
  /// @param at where problems in it are
  private String line(String text, Location at, Scope scope, RenderHooks hooks) {
    return markdown.parseLine(text, at, scope.language(), problems).line(hooks);
  }
}
