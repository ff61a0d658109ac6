package dev.levee.render;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions;
import dev.levee.site.Publication;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links and pictures in texts lead somewhere, or it is told which ones do not.
class TextLinksTest {

  /// A text is put in at `/mag/news/flood/`, which starts at line 6 of
  /// `content/news/flood/index.md`.
  private static final String SITE =
      """
      -- levee.yaml --
      title: T
      url: https://example.org/mag
      SETTINGS
      -- content/news/flood/index.md --
      ---
      title: Flood
      date: 2016-11-08
      aliases: [/old/flood/, /older/index.html]
      ---
      TEXT
      -- content/news/flood/Photo.SVG --
      x
      -- content/news/flood/a report (1).pdf --
      x
      -- content/news/_index.md --
      ---
      title: News
      ---
      -- content/news/bridge.md --
      ---
      title: Bridge
      date: 2016-11-07
      tags: [river]
      slug: the-bridge
      ---
      ## The night

      ## 夜の川

      Text.[^1] <a name="raw"></a> <b id="deep">x</b>

      {{< box >}}

      [^1]: Note.
      -- content/news/überschwemmung.md --
      ---
      title: Ü
      url: /u/page.html
      ---
      -- content/news/plan.md --
      ---
      title: Plan
      draft: true
      ---
      -- content/news/later/index.md --
      ---
      title: Later
      date: 2016-11-10T08:00:00-05:00
      ---
      -- content/news/later/map.svg --
      x
      -- content/news/old.md --
      ---
      title: Old
      expiryDate: 2016-11-01
      ---
      -- content/secret/_index.md --
      ---
      title: Secret
      ---
      -- content/secret/merger.md --
      ---
      title: Merger
      draft: true
      ---
      -- content/secret/merger.svg --
      x
      -- content/tags/river/_index.md --
      ---
      title: River
      ---
      -- content/pictures/map.svg --
      <svg xmlns="http://www.w3.org/2000/svg"/>
      -- templates/shortcodes/box.ftlh --
      <div id="box">x</div>
      -- templates/assets/js/app.js --
      1
      """;

  @Test
  void aLinkLeadsThere() {
    List<Row> rows =
        rows(
            """
            ../bridge.md => /mag/news/the-bridge/
            ../bridge.md#the-night => /mag/news/the-bridge/#the-night
            /news/bridge.md?a=b#raw => /mag/news/the-bridge/?a=b#raw
            /news/the-bridge/ => /mag/news/the-bridge/
            /news/the-bridge => /mag/news/the-bridge/
            /news/the-bridge/index.html#deep => /mag/news/the-bridge/#deep
            /mag/news/the-bridge/ => /mag/news/the-bridge/
            ../the-bridge/ => /mag/news/the-bridge/
            ../the-bridge#box => /mag/news/the-bridge/#box
            https://example.org/mag/news/the-bridge/ => https://example.org/mag/news/the-bridge/
            http://EXAMPLE.org:80/mag/news/the-bridge => https://example.org/mag/news/the-bridge/
            //example.org/mag/old/flood#here => https://example.org/mag/news/flood/#here
            https://example.org/mag => https://example.org/mag/
            https://example.org/other/x => https://example.org/other/x
            ../%C3%BCberschwemmung.md => /mag/u/page.html
            ../überschwemmung.md => /mag/u/page.html
            /u/page.html => /mag/u/page.html
            /old/flood/ => /mag/news/flood/
            /older/#here => /mag/news/flood/#here
            . => /mag/news/flood/
            .. => /mag/news/
            ../_index.md => /mag/news/
            / => /mag/
            /tags/river/_index.md => /mag/tags/river/
            /tags/river/ => /mag/tags/river/
            /tags/ => /mag/tags/
            /rss.xml => /mag/rss.xml
            /news/feed.json => /mag/news/feed.json
            /archive/2016/11/ => /mag/archive/2016/11/
            /archive/2016/11/#what-lists-have-changes => /mag/archive/2016/11/#what-lists-have-changes
            /sitemap.xml => /mag/sitemap.xml
            /404.html => /mag/404.html
            Photo.SVG => /mag/news/flood/Photo.SVG
            /news/flood/Photo.SVG => /mag/news/flood/Photo.SVG
            a%20report%20(1).pdf#page=2 => /mag/news/flood/a%20report%20(1).pdf#page=2
            /pictures/map.svg#any => /mag/pictures/map.svg#any
            #here => #here
            #Here-again => #Here-again
            #main => #main
            #top => #top
            #TOP => #TOP
            # => #
            #:~:text=word => #:~:text=word
            #here:~:text=word => #here:~:text=word
            ?page=2 => ?page=2
            mailto:a@example.com => mailto:a@example.com
            tel:+1-555 => tel:+1-555
            //cdn.example/x => //cdn.example/x
            https://example.com/%zz => https://example.com/%25zz
            """);
    BuiltSite site = site("", links(rows, "") + "## Here\n\n## Again {#Here-again}\n");
    assertThat(site.problems()).isEmpty();
    assertThat(site.page("news/flood/index.html").select(".prose a").eachAttr("href"))
        .containsExactlyElementsOf(rows.stream().map(Row::expected).toList());
  }

  @Test
  void anAssetIsKnownByItsName() {
    BuiltSite site = site("", "[x](/assets/js/app.js) [y](/mag/assets/js/app.js)");
    assertThat(site.problems()).isEmpty();
    assertThat(site.page("news/flood/index.html").select(".prose a").eachAttr("href"))
        .allMatch(href -> href.matches("/mag/assets/js/app\\.[0-9a-f]{10}\\.js"));
  }

  @Test
  void aDeadLinkIsToldWithTheNearestTarget() {
    List<Row> rows =
        rows(
            """
            ../brigde.md => did you mean '../bridge.md'?
            ../brigde.md#the-night => did you mean '../bridge.md'?
            ../Bridge.md => did you mean '../bridge.md'?
            bridge.md => did you mean '../bridge.md'?
            ../bridge => did you mean '../bridge.md'?
            ..\\bridge.md => did you mean '../bridge.md'?
            /nwes/bridge.md => did you mean '/news/bridge.md'?
            /news/bridge/ => did you mean '/news/bridge.md'?
            /news/teh-bridge/ => did you mean '/news/the-bridge/'?
            /nwes/the-bridge => did you mean '/news/the-bridge/'?
            /mag/news/teh-bridge/ => did you mean '/news/the-bridge/'?
            /blog/the-bridge/ => did you mean '/news/the-bridge/'?
            https://example.org/mag/news/teh-bridge/ => did you mean 'https://example.org/mag/news/the-bridge/'?
            photo.svg => did you mean 'Photo.SVG'?
            a-report-(1).pdf => did you mean 'a%20report%20(1).pdf'?
            /assets/js/ap.js => name the file of a page: from where the text lies, or as /news/flood.md
            /nothing/like/this/ => name the file of a page: from where the text lies, or as /news/flood.md
            ../../../../etc/passwd => name the file of a page: from where the text lies, or as /news/flood.md
            www.example.com => did you mean 'https://www.example.com'?
            example.com/x?y#z => did you mean 'https://example.com/x?y#z'?
            desk@example.com => did you mean 'mailto:desk@example.com'?
            {{site.baseurl}}/news/the-bridge => template code is not filled in here: write '/news/the-bridge'
            {{.Site.BaseURL}}/x => template code is not filled in here
            %zz => name the file of a page: from where the text lies, or as /news/flood.md
            """);
    told(
        rows,
        "see ",
        "",
        5,
        r -> "broken-link there is no page or file '" + r.destination() + "' | " + r.expected());
  }

  @Test
  void anEmptyLinkIsTold() {
    assertThat(site("", "[later]() ![x]()").problems())
        .containsExactly(
            "content/news/flood/index.md:6:1 error broken-link this link has no destination | name"
                + " the file of a page: from where the text lies, or as /news/flood.md",
            "content/news/flood/index.md:6:11 error missing-picture this picture has no destination"
                + " | put it beside the article, or name it from the content folder:"
                + " /pictures/x.jpg");
  }

  @Test
  void whatIsHeldBackIsToldWithTheReason() {
    List<Row> rows =
        rows(
            """
            ../plan.md => content/news/plan.md is a draft
            /news/plan/ => content/news/plan.md is a draft
            https://example.org/mag/news/plan => content/news/plan.md is a draft
            ../later/index.md#x => content/news/later/index.md waits for 2016-11-10T13:00:00Z
            ../later/ => content/news/later/index.md waits for 2016-11-10T13:00:00Z
            ../later/map.svg => content/news/later/index.md waits for 2016-11-10T13:00:00Z
            ../old.md => content/news/old.md expired at 2016-11-01T00:00:00Z
            /secret/_index.md => none of its articles is
            ../../secret/merger.svg => none of the articles beside it is
            ../_notes.md => names that start with '_' or '.' are not
            /_data/authors.yaml => names that start with '_' or '.' are not
            """);
    told(
        rows,
        "",
        "",
        1,
        r ->
            "broken-link '"
                + r.destination()
                + "' is not published: "
                + r.expected()
                + " | publish it, or take the link out");
  }

  @Test
  void withDraftsTheyAreThere() {
    TestSite site = testSite("", "[x](../plan.md)");
    Publication drafts = new Publication(TestSite.CLOCK, true, false, false);
    assertThat(BuiltSite.build(BuildOptions.of(site.folder(), drafts)).problems()).isEmpty();
  }

  @Test
  void aMissingAnchorIsToldWithTheNearest() {
    List<Row> rows =
        rows(
            """
            #hree => this page has no heading or id 'hree' | did you mean '#here'?
            #Here => this page has no heading or id 'Here' | did you mean '#here'?
            #%E5%B7%9D => this page has no heading or id '川' | the id of a heading is its text in small letters, with '-' for spaces
            index.md#hree => 'index.md' has no heading or id 'hree' | did you mean '#here'?
            ../bridge.md#the nigth => '../bridge.md' has no heading or id 'the nigth' | did you mean '#the-night'?
            ../bridge.md#夜の河 => '../bridge.md' has no heading or id '夜の河' | did you mean '#夜の川'?
            ../bridge.md#rav => '../bridge.md' has no heading or id 'rav' | did you mean '#raw'?
            ../bridge.md#boxx => '../bridge.md' has no heading or id 'boxx' | did you mean '#box'?
            /news/the-bridge/#fn:2 => '/news/the-bridge/' has no heading or id 'fn:2' | did you mean '#fn:1'?
            /old/flood/#x => '/old/flood/' has no heading or id 'x' | the id of a heading is its text in small letters, with '-' for spaces
            """);
    told(rows, "", "## Here\n", 1, r -> "broken-anchor " + r.expected());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Привет, мир",
        "夜の川",
        "مرحبا بالعالم",
        "สวัสดีชาวโลก",
        "नमस्ते दुनिया",
        "שלום עולם",
        "Überflutung & Co",
        "한국어 제목",
        "𝒜 𝒷",
      })
  void anchorsOfEveryScriptAreFoundHoweverTheyAreWritten(String heading) {
    String id = heading.toLowerCase(Locale.ROOT).replaceAll("[,&]", "").replace(' ', '-');
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
    String apart = Normalizer.normalize(id, Normalizer.Form.NFD);
    BuiltSite site =
        site("", "[x](#" + id + ") [y](#" + encoded + ") [z](#" + apart + ")\n\n## " + heading);
    assertThat(site.problems()).isEmpty();
    Document page = site.page("news/flood/index.html");
    assertThat(page.select(".prose h2").attr("id")).isEqualTo(id);
    assertThat(page.select(".prose a").eachAttr("href"))
        .allSatisfy(href ->
            assertThat(URLDecoder.decode(href, StandardCharsets.UTF_8)).isEqualTo("#" + id));
  }

  @Test
  void aMissingPictureIsToldWithTheNearest() {
    List<Row> rows =
        rows(
            """
            photo.svg => there is no picture 'photo.svg' | did you mean 'Photo.SVG'?
            /pictures/mpa.svg => there is no picture '/pictures/mpa.svg' | did you mean '/pictures/map.svg'?
            map.svg => there is no picture 'map.svg' | did you mean '../../pictures/map.svg'?
            gone.png => there is no picture 'gone.png' | put it beside the article, or name it from the content folder: /pictures/x.jpg
            ../bridge.md => there is no picture '../bridge.md' | put it beside the article, or name it from the content folder: /pictures/x.jpg
            ../later/map.svg => '../later/map.svg' is not published: content/news/later/index.md waits for 2016-11-10T13:00:00Z | publish it, or take the picture out
            C:\\Users\\me\\photo.svg => 'C:\\Users\\me\\photo.svg' is a file on somebody's computer | put it into the content folder, and name it from there
            file:///tmp/photo.svg => 'file:///tmp/photo.svg' is a file on somebody's computer | put it into the content folder, and name it from there
            """);
    told(rows, "!", "", 1, r -> "missing-picture " + r.expected());
  }

  @Test
  void aPictureOfAShortcodeIsOne() {
    assertThat(site("", "{{< figure src=\"photo.svg\" alt=\"x\" >}}").problems())
        .containsExactly(
            "content/news/flood/index.md:6:1 error missing-picture there is no picture 'photo.svg'"
                + " | did you mean 'Photo.SVG'?");
  }

  @Test
  void whereAShortcodeFailedItsLinkIsNotToldToo() {
    assertThat(site("", "[x]({{< rel >}}) [y]({{< rel >}}#z)").problems())
        .allMatch(p -> p.contains(" unknown-shortcode "));
  }

  @Test
  void severitiesAreLowered() {
    BuiltSite site =
        site(
            "problems: {broken-link: warn, broken-anchor: off, missing-picture: warn}",
            "[a](../brigde.md) [b](/x/) [c](#d) ![e](f.png)");
    assertThat(site.problems())
        .containsExactly(
            "content/news/flood/index.md:6:1 warn broken-link there is no page or file"
                + " '../brigde.md' | did you mean '../bridge.md'?",
            "content/news/flood/index.md:6:19 warn broken-link there is no page or file '/x/' |"
                + " name the file of a page: from where the text lies, or as /news/flood.md",
            "content/news/flood/index.md:6:36 warn missing-picture there is no picture 'f.png' |"
                + " put it beside the article, or name it from the content folder:"
                + " /pictures/x.jpg");
    assertThat(site.page("news/flood/index.html").select(".prose a").eachAttr("href"))
        .containsExactly("../brigde.md", "/mag/x/", "#d");
  }

  @Test
  void relativeLinksAreResolvedAsWell() {
    BuiltSite site =
        site(
            "relativeLinks: true",
            "[a](../bridge.md#the-night) [b](/news/the-bridge) [c](#d) ![e](Photo.SVG)\n\n## d");
    assertThat(site.problems()).isEmpty();
    Document page = site.page("news/flood/index.html");
    assertThat(page.select(".prose a").eachAttr("href"))
        .containsExactly(
            "../../news/the-bridge/index.html#the-night", "../../news/the-bridge/index.html", "#d");
    assertThat(page.select(".prose img").attr("src")).isEqualTo("../../news/flood/Photo.SVG");
  }

  @Test
  void feedsHaveWholeAddressesAndTellNothingTwice() {
    BuiltSite site =
        site(
            "feeds: {content: full}\nproblems: {broken-link: warn}",
            "[a](../bridge.md) [b](#c) [d](/u/page.html) [e](/gone/)\n\n## c");
    assertThat(site.problems()).hasSize(1);
    assertThat(site.text("rss.xml"))
        .contains("&lt;a href=\"https://example.org/mag/news/the-bridge/\"&gt;a")
        .contains("&lt;a href=\"https://example.org/mag/news/flood/#c\"&gt;b")
        .contains("&lt;a href=\"https://example.org/mag/u/page.html\"&gt;d")
        .contains("&lt;a href=\"https://example.org/mag/gone/\"&gt;e");
  }

  @Test
  void theTextOfASectionIsLookedAtToo() {
    TestSite site = testSite("", "");
    site.file(
        "content/news/_index.md",
        "---\ntitle: News\n---\n[a](flood/) [b](bridge.md#the-night) [c](brigde.md) [d](#e)"
            + " [f](#g)\n\n## E\n");
    assertThat(BuiltSite.of(site).problems())
        .containsExactly(
            "content/news/_index.md:4:38 error broken-link there is no page or file 'brigde.md' |"
                + " did you mean 'bridge.md'?",
            "content/news/_index.md:4:61 error broken-anchor this page has no heading or id 'g' |"
                + " did you mean '#e'?");
  }

  @Test
  void pagesThatLinkToEachOtherDoNotGoRoundForEver() {
    BuiltSite site =
        BuiltSite.of(
            """
            -- content/a.md --
            ---
            title: A
            ---
            [b](b.md#x) [self](#main) <a id="y"></a>
            -- content/b.md --
            ---
            title: B
            ---
            [a](a.md#y) [self](#z) <a id="x"></a>
            """);
    assertThat(site.problems())
        .containsExactly(
            "content/b.md:4:13 error broken-anchor this page has no heading or id 'z' | did you"
                + " mean '#x'?");
  }

  /// A destination, and what is to come of it.
  private record Row(String destination, String expected) {}

  private static List<Row> rows(String table) {
    return table
        .lines()
        .map(line -> line.split(" => ", 2))
        .map(parts -> new Row(parts[0], parts[1]))
        .toList();
  }

  /// A paragraph for each, so that the first stands at line 6, the second at line 8.
  private static String links(List<Row> rows, String before) {
    return rows.stream()
        .map(row -> before + "[x](<" + row.destination() + ">)\n\n")
        .collect(joining());
  }

  private static void told(
      List<Row> rows, String before, String after, int column, Function<Row, String> problem) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String at = "content/news/flood/index.md:" + (6 + 2 * i) + ":" + column;
      problems.add(at + " error " + problem.apply(rows.get(i)));
    }
    assertThat(site("", links(rows, before) + after).problems())
        .containsExactlyElementsOf(problems);
  }

  private static BuiltSite site(String settings, String text) {
    return BuiltSite.of(testSite(settings, text));
  }

  private static TestSite testSite(String settings, String text) {
    return TestSite.of(SITE.replace("SETTINGS", settings).replace("TEXT", text));
  }
}
