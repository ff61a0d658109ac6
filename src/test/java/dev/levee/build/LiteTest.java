package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.OwnMagazine;
import dev.levee.TestPicture;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import dev.levee.site.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The text-only twins of pages, and a site that is of text alone.
class LiteTest {

  private static final String PICTURES =
      "img, picture, source, svg, video, audio, iframe, object, embed, canvas, script, [style]";

  /// What a server may send before it has heard from the reader: ten packets of 1,460 bytes each,
  /// see RFC 6928, less a little for headers.
  private static final int FIRST_ROUND_TRIP = 14_000;

  private static final String GAUGE =
      """
      -- levee.yaml --
      title: The Gauge
      url: https://example.org
      lite: true
      pagination: {size: 2}
      feeds: {content: full}
      pictures: {widths: [40]}
      -- content/_index.md --
      ---
      title: The Gauge
      ---
      Water, *measured*.
      -- content/news/_index.md --
      ---
      title: News
      dek: What came
      ---
      -- content/news/flood.md --
      ---
      title: The flood
      dek: It came at night
      date: 2016-11-08
      authors: [Ada]
      tags: [river]
      image: {src: /pictures/crest.png, alt: The crest, caption: At ten, credit: Bob}
      aliases: [/old/]
      corrections: [{date: 2016-11-09, text: It was nine}]
      ---
      See [the bridge](bridge.md#span), [the list](/news/) and [a picture](/pictures/crest.png).

      ![The bridge](/pictures/crest.png "It held")

      Inline ![a mark](/pictures/crest.png), [![A door](/pictures/crest.png)](bridge.md) and ![](/pictures/crest.png).
      -- content/news/bridge.md --
      ---
      title: The bridge
      date: 2016-11-07
      tags: [river]
      ---
      ## Span

      It held.[^1]

      - [x] looked at
      - [ ] mended

      | at | metres |
      | :- | -----: |
      | 10 | 12 |

      ```js
      let x = 1;
      ```

      [^1]: So far.
      -- content/news/gauge.md --
      ---
      title: القياس
      date: 2016-11-06
      language: ar
      ---
      نص
      """;

  @TempDir Path temp;

  private static TestSite site() {
    return TestSite.of(GAUGE).file("content/pictures/crest.png", TestPicture.png(60, 40));
  }

  private static TestSite with(String body) {
    return site().file("content/news/raw.md", "---\ntitle: Raw\n---\n" + body);
  }

  private static Document twin(String body) {
    return BuiltSite.of(with(body)).page("lite/news/raw/index.html");
  }

  @Test
  void everyPageHasATwinAndNothingElse() {
    BuiltSite built = BuiltSite.of(site());
    assertThat(built.problems()).isEmpty();
    List<String> pages =
        built.paths().stream()
            .filter(path -> path.endsWith("index.html") && !path.startsWith("lite/"))
            .filter(path -> !path.startsWith("old/"))
            .toList();
    assertThat(built.paths().stream().filter(path -> path.startsWith("lite/")))
        .containsExactlyInAnyOrderElementsOf(pages.stream().map(path -> "lite/" + path).toList());
    assertThat(pages)
        .contains("index.html", "page/2/index.html", "tags/river/index.html", "authors/index.html");
    assertThat(built.text("sitemap.xml")).doesNotContain("/lite/");
  }

  @Test
  void withoutTheSettingThereIsNothing() {
    TestSite site = site();
    site.file("levee.yaml", "title: The Gauge\nurl: https://example.org\n");
    assertThat(BuiltSite.of(site).mentioning("lite")).isEmpty();
  }

  @Test
  void aColonStandsBehindALabelAsTheLanguageHasIt() {
    TestSite site = site();
    site.file("levee.yaml", "title: G\nurl: https://example.org\nlite: true\nlanguage: fr\n");
    assertThat(BuiltSite.of(site).text("lite/news/flood/index.html"))
        .contains("Mots-clés\u202F: <a", "Plus tôt\u202F: <a", "</time>\u202F: It was nine");
    assertThat(BuiltSite.of(site()).text("lite/news/flood/index.html"))
        .contains("<p>Tags: <a", "<p>Earlier: <a", "</time>: It was nine");
  }

  @Test
  void aPageAndItsTwinLeadToEachOther() {
    BuiltSite built = BuiltSite.of(site());
    Document full = built.page("news/flood/index.html");
    Document lite = built.page("lite/news/flood/index.html");
    assertThat(full.select("link[rel=alternate][type=text/html]").attr("href"))
        .isEqualTo("/lite/news/flood/");
    assertThat(full.select("footer a[href=/lite/news/flood/]").text()).isEqualTo("Text only");
    assertThat(full.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/news/flood/");
    assertThat(lite.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/news/flood/");
    assertThat(lite.select("body > header a[href=/news/flood/]").text()).isEqualTo("With pictures");
    assertThat(lite.select("link[rel=alternate][type=text/html]")).isEmpty();
    assertThat(built.page("404.html").select("link[rel=alternate][type=text/html]")).isEmpty();
  }

  @Test
  void linksLeadFromTwinToTwin() {
    Document lite = BuiltSite.of(site()).page("lite/news/flood/index.html");
    assertThat(lite.select("main a").eachAttr("href"))
        .contains(
            "/lite/news/bridge/#span",
            "/lite/news/",
            "/lite/authors/ada/",
            "/lite/tags/river/",
            "/pictures/crest.png")
        .noneMatch(href -> href.startsWith("/news/"));
    assertThat(lite.select("body > header .name a").attr("href")).isEqualTo("/lite/");
    assertThat(lite.select("link[rel=alternate]").eachAttr("href")).contains("/rss.xml");
  }

  @Test
  void theMenusOfTheSiteAreThereAndEverySection() {
    TestSite site = site();
    String more =
        "[{title: Bridges, url: /news/bridge/}, {title: Away, url: 'https://example.com/'}]";
    site.file("levee.yaml", settings("menus: {main: " + more + "}"));
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.page("lite/index.html").select("body > footer li").eachText())
        .startsWith("Bridges", "Away", "News");
    assertThat(built.page("lite/index.html").select("body > footer a").eachAttr("href"))
        .startsWith("/lite/news/bridge/", "https://example.com/", "/lite/news/");
    BuiltSite surge = BuiltSite.build(BuiltSite.options(site).with(Mode.SURGE, true));
    assertThat(surge.page("index.html").select("body > footer a").eachAttr("href"))
        .startsWith("/news/bridge/", "https://example.com/", "/news/");
  }

  @Test
  void linksInRawHtmlLeadFromTwinToTwin() {
    Document lite =
        twin(
            """
            <p><a href="../bridge/#span">a</a> <a href="/news/">b</a> <a href="./">c</a>
            <a href="#x">d</a> <a href="https://example.com/">e</a> </p>
            <h2 id="x">x</h2>
            """);
    assertThat(lite.select("main p a").eachAttr("href"))
        .containsSubsequence(
            "/lite/news/bridge/#span",
            "/lite/news/",
            "/lite/news/raw/",
            "#x",
            "https://example.com/");
  }

  @Test
  void relativeLinksWorkFromDisk() {
    TestSite site =
        with("[b](bridge.md) <a href=\"../flood/\">raw</a> ![A crest](/pictures/crest.png)");
    BuiltSite built = BuiltSite.of(site.file("levee.yaml", settings("relativeLinks: true")));
    assertThat(built.page("lite/news/raw/index.html").select("main a").eachAttr("href"))
        .contains(
            "../../../lite/news/bridge/index.html",
            "../../../lite/news/flood/index.html",
            "../../../pictures/crest.png");
    assertThat(new Crawl(site.path("site"), "").broken()).isEmpty();
  }

  private static String settings(String line) {
    return "title: The Gauge\nurl: https://example.org\nlite: true\n" + line + "\n";
  }

  @Test
  void aPictureIsALinkThatSaysWhatItShows() {
    Document lite = BuiltSite.of(site()).page("lite/news/flood/index.html");
    assertThat(lite.select(PICTURES)).isEmpty();
    Element lead = lite.select("figure").get(0);
    assertThat(lead.select("a.picture[href=/pictures/crest.png]").text()).isEqualTo("The crest");
    assertThat(lead.select("figcaption").text()).isEqualTo("At ten Bob");
    Element figure = lite.select("figure").get(1);
    assertThat(figure.select("a.picture[href=/pictures/crest.png]").text()).isEqualTo("The bridge");
    assertThat(figure.select("figcaption").text()).isEqualTo("It held");
    assertThat(lite.select("p a.picture").text()).isEqualTo("a mark");
    assertThat(lite.select("a[href=/lite/news/bridge/] > span.picture").text()).isEqualTo("A door");
  }

  @Test
  void aPictureThatSaysNothingIsCalledByItsFileWhereItStandsAlone() {
    Document lite = twin("![](/pictures/crest.png)\n\nAnd ![](/pictures/crest.png) here.\n");
    assertThat(lite.select("main a.picture").eachText()).containsExactly("crest.png");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <script>alert(1)</script> | ''
          <style>p{}</style> | ''
          <svg aria-label="A curve"><text>x</text></svg> | A curve
          <svg><style><img src="/x.png"></style></svg> | ''
          <video src="/x.mp4" title="The crest">no video</video> | The crest
          <video><source src="/x.mp4">no video</video> | x.mp4
          <video src="/x.mp4" /> Behind | x.mp4 Behind
          <audio src="/x.mp3"></audio> | x.mp3
          <iframe src="https://example.com/v/1" title="A film"></iframe> | A film
          <iframe src="https://example.com/v/1"></iframe> | example.com/v/1
          <embed src="/x.swf"> | x.swf
          <object data="/x.svg">A drawing</object> | A drawing
          <picture><source srcset="/x.webp"><img src="/x.png" alt="A door"></picture> | A door
          <img src="data:image/png;base64,AAAA" alt="A dot"> | A dot
          <noscript><img src="/x.png" alt="For all"></noscript> | For all
          <canvas>A chart of it</canvas> | A chart of it
          <form action="/x"><input name="q"><button>Go</button> Search</form> | Search
          <p style="color:red" onclick="x()">Red</p> | Red
          <a href="javascript:x()">Run</a> | Run
          <custom-chart data-x="1">Ten metres</custom-chart> | Ten metres
          <math><mi>x</mi><annotation>x_1</annotation></math> | x
          """)
  void whatIsNoTextGoesOrSaysWhatItIs(String html, String text) {
    TestSite site = with("<div id=\"here\">" + html + "</div>");
    site.file("levee.yaml", settings("problems: {broken-link: off, missing-picture: off}"));
    Document lite = BuiltSite.of(site).page("lite/news/raw/index.html");
    assertThat(lite.select(PICTURES)).isEmpty();
    assertThat(lite.select("[onclick], [href^=javascript], input, button, form")).isEmpty();
    assertThat(lite.select("#here").text()).isEqualTo(text.equals("''") ? "" : text);
  }

  @Test
  void tablesNotesCodeAndTasksStay() {
    Document lite = BuiltSite.of(site()).page("lite/news/bridge/index.html");
    assertThat(lite.select("h2#span").text()).isEqualTo("Span");
    assertThat(lite.select("td.align-right").text()).isEqualTo("12");
    assertThat(lite.select("sup a[href^=#]")).hasSize(1);
    assertThat(lite.select("pre code").html()).isEqualTo("let x = 1;");
    assertThat(lite.select("li.task").eachText()).containsExactly("☑ looked at", "☐ mended");
    Document flood = BuiltSite.of(site()).page("lite/news/flood/index.html");
    assertThat(flood.select("section[aria-labelledby=levee-corrections] li").text())
        .isEqualTo("November 9, 2016: It was nine");
    Document arabic = BuiltSite.of(site()).page("lite/news/gauge/index.html");
    assertThat(arabic.select("html").attr("dir")).isEqualTo("rtl");
    assertThat(arabic.select("html").attr("lang")).isEqualTo("ar");
  }

  @Test
  void theHomePageListsTheNewestWithTheirDeks() {
    Document home = BuiltSite.of(site()).page("lite/index.html");
    assertThat(home.select(".river h2").eachText()).containsExactly("The flood", "The bridge");
    assertThat(home.select(".river li").first().text()).contains("It came at night");
    assertThat(home.select("main em").text()).isEqualTo("measured");
    assertThat(home.select("a[rel=next]").attr("href")).isEqualTo("/lite/page/2/");
  }

  @Test
  void theOneStyleSheetStandsInThePageWhateverTheSettingsSay() {
    BuiltSite built = BuiltSite.of(site());
    for (String path : built.paths()) {
      if (path.startsWith("lite/")) {
        assertThat(built.page(path).select("style")).as(path).hasSize(1);
        assertThat(built.page(path).select("link[rel=stylesheet]")).as(path).isEmpty();
      }
    }
    assertThat(built.paths()).noneMatch(path -> path.matches("assets/css/lite.*"));
    assertThat(built.text("_headers")).contains("style-src 'self' 'sha256-");
  }

  @Test
  void aChangeOfTheStyleSheetReachesEveryTwin() {
    TestSite site = site().file("templates/assets/css/lite.css", "p{color:red}");
    BuiltSite.of(site);
    site.file("templates/assets/css/lite.css", "p{color:green}");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.text("lite/news/flood/index.html")).contains("green");
    assertThat(built.report().metrics().madeRoutes()).hasSizeLessThan(20);
  }

  @Test
  void aSiteHasTemplatesOfItsOwn() {
    TestSite site =
        with("{{< mark >}} {{< other >}}")
            .file("templates/shortcodes/mark.ftlh", "full")
            .file("templates/shortcodes/other.ftlh", "<img src='/pictures/crest.png' alt='seen'>")
            .file("templates/lite/shortcodes/mark.ftlh", "in words")
            .file(
                "templates/lite/news/article.ftlh", "<p>Ours: ${article.content} ${page.full}</p>");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.text("lite/news/raw/index.html"))
        .contains("Ours:", "in words", ">seen</a>", "/news/raw/")
        .doesNotContain("full</p>");
    assertThat(built.text("news/raw/index.html")).contains("full");
  }

  @Test
  void templatesOfTwinsAreNotThoseOfASectionOfThatName() {
    TestSite site = site().file("content/lite/beer.md", "---\ntitle: Beer\n---\n");
    site.file("levee.yaml", "title: The Gauge\nurl: https://example.org\n");
    assertThat(BuiltSite.of(site).page("lite/beer/index.html").select("link[rel=stylesheet]"))
        .hasSize(1);
  }

  @Test
  void aSectionOfThatNameIsAClash() {
    TestSite site = site().file("content/lite/beer.md", "---\ntitle: Beer\n---\n");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.isWritten()).isFalse();
    assertThat(built.problems()).singleElement().asString().contains("duplicate-url", "/lite/");
  }

  @Test
  void whatIsWrongWithATextIsSaidOnce() {
    BuiltSite built = BuiltSite.of(with("[x](nothing.md) {{< nosuch >}}"));
    assertThat(built.problems()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void aTwinThatDoesNotArriveAtOnceIsTold() {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4_000; i++) {
      text.append(Integer.toString(random.nextInt(100_000_000), 36)).append(' ');
    }
    TestSite site = with(text.toString());
    for (BuiltSite built : List.of(BuiltSite.of(site), BuiltSite.of(site))) {
      assertThat(built.problems())
          .singleElement()
          .asString()
          .startsWith("content/news/raw.md warn long-twin /lite/news/raw/ has ")
          .contains(" compressed, more than the 14 KB that arrive at once");
    }
    site.file("levee.yaml", "title: The Gauge\nurl: https://example.org\n");
    assertThat(BuiltSite.of(site).problems()).isEmpty();
  }

  @Test
  void aSurgeKeepsEveryAddress() {
    TestSite site = site();
    BuiltSite full = BuiltSite.of(site);
    BuiltSite surge = BuiltSite.build(BuiltSite.options(site).with(Mode.SURGE, true));
    List<String> lost =
        full.paths().stream()
            .filter(path -> !surge.has(path))
            .filter(path -> !path.startsWith("assets/"))
            .toList();
    assertThat(lost).isEmpty();
    for (String path : surge.paths()) {
      if (path.endsWith("index.html") || path.equals("404.html")) {
        assertThat(surge.page(path).select(PICTURES)).as(path).isEmpty();
      }
    }
    assertThat(surge.has("pictures/crest.png")).as("what links lead to").isTrue();
    for (String same : List.of("sitemap.xml", "robots.txt", "_redirects", "old/index.html")) {
      assertThat(surge.text(same)).isEqualTo(full.text(same));
    }
    Document flood = surge.page("news/flood/index.html");
    assertThat(flood.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/news/flood/");
    assertThat(flood.select("main a").eachAttr("href")).contains("/news/bridge/#span");
    assertThat(new Crawl(site.path("site"), "").broken()).isEmpty();
  }

  @Test
  void aSurgeMakesNoPicture() {
    TestSite site = site();
    BuiltSite surge = BuiltSite.build(BuiltSite.options(site).with(Mode.SURGE, true));
    assertThat(surge.problems()).isEmpty();
    assertThat(surge.mentioning("crest."))
        .allMatch(path -> !path.startsWith("pictures/") || path.equals("pictures/crest.png"));
    assertThat(site.path(".levee/pictures")).doesNotExist();
    assertThat(surge.text("rss.xml"))
        .contains(">The bridge<", "/news/flood/")
        .doesNotContain("<img");
  }

  @Test
  void fromASurgeTheWayBackIsABuild() {
    TestSite site = site();
    Map<String, String> before = BuiltSite.of(site).digests();
    BuiltSite.build(BuiltSite.options(site).with(Mode.SURGE, true));
    assertThat(BuiltSite.of(site).digests()).isEqualTo(before);
  }

  @Test
  void aSiteWithoutTwinsMayHaveASurge() {
    TestSite site = site();
    site.file("levee.yaml", "title: The Gauge\nurl: https://example.org\n");
    BuiltSite surge = BuiltSite.build(BuiltSite.options(site).with(Mode.SURGE, true));
    assertThat(surge.paths()).noneMatch(path -> path.startsWith("lite/"));
    Document flood = surge.page("news/flood/index.html");
    assertThat(flood.select(PICTURES)).isEmpty();
    assertThat(flood.select("body > header").text()).contains("so that everyone gets through");
  }

  @Test
  void ourOwnMagazineArrivesInTheFirstRoundTrip() throws IOException {
    BuildOptions options = OwnMagazine.options();
    BuiltSite surge =
        BuiltSite.build(options.withDestination(temp.resolve("site")).with(Mode.SURGE, true));
    assertThat(surge.problems()).isEmpty();
    Set<String> pages = new TreeSet<>(Set.of("404.html", "50x.html"));
    for (Route route :
        TestSite.at(options.source()).site(options.publication().clock()).routes().all()) {
      boolean search = route instanceof Route.SearchPage;
      if (route.isPage() || search || route instanceof Route.Lite) {
        pages.add(route.path().file());
      }
    }
    assertThat(surge.paths().stream().filter(path -> path.endsWith(".html")))
        .containsExactlyInAnyOrderElementsOf(pages);
    for (String path : pages) {
      assertThat(surge.page(path).select(PICTURES)).as(path).isEmpty();
      assertThat(compressed(surge.bytes(path))).as(path).isLessThan(FIRST_ROUND_TRIP);
    }
  }

  private static int compressed(byte[] page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(page);
    }
    return bytes.size();
  }
}
