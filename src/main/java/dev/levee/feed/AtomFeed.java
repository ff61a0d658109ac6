package dev.levee.feed;

import dev.levee.feed.Feed.Item;
import dev.levee.feed.Feed.Person;
import dev.levee.site.FeedFormat;
import java.time.Instant;
import java.time.ZoneOffset;

/// Atom 1.0, RFC 4287.
final class AtomFeed {

  private AtomFeed() {}

  static byte[] bytes(Feed feed) {
    XmlFile xml =
        new XmlFile(
            "feed",
            "xmlns",
            "http://www.w3.org/2005/Atom",
            "xml:lang",
            feed.language().toLanguageTag());
    xml.element("id", feed.self());
    xml.element("title", feed.title());
    if (!feed.description().isBlank()) {
      xml.element("subtitle", feed.description());
    }
    xml.empty("link", "rel", "self", "type", FeedFormat.ATOM.mediaType(), "href", feed.self());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.home());
    xml.element("updated", updated(feed));
    person(feed.author(), xml);
    if (!feed.copyright().isBlank()) {
      xml.element("rights", feed.copyright());
    }
    feed.items().forEach(item -> entry(item, xml));
    return xml.bytes();
  }

  /// Atom wants a date of a feed without entries too; it is then one that never changes.
  private static String updated(Feed feed) {
    return FeedDates.rfc3339(feed.updated().orElseGet(() -> Instant.EPOCH.atZone(ZoneOffset.UTC)));
  }

  private static void entry(Item item, XmlFile xml) {
    if (item.language().isPresent()) {
      xml.open("entry", "xml:lang", item.language().get().toLanguageTag());
    } else {
      xml.open("entry");
    }
    xml.element("id", item.url());
    xml.element("title", item.title());
    xml.empty("link", "rel", "alternate", "type", "text/html", "href", item.url());
    xml.element("published", FeedDates.rfc3339(item.published()));
    xml.element("updated", FeedDates.rfc3339(item.changed()));
    item.authors().forEach(author -> person(author, xml));
    item.tags().forEach(tag -> xml.empty("category", "term", tag));
    if (!item.summary().isEmpty()) {
      xml.element("summary", item.summary(), "type", "text");
    }
    item.html().ifPresent(html -> xml.element("content", html, "type", "html"));
    xml.close();
  }

  private static void person(Person person, XmlFile xml) {
    xml.open("author");
    xml.element("name", person.name());
    person.url().ifPresent(url -> xml.element("uri", url));
    xml.close();
  }
}
