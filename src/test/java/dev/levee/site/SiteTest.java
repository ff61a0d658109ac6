package dev.levee.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.content.Article;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "/:sections/:slug/ => /world/europe/fine/",
        "/:section/:year/:month/:day/:slug/ => /world/2016/09/01/fine/",
        "/:year/:title.html => /2016/the-fine-print.html",
        "/p/:filename/ => /p/print/",
      })
  void theSettingsSayWhereArticlesOfASectionStand(String pattern, String url) {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: T
            url: https://example.org
            timezone: America/Toronto
            permalinks: {world: '%s'}
            -- content/world/europe/_index.md --
            ---
            title: Europe
            ---
            -- content/world/europe/2016-08-01-print.md --
            ---
            title: The fine print
            slug: Fine
            date: 2016-9-2 03:00 +0000
            ---
            """
                .formatted(pattern));
    assertThat(site.site().routes().all())
        .filteredOn(r -> r instanceof Route.ArticlePage)
        .extracting(r -> r.path().value())
        .containsExactly(url);
  }

  @Test
  void aPermalinkForASectionThatIsNotThereIsNamed() {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: T
            url: https://example.org
            permalinks: {News: '/:slug/', drafts: '/d/:slug/', '*': '/x/:slug/'}
            -- content/News/a.md --
            ---
            title: A
            ---
            -- content/drafts/b.md --
            ---
            title: B
            draft: true
            ---
            """);
    assertThat(site.problems())
        .containsExactly(
            " warn unknown-setting permalinks names 'News', which is no section"
                + " | did you mean 'news'?");
  }

  @Test
  void anAuthorMayFixTheAddress() {
    TestSite site =
        TestSite.of(
            "-- content/news/a.md --\n"
                + "---\n"
                + "title: A\n"
                + "url: /elsewhere/\n"
                + "aliases: [/elsewhere/, /b/, /b/]\n"
                + "---\n");
    assertThat(paths(site)).contains("/elsewhere/", "/b/").doesNotContain("/news/a/");
    assertThat(site.problems()).isEmpty();
  }

  @Test
  void asciiSlugsKeepAddressesPlain() {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: T
            url: https://example.org
            slugs: ascii
            permalinks: {'*': '/:title/'}
            -- content/a.md --
            ---
            title: Überschwemmung in Łódź
            tags: [Élection]
            ---
            """);
    assertThat(paths(site)).contains("/uberschwemmung-in-lodz/", "/tags/election/");
  }

  @Test
  void everyListHasItsPagesAndItsFeeds() {
    String articles =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i ->
                """
                -- content/news/a%d.md --
                ---
                title: A%d
                date: 2016-10-0%d
                tags: [flood]
                authors: [Ada]
                series: Saga
                ---
                """
                    .formatted(i, i, i))
            .collect(Collectors.joining());
    TestSite site =
        TestSite.of(
            "-- levee.yaml --\ntitle: T\nurl: https://example.org\npagination: {size: 2}\n"
                + "feeds: {formats: [rss, json]}\n"
                + articles);
    assertThat(paths(site))
        .containsExactly(
            "/",
            "/404.html",
            "/50x.html",
            "/_redirects",
            "/archive/",
            "/archive/2016/",
            "/archive/2016/10/",
            "/archive/2016/10/page/2/",
            "/archive/2016/10/page/3/",
            "/archive/2016/page/2/",
            "/archive/2016/page/3/",
            "/authors/",
            "/authors/ada/",
            "/authors/ada/feed.json",
            "/authors/ada/page/2/",
            "/authors/ada/page/3/",
            "/authors/ada/rss.xml",
            "/feed.json",
            "/news-sitemap.xml",
            "/news/",
            "/news/a1/",
            "/news/a2/",
            "/news/a3/",
            "/news/a4/",
            "/news/a5/",
            "/news/feed.json",
            "/news/page/2/",
            "/news/page/3/",
            "/news/rss.xml",
            "/page/2/",
            "/page/3/",
            "/robots.txt",
            "/rss.xml",
            "/series/",
            "/series/saga/",
            "/series/saga/page/2/",
            "/series/saga/page/3/",
            "/sitemap.xml",
            "/tags/",
            "/tags/flood/",
            "/tags/flood/feed.json",
            "/tags/flood/page/2/",
            "/tags/flood/page/3/",
            "/tags/flood/rss.xml");
  }

  @Test
  void sectionsHoldTheArticlesOfThoseInside() {
    Site site =
        TestSite.of(
                """
                -- content/world/europe/_index.md --
                ---
                title: Europe
                weight: 1
                ---
                -- content/world/europe/a.md --
                ---
                title: A
                ---
                -- content/world/b.md --
                ---
                title: B
                ---
                -- content/arts/_index.md --
                ---
                title: The Arts
                ---
                """)
            .site();
    assertThat(site.sections())
        .extracting(Section::path)
        .containsExactly("world/europe", "arts", "world");
    assertThat(site.home().children()).containsExactly("arts", "world");
    assertThat(site.section("world").orElseThrow().children()).containsExactly("world/europe");
    assertThat(site.section("world").orElseThrow().title()).isEqualTo("World");
    assertThat(ids(site.section("world").orElseThrow().listing()))
        .containsExactly("world/europe/a.md", "world/b.md");
    assertThat(ids(site.section("world/europe").orElseThrow().listing()))
        .containsExactly("world/europe/a.md");
    assertThat(site.section("world/europe").orElseThrow().parent()).isEqualTo("world");
    assertThat(site.section("arts").orElseThrow().listing().articles()).isEmpty();
  }

  @Test
  void listsBeginWithTheLightestThenTheNewestThenByTitle() {
    Site site =
        TestSite.of(
                """
                -- content/news/old.md --
                ---
                title: Old
                date: 2016-01-01
                ---
                -- content/news/b.md --
                ---
                title: B
                date: 2016-02-01
                ---
                -- content/news/a.md --
                ---
                title: A
                date: 2016-02-01
                ---
                -- content/news/undated.md --
                ---
                title: Undated
                ---
                -- content/news/pinned.md --
                ---
                title: Pinned
                date: 2015-01-01
                weight: 1
                ---
                """)
            .site();
    assertThat(ids(site.section("news").orElseThrow().listing()))
        .containsExactly(
            "news/pinned.md", "news/a.md", "news/b.md", "news/old.md", "news/undated.md");
    assertThat(ids(site.home().listing()))
        .containsExactly("news/a.md", "news/b.md", "news/old.md", "news/pinned.md");
  }

  @Test
  void neighboursAreOfTheSameSectionInTime() {
    TestSite text =
        TestSite.of(
            """
            -- content/news/1.md --
            ---
            title: One
            date: 2016-01-01
            ---
            -- content/sport/2.md --
            ---
            title: Two
            date: 2016-01-02
            ---
            -- content/news/3.md --
            ---
            title: Three
            date: 2016-01-03
            weight: 1
            ---
            -- content/news/undated.md --
            ---
            title: Undated
            ---
            """);
    Site site = text.site();
    Article one = text.article("news/1.md");
    Article three = text.article("news/3.md");
    assertThat(site.next(one)).contains(three);
    assertThat(site.previous(three)).contains(one);
    assertThat(site.previous(one)).isEmpty();
    assertThat(site.next(three)).isEmpty();
    assertThat(site.next(text.article("news/undated.md"))).isEmpty();
  }

  @Test
  void termsThatDifferInCaseOrMarksOfSpaceAreOne() {
    TestSite text =
        TestSite.of(
            """
            -- content/a.md --
            ---
            title: A
            date: 2016-02-01
            tags: [Climate Change, flood, climate change]
            ---
            -- content/b.md --
            ---
            title: B
            date: 2016-01-01
            tags: climate-change
            ---
            """);
    Site site = text.site();
    Taxonomy tags = site.taxonomy("tags").orElseThrow();
    assertThat(tags.terms())
        .extracting(Taxonomy.Term::slug)
        .containsExactly("climate-change", "flood");
    assertThat(tags.terms().getFirst().name()).isEqualTo("Climate Change");
    assertThat(ids(tags.terms().getFirst().listing())).containsExactly("a.md", "b.md");
    assertThat(site.terms(text.article("a.md"), tags))
        .extracting(Taxonomy.Term::slug)
        .containsExactly("climate-change", "flood");
  }

  @Test
  void anyTaxonomyTheSettingsNameHasItsPages() {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: T
            url: https://example.org
            taxonomies: {places: Our places}
            -- content/a.md --
            ---
            title: A
            places: [Toronto, 東京]
            ---
            """);
    assertThat(paths(site)).contains("/places/", "/places/toronto/", "/places/東京/");
    assertThat(site.site().taxonomy("places").orElseThrow().title()).isEqualTo("Our places");
    assertThat(site.problems()).isEmpty();
  }

  @Test
  void aTermWithoutLettersIsNamed() {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: T
            url: https://example.org
            slugs: ascii
            -- content/a.md --
            ---
            title: A
            tags: [東京]
            ---
            """);
    assertThat(site.problems())
        .containsExactly(
            "content/a.md error bad-url no address can be made from '東京' under 'tags'"
                + " | write it in Latin letters, or set 'slugs: unicode'");
  }

  @Test
  void aLongTermHasAnAddressAllTheSame() {
    TestSite site =
        TestSite.of("-- content/a.md --\n---\ntitle: A\ntags: [" + "é".repeat(300) + "]\n---\n");
    assertThat(site.problems()).isEmpty();
    assertThat(paths(site)).contains("/tags/" + "é".repeat(120) + "/");
  }

  @Test
  void anAuthorIsListedByTheirName() {
    TestSite text =
        TestSite.of(
            """
            -- content/_data/authors.yaml --
            ada: {name: Ada Lovelace}
            -- content/a.md --
            ---
            title: A
            author: ada
            ---
            """);
    Listing listing = text.site().authorListings().get("ada");
    assertThat(listing.title()).isEqualTo("Ada Lovelace");
    assertThat(listing.key()).isEqualTo("ada");
    assertThat(listing.url()).hasToString("/authors/ada/");
  }

  @Test
  void aSeriesFollowsItsWeightsThenItsDates() {
    Site site =
        TestSite.of(
                """
                -- content/a.md --
                ---
                title: Third
                date: 2016-01-02
                series: Saga
                ---
                -- content/b.md --
                ---
                title: Second
                date: 2016-01-01
                series: saga
                ---
                -- content/c.md --
                ---
                title: First
                date: 2016-01-03
                series: Saga
                weight: 1
                ---
                """)
            .site();
    assertThat(ids(site.series().get("saga"))).containsExactly("c.md", "b.md", "a.md");
  }

  @Test
  void theArchiveGoesByTheZoneOfTheSite() {
    String text =
        """
        -- levee.yaml --
        title: T
        url: https://example.org
        timezone: %s
        -- content/a.md --
        ---
        title: A
        date: 2016-01-01T03:00:00Z
        ---
        """;
    assertThat(TestSite.of(text.formatted("UTC")).site().archive())
        .containsOnlyKeys("2016", "2016/01");
    assertThat(TestSite.of(text.formatted("America/Toronto")).site().archive())
        .containsOnlyKeys("2015", "2015/12");
  }

  @Test
  void aBundleBringsItsPicturesAlong() {
    TestSite site =
        TestSite.of(
            """
            -- content/news/flood/index.md --
            ---
            title: Flood
            slug: water
            image: river.jpg
            ---
            -- content/news/flood/river.jpg --
            -- content/news/flood/maps/one.svg --
            -- content/pictures/sun.jpg --
            """);
    assertThat(paths(site))
        .contains(
            "/news/water/",
            "/news/water/river.jpg",
            "/news/water/maps/one.svg",
            "/pictures/sun.jpg");
    Site built = site.site();
    Article flood = site.article("news/flood/index.md");
    assertThat(built.links().resolve(flood, "river.jpg")).isEqualTo("/news/water/river.jpg");
    assertThat(built.links().resolve(flood, "/pictures/sun.jpg?x#y"))
        .isEqualTo("/pictures/sun.jpg?x#y");
    assertThat(built.links().resolve(flood, "../../../../etc/passwd"))
        .isEqualTo("../../../../etc/passwd");
    assertThat(site.problems()).isEmpty();
  }

  @Test
  void aMissingPictureIsNamedWithTheNearest() {
    TestSite site =
        TestSite.of(
            """
            -- content/news/flood/index.md --
            ---
            title: Flood
            image: rivre.jpg
            ---
            -- content/news/flood/river.jpg --
            -- content/pictures/sun.jpg --
            -- content/a.md --
            ---
            title: A
            image: {src: /pictures/sum.jpg}
            ---
            -- content/b.md --
            ---
            title: B
            image: https://example.com/x.jpg
            ---
            """);
    assertThat(site.problems())
        .containsExactly(
            "content/a.md:3:14 error missing-picture there is no picture '/pictures/sum.jpg'"
                + " | did you mean '/pictures/sun.jpg'?",
            "content/news/flood/index.md:3:8 error missing-picture there is no picture 'rivre.jpg'"
                + " | did you mean 'river.jpg'?");
  }

  @Test
  void linksLeadToPagesByTheirFile() {
    TestSite text =
        TestSite.of(
            """
            -- levee.yaml --
            title: T
            url: https://example.org/mag
            -- content/news/_index.md --
            ---
            title: News
            ---
            -- content/news/a.md --
            ---
            title: A
            ---
            -- content/sport/b c.md --
            ---
            title: B
            ---
            """);
    SiteLinks links = text.site().links();
    Article a = text.article("news/a.md");
    Map<String, String> expected =
        Map.of(
            "../sport/b c.md", "/mag/sport/b-c/",
            "../sport/b%20c.md#top", "/mag/sport/b-c/#top",
            "/sport/b c.md", "/mag/sport/b-c/",
            "_index.md", "/mag/news/",
            "/about/", "/mag/about/",
            "#here", "#here",
            "//cdn.example/x", "//cdn.example/x",
            "mailto:a@example.org", "mailto:a@example.org",
            "nothing.md", "nothing.md",
            "%zz.md", "%zz.md");
    expected.forEach((from, to) -> assertThat(links.resolve(a, from)).as(from).isEqualTo(to));
    assertThat(links.absolute(text.site().url(a))).isEqualTo("https://example.org/mag/news/a/");
  }

  @Test
  void aDatedPermalinkNeedsADate() {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: T
            url: https://example.org
            permalinks: {news: '/:year/:slug/'}
            -- content/news/a.md --
            ---
            title: A
            ---
            """);
    assertThat(site.problems())
        .containsExactly(
            "content/news/a.md error missing-date this article has no date, but the permalink"
                + " /:year/:slug/ needs one | add a line 'date: 2016-11-08'");
  }

  @Test
  void aNameWithoutLettersGivesNoAddress() {
    TestSite site =
        TestSite.of(
            "-- content/news/!.md --\n"
                + "---\n"
                + "title: A\n"
                + "---\n"
                + "-- content/index.md --\n"
                + "---\n"
                + "title: B\n"
                + "---\n"
                + "-- content/a.jpg --\n");
    assertThat(site.problems())
        .containsExactly(
            "content/index.md error bad-url this file would be the home page, which is made from"
                + " _index.md | rename it to _index.md, or give it a 'url'",
            "content/news/!.md error bad-url no address can be made: nothing in the article gives a"
                + " :slug | give the article a 'slug' with letters or digits");
    assertThat(paths(site)).contains("/a.jpg");
  }

  private static List<String> paths(TestSite site) {
    return site.site().routes().all().stream().map(r -> r.path().value()).toList();
  }

  private static List<String> ids(Listing listing) {
    return listing.articles().stream().map(Article::id).toList();
  }
}
