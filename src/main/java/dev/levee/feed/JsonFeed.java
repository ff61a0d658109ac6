package dev.levee.feed;

import dev.levee.feed.Feed.Item;
import dev.levee.feed.Feed.Person;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// JSON Feed 1.1.
final class JsonFeed {

  private static final JsonGeneratorFactory GENERATORS =
      Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

  private JsonFeed() {}

  static byte[] bytes(Feed feed) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = GENERATORS.createGenerator(out)) {
      json.writeStartObject();
      json.write("version", "https://jsonfeed.org/version/1.1");
      text("title", feed.title(), json);
      text("home_page_url", feed.home(), json);
      text("feed_url", feed.self(), json);
      text("description", feed.description(), json);
      text("language", feed.language().toLanguageTag(), json);
      people(List.of(feed.author()), json);
      json.writeStartArray("items");
      feed.items().forEach(item -> item(item, json));
      json.writeEnd();
      json.writeEnd();
    }
    return (out.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void item(Item item, JsonGenerator json) {
    json.writeStartObject();
    text("id", item.url(), json);
    text("url", item.url(), json);
    text("title", item.title(), json);
    if (item.html().isPresent()) {
      json.write("content_html", XmlFile.allowed(item.html().get()));
    } else {
      String content = item.summary().isEmpty() ? item.title() : item.summary();
      json.write("content_text", XmlFile.allowed(content));
    }
    text("summary", item.summary(), json);
    item.image().ifPresent(image -> text("image", image, json));
    text("date_published", FeedDates.rfc3339(item.published()), json);
    if (!item.changed().equals(item.published())) {
      text("date_modified", FeedDates.rfc3339(item.changed()), json);
    }
    people(item.authors(), json);
    if (!item.tags().isEmpty()) {
      json.writeStartArray("tags");
      item.tags().forEach(tag -> json.write(XmlFile.allowed(tag)));
      json.writeEnd();
    }
    item.language().ifPresent(l -> text("language", l.toLanguageTag(), json));
    json.writeEnd();
  }

  private static void people(List<Person> people, JsonGenerator json) {
    if (people.isEmpty()) {
      return;
    }
    json.writeStartArray("authors");
    for (Person person : people) {
      json.writeStartObject();
      text("name", person.name(), json);
      person.url().ifPresent(url -> text("url", url, json));
      json.writeEnd();
    }
    json.writeEnd();
  }

  private static void text(String name, String text, JsonGenerator json) {
    if (!text.isBlank()) {
      json.write(name, XmlFile.allowed(text));
    }
  }
}
