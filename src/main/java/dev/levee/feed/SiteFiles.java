package dev.levee.feed;

import dev.levee.deliver.Redirects;
import dev.levee.deliver.RedirectsFile;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.trace.Reads;

/// Makes the files of the site that need no template. Safe to use from several threads; the same
/// site gives the same bytes.
public final class SiteFiles {

  private final Site site;
  private final FeedTexts texts;

  public SiteFiles(Site site, FeedTexts texts) {
    this.site = site;
    this.texts = texts;
  }

  /// Whether a route's file is made here.
  public static boolean makes(Route route) {
    return route instanceof Route.Feed
        || route instanceof Route.SiteFile
        || route instanceof Route.Redirect;
  }

  /// The bytes that stand at a route.
  ///
  /// @param reads takes what was asked for them
  /// @throws IllegalArgumentException for a route whose file is not [made here][#makes]
  public byte[] render(Route route, Reads reads) {
    Site noted = site.readBy(reads);
    if (route instanceof Route.Feed feed) {
      return feed(feed, noted);
    } else if (route instanceof Route.SiteFile file) {
      return file(file, noted);
    } else if (route instanceof Route.Redirect redirect) {
      return new RedirectPages(noted).page(redirect);
    }
    throw new IllegalArgumentException(route.path() + " is no feed and no site file");
  }

  private byte[] feed(Route.Feed route, Site site) {
    Feed feed = Feed.of(route, site, texts);
    return switch (route.format()) {
      case RSS -> RssFeed.bytes(feed);
      case ATOM -> AtomFeed.bytes(feed);
      case JSON -> JsonFeed.bytes(feed);
    };
  }

  private static byte[] file(Route.SiteFile file, Site site) {
    return switch (file.kind()) {
      case SITEMAP -> new Sitemaps(site).part(file.part());
      case SITEMAP_INDEX -> new Sitemaps(site).index();
      case NEWS_SITEMAP -> new Sitemaps(site).news();
      case ROBOTS -> Robots.bytes(site);
      case REDIRECTS -> RedirectsFile.bytes(Redirects.of(site));
    };
  }
}
