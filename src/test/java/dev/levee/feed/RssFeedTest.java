package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RssFeedTest {

  @TempDir private Path folder;

  @Test
  void holdsTheNewestArticlesWithSummaries() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .settings(
                """
                description: How public sites fail
                copyright: © 2016 The Levee
                """)
            .file("_data/authors.yaml", "ana: {name: Ana Água}\n")
            .article(
                "outages/2016-11-08-canada.md",
                """
                title: Canada's site falls over
                date: 2016-11-08T23:05:00-05:00
                updated: 2016-11-09 09:30
                description: Visitors & votes
                authors: [ana]
                tags: [Flood, Vote]
                """)
            .article("outages/2016-08-09-census.md", "title: Census night");

    assertThat(magazine.at("/rss.xml"))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" \
            xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel>
                <title>The Levee</title>
                <link>https://example.org/</link>
                <description>How public sites fail</description>
                <atom:link href="https://example.org/rss.xml" rel="self" \
            type="application/rss+xml"/>
                <language>en-CA</language>
                <copyright>© 2016 The Levee</copyright>
                <lastBuildDate>Wed, 09 Nov 2016 14:30:00 GMT</lastBuildDate>
                <item>
                  <title>Canada's site falls over</title>
                  <link>https://example.org/outages/canada/</link>
                  <guid isPermaLink="true">https://example.org/outages/canada/</guid>
                  <pubDate>Wed, 09 Nov 2016 04:05:00 GMT</pubDate>
                  <dc:creator>Ana Água</dc:creator>
                  <category>Flood</category>
                  <category>Vote</category>
                  <description>Visitors &amp;amp; votes</description>
                </item>
                <item>
                  <title>Census night</title>
                  <link>https://example.org/outages/census/</link>
                  <guid isPermaLink="true">https://example.org/outages/census/</guid>
                  <pubDate>Tue, 09 Aug 2016 04:00:00 GMT</pubDate>
                </item>
              </channel>
            </rss>
            """);
  }

  @Test
  void carriesWholeArticlesWhereTheSettingsAskForThem() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .settings("feeds: {content: full}\n")
            .article("a.md", "title: Q & A\ndate: 2016-11-08\ndescription: Short");

    assertThat(magazine.at("/rss.xml"))
        .contains("<title>Q &#x26; A</title>")
        .contains("<description>Short</description>")
        .contains("<content:encoded>&lt;p&gt;Q &amp;amp; A&lt;/p&gt;\n</content:encoded>");
  }

  @Test
  void isValidWithoutArticles() throws Exception {
    Magazine magazine = new Magazine(folder).article("about.md", "title: About us");

    assertThat(magazine.at("/rss.xml"))
        .contains("<description>The Levee</description>")
        .doesNotContain("<item>", "lastBuildDate");
  }

  @Test
  void saysTheLanguageOfTheSite() throws Exception {
    String settings = "title: 堤\nurl: https://example.org\nlanguage: zh_Hant_TW\n";

    assertThat(new Magazine(folder).onlySettings(settings).at("/rss.xml"))
        .contains("<language>zh-Hant-TW</language>");
  }

  @Test
  void ordersBySecondsWhateverTheWeight() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .settings("feeds: {items: 2}\n")
            .article("news/old.md", "title: Old\ndate: 2016-01-01\nweight: 1")
            .article("news/none.md", "title: Undated\nweight: 2")
            .article("news/new.md", "title: New\ndate: 2016-11-08 10:00:01")
            .article("news/newer.md", "title: Newer\ndate: 2016-11-08 10:00:02");

    assertThat(magazine.at("/news/rss.xml"))
        .containsSubsequence("<title>Newer</title>", "<title>New</title>")
        .doesNotContain("Old", "Undated");
  }

  @Test
  void namesTheListItIsOf() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .settings("tagline: Built to hold\n")
            .file("_data/authors.yaml", "ana: {name: Ana Água}\n")
            .file("outages/_index.md", "---\ntitle: Outages\ndescription: Nights\n---\n")
            .article("outages/a.md", "title: A\ndate: 2016-11-08\nauthors: ana\ntags: [Flood]");

    assertThat(magazine.at("/rss.xml"))
        .contains("<title>The Levee</title>", "<description>Built to hold</description>");
    assertThat(magazine.at("/outages/rss.xml"))
        .contains("<title>Outages · The Levee</title>", "<description>Nights</description>")
        .contains("<link>https://example.org/outages/</link>");
    assertThat(magazine.at("/tags/flood/rss.xml")).contains("<title>Flood · The Levee</title>");
    assertThat(magazine.at("/authors/ana/rss.xml")).contains("<title>Ana Água · The Levee</title>");
  }
}
