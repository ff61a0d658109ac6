package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.MarkupValidator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedirectsTest {

  @TempDir private Path folder;

  @Test
  void areRulesSortedByAddress() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .article("news/b.md", "title: B\naliases: [/old/b/, /2016/b.html]")
            .article("news/é.md", "title: É\naliases: [/alt, '/a*:b c/']");

    assertThat(magazine.at("/_redirects"))
        .isEqualTo(
            """
            /2016/b.html /news/b/ 301
            /a%2A%3Ab%20c/ /news/%C3%A9/ 301
            /a%2A%3Ab%20c /news/%C3%A9/ 301
            /alt/ /news/%C3%A9/ 301
            /alt /news/%C3%A9/ 301
            /old/b/ /news/b/ 301
            /old/b /news/b/ 301
            """);
  }

  @Test
  void keepToThePathOfTheSite() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .onlySettings("title: The Levee\nurl: https://example.org/mag\n")
            .article("b.md", "title: B\naliases: /old/");

    assertThat(magazine.at("/_redirects"))
        .isEqualTo("/mag/old/ /mag/b/ 301\n/mag/old /mag/b/ 301\n");
    assertThat(magazine.at("/old/"))
        .contains("<link rel=\"canonical\" href=\"https://example.org/mag/b/\">")
        .contains("<a href=\"/mag/b/\">");
  }

  @Test
  void areNoRulesWithoutAliases() throws Exception {
    assertThat(new Magazine(folder).at("/_redirects")).isEmpty();
  }

  @Test
  void arePagesWhereTheHostReadsNoRules() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .article("news/b.md", "title: 'R&D \"<now>\"'\nlanguage: he\naliases: /old/");

    assertThat(magazine.at("/old/"))
        .isEqualTo(
            """
            <!DOCTYPE html>
            <html lang="he">
            <head>
            <meta charset="utf-8">
            <title>R&amp;D &quot;&lt;now&gt;&quot;</title>
            <link rel="canonical" href="https://example.org/news/b/">
            <meta http-equiv="refresh" content="0; url=/news/b/">
            <meta name="robots" content="noindex">
            <meta name="viewport" content="width=device-width">
            </head>
            <body>
            <p dir="auto"><a href="/news/b/">R&amp;D &quot;&lt;now&gt;&quot;</a></p>
            </body>
            </html>
            """);
  }

  @Test
  void pagesAreValidHtml() throws Exception {
    Magazine magazine =
        new Magazine(folder).article("news/'q' & ü.md", "title: A title\naliases: /old/");
    String page = magazine.at("/old/");

    MarkupValidator validator = new MarkupValidator();
    assertThat(mistakes(validator, page)).isEmpty();
    assertThat(mistakes(validator, page.replace("<p dir", "<p dire")))
        .singleElement()
        .asString()
        .contains("dire");
  }

  private static List<String> mistakes(MarkupValidator validator, String page) throws Exception {
    return validator.mistakes(page.getBytes(StandardCharsets.UTF_8));
  }
}
