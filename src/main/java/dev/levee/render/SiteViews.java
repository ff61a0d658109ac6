package dev.levee.render;

import dev.levee.config.SiteConfig.MenuItem;
import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.site.Listing;
import dev.levee.site.Route;
import dev.levee.site.Section;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import dev.levee.site.Taxonomy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What templates may ask of the site as a whole.
final class SiteViews {

  private SiteViews() {}

  static final ViewType<Site> SITE =
      new ViewType<Site>("site")
          .with("title", (n, s) -> n.config().title())
          .with("tagline", (n, s) -> n.config().tagline())
          .with("description", (n, s) -> n.config().description())
          .with("copyright", (n, s) -> n.config().copyright())
          .with("language", (n, s) -> n.config().language().toLanguageTag())
          .with("href", (n, s) -> s.href(n.home().url()))
          .with("permalink", (n, s) -> n.links().absolute(n.home().url()))
          .with("lite", (n, s) -> lite(n, s))
          .with("sections", (n, s) -> s.each(n.children(n.home()), ListViews.SECTION))
          .with("articles", (n, s) -> s.each(dated(n), ArticleViews.ARTICLE))
          .with("featured", (n, s) -> s.each(n.featured(), ArticleViews.ARTICLE))
          .with("taxonomies", (n, s) -> s.each(withTerms(n), ListViews.TAXONOMY))
          .with("menus", (n, s) -> menus(s))
          .with("theme", (n, s) -> n.config().brand().map(b -> BrandViews.BRAND.of(b, s)))
          .with("feeds", (n, s) -> s.each(ListViews.feeds(n.home().listing(), n), ListViews.FEED))
          .with("hasArchive", (n, s) -> n.hasArchive())
          .with("hasAuthors", (n, s) -> n.hasAuthors())
          .with("hasSearch", (n, s) -> n.config().search())
          .with("params", (n, s) -> n.params())
          .with("data", (n, s) -> n.data());

  static final ViewType<Route.Overview> OVERVIEW =
      new ViewType<Route.Overview>("overview")
          .with("name", (o, s) -> o.name())
          .with("title", (o, s) -> PageInfo.overviewTitle(o, s))
          .with("items", (o, s) -> s.each(listings(o, s.site()), ListViews.ENTRY));

  /// The link to the front page of the text-only edition, where it is not the site itself.
  private static Optional<String> lite(Site site, Scope scope) {
    return site.config().lite() && !site.config().surge()
        ? PageForm.twinOf(site.home().url(), site).map(scope::href)
        : Optional.empty();
  }

  private static List<Article> dated(Site site) {
    return site.articles(site.home().listing());
  }

  private static List<Taxonomy> withTerms(Site site) {
    return site.taxonomies().stream().filter(t -> !t.isEmpty()).toList();
  }

  private static Map<String, @Nullable Object> menus(Scope scope) {
    Map<String, @Nullable Object> menus = new LinkedHashMap<>();
    scope
        .site()
        .menus()
        .forEach((name, items) -> menus.put(name, scope.each(items, item -> item(item, scope))));
    return menus;
  }

  private static Map<String, Object> item(MenuItem item, Scope scope) {
    SiteLinks links = scope.site().links();
    String href = SiteLinks.isExternal(item.url()) ? item.url() : links.resolve("", item.url());
    boolean current =
        !href.equals(links.href(UrlPath.ROOT)) && links.href(scope.page()).startsWith(href);
    return Map.of("title", item.title(), "href", scope.link(href), "current", current);
  }

  private static List<Listing> listings(Route.Overview overview, Site site) {
    return switch (overview.kind()) {
      case TERM ->
          site.taxonomy(overview.name()).stream()
              .flatMap(t -> site.terms(t).stream())
              .map(Taxonomy.Term::listing)
              .toList();
      case AUTHOR -> List.copyOf(site.authorListings().values());
      case SERIES -> List.copyOf(site.series().values());
      case ARCHIVE -> site.archive().values().stream().filter(l -> l.key().length() == 4).toList();
      case HOME, SECTION -> site.sections().stream().map(Section::listing).toList();
    };
  }
}
