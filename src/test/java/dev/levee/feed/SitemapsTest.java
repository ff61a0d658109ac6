package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.content.Article;
import dev.levee.content.Content;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.source.SourceFile.ArticleFile;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class SitemapsTest {

  @TempDir private Path folder;

  @Test
  void listEveryPageWithItsLastChange() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .settings("taxonomies: [tags]\narchives: false\n")
            .article("about.md", "title: About us")
            .article(
                "news/storm.md", "title: Storm\ndate: 2016-11-08 20:00\nupdated: 2016-11-09 08:00")
            .article("news/calm.md", "title: Calm\ndate: 2016-07-01\ntags: [weather]");

    assertThat(magazine.at("/sitemap.xml"))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url>
                <loc>https://example.org/</loc>
                <lastmod>2016-11-08T20:00:00-05:00</lastmod>
              </url>
              <url>
                <loc>https://example.org/about/</loc>
              </url>
              <url>
                <loc>https://example.org/news/</loc>
                <lastmod>2016-11-08T20:00:00-05:00</lastmod>
              </url>
              <url>
                <loc>https://example.org/news/calm/</loc>
                <lastmod>2016-07-01T00:00:00-04:00</lastmod>
              </url>
              <url>
                <loc>https://example.org/news/storm/</loc>
                <lastmod>2016-11-09T08:00:00-05:00</lastmod>
              </url>
              <url>
                <loc>https://example.org/tags/</loc>
                <lastmod>2016-07-01T00:00:00-04:00</lastmod>
              </url>
              <url>
                <loc>https://example.org/tags/weather/</loc>
                <lastmod>2016-07-01T00:00:00-04:00</lastmod>
              </url>
            </urlset>
            """);
  }

  @Test
  void fitTheSchema() throws Exception {
    Schema schema = schema(new StreamSource(SharedFiles.at("schemas/sitemap.xsd").toFile()));
    Magazine magazine =
        new Magazine(folder)
            .article("天気/台風 & 'eye'.md", "title: 台風\ndate: 2016-11-08")
            .article("1889.md", "title: Johnstown\ndate: 1889-05-31\nauthors: [Ana]\nseries: S");

    assertThatCode(() -> validate(schema, magazine.at("/sitemap.xml"))).doesNotThrowAnyException();
    assertThatThrownBy(
            () -> validate(schema, magazine.at("/sitemap.xml").replace("1889-05-31T", "31 May ")))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void leaveOutArticlesThatAreListedElsewhere() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .article("a.md", "title: A\ndate: 2016-11-09\ncanonical: https://other.org/a/")
            .article("b.md", "title: B\ndate: 2016-11-09\ncanonical: https://example.org/b")
            .article("c.md", "title: C\ndate: 2016-11-09\ncanonical: /c/")
            .article("d.md", "title: D\ndate: 2016-11-09\ncanonical: c.md")
            .article("ж.md", "title: Ж\ndate: 2016-11-09\ncanonical: https://example.org/ж/");

    for (String path : List.of("/sitemap.xml", "/news-sitemap.xml")) {
      assertThat(magazine.at(path))
          .contains("org/b/</loc>", "org/c/</loc>", "org/%D0%B6/</loc>")
          .doesNotContain("/a/</loc>", "/d/</loc>");
    }
  }

  @Test
  void areSplitAt50000Pages() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .settings("archives: false\npagination: {size: 100000}\n")
            .article("news/first.md", "title: First\ndate: 2016-11-08");
    Site site = magazine.site(copies(magazine.content(), 50_001));

    assertThat(site.routes().all().stream().filter(Route::isPage)).hasSize(50_003);
    assertThat(Magazine.text(site, "/sitemap.xml"))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <sitemap>
                <loc>https://example.org/sitemap-1.xml</loc>
                <lastmod>2016-11-08T00:00:00-05:00</lastmod>
              </sitemap>
              <sitemap>
                <loc>https://example.org/sitemap-2.xml</loc>
                <lastmod>2016-11-08T00:00:00-05:00</lastmod>
              </sitemap>
            </sitemapindex>
            """);
    assertThat(Magazine.text(site, "/sitemap-1.xml").split("<loc>", -1)).hasSize(50_001);
    assertThat(Magazine.text(site, "/sitemap-2.xml").split("<loc>", -1)).hasSize(4);
    Schema index = schema(new StreamSource(SharedFiles.at("schemas/siteindex.xsd").toFile()));
    Schema part = schema(new StreamSource(SharedFiles.at("schemas/sitemap.xsd").toFile()));
    validate(index, Magazine.text(site, "/sitemap.xml"));
    validate(part, Magazine.text(site, "/sitemap-1.xml"));
  }

  @Test
  void listTheNewsOfTwoDays() throws Exception {
    Magazine magazine =
        new Magazine(folder)
            .settings("publisher: {name: Levee Press}\n")
            .article("night.md", "title: Election <night>\ndate: 2016-11-08T23:05:00-05:00")
            .article("last.md", "title: Last\ndate: 2016-11-07T17:00:01Z\nlanguage: zh-TW")
            .article("left.md", "title: Left\ndate: 2016-11-07T17:00:00Z")
            .article("ahead.md", "title: Ahead\ndate: 2016-11-10\npublishDate: 2016-11-01")
            .article("about.md", "title: About us");
    String news = magazine.at("/news-sitemap.xml");

    assertThat(news)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
            xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url>
                <loc>https://example.org/night/</loc>
                <news:news>
                  <news:publication>
                    <news:name>Levee Press</news:name>
                    <news:language>en</news:language>
                  </news:publication>
                  <news:publication_date>2016-11-08T23:05:00-05:00</news:publication_date>
                  <news:title>Election &lt;night&gt;</news:title>
                </news:news>
              </url>
              <url>
                <loc>https://example.org/last/</loc>
                <news:news>
                  <news:publication>
                    <news:name>Levee Press</news:name>
                    <news:language>zh-tw</news:language>
                  </news:publication>
                  <news:publication_date>2016-11-07T12:00:01-05:00</news:publication_date>
                  <news:title>Last</news:title>
                </news:news>
              </url>
            </urlset>
            """);
    Path sitemap = SharedFiles.at("schemas/sitemap.xsd");
    Schema schema =
        schema(new StreamSource(new StringReader(NEWS)), new StreamSource(sitemap.toFile()));
    validate(schema, news);
  }

  @Test
  void listAThousandNewsAtMost() throws Exception {
    Magazine magazine =
        new Magazine(folder).article("news/first.md", "title: First\ndate: 2016-11-09");
    Site site = magazine.site(copies(magazine.content(), 1_200));

    assertThat(Magazine.text(site, "/news-sitemap.xml").split("<loc>", -1)).hasSize(1_001);
  }

  @Test
  void mayHaveNoNews() throws Exception {
    assertThat(new Magazine(folder).at("/news-sitemap.xml"))
        .contains("<urlset ")
        .doesNotContain("<url>");
  }

  private static Content copies(Content content, int count) {
    Article first = content.articles().getFirst();
    List<Article> articles =
        IntStream.range(0, count)
            .mapToObj(i ->
                new Article(
                    new ArticleFile("news/" + i + ".md", first.file().file(), first.file().stamp()),
                    "content/news/" + i + ".md",
                    first.section(),
                    first.frontMatter(),
                    "n" + i,
                    first.bodyLine(),
                    first.digest(),
                    first.bodyDigest()))
            .toList();
    return new Content(articles, content.sections(), content.authors(), content.data(), List.of());
  }

  private static Schema schema(Source... sources) throws SAXException {
    return SchemaFactory.newDefaultInstance().newSchema(sources);
  }

  private static void validate(Schema schema, String xml) throws Exception {
    var validator = schema.newValidator();
    validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    validator.validate(new StreamSource(new StringReader(xml)));
  }

  /// What Google's page on news sitemaps asks for, as a schema.
  private static final String NEWS =
      """
      <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
          targetNamespace="http://www.google.com/schemas/sitemap-news/0.9">
        <xsd:element name="news">
          <xsd:complexType>
            <xsd:all>
              <xsd:element name="publication">
                <xsd:complexType>
                  <xsd:all>
                    <xsd:element name="name" type="xsd:string"/>
                    <xsd:element name="language">
                      <xsd:simpleType>
                        <xsd:restriction base="xsd:string">
                          <xsd:pattern value="zh-cn|zh-tw|([a-z]{2,3})"/>
                        </xsd:restriction>
                      </xsd:simpleType>
                    </xsd:element>
                  </xsd:all>
                </xsd:complexType>
              </xsd:element>
              <xsd:element name="publication_date" type="xsd:dateTime"/>
              <xsd:element name="title" type="xsd:string"/>
            </xsd:all>
          </xsd:complexType>
        </xsd:element>
      </xsd:schema>
      """;
}
