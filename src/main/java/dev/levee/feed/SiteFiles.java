package dev.levee.feed;

import dev.levee.site.Route;
import dev.levee.site.Site;

/// Makes the files of the site that need no template. Safe to use from several threads; the same
/// site gives the same bytes.
public final class SiteFiles {

  private final Site site;
  private final FeedTexts texts;
  private final JsonFeed json = new JsonFeed();
  private final Sitemaps sitemaps;
  private final Redirects redirects;

  public SiteFiles(Site site, FeedTexts texts) {
    this.site = site;
    this.texts = texts;
    this.sitemaps = new Sitemaps(site);
    this.redirects = new Redirects(site);
  }

  /// Whether a route's file is made here.
  public static boolean makes(Route route) {
    return route instanceof Route.Feed
        || route instanceof Route.SiteFile
        || route instanceof Route.Redirect;
  }

  /// The bytes that stand at a route.
  ///
  /// @throws IllegalArgumentException for a route whose file is not [made here][#makes]
  public byte[] render(Route route) {
    return switch (route) {
      case Route.Feed feed -> feed(feed);
      case Route.SiteFile file -> file(file);
      case Route.Redirect redirect -> redirects.page(redirect);
      default -> throw new IllegalArgumentException(route.path() + " is no feed and no site file");
    };
  }

  private byte[] feed(Route.Feed route) {
    Feed feed = Feed.of(route, site, texts);
    return switch (route.format()) {
      case RSS -> RssFeed.bytes(feed);
      case ATOM -> AtomFeed.bytes(feed);
      case JSON -> json.bytes(feed);
    };
  }

  private byte[] file(Route.SiteFile file) {
    return switch (file.kind()) {
      case SITEMAP -> sitemaps.part(file.part());
      case SITEMAP_INDEX -> sitemaps.index();
      case NEWS_SITEMAP -> sitemaps.news();
      case ROBOTS -> Robots.bytes(site);
      case REDIRECTS -> redirects.rules();
    };
  }
}
