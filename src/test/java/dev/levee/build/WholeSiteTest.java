package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.Golden;
import dev.levee.Samples;
import dev.levee.TestSite;
import dev.levee.site.Publication;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes out of a small magazine.
class WholeSiteTest {

  private static final BuiltSite OBSERVER = BuiltSite.of(Samples.OBSERVER + Samples.TINY_THEME);

  @Test
  void nothingIsWrongWithIt() {
    assertThat(OBSERVER.problems()).isEmpty();
    assertThat(OBSERVER.report().articles()).isEqualTo(4);
    assertThat(OBSERVER.report().pages()).isEqualTo(pages().size());
  }

  @Test
  void everyArticleAndEveryListHasAPage() {
    assertThat(pages())
        .containsExactlyInAnyOrder(
            "about/index.html",
            "archive/2015/03/index.html",
            "archive/2015/index.html",
            "archive/2016/10/index.html",
            "archive/2016/11/index.html",
            "archive/2016/index.html",
            "archive/index.html",
            "authors/ada/index.html",
            "authors/bob/index.html",
            "authors/index.html",
            "categories/index.html",
            "categories/weather/index.html",
            "index.html",
            "news/bridge/index.html",
            "news/flood/index.html",
            "news/index.html",
            "news/page/2/index.html",
            "news/town/index.html",
            "page/2/index.html",
            "series/high-water/index.html",
            "series/index.html",
            "tags/index.html",
            "tags/night/index.html",
            "tags/river/index.html");
  }

  @Test
  void theSiteAndEverySectionTermAndAuthorHaveFeeds() {
    assertThat(
            OBSERVER.paths().stream()
                .filter(p -> p.matches("(.*/)?(rss|atom)\\.xml|(.*/)?feed\\.json")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    "",
                    "authors/ada/",
                    "authors/bob/",
                    "categories/weather/",
                    "news/",
                    "tags/night/",
                    "tags/river/")
                .flatMap(f -> Stream.of(f + "rss.xml", f + "atom.xml", f + "feed.json"))
                .toList());
  }

  @Test
  void machinesGetTheirFiles() {
    assertThat(OBSERVER.paths())
        .contains(
            "404.html", "50x.html", "sitemap.xml", "news-sitemap.xml", "robots.txt", "_redirects");
    assertThat(OBSERVER.text("sitemap.xml"))
        .contains("<loc>https://example.org/news/flood/</loc>")
        .doesNotContain("404", "50x", "/old/");
    assertThat(OBSERVER.text("news-sitemap.xml")).contains("The flood").doesNotContain("The town");
    assertThat(OBSERVER.text("robots.txt"))
        .isEqualTo(
            """
            User-agent: *
            Disallow:

            Sitemap: https://example.org/sitemap.xml
            Sitemap: https://example.org/news-sitemap.xml
            """);
  }

  @Test
  void anOldAddressSendsReadersOn() {
    assertThat(OBSERVER.text("_redirects"))
        .isEqualTo(
            """
            /2016/flood.html /news/flood/ 301
            /old/flood/ /news/flood/ 301
            /old/flood /news/flood/ 301
            """);
    assertThat(
            OBSERVER
                .page("old/flood/index.html")
                .select("meta[http-equiv=refresh]")
                .attr("content"))
        .isEqualTo("0; url=/news/flood/");
    assertThat(OBSERVER.has("2016/flood.html")).isTrue();
  }

  @Test
  void assetsCarryAFingerprintAndPicturesStandBesideTheirPage() {
    assertThat(OBSERVER.paths()).anyMatch(p -> p.matches("assets/css/tiny\\.[0-9a-f]{10}\\.css"));
    assertThat(OBSERVER.has("news/flood/water.svg")).isTrue();
    assertThat(OBSERVER.has("pictures/map.svg")).isTrue();
    assertThat(OBSERVER.page("news/flood/index.html").select("img").attr("src"))
        .isEqualTo("/news/flood/water.svg");
  }

  @Test
  void aListGoesOnOnItsNextPage() {
    assertThat(OBSERVER.page("news/index.html").select("li a").eachAttr("href"))
        .containsExactly("/news/flood/", "/news/town/");
    assertThat(OBSERVER.page("news/index.html").select("a:contains(Older)").attr("href"))
        .isEqualTo("/news/page/2/");
    assertThat(OBSERVER.page("news/page/2/index.html").select("li a").eachAttr("href"))
        .containsExactly("/news/bridge/");
  }

  @Test
  void articlesWithoutADateAreInNoListOfNews() {
    assertThat(OBSERVER.mentioning("About us")).containsExactlyInAnyOrder("about/index.html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "news/index.html",
        "news/flood/index.html",
        "tags/index.html",
        "authors/ada/index.html",
        "archive/2016/11/index.html",
        "404.html",
        "50x.html",
        "old/flood/index.html",
        "rss.xml",
        "atom.xml",
        "feed.json",
        "sitemap.xml"
      })
  void isByteForByte(String path) {
    Golden.check("observer/" + path, OBSERVER.text(path));
  }

  private static List<String> pages() {
    return OBSERVER.paths().stream()
        .filter(p -> p.endsWith("index.html") && !p.startsWith("old/"))
        .toList();
  }

  private static final String SECRETS =
      """
      -- content/news/a.md --
      ---
      title: Seen
      date: 2016-11-01
      ---
      x
      -- content/news/HUSHED-draft/index.md --
      ---
      title: HUSHED-draft
      date: 2016-11-02
      draft: true
      tags: [HUSHED-tag]
      authors: [HUSHED Author]
      series: HUSHED series
      aliases: [/HUSHED-old/]
      ---
      HUSHED words.
      -- content/news/HUSHED-draft/HUSHED.svg --
      HUSHED
      -- content/news/hushed-future/index.md --
      ---
      title: HUSHED-future
      slug: HUSHED-slug
      date: 2016-12-01
      categories: [HUSHED-category]
      ---
      HUSHED words.
      -- content/news/hushed-future/HUSHED.pdf --
      HUSHED
      -- content/news/hushed-expired/index.md --
      ---
      title: HUSHED-expired
      slug: HUSHED-slug-2
      date: 2014-01-01
      expiryDate: 2016-11-09T11:59:59Z
      ---
      HUSHED words.
      -- content/news/hushed-expired/deep/HUSHED.svg --
      HUSHED
      """;

  @Test
  void whatIsNotPublishedLeavesNoTrace() {
    BuiltSite site = BuiltSite.of(SECRETS + Samples.TINY_THEME);
    assertThat(site.problems()).isEmpty();
    assertThat(site.mentioning("Seen")).isNotEmpty();
    assertThat(site.mentioning("HUSHED")).isEmpty();
    assertThat(site.mentioning("hushed")).isEmpty();
    assertThat(site.mentioning("2014")).isEmpty();
  }

  @Test
  void whatIsNotPublishedCanBeAskedFor() {
    TestSite site = TestSite.of(SECRETS + Samples.TINY_THEME);
    BuiltSite all =
        BuiltSite.build(
            BuildOptions.of(site.folder(), new Publication(TestSite.CLOCK, true, true, true)));
    assertThat(all.mentioning("HUSHED-draft")).isNotEmpty();
    assertThat(all.mentioning("HUSHED-future")).isNotEmpty();
    assertThat(all.mentioning("HUSHED-expired")).isNotEmpty();
    assertThat(all.paths()).anyMatch(p -> p.endsWith("HUSHED.pdf"));
  }

  @Test
  void whatIsTakenBackDisappearsAgain() {
    TestSite site = TestSite.of(SECRETS + Samples.TINY_THEME);
    site.file("content/news/b.md", "---\ntitle: GONE\ndate: 2016-11-03\ntags: [GONE]\n---\n");
    assertThat(BuiltSite.of(site).mentioning("GONE")).isNotEmpty();
    site.file("content/news/b.md", "---\ntitle: GONE\ndraft: true\n---\n");
    assertThat(BuiltSite.of(site).mentioning("GONE")).isEmpty();
  }
}
