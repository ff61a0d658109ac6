package dev.levee.render;

import dev.levee.asset.Asset;
import dev.levee.asset.Assets;
import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import dev.levee.content.UrlPath;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.site.Listing;
import dev.levee.site.Route;
import dev.levee.site.Section;
import dev.levee.site.Site;
import dev.levee.source.Theme;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/// Renders the pages of a site through its templates. Any number of threads may ask at once.
public final class Renderer {

  private final Site site;
  private final Assets assets;
  private final Problems problems;
  private final Templates templates;
  private final Bodies bodies;

  /// A renderer for one site with the templates of its theme.
  public Renderer(Site site, Theme theme, Assets assets, Problems problems) {
    this.site = site;
    this.assets = assets;
    this.problems = problems;
    TimeZone zone = TimeZone.getTimeZone(site.config().timezone());
    this.templates = new Templates(theme, site.config().language(), zone, problems);
    this.bodies =
        new Bodies(
            site, new Shortcodes(templates, problems), new ElementTemplates(templates), problems);
  }

  /// The HTML of a page; nothing, with a problem, when its template fails.
  ///
  /// @throws IllegalArgumentException when the route is not that of a page
  public Optional<String> render(Route route) {
    Locale language =
        route instanceof Route.ArticlePage page
            ? ArticleViews.language(page.article(), site)
            : site.config().language();
    Scope scope = new Scope(site, bodies, route.path(), language);
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("site", SiteViews.SITE.of(site, scope));
    variables.put("page", PageInfo.TYPE.of(PageInfo.of(route, scope), scope));
    variables.put("asset", Functions.ofText("asset", name -> asset(name, scope)));
    variables.put(
        "href", Functions.ofText("href", path -> scope.link(site.links().resolve("", path))));
    List<String> candidates =
        switch (route) {
          case Route.ArticlePage page -> {
            variables.put("article", ArticleViews.ARTICLE.of(page.article(), scope));
            yield forArticle(page.article());
          }
          case Route.ListPage page -> {
            variables.put(
                "list",
                ListViews.LIST.of(new ListViews.ListPage(page.listing(), page.page()), scope));
            yield forList(page.listing());
          }
          case Route.Overview page -> {
            variables.put("overview", SiteViews.OVERVIEW.of(page, scope));
            yield List.of(page.name() + "/overview.ftlh", "overview.ftlh");
          }
          case Route.NotFound page -> List.of("404.ftlh");
          default -> throw new IllegalArgumentException(route.path() + " is not a page");
        };
    Optional<String> template = templates.first(candidates);
    if (template.isEmpty()) {
      problems.add(
          ProblemCode.MISSING_TEMPLATE,
          route.origin(),
          "there is no template for "
              + route.path()
              + "; looked for "
              + String.join(", ", candidates));
    }
    return template.flatMap(name -> templates.render(name, variables, what(route)));
  }

  /// The body of an article as a feed carries it, every address with its host.
  public String feedHtml(Article article) {
    Locale language = ArticleViews.language(article, site);
    return bodies.htmlForFeeds(article, new Scope(site, bodies, site.url(article), language));
  }

  /// What an article is about, as plain text.
  public String summary(Article article) {
    return bodies.summary(article);
  }

  /// Adds what went wrong in templates to the problems; to be called when all pages are rendered.
  public void reportFailures() {
    templates.report();
  }

  private List<String> forArticle(Article article) {
    List<String> names = new ArrayList<>();
    article.frontMatter().layout().flatMap(this::layout).ifPresent(names::add);
    addOutwards(article.section(), "article.ftlh", names);
    article.frontMatter().type().ifPresent(type -> names.add(type + ".ftlh"));
    names.add("article.ftlh");
    return names;
  }

  private List<String> forList(Listing listing) {
    List<String> names = new ArrayList<>();
    ListViews.section(listing, site)
        .flatMap(Section::front)
        .ifPresent(front -> front.layout().flatMap(this::layout).ifPresent(names::add));
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

  private Optional<String> layout(FrontMatter.Layout layout) {
    String name = layout.name() + ".ftlh";
    if (templates.first(List.of(name)).isEmpty()) {
      problems.add(
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

  private Object asset(String name, Scope scope) throws TemplateModelException {
    Optional<Asset> asset = assets.get(name);
    if (asset.isEmpty()) {
      throw new TemplateMistake(
          "there is no asset '" + name + "'",
          NearestWord.hint(name, assets.names(), "assets are files below templates/assets/"));
    }
    return scope.href(new UrlPath("/" + asset.get().path()));
  }

  private static String what(Route route) {
    return route instanceof Route.ArticlePage page
        ? route.path() + " from " + page.article().label()
        : route.path().value();
  }
}
