package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a template says that its shortcode takes, and what an author hears who gives it something
/// else.
class ShortcodeRulesTest {

  private static final String GAUGE =
      """
      <@shortcode.takes metres="required" at="optional" bank=["left", "right"]/>
      <#if !shortcode.params.metres?matches("[0-9.]+")>
      <#stop "'${shortcode.params.metres}' is no height">
      </#if>
      <b>${shortcode.params.metres} m</b>
      """;

  private static BuiltSite site(String settings, String template, String article) {
    return BuiltSite.of(
        "-- levee.yaml --\ntitle: T\nurl: https://example.org\n"
            + settings
            + "\n-- templates/article.ftlh --\n${article.content}\n"
            + "-- templates/shortcodes/gauge.ftlh --\n"
            + template
            + "\n-- content/a.md --\n---\ntitle: A\ndate: 2016-11-08\n---\n"
            + article);
  }

  private static BuiltSite gauge(String article) {
    return site("", GAUGE, article);
  }

  @Test
  void whatIsRightIsSaidNothingOf() {
    BuiltSite site = gauge("{{< gauge metres=4.1 at=noon bank=left >}}");
    assertThat(site.problems()).isEmpty();
    assertThat(site.text("a/index.html")).isEqualToIgnoringWhitespace("<b>4.1 m</b>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metres=4 bnak=left | does not take 'bnak' > did you mean 'bank'?
          metres=4 quux=1 | does not take 'quux' > it takes at, bank, metres
          meters=4 | does not take 'meters' > did you mean 'metres'?
          at=noon | needs 'metres' > write metres=…
          metres="" | has nothing in 'metres' > write metres=…
          metres=4 bank=lefd | has 'lefd' for 'bank' > did you mean 'left'?
          metres=4 bank=middle | has 'middle' for 'bank' > it may be left, right
          4.1 | does not take '4.1' without a name > write metres=…
          metres=4 5 | does not take '5' without a name > it takes at, bank, metres
          """)
  void whatIsWrongIsSaidWithItsPlaceAndTheNearestWord(String written, String said) {
    assertThat(gauge("\nLook:\n\n> {{< gauge " + written + " >}}\n").problems())
        .containsExactly(
            "content/a.md:8:3 error bad-shortcode the shortcode 'gauge' "
                + said.replace(" > ", " | "));
  }

  @Test
  void aReasonOfItsOwnStopsAShortcode() {
    assertThat(gauge("{{< gauge metres=high >}}").problems())
        .containsExactly("content/a.md:5:1 error bad-shortcode 'high' is no height");
  }

  @Test
  void textBetweenTheTagsIsTakenOnlyByThoseThatSaySo() {
    assertThat(gauge("{{< gauge metres=4 >}}text{{< /gauge >}}").problems())
        .containsExactly(
            "content/a.md:5:1 error bad-shortcode the shortcode 'gauge' has nothing between tags"
                + " | take '{{< /gauge >}}' out");
    String required = "<@shortcode.takes content=\"required\"/>${shortcode.content}\n";
    assertThat(site("", required, "{{< gauge >}}text{{< /gauge >}}").problems()).isEmpty();
    String noText =
        "content/a.md:5:1 error bad-shortcode the shortcode 'gauge' has no text"
            + " | write it below the tag, and '{{< /gauge >}}' below the text";
    assertThat(site("", required, "{{< gauge >}}\ntext\n").problems()).containsExactly(noText);
    assertThat(site("", required, "{{< gauge >}} {{< /gauge >}}").problems())
        .containsExactly(noText);
    String optional = "<@shortcode.takes content=\"optional\"/>${shortcode.content}\n";
    assertThat(site("", optional, "{{< gauge >}} {{< gauge >}}x{{< /gauge >}}").problems())
        .isEmpty();
  }

  @Test
  void valuesWithoutANameAreTakenOnlyByThoseThatSaySo() {
    String required = "<@shortcode.takes args=\"required\"/>${shortcode.args[0]}\n";
    assertThat(site("", required, "{{< gauge 4.1 >}}").problems()).isEmpty();
    assertThat(site("", required, "{{< gauge >}}").problems())
        .containsExactly(
            "content/a.md:5:1 error bad-shortcode the shortcode 'gauge' needs a value"
                + " | write {{< gauge … >}}");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    String start = "content/a.md:5:1 error bad-shortcode the shortcode 'gauge' ";
    assertThat(gauge("{{< gauge bank=up quux=1 >}}").problems())
        .containsExactly(
            start + "does not take 'quux' | it takes at, bank, metres",
            start + "has 'up' for 'bank' | it may be left, right",
            start + "needs 'metres' | write metres=…");
  }

  @Test
  void whereItIsLoweredWhatStandsBetweenTheTagsIsShown() {
    BuiltSite site =
        site(
            "problems: {bad-shortcode: warn}",
            "<@shortcode.takes kind=\"required\" content=\"required\"/><b>${shortcode.content}</b>",
            "{{< gauge >}}*text*{{< /gauge >}}\n\n{{< gauge kind=x quux=y >}}text{{< /gauge >}}");
    assertThat(site.problems()).hasSize(2);
    assertThat(site.text("a/index.html"))
        .isEqualToIgnoringWhitespace("<p><em>text</em></p>\n<b><p>text</p>\n</b>");
  }

  @Test
  void aRuleThatIsNoneIsAMistakeOfTheTemplate() {
    String template = "<@shortcode.takes metres=\"requird\"/>\n";
    assertThat(site("", template, "{{< gauge metres=4 >}}").problems())
        .containsExactly(
            "templates/shortcodes/gauge.ftlh:1:1 error template-error 'requird' is no rule for"
                + " 'metres' (rendering content/a.md:5:1) | did you mean 'required'?");
  }

  @Test
  void aPageThatStopsIsAMistakeOfTheTemplate() {
    BuiltSite site =
        BuiltSite.of(
            "-- templates/article.ftlh --\n<p>\n<#stop \"no picture\">\n"
                + "-- content/a.md --\n---\ntitle: A\n---\n");
    assertThat(site.problems())
        .containsExactly(
            "templates/article.ftlh:2:1 error template-error no picture (rendering /a/ from"
                + " content/a.md)");
  }

  @Test
  void shortcodesInsideOneAnotherThatAskTwiceTakeNoTime() {
    String twice = "${shortcode.content}${shortcode.content?markup_string?length}\n";
    BuiltSite site = site("", twice, "{{< gauge >}}".repeat(20) + "{{< /gauge >}}".repeat(20));
    assertThat(site.problems()).isEmpty();
  }
}
