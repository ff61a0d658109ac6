package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.problem.Location;
import dev.levee.problem.Problems;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What Markdown has for publishers beyond GitHub's: figures, alerts, abbreviations, punctuation.
class PublishersMarkdownTest {

  private final Problems problems = new Problems();

  @Test
  void aFigureHasCaptionCreditAndClasses() {
    assertThat(
            html(
                "![A](a.jpg \"The *dam*, \\\"held\\\"\"){credit=\"[AP](/ap)\" class=\"wide low\""
                    + " #dam width=640}"))
        .isEqualTo(
            "<figure id=\"dam\" class=\"wide low\"><img src=\"a.jpg\" alt=\"A\" width=\"640\""
                + " loading=\"lazy\" decoding=\"async\"><figcaption>The <em>dam</em>, “held” <span"
                + " class=\"credit\"><a href=\"/ap\">AP</a></span></figcaption></figure>\n");
    assertThat(html("![A](a.jpg){caption=\"C\" loading=eager}"))
        .isEqualTo(
            "<figure><img src=\"a.jpg\" alt=\"A\" decoding=\"async\"><figcaption>C</figcaption>"
                + "</figure>\n");
    assertThat(html("![A](a.jpg){credit=AP}"))
        .contains("<figcaption><span class=\"credit\">AP</span></figcaption>");
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aPictureInALinkIsAFigureAsWell() {
    assertThat(html("[![A](a.jpg \"C\")](/b \"t\")"))
        .isEqualTo(
            "<figure><a href=\"/b\" title=\"t\"><img src=\"a.jpg\" alt=\"A\" loading=\"lazy\""
                + " decoding=\"async\"></a><figcaption>C</figcaption></figure>\n");
    assertThat(html("- x\n\n  ![A][r]\n\n[r]: a.jpg 'C'"))
        .contains("<li>\n<p>x</p>\n<figure><img src=\"a.jpg\"")
        .contains("<figcaption>C</figcaption></figure>\n</li>");
  }

  @Test
  void bracesThatAreNoAttributesAreText() {
    for (String braces : new String[] {"{", "{}", "{a}", "{a=\"b}", "{#}", "{a=b", "{.x,y=}"}) {
      assertThat(html("![A](a.jpg)" + braces)).startsWith("<p><img").contains(">{");
    }
    assertThat(html("[a](b){.c}")).isEqualTo("<p><a href=\"b\">a</a>{.c}</p>\n");
  }

  @Test
  void whatIsSaidOfAPictureInVainIsTold() {
    html("x\n\n![A](a.jpg){credits=AP width=50% onclick=x}\n\ny ![B](b.jpg){heigth=1}");
    assertThat(problems.sorted())
        .extracting(p -> p.location() + " " + p.message() + " | " + p.hint())
        .containsExactly(
            "a.md:3:1 '50%' is no width | write the pixels as a whole number",
            "a.md:3:1 'credits' is not an attribute of pictures | did you mean 'credit'?",
            "a.md:3:1 'onclick' is not an attribute of pictures | known are caption, credit,"
                + " height, loading, width",
            "a.md:5:3 'heigth' is not an attribute of pictures | did you mean 'height'?");
    assertThat(html("![A](a.jpg){onclick=x width=50%}"))
        .doesNotContain("onclick")
        .doesNotContain("50");
  }

  @Test
  void aQuoteWithAMarkIsAnAlert() {
    assertThat(html("> [!note]\n> One\n> *two*\n>\n> - three\n\nfour"))
        .isEqualTo(
            """
            <aside class="alert alert-note" role="note">
            <p class="alert-title">Note</p>
            <p>One
            <em>two</em></p>
            <ul>
            <li>three</li>
            </ul>
            </aside>
            <p>four</p>
            """);
    assertThat(html("> [!TIP] Ask *twice*\n> x"))
        .contains("<p class=\"alert-title\">Ask <em>twice</em></p>\n<p>x</p>");
    assertThat(html("- a\n\n  > [!CAUTION]\n  >\n  > b"))
        .contains("<p>a</p>\n<aside class=\"alert alert-caution\"")
        .contains("<p>b</p>\n</aside>\n</li>");
  }

  @Test
  void otherQuotesAreQuotes() {
    for (String text :
        new String[] {"> [!NOTES]\n> x", "> [!NOTE]x\n> y", "> a [!NOTE]\n> x", "> [!NOTE]"}) {
      assertThat(html(text)).startsWith("<blockquote>\n<p>").contains("[!");
    }
    assertThat(html("> [!NOTE](/x)\n> y")).contains("<a href=\"/x\">!NOTE</a>");
  }

  @Test
  void abbreviationsAreExplainedWhereTheyAreWords() {
    assertThat(
            html(
                "CDN, *CDN*s and (C&A) `CDN` aCDN CDNs [CDN](/x)\n\n*[CDN]: content \"delivery\"\n"
                    + "*[C&A]: C & A\n"))
        .isEqualTo(
            "<p><abbr title=\"content &quot;delivery&quot;\">CDN</abbr>, <em><abbr title=\"content"
                + " &quot;delivery&quot;\">CDN</abbr></em>s and (<abbr title=\"C &amp; A\">C&amp;A"
                + "</abbr>) <code>CDN</code> aCDN CDNs <a href=\"/x\"><abbr title=\"content"
                + " &quot;delivery&quot;\">CDN</abbr></a></p>\n");
  }

  @Test
  void punctuationIsThatOfTheLanguage() {
    String text = "\"It's *'so'*\" -- \"`x`\"... \\\"y\\\" <b title=\"z\">\"b\"</b>";
    assertThat(html(text))
        .isEqualTo(
            "<p>“It’s <em>‘so’</em>” – “<code>x</code>”… &quot;y&quot; <b"
                + " title=\"z\">“b”</b></p>\n");
    assertThat(html(text, Locale.GERMAN, MarkdownOptions.defaults()))
        .startsWith("<p>„It’s <em>‚so‘</em>“ – „<code>x</code>“…");
    assertThat(
            html(
                text,
                Locale.ENGLISH,
                new MarkdownOptions(MarkdownOptions.Html.ALLOW, Dialect.LEVEE, false)))
        .startsWith("<p>&quot;It's <em>'so'</em>&quot; -- ");
    assertThat(html(text, Locale.ENGLISH, MarkdownOptions.defaults().with(Dialect.GFM)))
        .startsWith("<p>&quot;It's <em>'so'</em>&quot; -- ");
  }

  @Test
  void notesMayBeCalledFromShortcodesAndFromEachOther() {
    String html =
        html("{{< a >}}x[^n]{{< /a >}} y[^m]\n\n[^m]: M[^n]\n\n[^n]: N\n\n    | t |\n    | - |\n");
    assertThat(html)
        .contains("x<sup id=\"fnref:1\">")
        .contains("y<sup id=\"fnref:2\">")
        .contains("<li id=\"fn:2\">\n<p>M<sup id=\"fnref:1-2\">")
        .contains("<th>t</th>");
    assertThat(html.split("class=\"footnotes\"", -1)).hasSize(2);
  }

  @Test
  void definitionsMayFollowABlankLineAndHoldBlocks() {
    assertThat(html("A\nB\n\n: one\n\n  - two\n\nC\n: three\n\nD"))
        .isEqualTo(
            """
            <dl>
            <dt>A</dt>
            <dt>B</dt>
            <dd>
            <p>one</p>
            <ul>
            <li>two</li>
            </ul>
            </dd>
            <dt>C</dt>
            <dd>three</dd>
            </dl>
            <p>D</p>
            """);
    assertThat(html(": no term")).isEqualTo("<p>: no term</p>\n");
  }

  @Test
  void addressesInHtmlLinksStayText() {
    assertThat(html("<a href=\"mailto:a@b.org\">a@b.org</a> c@d.org"))
        .isEqualTo(
            "<p><a href=\"mailto:a@b.org\">a@b.org</a> <a"
                + " href=\"mailto:c@d.org\">c@d.org</a></p>\n");
    assertThat(html("**http://a.org/x**y [http://b.org](/c)"))
        .isEqualTo(
            "<p><strong><a href=\"http://a.org/x\">http://a.org/x</a></strong>y <a href=\"/c\">"
                + "http://b.org</a></p>\n");
  }

  @Test
  void whatOnlyLooksLikeAnAbbreviationIsEmphasis() {
    assertThat(html("*[Update]: The road is open.*"))
        .isEqualTo("<p><em>[Update]: The road is open.</em></p>\n");
    assertThat(html("R'n'B C++ C++17\n\n*[R'n'B]: Rhythm and blues\n*[C++]: a language"))
        .contains("<abbr title=\"Rhythm and blues\">R’n’B</abbr>")
        .endsWith("<abbr title=\"a language\">C++</abbr> C++17</p>\n");
  }

  @Test
  void quotesKnowWhatIsWrittenBeforeThem() {
    assertThat(html("\"<em>x</em>\"—he said. \"More\"."))
        .isEqualTo("<p>“<em>x</em>”—he said. “More”.</p>\n");
    assertThat(html("\"<http://x.org>\" and \"more\"")).endsWith("</a>” and “more”</p>\n");
    assertThat(html("&mdash;'Hello' ![a](b)'s"))
        .startsWith("<p>—‘Hello’ <img")
        .endsWith("’s</p>\n");
    assertThat(html("Non ! Quoi ?", Locale.FRENCH, MarkdownOptions.defaults()))
        .isEqualTo("<p>Non\u202f! Quoi\u202f?</p>\n");
  }

  @Test
  void idsAreGivenOnceAndCallsLeadBack() {
    assertThat(html("# Foo\n\n![a](b.png){#foo}"))
        .contains("<h1 id=\"foo-1\">")
        .contains("<figure id=\"foo\">");
    assertThat(html("![p[^1]](x.png) b[^1]\n\n[^1]: n"))
        .contains(" b<sup id=\"fnref:1\">")
        .doesNotContain("fnref:1-2");
    assertThat(html("[a[^1]](/x)\n\n[^1]: n")).contains(">a<sup id=\"fnref:1\">1</sup></a>");
  }

  @Test
  void aShortcodeOnALineOfItsOwnEndsTheParagraphWhateverTheBreak() {
    assertThat(html("a  \n{{< s >}}<hr>{{< /s >}}\nb  \nc"))
        .isEqualTo("<p>a</p>\n<hr>\n<p>b<br>\nc</p>\n");
  }

  @Test
  void shortcodesBehindAFenceOfAnItemAreFound() {
    MarkdownDocument document =
        new Markdown(MarkdownOptions.defaults())
            .parse("- ```\n  {{< no >}}\n\n{{< yes >}}", "a.md", 1, Locale.ENGLISH, problems);
    assertThat(document.shortcodes()).extracting(Shortcode::name).containsExactly("yes");
  }

  @Test
  void whateverStandsBeforeAShortcodeItIsRead() {
    for (String before : new String[] {" ", ">", "> ", "- ", "1. "}) {
      html("x\n" + before.repeat(20_000) + "{{< s >}}a{{< /s >}}");
    }
    assertThat(problems.sorted()).extracting(p -> p.code().id()).containsOnly("too-deep");
  }

  @Test
  void aLineHasNoBlocks() {
    MarkdownDocument line =
        new Markdown(MarkdownOptions.defaults())
            .parseLine(
                "# a\n- *b* {{< s >}}", new Location("a.md", 7, 3), Locale.ENGLISH, problems);
    assertThat(line.line(RenderHooks.none())).isEqualTo("# a - <em>b</em> ");
    assertThat(line.shortcodes()).extracting(s -> s.at().toString()).containsExactly("a.md:7:3");
  }

  private String html(String text) {
    return html(text, Locale.ENGLISH, MarkdownOptions.defaults());
  }

  private String html(String text, Locale language, MarkdownOptions options) {
    return new Markdown(options)
        .parse(text, "a.md", 1, language, problems)
        .html(RenderHooks.none());
  }
}
