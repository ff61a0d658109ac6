package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.OwnMagazine;
import dev.levee.Samples;
import dev.levee.TestSite;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every link of a built site leads somewhere, wherever the site stands.
class LinksTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "/blog", "/a/b%20c"})
  void noLinkOfASiteIsBroken(String base) {
    TestSite site = TestSite.of(Samples.OBSERVER);
    BuiltSite built = BuiltSite.build(BuiltSite.options(site, "https://example.org" + base));
    assertThat(built.problems()).isEmpty();
    assertThat(new Crawl(site.path("site"), base).broken()).isEmpty();
  }

  @Test
  void aSiteMayStandBelowItsHost() {
    TestSite site = TestSite.of(Samples.OBSERVER);
    BuiltSite built = BuiltSite.build(BuiltSite.options(site, "https://example.org/blog"));
    Document page = built.page("news/flood/index.html");
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/blog/news/flood/");
    assertThat(page.select("link[rel=stylesheet]").attr("href")).startsWith("/blog/assets/css/");
    assertThat(page.select("link[rel=alternate]").eachAttr("href"))
        .containsExactly("/blog/rss.xml", "/blog/atom.xml", "/blog/feed.json");
    assertThat(page.select(".prose img").attr("src")).isEqualTo("/blog/news/flood/water.svg");
    assertThat(page.select("meta[property=og:image]").attr("content"))
        .isEqualTo("https://example.org/blog/news/flood/water.svg");
    assertThat(built.text("rss.xml")).contains("<link>https://example.org/blog/news/flood/</link>");
    assertThat(built.text("sitemap.xml")).contains("<loc>https://example.org/blog/</loc>");
    assertThat(built.text("robots.txt")).contains("Sitemap: https://example.org/blog/sitemap.xml");
    assertThat(built.text("_redirects")).contains("/blog/old/flood/ /blog/news/flood/ 301");
  }

  @Test
  void anEmptyFolderIsASiteAlready() {
    TestSite site = TestSite.of("");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    assertThat(built.paths())
        .contains("index.html", "404.html", "rss.xml", "atom.xml", "feed.json", "sitemap.xml");
    assertThat(new Crawl(site.path("site"), "").broken()).isEmpty();
  }

  @Test
  void soIsOneArticle() {
    TestSite site = TestSite.of("-- content/a.md --\n---\ntitle: A\n---\nText.\n");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    assertThat(built.has("a/index.html")).isTrue();
    assertThat(new Crawl(site.path("site"), "").broken()).isEmpty();
  }

  @Test
  void noLinkOfOurOwnMagazineIsBroken() throws Exception {
    BuiltSite built = OwnMagazine.built();
    assertThat(built.problems()).isEmpty();
    assertThat(new Crawl(built.report().destination(), "").broken()).isEmpty();
  }
}
