package dev.levee.feed;

import dev.levee.feed.Feed.Item;
import dev.levee.site.FeedFormat;

/// RSS 2.0, with the names of authors and whole articles in the modules that readers know.
final class RssFeed {

  private RssFeed() {}

  static byte[] bytes(Feed feed) {
    XmlFile xml =
        new XmlFile(
            "rss",
            "version",
            "2.0",
            "xmlns:atom",
            "http://www.w3.org/2005/Atom",
            "xmlns:content",
            "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/");
    xml.open("channel");
    xml.ambiguous("title", feed.title());
    xml.element("link", feed.home());
    xml.element(
        "description",
        XmlFile.html(feed.description().isBlank() ? feed.title() : feed.description()));
    xml.empty("atom:link", "href", feed.self(), "rel", "self", "type", FeedFormat.RSS.mediaType());
    xml.element("language", feed.language().toLanguageTag());
    if (!feed.copyright().isBlank()) {
      xml.ambiguous("copyright", feed.copyright());
    }
    feed.updated().ifPresent(date -> xml.element("lastBuildDate", FeedDates.rfc822(date)));
    feed.items().forEach(item -> item(item, xml));
    return xml.bytes();
  }

  private static void item(Item item, XmlFile xml) {
    xml.open("item");
    xml.ambiguous("title", item.title());
    xml.element("link", item.url());
    xml.element("guid", item.url(), "isPermaLink", "true");
    xml.element("pubDate", FeedDates.rfc822(item.published()));
    item.authors().forEach(author -> xml.ambiguous("dc:creator", author.name()));
    item.tags().forEach(tag -> xml.ambiguous("category", tag));
    if (!item.summary().isEmpty()) {
      xml.element("description", XmlFile.html(item.summary()));
    }
    item.html().ifPresent(html -> xml.element("content:encoded", html));
    xml.close();
  }
}
