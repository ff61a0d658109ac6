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
import dev.levee.markdown.Markdown;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.markdown.MarkdownOptions;
import dev.levee.markdown.ReadingTime;
import dev.levee.markdown.RenderHooks;
import dev.levee.picture.Pictures;
import dev.levee.problem.Location;
import dev.levee.problem.Problems;
import dev.levee.render.TextLinks.Text;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import dev.levee.trace.Pack;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The texts of articles. A body is parsed when a page needs it and let go afterwards; what lists
/// need to know of it is kept.
public final class Bodies {

  private static final int SUMMARY_WORDS = 55;

  /// Readers of feeds open links as they like.
  private static final ExternalLinks NOTHING_ADDED = new ExternalLinks(List.of(), false);

  private final Site site;
  private final Markdown markdown;
  private final Shortcodes shortcodes;
  private final ElementTemplates elements;
  private final Pictures pictures;
  private final Highlighter highlighter = new Highlighter();
  private final Map<String, Facts> facts = new ConcurrentHashMap<>();
  private final FactsMemory memory;
  private final Optional<TextReader> reader;
  private final long settings;
  private volatile boolean disturbed;

  /// What lists say of a body, and which ids its headings have.
  record Facts(String summary, ReadingTime readingTime, List<String> headingIds) {
    /// Those of no text.
    static final Facts NONE = new Facts("", new ReadingTime(0, 1), List.of());
  }

  /// @param memory what is known of texts already, which is added to
  /// @param reader takes the texts that are parsed for pages
  Bodies(
      Site site,
      Pictures pictures,
      Shortcodes shortcodes,
      ElementTemplates elements,
      FactsMemory memory,
      Optional<TextReader> reader) {
    this.site = site;
    this.pictures = pictures;
    this.memory = memory;
    this.reader = reader;
    this.settings = site.config().textDigest();
    this.shortcodes = shortcodes;
    this.elements = elements;
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

  /// The text of an article for the page of the scope, which is told what is wrong with it.
  MarkdownDocument parse(Article article, Scope scope) {
    scope.reads().note(Topic.BODY, article.id());
    String body = article.body(scope.problems());
    boolean same = isSame(article, body);
    MarkdownDocument document = parse(article, body, scope.problems());
    facts.computeIfAbsent(article.id(), id -> found(article, same, document));
    if (reader.isPresent()) {
      reader.get().read(article, document);
    }
    return document;
  }

  /// The text of an article for no page.
  MarkdownDocument parse(Article article, Problems problems) {
    String body = article.body(problems);
    isSame(article, body);
    return parse(article, body, problems);
  }

  /// Whether a text is still the one that the site was read with.
  private boolean isSame(Article article, String body) {
    boolean same = Article.digest(body, article.bodyLine()) == article.bodyDigest();
    disturbed |= !same;
    return same;
  }

  /// @param same whether what the text says may be remembered
  private Facts found(Article article, boolean same, MarkdownDocument document) {
    Facts found = facts(document);
    if (same) {
      memory.note(article, settings, found);
    }
    return found;
  }

  /// Whether somebody changed a text between the time when the site was read and now, so that what
  /// comes of this build must not be remembered.
  public boolean isDisturbed() {
    return disturbed;
  }

  /// Remembers what is known of the texts for the next build.
  public void pack(Pack pack) {
    memory.pack(site.articles(), settings, pack);
  }

  private MarkdownDocument parse(Article article, String body, Problems problems) {
    Locale language = ArticleViews.language(article, site);
    return markdown.parse(body, article.label(), article.bodyLine(), language, problems);
  }

  /// What lists need to know of a body. What is wrong with it is told by the article's own page.
  Facts facts(Article article) {
    return facts.computeIfAbsent(
        article.id(),
        id -> {
          Optional<Facts> known = memory.recall(article, settings);
          if (known.isPresent()) {
            return known.get();
          }
          Problems nobody = new Problems();
          String body = article.body(nobody);
          return found(article, isSame(article, body), parse(article, body, nobody));
        });
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
  String summary(Article article, Scope scope) {
    return article.frontMatter().description().isEmpty() && scope.isOf(article)
        ? shown(article, scope).summary()
        : summary(article, scope.reads());
  }

  /// The same for what is no page, or that of something else.
  String summary(Article article, Reads reads) {
    String description = article.frontMatter().description();
    if (!description.isEmpty()) {
      return description;
    }
    reads.note(Topic.SUMMARY, article.id());
    return facts(article).summary();
  }

  /// How long an article takes to read.
  ReadingTime readingTime(Article article, Scope scope) {
    if (scope.isOf(article)) {
      return shown(article, scope).readingTime();
    }
    scope.reads().note(Topic.READING, article.id());
    return facts(article).readingTime();
  }

  /// What is known of the text that a page is about: it is parsed for the page in any case, and
  /// once.
  private Facts shown(Article article, Scope scope) {
    scope.document(article);
    return facts(article);
  }

  /// The body of an article with links as the page of the scope writes them.
  String html(Article article, Scope scope) {
    return html(scope.document(article), Optional.of(article), text(article), scope);
  }

  private String html(
      MarkdownDocument document, Optional<Article> article, Text text, Scope scope) {
    Scope inside = scope.insideBody();
    TextLinks links = within(text, inside);
    document.rawLinks().forEach(links::check);
    String html =
        document.html(hooks(article, inside, links, pictures(inside), codeListings(scope)));
    return scope.form().lite() ? TextOnly.of(html, href -> scope.link(links.fromRoot(href))) : html;
  }

  /// The body of an article for readers elsewhere: every address has its host.
  String htmlForFeeds(Article article, Scope scope) {
    SiteLinks links = scope.site().links();
    String page = links.absolute(site.url(article));
    TextLinks absolute =
        new TextLinks(
            text(article),
            links,
            scope.targets(),
            href -> links.absolute(page, href),
            NOTHING_ADDED,
            Optional.empty());
    String html =
        scope
            .document(article)
            .html(
                hooks(
                    Optional.of(article),
                    scope,
                    absolute,
                    new PagePictures(
                        pictures,
                        scope.site(),
                        scope.problems(),
                        href -> links.absolute(page, href),
                        scope.form().lite()
                            ? PagePictures.Files.ORIGINAL
                            : PagePictures.Files.SINGLE),
                    new CodeListings()));
    return scope.form().lite() ? TextOnly.of(html, href -> links.absolute(page, href)) : html;
  }

  /// The text of a section's `_index.md`.
  ///
  /// @param page the first page of the list that it is about
  String html(SectionFront section, UrlPath page, Scope scope) {
    scope.reads().note(Topic.SECTION_TEXT, section.folder());
    MarkdownDocument document =
        markdown.parse(
            section.body(),
            section.label(),
            section.bodyLine(),
            site.config().language(),
            scope.problems());
    return html(document, Optional.empty(), new Text(section.folder(), page), scope);
  }

  private Text text(Article article) {
    return new Text(article.file().folder(), site.url(article));
  }

  private TextLinks within(Text text, Scope scope) {
    return new TextLinks(
        text,
        scope.site().links(),
        scope.targets(),
        scope::link,
        site.config().markdown().externalLinks(),
        scope.checksLinks()
            ? Optional.of(
                new LinkProblems(text, scope.site().links(), scope.targets(), scope.problems()))
            : Optional.empty());
  }

  /// Colours of code are more than half of its bytes, so the lite edition does without.
  private CodeListings codeListings(Scope scope) {
    return site.config().markdown().highlight() && !scope.form().lite()
        ? new CodeListings(highlighter, scope.problems())
        : new CodeListings();
  }

  /// The pictures of a page.
  PagePictures pictures(Scope scope) {
    return new PagePictures(
        pictures,
        scope.site(),
        scope.problems(),
        scope::link,
        scope.form().lite() ? PagePictures.Files.ORIGINAL : PagePictures.Files.ALL);
  }

  private RenderHooks hooks(
      Optional<Article> article,
      Scope scope,
      TextLinks links,
      PagePictures shown,
      CodeListings code) {
    return new RenderHooks(
        links,
        (shortcode, inner) -> {
          Function<String, String> line =
              text -> line(text, shortcode.at(), scope, hooks(article, scope, links, shown, code));
          return shortcodes.render(
              new ShortcodeCall(shortcode, inner, links, shown, line, scope.problems()),
              article,
              scope);
        },
        code,
        shown.of(links),
        elements.of(article, scope),
        kind -> scope.words().title(kind));
  }

  /// The HTML of a line of Markdown, such as a caption: no block starts in it.
  ///
  /// @param at where problems in it are
  private String line(String text, Location at, Scope scope, RenderHooks hooks) {
    return markdown.parseLine(text, at, scope.language(), scope.problems()).line(hooks);
  }
}
