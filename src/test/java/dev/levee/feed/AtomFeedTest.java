package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nu.validator.vendor.thaiopensource.util.PropertyMapBuilder;
import nu.validator.vendor.thaiopensource.validate.ValidateProperty;
import nu.validator.vendor.thaiopensource.validate.ValidationDriver;
import nu.validator.vendor.thaiopensource.validate.rng.CompactSchemaReader;
import nu.validator.vendor.thaiopensource.xml.sax.ErrorHandlerImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class AtomFeedTest {

  @TempDir private Path folder;

  @Test
  void holdsTheNewestArticles() throws Exception {
    assertThat(magazine().at("/outages/atom.xml"))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-CA">
              <id>https://example.org/outages/atom.xml</id>
              <title>Outages · The Levee</title>
              <link rel="self" type="application/atom+xml" \
            href="https://example.org/outages/atom.xml"/>
              <link rel="alternate" type="text/html" href="https://example.org/outages/"/>
              <updated>2016-11-09T09:30:00-05:00</updated>
              <author>
                <name>The Levee</name>
                <uri>https://example.org/</uri>
              </author>
              <entry xml:lang="pt-BR">
                <id>https://example.org/outages/canada/</id>
                <title>O site do Canadá &lt;cai&gt;</title>
                <link rel="alternate" type="text/html" \
            href="https://example.org/outages/canada/"/>
                <published>2016-11-08T23:05:00-05:00</published>
                <updated>2016-11-09T09:30:00-05:00</updated>
                <author>
                  <name>Ana Água</name>
                  <uri>https://example.org/authors/ana/</uri>
                </author>
                <category term="Flood &amp; vote"/>
                <summary type="text">1 &lt; 2</summary>
                <content type="html">&lt;p&gt;O site do Canadá &amp;lt;cai&amp;gt;&lt;/p&gt;
            </content>
              </entry>
              <entry>
                <id>https://example.org/outages/census/</id>
                <title>Census night</title>
                <link rel="alternate" type="text/html" \
            href="https://example.org/outages/census/"/>
                <published>2016-08-09T00:00:00-04:00</published>
                <updated>2016-08-09T00:00:00-04:00</updated>
                <content type="html">&lt;p&gt;Census night&lt;/p&gt;
            </content>
              </entry>
            </feed>
            """);
  }

  @Test
  void fitsTheGrammarOfTheRfc() throws Exception {
    Path grammar = SharedFiles.at("schemas/atom.rnc");
    Magazine magazine = magazine();

    for (String path : new String[] {"/atom.xml", "/outages/atom.xml", "/authors/ana/atom.xml"}) {
      assertThat(mistakes(grammar, magazine.at(path))).as(path).isEmpty();
    }
    assertThat(mistakes(grammar, magazine.at("/atom.xml").replace("updated>", "update>")))
        .contains("update");
  }

  @Test
  void hasADateThatNeverChangesWhenItHasNoArticles() throws Exception {
    Magazine magazine = new Magazine(folder).article("about.md", "title: About us");
    String feed = magazine.at("/atom.xml");

    assertThat(feed).contains("<updated>1970-01-01T00:00:00Z</updated>").doesNotContain("<entry");
    assertThat(mistakes(SharedFiles.at("schemas/atom.rnc"), feed)).isEmpty();
  }

  private Magazine magazine() throws Exception {
    return new Magazine(folder)
        .settings("feeds: {content: full}\n")
        .file("_data/authors.yaml", "ana: {name: Ana Água}\n")
        .article(
            "outages/2016-11-08-canada.md",
            """
            title: O site do Canadá <cai>
            language: pt-BR
            date: 2016-11-08T23:05:00-05:00
            updated: 2016-11-09 09:30
            description: 1 < 2
            authors: [ana]
            tags: [Flood & vote]
            """)
        .article("outages/2016-08-09-census.md", "title: Census night");
  }

  private static String mistakes(Path grammar, String feed) throws Exception {
    StringWriter mistakes = new StringWriter();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(mistakes));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    assertThat(driver.loadSchema(ValidationDriver.fileInputSource(grammar.toFile()))).isTrue();
    driver.validate(
        new InputSource(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8))));
    return mistakes.toString();
  }
}
