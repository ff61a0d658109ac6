package dev.levee.render;

import dev.levee.content.UrlPath;
import dev.levee.site.Destination;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import java.util.Optional;

/// In which of its forms a page is rendered: as it is, as its text-only twin, or of text alone in
/// its own place.
///
/// @param page the address of the page
/// @param address where this form of it stands
/// @param lite whether it is of text alone
record PageForm(UrlPath page, UrlPath address, boolean lite) {

  /// That of a route. The page for errors has one form alone.
  ///
  /// @param surge whether all pages are of text alone
  static PageForm of(Route route, boolean surge) {
    return route instanceof Route.Lite twin
        ? new PageForm(twin.full().path(), twin.path(), true)
        : new PageForm(route.path(), route.path(), surge && route != Route.ErrorPage.SERVER_ERROR);
  }

  /// Whether this is a twin, whose links lead to other twins.
  boolean isTwin() {
    return !page.equals(address);
  }

  /// A link from the host's root as this form of the page writes it.
  String link(String href, Site site) {
    boolean elsewhere = isTwin() && href.startsWith("/") && !href.startsWith("//");
    return site.links().from(address, elsewhere ? twin(href, site).orElse(href) : href);
  }

  private static Optional<String> twin(String href, Site site) {
    SiteLinks links = site.links();
    Destination to = Destination.of(href);
    return links
        .belowBase(to.decodedPath())
        .flatMap(path -> twinOf(path, site))
        .map(twin -> links.href(twin) + to.rest());
  }

  private static Optional<UrlPath> twinOf(String path, Site site) {
    try {
      return twinOf(new UrlPath(path), site);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // nothing can stand there
    }
  }

  /// The address of the twin of a page, if it has one.
  static Optional<UrlPath> twinOf(UrlPath page, Site site) {
    return Route.Lite.path(page)
        .flatMap(site::at)
        .filter(route -> route instanceof Route.Lite)
        .map(Route::path);
  }
}
