package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// What authors write is text in every page, and structured data in one place.
class EscapingTest {

  private static final String EVIL = "</script><script>alert('1')</script>\"&amp;";

  private static final BuiltSite SITE =
      BuiltSite.of(
          """
          -- levee.yaml --
          title: 'T %1$s'
          tagline: 'G %1$s'
          description: 'D %1$s'
          copyright: 'C %1$s'
          url: https://example.org/sub
          timezone: America/Toronto
          publisher: {name: 'P %1$s', logo: /pictures/logo.svg}
          menus: {main: [{title: 'M %1$s', url: /news/}]}
          -- content/_data/authors.yaml --
          ada: {name: 'A %1$s', bio: 'B %1$s'}
          -- content/pictures/logo.svg --
          <svg xmlns="http://www.w3.org/2000/svg"/>
          -- content/news/_index.md --
          ---
          title: 'N %1$s'
          tagline: 'NT %1$s'
          dek: 'ND %1$s'
          ---
          -- content/news/a/index.md --
          ---
          title: 'H %1$s'
          dek: 'K %1$s'
          description: 'E %1$s'
          date: 2016-11-08 21:30
          updated: 2016-11-09
          authors: ada
          tags: ['X %1$s']
          series: 'S %1$s'
          image: {src: a.svg, alt: 'I %1$s', caption: 'IC %1$s', credit: 'IR %1$s'}
          corrections: ['Q %1$s']
          ---
          ## Z `</script>`

          {{< embed url="/news/" title="%2$s" site="%2$s" >}}

          {{< figure src="a.svg" alt="%2$s" >}}
          -- content/news/a/a.svg --
          x
          """
              .formatted(EVIL.replace("'", "''"), EVIL.replace("\"", "\\\"")));

  @Test
  void noTextBecomesMarkup() {
    assertThat(SITE.problems()).isEmpty();
    for (String path : SITE.paths()) {
      if (path.endsWith(".html")) {
        assertThat(SITE.page(path).select("script:not([type])")).as(path).isEmpty();
        assertThat(SITE.text(path)).as(path).doesNotContain("<script>alert");
      }
    }
  }

  @Test
  void everyTextIsShownAsItWasWritten() {
    assertThat(SITE.page("news/a/index.html").select("h1").text()).isEqualTo("H " + EVIL);
    assertThat(SITE.page("news/a/index.html").title()).isEqualTo("H " + EVIL + " · T " + EVIL);
    assertThat(SITE.page("news/a/index.html").select("meta[name=description]").attr("content"))
        .isEqualTo("E " + EVIL);
  }

  @Test
  void anArticleTellsSearchEnginesWhatItIs() {
    JsonObject article = data("news/a/index.html");
    assertThat(article.getString("@context")).isEqualTo("https://schema.org");
    assertThat(article.getString("@type")).isEqualTo("NewsArticle");
    assertThat(article.getString("headline")).isEqualTo("H " + EVIL);
    assertThat(article.getString("description")).isEqualTo("E " + EVIL);
    assertThat(article.getString("url")).isEqualTo("https://example.org/sub/news/a/");
    assertThat(article.getString("datePublished")).isEqualTo("2016-11-08T21:30:00-05:00");
    assertThat(article.getString("dateModified")).isEqualTo("2016-11-09T00:00:00-05:00");
    assertThat(article.getString("articleSection")).isEqualTo("N " + EVIL);
    assertThat(article.getJsonArray("image").getValuesAs(JsonString::getString))
        .containsExactly("https://example.org/sub/news/a/a.svg");
    JsonObject author = article.getJsonArray("author").getJsonObject(0);
    assertThat(author.getString("@type")).isEqualTo("Person");
    assertThat(author.getString("name")).isEqualTo("A " + EVIL);
    assertThat(author.getString("url")).isEqualTo("https://example.org/sub/authors/ada/");
    JsonObject publisher = article.getJsonObject("publisher");
    assertThat(publisher.getString("@type")).isEqualTo("Organization");
    assertThat(publisher.getString("name")).isEqualTo("P " + EVIL);
    assertThat(publisher.getString("logo")).isEqualTo("https://example.org/sub/pictures/logo.svg");
  }

  @Test
  void aListAndTheHomePageDoSoToo() {
    assertThat(data("index.html").getString("@type")).isEqualTo("WebSite");
    assertThat(data("index.html").getString("name")).isEqualTo("T " + EVIL);
    assertThat(data("news/index.html").getString("@type")).isEqualTo("CollectionPage");
    assertThat(data("news/index.html").getString("url")).isEqualTo("https://example.org/sub/news/");
  }

  @Test
  void anArticleWithoutADateIsAPage() {
    BuiltSite site = BuiltSite.of("-- content/about.md --\n---\ntitle: About\n---\nText.\n");
    Element script = site.page("about/index.html").selectFirst("script[type]");
    JsonObject page = Json.createReader(new StringReader(script.data())).readObject();
    assertThat(page.getString("@type")).isEqualTo("WebPage");
    assertThat(page.getString("name")).isEqualTo("About");
    assertThat(page.keySet()).doesNotContain("datePublished", "dateModified", "author", "image");
  }

  private static JsonObject data(String path) {
    Element script = SITE.page(path).selectFirst("script[type=application/ld+json]");
    return Json.createReader(new StringReader(script.data())).readObject();
  }
}
