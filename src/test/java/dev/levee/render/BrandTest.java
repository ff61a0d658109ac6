package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The look of a site is changed in its settings, without a template.
class BrandTest {

  private static final String SITE =
      """
      -- levee.yaml --
      title: The Observer
      url: https://example.org
      description: News of the river.
      assets: {bundle: false, minify: false}
      theme: {%s}
      -- content/pictures/mark.svg --
      <svg xmlns="http://www.w3.org/2000/svg"/>
      -- content/news/flood.md --
      ---
      title: The flood
      date: 2016-11-08
      featured: true
      ---
      Water.
      """;

  @Test
  void aSiteThatSaysNothingHasTheColoursOfTheStyleSheet() {
    BuiltSite site = BuiltSite.of(SITE.replace("theme: {%s}", ""));
    assertThat(site.page("index.html").select("style, .mark, .logo")).isEmpty();
    assertThat(site.page("index.html").select(".gauge")).isNotEmpty();
  }

  @Test
  void coloursStandInThePageAndThePolicyKnowsThem() {
    BuiltSite site = site("accent: '#0b6b53'");
    assertThat(site.page("news/flood/index.html").select("style").html())
        .isEqualTo(
            ":root{--signal:#0b6b53;--flare:#10a07c;}"
                + "@media (prefers-color-scheme:dark){:root{--signal:#10a07c;--flare:#10a07c;}}");
    assertThat(site.text("_headers")).contains("style-src 'self' 'sha256-");
  }

  @Test
  void whereTheGroundIsDarkerNoTextHasTheColours() throws Exception {
    String style = site("second: '#0b6b53'").page("news/flood/index.html").select("style").html();
    assertThat(style).endsWith("}.marked :is(.f,.a){color:inherit}");
    assertThat(ThemeColours.read().css())
        .contains(".prose :is(:target, mark) a {\n  color: inherit;");
  }

  @Test
  void theStyleSheetHasWhatTheColoursReplace() throws Exception {
    assertThat(ThemeColours.read().light()).containsKeys("signal", "flare", "river", "swell");
  }

  @Test
  void contrastIsMeasuredOnTheGroundsOfTheStyleSheet() throws Exception {
    ThemeColours theme = ThemeColours.read();
    assertThat(theme.light()).containsEntry("fog", "#e6eef2");
    assertThat(theme.dark()).containsEntry("fog", "#10283f");
  }

  @Test
  void picturesTakeThePlacesOfTheGaugeAndOfTheName() {
    BuiltSite site = site("mark: /pictures/mark.svg, logo: /assets/icons/favicon.svg");
    assertThat(site.page("index.html").select(".nameplate .gauge")).isEmpty();
    assertThat(site.page("index.html").select(".mark").attr("src")).isEqualTo("/pictures/mark.svg");
    String logo = site.page("index.html").select("h1 .logo[alt='The Observer']").attr("src");
    assertThat(logo).startsWith("/assets/icons/favicon.");
    assertThat(site.has(logo.substring(1))).isTrue();
  }

  @Test
  void aPictureThatIsNotThereIsAProblemOfTheSettings() {
    assertThat(TestSite.of(SITE.formatted("mark: /pictures/mrk.svg")))
        .extracting(s -> BuiltSite.of(s).problems().toString())
        .isEqualTo(
            "[levee.yaml:5:15 error missing-picture there is no picture '/pictures/mrk.svg'"
                + " | did you mean '/pictures/mark.svg'?]");
    assertThat(BuiltSite.of(SITE.formatted("logo: /assets/icons/favikon.svg")).problems())
        .containsExactly(
            "levee.yaml:5:15 error missing-picture there is no picture '/assets/icons/favikon.svg'"
                + " | did you mean 'icons/favicon.svg'?");
  }

  @ParameterizedTest
  @CsvSource({
    "lead, .front .card-lead",
    "river, .stream .card-row",
    "sections, .columns .card-tile"
  })
  void theFrontPageHasThreeLayouts(String front, String has) {
    BuiltSite site = site("front: " + front);
    assertThat(site.page("index.html").select(has).select("a").eachText()).contains("The flood");
  }

  @Test
  void theFooterSaysWhatItIsTold() {
    assertThat(site("footer: Since 1998").page("index.html").select(".footer-name p").eachText())
        .containsExactly("The Observer", "Since 1998");
  }

  private static BuiltSite site(String theme) {
    BuiltSite site = BuiltSite.of(SITE.formatted(theme));
    assertThat(site.problems()).isEmpty();
    return site;
  }
}
