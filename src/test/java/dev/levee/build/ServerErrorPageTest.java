package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.Samples;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page that a server shows when it fails: it asks for nothing, and no list names it.
class ServerErrorPageTest {

  private static final String PAGE = "50x.html";

  private static final String SITE =
      """
      -- levee.yaml --
      title: The Gauge
      url: https://example.org/mag
      language: %s
      lite: true
      search: true
      relativeLinks: true
      theme: {accent: '#0b6b53', second: '#8a3b12', mark: /pictures/mark.svg}
      -- content/pictures/mark.svg --
      <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>
      -- content/news/a.md --
      ---
      title: A
      date: 2016-11-08
      ---
      """;

  private static final BuiltSite built = BuiltSite.of(SITE.formatted("en"));

  @Test
  void itIsWholeWithoutAnyOtherFile() {
    assertThat(built.problems()).isEmpty();
    Document page = built.page(PAGE);
    assertThat(page.select("script, img, picture, svg, iframe, link:not([rel=icon])")).isEmpty();
    assertThat(page.select("link[rel=icon]").attr("href")).isEqualTo("data:,");
    assertThat(built.text(PAGE)).doesNotContain("url(", "@import", "src=", "/assets/");
    assertThat(built.text(PAGE)).hasSizeLessThan(3_000);
  }

  @Test
  void itSaysWhoseFaultItIsAndWhatCanBeDone() {
    Document page = built.page(PAGE);
    assertThat(page.select(".name").text()).isEqualTo("The Gauge");
    assertThat(page.select("main").text()).contains("The fault is ours, not yours.");
    assertThat(page.select("main a").eachText())
        .containsExactly("Try again", "The front page", "Text only");
    assertThat(page.select("main a").eachAttr("href"))
        .as("the address that failed, and links that lead on from any")
        .containsExactly("", "/mag/", "/mag/lite/");
    assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
  }

  @ParameterizedTest
  @CsvSource({"de, bei uns", "fr, de notre côté", "es, nuestro"})
  void itSpeaksTheLanguageOfTheSite(String language, String words) {
    assertThat(BuiltSite.of(SITE.formatted(language)).page(PAGE).select("main").text())
        .contains(words);
  }

  @Test
  void itHasTheColourOfTheSettings() {
    assertThat(built.text(PAGE)).contains("--link: #8a3b12");
  }

  @Test
  void noListNorTwinKnowsItButTheHeadersDo() {
    assertThat(built.mentioning("50x")).containsExactly("50x.html", "_headers");
    assertThat(built.paths()).doesNotContain("lite/50x.html");
    assertThat(headersOf(built, "/mag/50x.html")).containsEntry("Cache-Control", "no-store");
  }

  @Test
  void otherPagesKeepTheirStyleSheetInTheHeaders() {
    BuiltSite observer = BuiltSite.of(Samples.OBSERVER);
    assertThat(observer.text("_headers")).containsPattern("/\\*/\n(  .*\n)*  Link: </assets/css/");
    assertThat(headersOf(observer, "/50x.html")).doesNotContainKey("Link");
  }

  @Test
  void itsStyleIsAllowedOnNoOtherPage() throws Exception {
    String style = hash(built.page(PAGE).select("style").getFirst().data());
    assertThat(policy(built, "/mag/50x.html")).contains("style-src 'self' " + style);
    assertThat(built.text("_headers").split(Pattern.quote(style), -1)).hasSize(2);
    String lite = hash(built.page("lite/index.html").select("style").getFirst().data());
    assertThat(policy(built, "/mag/*/")).contains(lite);
    assertThat(policy(built, "/mag/404.html")).isEqualTo(policy(built, "/mag/*/"));
    assertThat(policy(built, "/mag/50x.html")).doesNotContain(lite);
  }

  @Test
  void itsPolicyIsTheSameWhenItIsKept() {
    TestSite site = TestSite.of(SITE.formatted("en"));
    String first = BuiltSite.of(site).text("_headers");
    site.file("content/news/a.md", "---\ntitle: A\ndate: 2016-11-08\n---\nMore.\n");
    BuiltSite again = BuiltSite.of(site);
    assertThat(again.report().metrics().madeRoutes().keySet()).doesNotContain("/50x.html");
    assertThat(again.text("_headers")).isEqualTo(first);
  }

  @Test
  void itKeepsItsStyleWhereOtherPagesAskForMoreThanServersTake() throws Exception {
    TestSite site = TestSite.of(SITE.formatted("en"));
    for (int i = 0; i < 80; i++) {
      site.file(
          "content/own/" + i + ".html",
          "<title>T</title><style>p { order: %d }</style>".formatted(i));
    }
    BuiltSite many = BuiltSite.of(site);
    assertThat(many.problems())
        .singleElement()
        .asString()
        .contains(" warn policy-limit the Content-Security-Policy would have ")
        .doesNotStartWith("the page for errors");
    assertThat(policy(many, "/mag/*/")).doesNotContain("sha256");
    assertThat(policy(many, "/mag/50x.html"))
        .contains(hash(many.page(PAGE).select("style").getFirst().data()));
  }

  @Test
  void oneThatAsksForMoreThanServersTakeIsNamed() {
    StringBuilder styled = new StringBuilder();
    for (int i = 0; i < 80; i++) {
      styled.append("<p style='order: ").append(i).append("'>x</p>");
    }
    BuiltSite own = BuiltSite.of("-- templates/50x.ftlh --\n" + styled);
    assertThat(own.problems())
        .singleElement()
        .asString()
        .startsWith("the page for errors of the server warn policy-limit ");
    assertThat(policy(own, "/50x.html")).doesNotContain("sha256");
  }

  @Test
  void aSurgeHasTheSameWithoutALinkToAnotherEdition() {
    TestSite site = TestSite.of(SITE.formatted("en"));
    BuiltSite surge = BuiltSite.build(BuiltSite.options(site).with(Mode.SURGE, true));
    assertThat(surge.problems()).isEmpty();
    assertThat(surge.text(PAGE))
        .isEqualTo(built.text(PAGE).replace("<li><a href=\"/mag/lite/\">Text only</a></li>\n", ""));
  }

  @Test
  void aFileOfTheContentTakesItsPlaceAndItsPolicy() throws Exception {
    String ours = "<title>Ours</title><style>p { color: teal }</style>\n";
    BuiltSite own = BuiltSite.of("-- content/50x.html --\n" + ours);
    assertThat(own.problems()).isEmpty();
    assertThat(own.text(PAGE)).isEqualTo(ours);
    assertThat(headersOf(own, "/50x.html")).containsEntry("Cache-Control", "no-store");
    assertThat(policy(own, "/50x.html")).contains(hash("p { color: teal }"));
    assertThat(policy(own, "/*/")).doesNotContain(hash("p { color: teal }"));
  }

  private static String policy(BuiltSite site, String pattern) {
    return headersOf(site, pattern).getOrDefault("Content-Security-Policy", "");
  }

  /// What `_headers` says below a pattern.
  private static Map<String, String> headersOf(BuiltSite site, String pattern) {
    return site.text("_headers")
        .lines()
        .dropWhile(line -> !line.equals(pattern))
        .skip(1)
        .takeWhile(line -> line.startsWith("  "))
        .collect(
            Collectors.toMap(line -> line.strip().split(": ")[0], line -> line.split(": ")[1]));
  }

  private static String hash(String style) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
