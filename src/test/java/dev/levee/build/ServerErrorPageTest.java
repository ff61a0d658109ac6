package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.Samples;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import java.util.List;
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
    assertThat(built.text("_headers")).contains("/mag/50x.html\n  Cache-Control: no-store\n");
  }

  @Test
  void otherPagesKeepTheirStyleSheetInTheHeaders() {
    BuiltSite observer = BuiltSite.of(Samples.OBSERVER);
    assertThat(observer.text("_headers")).containsPattern("/\\*/\n(  .*\n)*  Link: </assets/css/");
    assertThat(observer.text("_headers").split("/50x.html\n")[1].split("\n/")[0])
        .doesNotContain("Link");
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
  void aPageOfTheContentTakesItsPlace() {
    BuiltSite own = BuiltSite.of("-- content/50x.html --\n<title>Ours</title>\n");
    assertThat(own.problems()).isEmpty();
    assertThat(own.text(PAGE)).isEqualTo("<title>Ours</title>\n");
    assertThat(List.of(own.text("_headers").split("\n"))).contains("  Cache-Control: no-store");
  }
}
