package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotsTest {

  @TempDir private Path folder;

  @Test
  void letEveryoneReadEverything() throws Exception {
    assertThat(new Magazine(folder).at("/robots.txt"))
        .isEqualTo(
            """
            User-agent: *
            Disallow:

            Sitemap: https://example.org/sitemap.xml
            Sitemap: https://example.org/news-sitemap.xml
            """);
  }

  @Test
  void keepOutOfWhatTheSettingsName() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .onlySettings(
                """
                title: The Levee
                url: https://example.org/mag/
                robots: {disallow: [/drafts/, "*.pdf$"]}
                """);

    assertThat(magazine.at("/robots.txt"))
        .isEqualTo(
            """
            User-agent: *
            Disallow: /mag/drafts/
            Disallow: *.pdf$

            Sitemap: https://example.org/mag/sitemap.xml
            Sitemap: https://example.org/mag/news-sitemap.xml
            """);
  }
}
