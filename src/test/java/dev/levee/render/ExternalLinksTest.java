package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What links that leave the site have beside their address, and which links may not be.
class ExternalLinksTest {

  private static final String FEEDS = "feeds: {content: full}\n";
  private static final String MARKED =
      FEEDS + "markdown: {externalLinks: {rel: nofollow, newWindow: true}}\n";

  @Test
  void nothingIsAddedToThemUnlessTheSettingsSaySo() {
    Element link = link(FEEDS, "[x](https://other.example/?a=1&b=2 'Other')");
    assertThat(link.outerHtml())
        .isEqualTo("<a href=\"https://other.example/?a=1&amp;b=2\" title=\"Other\">x</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](https://other.example/)",
        "[x](//other.example/)",
        "<http://other.example>",
        "see https://other.example/ there",
        "[x][y]\n\n[y]: HTTPS://other.example",
        "[x](https://example.org.evil.example/)",
        "[x](https://sub.example.org/)",
        "[x](https://example.org/other/)",
        "[x](https://example.org/magazine/)",
      })
  void theSettingsMarkThem(String text) {
    Element link = link(MARKED, text);
    assertThat(link.attr("rel")).isEqualTo("nofollow noopener");
    assertThat(link.attr("target")).isEqualTo("_blank");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](/mag/a/)",
        "[x](/a/)",
        "[x](#y)",
        "[x](https://example.org/mag/a/)",
        "[x](http://EXAMPLE.org:80/mag)",
        "[x](//example.org/mag/#y)",
        "[x](mailto:desk@other.example)",
        "[x](tel:+15551234)",
        "write to desk@other.example",
      })
  void linksWithinTheSiteAndToPeopleAreNone(String text) {
    Element link = link(MARKED, text + "\n\n## y\n");
    assertThat(link.attributes().asList()).extracting(a -> a.getKey()).containsExactly("href");
  }

  @Test
  void feedsHaveTheBareLinks() {
    assertThat(site(MARKED, "[x](https://other.example/) [y](javascript:z)").text("atom.xml"))
        .contains("&lt;a href=\"https://other.example/\"&gt;x&lt;/a&gt; y");
  }

  @Test
  void whatABrowserWouldRunIsDroppedWithAWarning() {
    BuiltSite site =
        site("", "[x](JavaScript:alert&#40;1&#41;) ![y](data:text/html,%3Cp%3E)\n\n<vbscript:z>\n");
    assertThat(site.page("a/index.html").select(".prose").html())
        .isEqualTo("<p>x y</p>\n<p>vbscript:z</p>");
    assertThat(site.problems())
        .containsExactly(
            "content/a.md:5:1 warn unsafe-link a browser would run 'JavaScript:alert(1)', so it is"
                + " left out | write where the link leads",
            "content/a.md:5:34 warn unsafe-link a browser would run 'data:text/html,%3Cp%3E', so it"
                + " is left out | write where the picture is",
            "content/a.md:7:1 warn unsafe-link a browser would run 'vbscript:z', so it is left out"
                + " | write where the link leads");
    assertThat(site("problems: {unsafe-link: off}", "[x](javascript:y)").problems()).isEmpty();
  }

  @Test
  void inEveryDialect() {
    BuiltSite site = site("markdown: {dialect: commonmark}", "[x](javascript:y) ~~z~~");
    assertThat(site.page("a/index.html").select(".prose").html()).isEqualTo("<p>x ~~z~~</p>");
  }

  @Test
  void picturesInAnAddressAreNone() {
    assertThat(site("", "![y](data:image/png;base64,AAAA)").problems()).isEmpty();
  }

  @Test
  void shortcodesCannotRunThemEither() {
    BuiltSite site = site("", "{{< figure src=\"javascript:x\" alt=\"y\" >}}");
    assertThat(site.page("a/index.html").select(".prose img")).isEmpty();
    assertThat(site.problems())
        .containsExactly(
            "content/a.md:5:1 warn unsafe-link a browser would run 'javascript:x', so it is left"
                + " out | write where the picture is");
  }

  private static Element link(String settings, String text) {
    return site(settings, text).page("a/index.html").select(".prose a").first();
  }

  private static BuiltSite site(String settings, String text) {
    return BuiltSite.of(
        "-- levee.yaml --\ntitle: T\nurl: https://example.org/mag\n"
            + settings
            + "\n-- content/a.md --\n---\ntitle: A\ndate: 2016-11-08\n---\n"
            + text
            + "\n");
  }
}
