package dev.levee.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.config.Brand.Shades;
import dev.levee.problem.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandSettingsTest {

  private final Problems problems = new Problems();

  @Test
  void aSiteThatSaysNothingHasNoBrand() {
    assertThat(SiteConfigReader.read("title: T\nurl: https://a.example\n", "l", problems).brand())
        .isEmpty();
  }

  @Test
  void everythingMayBeSaid() {
    Brand brand =
        read(
            """
              mark: /assets/icons/mark.svg
              logo: /pictures/name.svg
              accent: {light: "#a00", dark: "#FF8B61"}
              front: sections
              footer: Since 1998
            """);
    assertThat(problems()).isEmpty();
    assertThat(brand.mark().orElseThrow().path()).isEqualTo("/assets/icons/mark.svg");
    assertThat(brand.logo().orElseThrow().at()).hasToString("levee.yaml:5:9");
    assertThat(brand.accent()).hasValue(new Shades("#aa0000", "#ff8b61"));
    assertThat(brand.second()).isEmpty();
    assertThat(brand.front()).isEqualTo("sections");
    assertThat(brand.footer()).isEqualTo("Since 1998");
  }

  @Test
  void oneColourBecomesTheNearestThatCanBeReadByDark() {
    Shades shades = read("  accent: '#0b6b53'\n").accent().orElseThrow();
    assertThat(problems()).isEmpty();
    assertThat(shades).isEqualTo(new Shades("#0b6b53", "#10a07c"));
  }

  @Test
  void aColourThatCannotBeReadByLightIsToldWithTheNearestThatCan() {
    Shades shades = read("  accent: '#ffcc00'\n").accent().orElseThrow();
    assertThat(shades).isEqualTo(new Shades("#816700", "#ffcc00"));
    assertThat(problems())
        .containsExactly(
            "levee.yaml:4:11 warn low-contrast text in #ffcc00 has a contrast of 1.3 to 1 on the"
                + " light ground #e6eef2, and needs 4.5 | pages have #816700 there; {light:"
                + " \"#816700\", dark: \"#ffcc00\"} says so");
  }

  @Test
  void eachOfTwoColoursIsHeldToItsGround() {
    Shades shades = read("  second: {light: '#88f', dark: '#008'}\n").second().orElseThrow();
    assertThat(problems()).hasSize(2).allMatch(p -> p.contains("low-contrast"));
    assertThat(shades.light()).isNotEqualTo("#8888ff");
    assertThat(shades.dark()).isNotEqualTo("#000088");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#000", "#fff", "#808080", "#00f", "#0f0", "#f00", "#c03f17", "#fedcba"})
  void whateverTheColourItsShadesCanBeRead(String colour) {
    Shades shades = read("  accent: '" + colour + "'\n").accent().orElseThrow();
    assertThat(Colour.of(shades.light()).orElseThrow().contrast(BrandSettings.LIGHT_GROUND))
        .isGreaterThanOrEqualTo(4.5);
    assertThat(Colour.of(shades.dark()).orElseThrow().contrast(BrandSettings.DARK_GROUND))
        .isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void whatCannotBeIsToldWithTheNearestWord() {
    read(
        """
          mark: mark.svg
          accent: red
          second: {light: "#123"}
          front: rivr
          footr: x
        """);
    assertThat(problems())
        .satisfiesExactly(
            p ->
                assertThat(p)
                    .startsWith("levee.yaml:4:9 error bad-settings 'mark.svg' is not a path"),
            p ->
                assertThat(p)
                    .startsWith("levee.yaml:5:11 error bad-settings 'red' is not a colour"),
            p ->
                assertThat(p)
                    .startsWith("levee.yaml:6:11 error bad-settings 'second' has no 'dark'"),
            p -> assertThat(p).contains("levee.yaml:7:10 error").endsWith("did you mean 'river'?"),
            p -> assertThat(p).contains("levee.yaml:8:3 warn").endsWith("did you mean 'footer'?"));
  }

  private Brand read(String theme) {
    String yaml = "title: T\nurl: https://a.example\ntheme:\n" + theme;
    return SiteConfigReader.read(yaml, "levee.yaml", problems).brand().orElseThrow();
  }

  private List<String> problems() {
    return problems.sorted().stream().map(TestSite::line).toList();
  }
}
