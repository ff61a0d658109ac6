package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import dev.levee.content.UrlPath;
import dev.levee.problem.Problems;
import dev.levee.site.Route.ArticlePage;
import dev.levee.site.Route.ErrorPage;
import dev.levee.site.Route.Feed;
import dev.levee.site.Route.ListPage;
import dev.levee.site.Route.Lite;
import dev.levee.site.Route.Overview;
import dev.levee.site.Route.Redirect;
import dev.levee.site.Route.SearchPage;
import dev.levee.site.Route.SiteFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lays out every address of the site.
final class RouteBuilder {

  /// The most addresses that a sitemap may hold, see sitemaps.org, "Sitemap file requirements".
  public static final int SITEMAP_SIZE = 50_000;

  private final SiteConfig config;
  private final List<Article> articles;
  private final Map<String, UrlPath> urls;
  private final Map<String, Section> sections;
  private final List<Taxonomy> taxonomies;
  private final Whole.Listings lists;
  private final List<Route.Resource> resources;

  RouteBuilder(
      SiteConfig config,
      List<Article> articles,
      Map<String, UrlPath> urls,
      Map<String, Section> sections,
      List<Taxonomy> taxonomies,
      Whole.Listings lists,
      List<Route.Resource> resources) {
    this.config = config;
    this.articles = articles;
    this.urls = urls;
    this.sections = sections;
    this.taxonomies = taxonomies;
    this.lists = lists;
    this.resources = resources;
  }

  /// All routes. What authors asked for takes the place of what Levee makes by itself: a
  /// `robots.txt` in the content folder that of ours, an article at `/news/` that of the list of a
  /// section without an `_index.md`.
  RouteTable table(Problems problems) {
    List<Route> routes = new ArrayList<>();
    described(true, routes);
    addErrorPages(routes);
    for (Article article : articles) {
      routes.add(new ArticlePage(url(article), article));
    }
    routes.addAll(resources);
    Set<UrlPath> claimed = new HashSet<>();
    routes.forEach(route -> claimed.add(route.path()));
    List<Route> made = made();
    made.removeIf(route -> claimed.contains(route.path()));
    routes.addAll(made);
    if (config.lite()) {
      addLite(claimed, routes);
    }
    for (Article article : articles) {
      addRedirects(article, routes);
    }
    List<SiteFile> files = siteFiles(routes);
    files.removeIf(file -> claimed.contains(file.path()));
    routes.addAll(files);
    return RouteTable.of(routes, problems);
  }

  /// Those that no file takes the place of. No article does: lists would lead to it, and servers
  /// show these pages for errors alone.
  private void addErrorPages(List<Route> routes) {
    for (ErrorPage page : ErrorPage.values()) {
      if (resources.stream().noneMatch(file -> file.path().equals(page.path()))) {
        routes.add(page);
      }
    }
  }

  private List<Route> made() {
    List<Route> routes = new ArrayList<>();
    described(false, routes);
    for (Taxonomy taxonomy : taxonomies) {
      overview(taxonomy.url(), Listing.Kind.TERM, taxonomy.name(), taxonomy.terms(), routes);
      taxonomy.terms().forEach(t -> addList(t.listing(), routes));
    }
    lists(new UrlPath("/authors/"), Listing.Kind.AUTHOR, "authors", lists.authors(), routes);
    lists(new UrlPath("/series/"), Listing.Kind.SERIES, "series", lists.series(), routes);
    lists(new UrlPath("/archive/"), Listing.Kind.ARCHIVE, "archive", lists.archive(), routes);
    if (config.search()) {
      routes.add(new SearchPage(UrlPath.SEARCH));
    }
    return routes;
  }

  /// The text-only twins of all pages but those whose address authors have asked for.
  private static void addLite(Set<UrlPath> claimed, List<Route> routes) {
    for (Route page : List.copyOf(routes)) {
      if (page.isPage()) {
        Lite.path(page.path())
            .filter(path -> !claimed.contains(path))
            .ifPresent(path -> routes.add(new Lite(path, page)));
      }
    }
  }

  /// The lists of the sections that an `_index.md` describes, or of the others.
  private void described(boolean wanted, List<Route> routes) {
    for (Section section : sections.values()) {
      if (section.front().isPresent() == wanted) {
        addList(section.listing(), routes);
      }
    }
  }

  /// An alias that is said twice, or is the article's own address, asks for nothing.
  private void addRedirects(Article article, List<Route> routes) {
    Set<UrlPath> seen = new HashSet<>(Set.of(url(article)));
    for (FrontMatter.Address alias : article.frontMatter().aliases()) {
      if (seen.add(alias.path())) {
        routes.add(new Redirect(alias.path(), url(article), alias.at()));
      }
    }
  }

  private UrlPath url(Article article) {
    UrlPath url = urls.get(article.id());
    if (url == null) {
      throw new IllegalArgumentException(article.id() + " has no address");
    }
    return url;
  }

  private void lists(
      UrlPath url, Listing.Kind kind, String name, Map<String, Listing> of, List<Route> routes) {
    overview(url, kind, name, of.values(), routes);
    of.values().forEach(listing -> addList(listing, routes));
  }

  private static void overview(
      UrlPath url, Listing.Kind kind, String name, Collection<?> of, List<Route> routes) {
    if (!of.isEmpty()) {
      routes.add(new Overview(url, kind, name));
    }
  }

  private void addList(Listing listing, List<Route> routes) {
    int pages = listing.pages(config.pageSize());
    for (int page = 1; page <= pages; page++) {
      routes.add(new ListPage(listing.url(page), listing, page));
    }
    if (listing.kind().hasFeeds()) {
      for (FeedFormat format : FeedFormat.values()) {
        if (config.feeds().formats().contains(format.setting())) {
          routes.add(new Feed(listing.url().resolve(format.fileName()), listing, format));
        }
      }
    }
  }

  private static List<SiteFile> siteFiles(List<Route> routes) {
    List<SiteFile> files = new ArrayList<>();
    long pages = routes.stream().filter(Route::isPage).count();
    int parts = (int) ((pages + SITEMAP_SIZE - 1) / SITEMAP_SIZE);
    if (parts > 1) {
      files.add(new SiteFile(new UrlPath("/sitemap.xml"), SiteFile.Kind.SITEMAP_INDEX, 0));
      for (int part = 1; part <= parts; part++) {
        files.add(
            new SiteFile(new UrlPath("/sitemap-" + part + ".xml"), SiteFile.Kind.SITEMAP, part));
      }
    } else {
      files.add(new SiteFile(new UrlPath("/sitemap.xml"), SiteFile.Kind.SITEMAP, 1));
    }
    files.add(new SiteFile(new UrlPath("/news-sitemap.xml"), SiteFile.Kind.NEWS_SITEMAP, 0));
    files.add(new SiteFile(new UrlPath("/robots.txt"), SiteFile.Kind.ROBOTS, 0));
    files.add(new SiteFile(new UrlPath("/_redirects"), SiteFile.Kind.REDIRECTS, 0));
    return files;
  }
}
