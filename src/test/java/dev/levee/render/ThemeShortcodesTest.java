package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The shortcodes of the theme, each as an author writes it and as it comes out.
class ThemeShortcodesTest {

  private static final String FIGURE =
      "<img src=\"/news/flood/a.svg\" alt=\"\" loading=\"lazy\" decoding=\"async\">";

  private static TestSite site(String settings, String text) {
    return TestSite.of(
            "-- levee.yaml --\ntitle: T\nurl: https://example.org\nfeeds: {content: full}\n"
                + settings
                + "\n-- templates/article.ftlh --\n${article.content}\n"
                + "-- content/news/flood/index.md --\n---\ntitle: A\ndate: 2016-11-08\n---\n"
                + text)
        .file("content/news/flood/a.svg", new byte[] {1});
  }

  private static String html(String text) {
    BuiltSite site = BuiltSite.of(site("", text));
    assertThat(site.problems()).isEmpty();
    return site.text("news/flood/index.html").replaceAll("\n+", "\n").strip();
  }

  private static String problem(String text) {
    assertThat(BuiltSite.of(site("", text)).problems()).hasSize(1);
    return BuiltSite.of(site("", text)).problems().getFirst();
  }

  @Test
  void figure() {
    assertThat(html("{{< figure src=a.svg >}}")).isEqualTo("<figure>" + FIGURE + "</figure>");
    assertThat(html("{{< figure src=a.svg credit=AP >}}"))
        .isEqualTo(
            "<figure>"
                + FIGURE
                + "<figcaption><span class=\"credit\">AP</span></figcaption>\n</figure>");
    assertThat(
            html(
                "{{< figure src=\"a.svg\" alt=\"The \\\"gauge\\\" & more\" caption=\"At *noon*\""
                    + " credit=\"[AP](https://ap.example/)\" class=wide width=300"
                    + " link=\"/news/\" >}}"))
        .isEqualTo(
            "<figure class=\"wide\"><a href=\"/news/\"><img src=\"/news/flood/a.svg\""
                + " alt=\"The &quot;gauge&quot; &amp; more\" width=\"300\" loading=\"lazy\""
                + " decoding=\"async\"></a><figcaption>At <em>noon</em> <span class=\"credit\">"
                + "<a href=\"https://ap.example/\">AP</a></span></figcaption>\n</figure>");
  }

  @Test
  void aCaptionIsALineWhateverItStartsWith() {
    for (String caption :
        new String[] {"# 1 of 3", "2016. A flood", "> so", "- a", "***", "[x]: /y", "    code"}) {
      String html = html("{{< figure src=a.svg caption=\"" + caption + "\" >}}");
      assertThat(html)
          .contains("<figcaption>" + caption.strip().replace(">", "&gt;") + "</figcaption>");
    }
    assertThat(html("{{< figure src=a.svg caption=\"one\\n\\ntwo\" >}}"))
        .contains("<figcaption>one two</figcaption>");
  }

  @Test
  void aCaptionIsEscapedLikeAnyMarkdown() {
    String figure = "{{< figure src=a.svg caption=\"a <b>b</b> & `<c>`\" >}}";
    assertThat(html(figure))
        .contains("<figcaption>a <b>b</b> &amp; <code>&lt;c&gt;</code></figcaption>");
    BuiltSite escaped = BuiltSite.of(site("markdown: {html: escape}", figure));
    assertThat(escaped.text("news/flood/index.html"))
        .contains("<figcaption>a &lt;b&gt;b&lt;/b&gt; &amp; <code>&lt;c&gt;</code></figcaption>");
  }

  @Test
  void whatIsWrongInACaptionIsToldAtTheShortcode() {
    assertThat(problem("Text.\n\n{{< figure src=a.svg caption=\"{{< nota >}}\" >}}"))
        .isEqualTo(
            "content/news/flood/index.md:7:1 error unknown-shortcode there is no shortcode 'nota'"
                + " | did you mean 'note'?");
  }

  @Test
  void noteIsTheAlertOfMarkdown() {
    assertThat(html("{{< note >}}\nDry.\n{{< /note >}}"))
        .isEqualTo(
            "<aside class=\"alert alert-note\" role=\"note\">\n"
                + "<p class=\"alert-title\">Note</p>\n<p>Dry.</p>\n</aside>");
    assertThat(html("{{< note kind=caution title=\"*Deep* water\" >}}\n- one\n{{< /note >}}"))
        .isEqualTo(
            "<aside class=\"alert alert-caution\" role=\"note\">\n"
                + "<p class=\"alert-title\"><em>Deep</em> water</p>\n"
                + "<ul>\n<li>one</li>\n</ul>\n</aside>");
  }

  @Test
  void pullquote() {
    assertThat(html("{{< pullquote >}}\nIt *rose*.\n{{< /pullquote >}}"))
        .isEqualTo(
            "<figure class=\"pullquote\">\n<blockquote>\n<p>It <em>rose</em>.</p>\n</blockquote>\n"
                + "</figure>");
    assertThat(
            html(
                "{{< pullquote by=Ada source=\"[The log](/news/)\" class=left >}}\nIt rose.\n"
                    + "{{< /pullquote >}}"))
        .startsWith("<figure class=\"pullquote left\">")
        .contains("<figcaption>Ada, <cite><a href=\"/news/\">The log</a></cite></figcaption>");
  }

  @Test
  void galleryHasTheFiguresBetweenItsTags() {
    assertThat(
            html(
                """
                {{< gallery caption="Two" class=wide >}}
                ![one](a.svg "One")

                {{< figure src=a.svg caption="Two" credit="AP" >}}
                {{< /gallery >}}
                """))
        .isEqualTo(
            "<figure class=\"gallery wide\">\n<div>\n"
                + "<figure><img src=\"/news/flood/a.svg\" alt=\"one\" loading=\"lazy\""
                + " decoding=\"async\"><figcaption>One</figcaption></figure>\n<figure>"
                + FIGURE
                + "<figcaption>Two <span class=\"credit\">AP</span></figcaption>\n</figure>\n"
                + "</div>\n<figcaption>Two</figcaption>\n</figure>");
  }

  @Test
  void embedIsALinkWithWords() {
    assertThat(
            html(
                "{{< embed url=\"https://x.example/1\" title=\"A & B\" description=\"Of *water*\""
                    + " site=\"X\" image=a.svg >}}"))
        .isEqualTo(
            "<div class=\"embed\">\n<p class=\"embed-picture\">"
                + FIGURE
                + "</p>\n"
                + "<p class=\"embed-title\"><a href=\"https://x.example/1\">A &amp; B</a></p>\n"
                + "<p>Of <em>water</em></p>\n"
                + "<p class=\"embed-site\">X</p>\n"
                + "</div>");
    assertThat(html("{{< embed url=\"https://x.example/1\" title=A provider=Vimeo >}}"))
        .isEqualTo(
            "<div class=\"embed embed-video\">\n"
                + "<p class=\"embed-title\"><a href=\"https://x.example/1\">A</a></p>\n"
                + "<p class=\"embed-site\">Watch on Vimeo</p>\n</div>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://x.example/1.svg", "//x.example/1.svg", "data:image/png;base64,x"})
  void thePictureOfAnEmbedIsOfTheSite(String image) {
    assertThat(problem("{{< embed url=\"https://x.example/1\" title=A image=\"" + image + "\" >}}"))
        .startsWith(
            "content/news/flood/index.md:5:1 error bad-shortcode every reader would ask another"
                + " host for the picture '"
                + image);
  }

  @Test
  void htmlIsPassedOnUnlessTheSettingsEscapeIt() {
    String text = "{{< html >}}\n<table>\n\n    <tr><td>*x*\n\n</table>\n{{< /html >}}";
    assertThat(html(text)).isEqualTo("<table>\n    <tr><td>*x*\n</table>");
    BuiltSite escaped = BuiltSite.of(site("markdown: {html: escape}", text));
    assertThat(escaped.text("news/flood/index.html").strip())
        .isEqualTo("&lt;table&gt;\n\n    &lt;tr&gt;&lt;td&gt;*x*\n\n&lt;/table&gt;");
    assertThat(escaped.text("feed.json")).doesNotContain("<table>");
  }

  @Test
  void inFeedsEveryAddressHasItsHost() {
    BuiltSite site =
        BuiltSite.of(
            site("", "{{< figure src=a.svg link=\"/news/\" caption=\"[x](/archive/)\" >}}"));
    assertThat(site.text("feed.json"))
        .contains("https://example.org/news/flood/a.svg")
        .contains("https://example.org/news/")
        .contains("https://example.org/archive/");
  }

  @ParameterizedTest
  @CsvSource({
    "figure src=a.svg alt=x link=\"javascript:alert(1)\"",
    "figure src=\"JaVa\\tscript:alert(1)\"",
    "figure src=\"data:text/html;x\"",
    "embed title=x url=\" vbscript:x\"",
  })
  void whatABrowserWouldRunIsRefused(String shortcode) {
    assertThat(problem("{{< " + shortcode + " >}}"))
        .startsWith("content/news/flood/index.md:5:1 warn unsafe-link a browser would run");
  }

  @Test
  void theyStandInListsQuotesAndOneAnother() {
    assertThat(
            html(
                """
                - > {{< note kind=tip >}}
                  > Before.
                  >
                  > {{< figure src=a.svg >}}
                  >
                  > 1. {{< pullquote by=Ada >}}
                  >    It rose.
                  >    {{< /pullquote >}}
                  > {{< /note >}}
                - next
                """))
        .isEqualTo(
            "<ul>\n<li>\n<blockquote>\n<aside class=\"alert alert-tip\" role=\"note\">\n"
                + "<p class=\"alert-title\">Tip</p>\n<p>Before.</p>\n<figure>"
                + FIGURE
                + "</figure>\n<ol>\n<li>\n<figure class=\"pullquote\">\n<blockquote>\n"
                + "<p>It rose.</p>\n</blockquote>\n<figcaption>Ada</figcaption>\n</figure>\n</li>\n"
                + "</ol>\n</aside>\n</blockquote>\n</li>\n<li>next</li>\n</ul>");
  }
}
