package dev.levee.render;

import dev.levee.asset.Assets;
import dev.levee.asset.Stylesheet;
import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import dev.levee.content.SectionFront;
import dev.levee.content.UrlPath;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.markdown.ReadingTime;
import dev.levee.picture.Pictures;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.site.Listing;
import dev.levee.site.Route;
import dev.levee.site.Section;
import dev.levee.site.Site;
import dev.levee.site.SiteAnswers;
import dev.levee.trace.Hash;
import dev.levee.trace.Question;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Renders the pages of a site through its templates. Any number of threads may ask at once.
public final class Renderer {

  /// The templates of the lite edition.
  static final String LITE = "lite/";

  private final Site site;
  private final Assets assets;
  private final Pictures pictures;
  private final Templates templates;
  private final Bodies bodies;
  private final Anchors anchors;
  private final DateTexts dates = new DateTexts();

  /// A renderer for one site.
  ///
  /// @param memory what is known of texts already, which is added to
  /// @param reader takes the texts of articles that are rendered
  public Renderer(
      Site site,
      Templates templates,
      Assets assets,
      Pictures pictures,
      FactsMemory memory,
      Optional<TextReader> reader) {
    this.site = site;
    this.pictures = pictures;
    this.templates = templates;
    this.assets = assets;
    this.bodies =
        new Bodies(
            site,
            pictures,
            new Shortcodes(templates),
            new ElementTemplates(templates),
            memory,
            reader);
    this.anchors = new Anchors(bodies, route -> render(route, false));
  }

  /// What is known of the texts of articles, which lists show.
  public Bodies bodies() {
    return bodies;
  }

  /// Renders a page; nothing, with a problem, when its template fails.
  ///
  /// @throws IllegalArgumentException when the route is not that of a page
  public Rendering render(Route route) {
    return render(route, true);
  }

  private Rendering render(Route route, boolean checksLinks) {
    Route page = route instanceof Route.Lite lite ? lite.full() : route;
    Locale language =
        page instanceof Route.ArticlePage of
            ? ArticleViews.language(of.article(), site)
            : site.config().language();
    Reads reads = Reads.noting();
    Problems problems = new Problems();
    PageForm form = PageForm.of(route, site.config().surge());
    Scope scope = scope(form, language, reads, problems, checksLinks);
    Optional<String> html = html(page, scope);
    return new Rendering(html, reads, problems.added());
  }

  private Scope scope(
      PageForm form, Locale language, Reads reads, Problems problems, boolean checksLinks) {
    Site noted = site.readBy(reads);
    LinkTargets targets = new LinkTargets(noted, assets, anchors);
    return new Scope(
        noted, bodies, templates, targets, dates, problems, checksLinks, form, language);
  }

  /// The scope of an article for what is no page.
  private Scope scope(Article article, Reads reads) {
    UrlPath page = site.url(article);
    Problems nobody = new Problems(); // the article's own page tells
    return scope(
        new PageForm(page, page, site.config().surge()),
        ArticleViews.language(article, site),
        reads,
        nobody,
        false);
  }

  private Optional<String> html(Route route, Scope scope) {
    Site site = scope.site();
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("site", SiteViews.SITE.of(site, scope));
    variables.put("page", PageInfo.TYPE.of(PageInfo.of(route, scope), scope));
    AssetFunctions functions = new AssetFunctions(assets, scope);
    variables.put("asset", Functions.ofText("asset", functions::address));
    variables.put("integrity", Functions.ofText("integrity", functions::integrity));
    variables.put("stylesheet", Functions.ofText("stylesheet", functions::stylesheet));
    variables.put("words", new WordsView(scope));
    variables.put("picture", PictureFunction.ofPages(scope, templates));
    variables.put(
        "href", Functions.ofText("href", path -> scope.link(site.links().resolve("", path))));
    List<String> candidates = inEdition(candidates(route, variables, scope), scope.form());
    Optional<String> template = templates.first(candidates, scope.reads());
    if (template.isEmpty()) {
      scope
          .problems()
          .add(
              ProblemCode.MISSING_TEMPLATE,
              route.origin(),
              "there is no template for "
                  + scope.form().address()
                  + "; looked for "
                  + String.join(", ", candidates));
    }
    return template.flatMap(
        name -> templates.render(name, variables, what(route, scope), scope.reads()));
  }

  /// The same templates for a page of the lite edition, whose own no other page takes.
  private static List<String> inEdition(List<String> names, PageForm form) {
    return form.lite()
        ? names.stream().map(name -> LITE + name).toList()
        : names.stream().filter(name -> !name.startsWith(LITE)).toList();
  }

  /// The templates that may render a page, and what only pages of its kind show.
  private List<String> candidates(
      Route route, Map<String, @Nullable Object> variables, Scope scope) {
    if (route instanceof Route.ArticlePage page) {
      scope.site().show(page.article());
      variables.put("article", ArticleViews.ARTICLE.of(page.article(), scope));
      return forArticle(page.article(), scope);
    } else if (route instanceof Route.ListPage page) {
      scope.site().show(page.listing());
      variables.put(
          "list", ListViews.LIST.of(new ListViews.ListPage(page.listing(), page.page()), scope));
      return forList(page.listing(), scope);
    } else if (route instanceof Route.Overview page) {
      variables.put("overview", SiteViews.OVERVIEW.of(page, scope));
      return List.of(page.name() + "/overview.ftlh", "overview.ftlh");
    } else if (route instanceof Route.ErrorPage page) {
      return List.of(page.kind() + ".ftlh");
    } else if (route instanceof Route.SearchPage) {
      return List.of("search.ftlh");
    }
    throw new IllegalArgumentException(route.path() + " is not a page");
  }

  /// The body of an article as a feed carries it, every address with its host.
  public String feedHtml(Article article, Reads reads) {
    return bodies.htmlForFeeds(article, scope(article, reads));
  }

  /// The text of an article, for whoever writes no page. What is wrong with it is told by its own.
  public MarkdownDocument text(Article article) {
    return bodies.parse(article, new Problems());
  }

  /// What an article is about, as plain text.
  public String summary(Article article, Reads reads) {
    return bodies.summary(article, reads);
  }

  /// The URL of the picture by which a feed shows an article; empty when it has none of its own,
  /// and where all is of text alone.
  public Optional<String> feedPicture(Article article, Reads reads) {
    if (site.config().surge()) {
      return Optional.empty();
    }
    Scope scope = scope(article, reads);
    return ArticleViews.picture(article)
        .flatMap(scope.bodies().pictures(scope)::preview)
        .map(preview -> site.links().absolute(preview.path()));
  }

  /// The hash of the answer to a question about texts, templates and assets.
  ///
  /// @param answers knows the answers to all others
  public long answer(Question question, SiteAnswers answers) {
    String subject = question.subject();
    return switch (question.topic()) {
      case BODY -> answers.article(subject).map(Article::bodyDigest).orElse(Hash.ABSENT);
      case SUMMARY -> facts(subject, answers).map(f -> Hash.of(f.summary())).orElse(Hash.ABSENT);
      case READING -> facts(subject, answers).map(f -> hash(f.readingTime())).orElse(Hash.ABSENT);
      case HEADINGS ->
          facts(subject, answers).map(f -> Hash.ofData(f.headingIds())).orElse(Hash.ABSENT);
      case TEMPLATE -> templates.digest(subject);
      case WORDS -> templates.words().digest();
      case TEMPLATES -> Hash.ofData(List.copyOf(templates.names(subject)));
      case PICTURE -> pictures.answer(question.first(), question.second());
      case ASSET -> assets.get(subject).map(a -> Hash.of(a.path())).orElse(Hash.ABSENT);
      case ASSETS -> Hash.ofData(List.copyOf(assets.names()));
      case INTEGRITY -> assets.integrity(subject).map(Hash::of).orElse(Hash.ABSENT);
      case STYLESHEET -> assets.stylesheet(subject).map(Renderer::hash).orElse(Hash.ABSENT);
      case INLINE_STYLESHEET ->
          assets.inlineStylesheet(subject).map(Renderer::hash).orElse(Hash.ABSENT);
      case MINIFY_HTML -> Hash.of(Boolean.toString(site.config().minifyHtml()));
      default -> answers.answer(question);
    };
  }

  private static long hash(ReadingTime time) {
    return new Hash().add(time.words()).add(time.minutes()).value();
  }

  private static long hash(Stylesheet style) {
    return new Hash().add(style.path()).add(style.integrity()).add(style.inline()).value();
  }

  private Optional<Bodies.Facts> facts(String id, SiteAnswers answers) {
    return answers.article(id).map(bodies::facts);
  }

  /// How long each template took in all, with what it includes.
  public Map<String, Duration> templateTimes() {
    return templates.times();
  }

  /// Adds to the problems what went wrong in templates since this was last asked.
  public void reportFailures(Problems problems) {
    templates.report(problems);
  }

  private List<String> forArticle(Article article, Scope scope) {
    List<String> names = new ArrayList<>();
    article.frontMatter().layout().flatMap(l -> layout(l, scope)).ifPresent(names::add);
    addOutwards(article.section(), "article.ftlh", names);
    article.frontMatter().type().ifPresent(type -> names.add(type + ".ftlh"));
    names.add("article.ftlh");
    return names;
  }

  private List<String> forList(Listing listing, Scope scope) {
    List<String> names = new ArrayList<>();
    ListViews.section(listing, scope.site())
        .flatMap(Section::front)
        .flatMap(SectionFront::layout)
        .flatMap(layout -> layout(layout, scope))
        .ifPresent(names::add);
    switch (listing.kind()) {
      case HOME -> names.add("home.ftlh");
      case SECTION -> {
        addOutwards(listing.key(), "list.ftlh", names);
        names.add("section.ftlh");
      }
      case TERM -> {
        names.add(listing.key().substring(0, listing.key().lastIndexOf('/')) + "/term.ftlh");
        names.add("term.ftlh");
      }
      case AUTHOR, SERIES, ARCHIVE -> names.add(PageInfo.kind(listing.kind()) + ".ftlh");
    }
    names.add("list.ftlh");
    return names;
  }

  private Optional<String> layout(FrontMatter.Layout layout, Scope scope) {
    String name = layout.name() + ".ftlh";
    if (scope.form().lite()) {
      return Optional.of(name); // whether there is such a layout, the full page tells
    }
    if (templates.first(List.of(name), scope.reads()).isEmpty()) {
      scope.reads().note(Topic.TEMPLATES, "");
      scope
          .problems()
          .add(
              ProblemCode.UNKNOWN_LAYOUT,
              layout.at(),
              "there is no template for the layout '" + layout.name() + "'",
              NearestWord.hint(layout.name(), templates.names(""), "write templates/" + name));
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private static void addOutwards(String section, String file, List<String> names) {
    String at = section;
    while (!at.isEmpty()) {
      names.add(at + "/" + file);
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
  }

  private static String what(Route route, Scope scope) {
    UrlPath address = scope.form().address();
    return route instanceof Route.ArticlePage page
        ? address + " from " + page.article().label()
        : address.value();
  }
}
