package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFeedTest {

  @TempDir private Path folder;

  @Test
  void holdsTheNewestArticlesWithSummaries() throws Exception {
    assertThat(magazine().at("/feed.json"))
        .isEqualTo(
            """
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "The Levee",
                "home_page_url": "https://example.org/",
                "feed_url": "https://example.org/feed.json",
                "description": "How public sites fail",
                "language": "en-CA",
                "authors": [
                    {
                        "name": "The Levee",
                        "url": "https://example.org/"
                    }
                ],
                "items": [
                    {
                        "id": "https://example.org/outages/canada/",
                        "url": "https://example.org/outages/canada/",
                        "title": "\\"Canada\\" falls",
                        "content_text": "Visitors & votes",
                        "summary": "Visitors & votes",
                        "image": "https://example.org/outages/canada/map%20one.svg",
                        "date_published": "2016-11-08T23:05:00-05:00",
                        "date_modified": "2016-11-09T09:30:00-05:00",
                        "authors": [
                            {
                                "name": "Ana Água",
                                "url": "https://example.org/authors/ana/"
                            }
                        ],
                        "tags": [
                            "Flood",
                            "Report"
                        ]
                    },
                    {
                        "id": "https://example.org/outages/census/",
                        "url": "https://example.org/outages/census/",
                        "title": "Nuit du recensement",
                        "content_text": "Nuit du recensement",
                        "image": "https://cdn.example.net/c.jpg",
                        "date_published": "2016-08-09T00:00:00-04:00",
                        "language": "fr"
                    }
                ]
            }
            """);
  }

  @Test
  void carriesWholeArticlesWhereTheSettingsAskForThem() throws Exception {
    assertThat(magazine().settings("feeds: {content: full}\n").at("/outages/feed.json"))
        .contains("\"content_html\": \"<p>&quot;Canada&quot; falls</p>\\n\"")
        .doesNotContain("content_text");
  }

  @Test
  void fitsTheSchema() throws Exception {
    JsonSchema schema =
        new JsonSchema(Files.readString(SharedFiles.at("feeds/jsonfeed/schema-v1.1.json")));
    Magazine magazine = magazine();

    for (String path : List.of("/feed.json", "/authors/ana/feed.json", "/tags/flood/feed.json")) {
      assertThat(schema.mistakes(magazine.at(path))).as(path).isEmpty();
    }
    assertThat(schema.mistakes(magazine.at("/feed.json").replace("\"id\"", "\"guid\"")))
        .hasSize(4)
        .contains("items/0: no 'id'", "items/0: unknown 'guid'");
  }

  @Test
  void isValidWithoutArticles() throws Exception {
    JsonObject feed =
        Json.createReader(new StringReader(new Magazine(folder).at("/feed.json"))).readObject();

    assertThat(feed.getJsonArray("items")).isEmpty();
    assertThat(feed).containsKeys("version", "title", "feed_url").doesNotContainKey("description");
  }

  private Magazine magazine() throws Exception {
    return new Magazine(folder)
        .settings("description: How public sites fail\n")
        .file("_data/authors.yaml", "ana: {name: Ana Água}\n")
        .file("outages/canada/map one.svg", "<svg/>")
        .article(
            "outages/canada/index.md",
            """
            title: '"Canada" falls'
            date: 2016-11-08T23:05:00-05:00
            updated: 2016-11-09 09:30
            description: Visitors & votes
            authors: [ana]
            tags: [Flood]
            categories: [Report]
            image: map one.svg
            """)
        .article(
            "outages/2016-08-09-census.md",
            "title: Nuit du recensement\nlanguage: fr\nimage: //cdn.example.net/c.jpg");
  }
}
