package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// Whatever a title holds, every file can be read, and says the title but for what no XML can hold.
class AnyTextTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a ]]> b                         | a ]]> b
          <![CDATA[ <b>bold</b> & &amp;   | <![CDATA[ <b>bold</b> & &amp;
          \\"quoted\\" 'twice'            | "quoted" 'twice'
          emoji 🌊👩‍🚒 in it                | emoji 🌊👩‍🚒 in it
          bell\\a null\\0 escape\\e end    | bell null escape end
          lone \\uD83D high \\uDE00 low    | lone  high  low
          non\\uFFFEchar \\uFFFF end       | nonchar  end
          line\\r\\nbreak\\rtwice          | line\\nbreak\\ntwice
          next\\N line                    | next\\205 line
          الفيضان في الليل                | الفيضان في الليل
          שיטפון 2016                     | שיטפון 2016
          洪水の夜                        | 洪水の夜
          """)
  void inTitlesIsRead(String written, String read) throws Exception {
    String title = read.translateEscapes();
    Magazine magazine =
        new Magazine(folder)
            .settings("feeds: {content: full}\n")
            .article(
                "news/a.md",
                "title: \"%s\"\ndescription: \"%s\"\ntags: [\"x %s\"]\ndate: 2016-11-09\nslug: a"
                    .formatted(written, written, written));

    assertThat(text(xml(magazine, "/rss.xml"), "item", "title")).isEqualTo(title);
    assertThat(text(xml(magazine, "/rss.xml"), "item", "description"))
        .isEqualTo(XmlFile.html(title));
    assertThat(text(xml(magazine, "/rss.xml"), "item", "category")).isEqualTo("x " + title);
    assertThat(text(xml(magazine, "/atom.xml"), "entry", "title")).isEqualTo(title);
    assertThat(text(xml(magazine, "/atom.xml"), "entry", "content"))
        .isEqualTo("<p>" + XmlFile.html(title) + "</p>\n");
    assertThat(text(xml(magazine, "/news-sitemap.xml"), "url", "news:title")).isEqualTo(title);
    assertThat(
            Json.createReader(new StringReader(magazine.at("/feed.json")))
                .readObject()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("title"))
        .isEqualTo(title);
    assertThat(magazine.at("/rss.xml")).doesNotContain("\r");
  }

  @Test
  void inTheSettingsIsReadToo() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .onlySettings(
                """
                title: "R&D ]]> <b>"
                url: https://example.org/a&b/
                copyright: "© <us> & them"
                description: "Q&A\\a"
                """)
            .article("a.md", "title: A\ndate: 2016-11-09");

    assertThat(text(xml(magazine, "/rss.xml"), "channel", "title")).isEqualTo("R&D ]]> <b>");
    assertThat(text(xml(magazine, "/rss.xml"), "item", "link"))
        .isEqualTo("https://example.org/a&b/a/");
    assertThat(text(xml(magazine, "/atom.xml"), "feed", "rights")).isEqualTo("© <us> & them");
    assertThat(text(xml(magazine, "/atom.xml"), "feed", "subtitle")).isEqualTo("Q&A");
    assertThat(text(xml(magazine, "/sitemap.xml"), "url", "loc"))
        .isEqualTo("https://example.org/a&b/");
  }

  private static Document xml(Magazine magazine, String path) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(magazine.at(path))));
  }

  private static String text(Document document, String parent, String name) {
    return ((Element) document.getElementsByTagName(parent).item(0))
        .getElementsByTagName(name)
        .item(0)
        .getTextContent();
  }
}
