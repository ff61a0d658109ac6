package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.markdown.LinkResolver.Kind;
import dev.levee.markdown.MarkdownOptions.Html;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Markdown becomes, and what is known of a document before it is rendered.
class MarkdownTest {

  private final Markdown markdown = new Markdown(MarkdownOptions.defaults());
  private final Problems problems = new Problems();

  @Test
  void headingsHaveIdsOfTheirScriptAndTakeTheirOwn() {
    MarkdownDocument document =
        parse(
            "# Hello, *World*\n"
                + "## 你好 世界\n"
                + "## Hello World\n"
                + "Setext {#hello-world .big .red}\n"
                + "---\n"
                + "# !");

    assertThat(document.headings())
        .containsExactly(
            new Heading(1, "hello-world-1", "Hello, World"),
            new Heading(2, "你好-世界", "你好 世界"),
            new Heading(2, "hello-world-2", "Hello World"),
            new Heading(2, "hello-world", "Setext"),
            new Heading(1, "section", "!"));
    assertThat(html(document))
        .contains("<h1 id=\"hello-world-1\">Hello, <em>World</em></h1>")
        .contains("<h2 id=\"hello-world\" class=\"big red\">Setext</h2>");
    assertThat(html("# a {#with_under_score}")).isEqualTo("<h1 id=\"with_under_score\">a</h1>\n");
    assertThat(html("# a {b}")).isEqualTo("<h1 id=\"a-b\">a {b}</h1>\n");
  }

  @Test
  void anEmptyHeaderOfATableIsNoHeader() {
    assertThat(html("| | *a* & \"c\" |\n|-|-|\n| b | c |\n"))
        .contains(" aria-label=\"a &amp; ", "<td></td>\n<th><em>a</em>");
    assertThat(html("| | |\n|-|-|\n| b | c |\n"))
        .contains("<div class=\"table-scroll\" tabindex=\"0\"><table>");
  }

  @Test
  void tablesScrollInTheirBox() {
    assertThat(html("| a | b |\n|:-|-:|\n| *1* | 2 |\n| 3 |\n"))
        .isEqualTo(
            """
            <div class="table-scroll" tabindex="0" role="group" aria-label="a, b"><table>
            <thead>
            <tr>
            <th class="align-left">a</th>
            <th class="align-right">b</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td class="align-left"><em>1</em></td>
            <td class="align-right">2</td>
            </tr>
            <tr>
            <td class="align-left">3</td>
            <td class="align-right"></td>
            </tr>
            </tbody>
            </table></div>
            """);
  }

  @Test
  void aBarInACellIsEscapedEvenInCode() {
    assertThat(html("| a |\n|---|\n| 1 \\| `2 \\| 3` |\n"))
        .contains("<td>1 | <code>2 | 3</code></td>");
  }

  @Test
  void gitHubsAdditionsAreThere() {
    assertThat(html("~~old~~ new")).isEqualTo("<p><del>old</del> new</p>\n");
    assertThat(html("- [ ] do\n- [x] done\n"))
        .isEqualTo(
            """
            <ul>
            <li class="task"><input type="checkbox" disabled aria-label="☐"> do</li>
            <li class="task"><input type="checkbox" disabled checked aria-label="☑"> done</li>
            </ul>
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see <http://a.com/b_c_d>.",
        "(<https://a.com/x(y)>)",
        "**<https://a.com>**",
        "<https://a.com/?q=1&r=2>, <https://b.org>!",
        "见<https://例え.jp/道>。然后",
      })
  void bareAddressesAreLinks(String bracketed) {
    String bare = bracketed.replace("<", "").replace(">", "");
    assertThat(html(bare)).isEqualTo(html(bracketed));
  }

  @Test
  void bareAddressesEndWhereTheirSentenceDoes() {
    assertThat(html("www.a.com and me@a.com."))
        .isEqualTo(
            "<p><a href=\"http://www.a.com\">www.a.com</a> and "
                + "<a href=\"mailto:me@a.com\">me@a.com</a>.</p>\n");
    assertThat(html("xhttp://a.com http://a http://a_b.c_d me@a [http://a.com](/x) `http://a.com`"))
        .doesNotContain("href=\"http");
  }

  @Test
  void footnotesAreNumberedAsTheyAreCalledAndLeadBack() {
    assertThat(html("a[^x] b[^y] c[^x] d[^none]\n\n[^y]: Why\n[^x]: Ex\n\n    more\n[^z]: never"))
        .isEqualTo(
            """
            <p>a<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> \
            b<sup id="fnref:2"><a href="#fn:2" class="footnote-ref" role="doc-noteref">2</a></sup> \
            c<sup id="fnref:1-2"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> \
            d[^none]</p>
            <div class="footnotes" role="doc-endnotes">
            <hr>
            <ol>
            <li id="fn:1">
            <p>Ex</p>
            <p>more&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">↩︎</a>\
            &#160;<a href="#fnref:1-2" class="footnote-backref" role="doc-backlink">↩︎</a></p>
            </li>
            <li id="fn:2">
            <p>Why&#160;<a href="#fnref:2" class="footnote-backref" role="doc-backlink">↩︎</a></p>
            </li>
            </ol>
            </div>
            """);
  }

  @Test
  void termsHaveDefinitions() {
    assertThat(html("Levee\n: keeps the river\n: out of town\n"))
        .isEqualTo("<dl>\n<dt>Levee</dt>\n<dd>keeps the river</dd>\n<dd>out of town</dd>\n</dl>\n");
  }

  @Test
  void aPictureAloneIsAFigureWithItsTitleAsCaption() {
    assertThat(html("![A *dam*](dam.jpg \"The \\\"dam\\\" & I\")"))
        .isEqualTo(
            "<figure><img src=\"dam.jpg\" alt=\"A dam\" loading=\"lazy\" decoding=\"async\">"
                + "<figcaption>The “dam” &amp; I</figcaption></figure>\n");
    assertThat(html("so ![x](x.png) it is"))
        .isEqualTo(
            "<p>so <img src=\"x.png\" alt=\"x\" loading=\"lazy\" decoding=\"async\"> it is</p>\n");
  }

  @Test
  void linksThatRunScriptsAreDropped() {
    assertThat(
            html("[a](javascript:x) [b](JaVa&#9;Script:x) [c](<vbscript:x>) [d](data:text/html,x)"))
        .isEqualTo("<p>a b c d</p>\n");
    assertThat(html("![a](data:image/png;base64,x) <javascript:x> ![alt](javascript:x)"))
        .contains("src=\"data:image/png;base64,x\"")
        .doesNotContain("href")
        .contains(" alt</p>");
  }

  @Test
  void aDestinationWithSpacesNeedsAngleBrackets() {
    assertThat(html("[a](<b c.html>)")).isEqualTo("<p><a href=\"b%20c.html\">a</a></p>\n");
    assertThat(html("[*a*](b c) ![d](e f)")).isEqualTo("<p>[<em>a</em>](b c) ![d](e f)</p>\n");
  }

  @Test
  void rawHtmlIsAllowedOrShown() {
    String text = "<b>x</b>\n\n<div>\n*y*\n</div>\n";
    assertThat(html(text)).isEqualTo("<p><b>x</b></p>\n<div>\n*y*\n</div>\n");
    assertThat(
            new Markdown(MarkdownOptions.defaults().with(Html.ESCAPE))
                .parse(text, "a.md", 1, Locale.ENGLISH, problems)
                .html(RenderHooks.none()))
        .isEqualTo("<p>&lt;b&gt;x&lt;/b&gt;</p>\n<p>&lt;div&gt;\n*y*\n&lt;/div&gt;</p>\n");
  }

  @Test
  void theCallerSaysWhereLinksAndPicturesLead() {
    List<String> asked = new ArrayList<>();
    RenderHooks hooks =
        new RenderHooks(
            (destination, kind, at) -> {
              asked.add(kind + " " + destination + " " + at);
              if (destination.isEmpty()) {
                return Optional.empty();
              }
              return Optional.of(
                  kind == Kind.PICTURE
                      ? ResolvedLink.to("/img/" + destination)
                      : new ResolvedLink("/base/ä" + destination, "nofollow noopener", true));
            },
            (shortcode, inner) -> "");

    String html =
        markdown
            .parse("x\n[a](b&amp;c 't')\n![d](e.jpg) [f]()\n", "a.md", 5, Locale.ENGLISH, problems)
            .html(hooks);

    assertThat(html)
        .contains(
            "<a href=\"/base/%C3%A4b&amp;c\" title=\"t\" rel=\"nofollow noopener\""
                + " target=\"_blank\">a</a>")
        .contains("<img src=\"/img/e.jpg\"")
        .contains("> f</p>");
    assertThat(asked)
        .containsExactly("LINK b&c a.md:6:1", "PICTURE e.jpg a.md:7:1", "LINK  a.md:7:13");
  }

  @Test
  void linksAndPicturesAreKnownWithTheirPlaces() {
    MarkdownDocument document =
        markdown.parse(
            "[a][r] <http://b.c>\r\n\r\n> ![p *q*](d.jpg \"T\") http://e.f\r\n\r\n[r]: /ref\r\n",
            "a.md",
            3,
            Locale.ENGLISH,
            problems);
    assertThat(document.links())
        .extracting(l -> l.destination() + " " + l.at())
        .containsExactly("/ref a.md:3:1", "http://b.c a.md:3:8", "http://e.f a.md:5:23");
    assertThat(document.pictures())
        .extracting(p -> p.destination() + "|" + p.alt() + "|" + p.title() + "|" + p.at())
        .containsExactly("d.jpg|p q|T|a.md:5:3");
  }

  @Test
  void theSummaryEndsAtMoreAndIsFitForALists() {
    MarkdownDocument document = parse("# T\n\nOne[^1].\n\n<!--more-->\n\nTwo.\n\n[^1]: note\n");
    assertThat(document.hasMore()).isTrue();
    assertThat(document.summary(RenderHooks.none())).contains("<h1>T</h1>\n<p>One.</p>\n");
    assertThat(html(document)).doesNotContain("more").contains("<p>Two.</p>");
    assertThat(parse("`<!--more-->` and <!--more-->").hasMore()).isFalse();
    assertThat(parse("no").summary(RenderHooks.none())).isEmpty();
  }

  @Test
  void plainTextIsTheFirstWordsOfTheParagraphs() {
    MarkdownDocument document =
        parse(
            "# Title\n\n"
                + "One *two*,\n"
                + "`three` ![no](x) four[^1]. {{< b >}}five{{< /b >}}\n\n"
                + "[^1]: no");
    assertThat(document.plainText(3)).isEqualTo("One two, three…");
    assertThat(document.plainText(99)).isEqualTo("One two, three four. five");
    assertThat(parse("我们的河流很长。").plainText(3)).isEqualTo("我们的…");
  }

  @Test
  void wordsAreCountedByTheRulesOfTheirScript() {
    assertThat(parse("one two-three\n\n- 4\n\n```\ncode\n```\n").readingTime())
        .isEqualTo(new ReadingTime(3, 1));
    assertThat(parse("河流 river 한국어 문장").readingTime().words()).isEqualTo(5);
    assertThat(parse("word ".repeat(461)).readingTime()).isEqualTo(new ReadingTime(461, 3));
    assertThat(parse("河".repeat(1000)).readingTime()).isEqualTo(new ReadingTime(1000, 2));
  }

  @Test
  void lineEndsAndNulsMakeNoDifference() {
    assertThat(html("a\rb\r\n\r\nc\0")).isEqualTo("<p>a\nb</p>\n<p>c\uFFFD</p>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {">", "> ", "- ", "1. ", "*a **b ", "[", "![", "[a](", "_a __b ", "<b>", "~~a *b "})
  void deepNestingIsAProblemAndNoOverflow(String opener) {
    for (int times : new int[] {90, 5_000}) {
      String text = opener.repeat(times) + "x";
      org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(10), () -> html(text));
    }
    assertThat(problems.sorted()).allMatch(p -> p.code() == ProblemCode.TOO_DEEP);
  }

  @Test
  void whatIsTooDeepIsShownAsPlainText() {
    assertThat(html("x\n\n" + ">".repeat(101) + "<")).startsWith("<p>x\n\n&gt;&gt;");
    assertThat(problems.sorted())
        .extracting(p -> p.location() + " " + p.code().id())
        .containsExactly("a.md:3:101 too-deep");
  }

  private MarkdownDocument parse(String text) {
    return markdown.parse(text, "a.md", 1, Locale.ENGLISH, problems);
  }

  private static String html(MarkdownDocument document) {
    return document.html(RenderHooks.none());
  }

  private String html(String text) {
    return html(parse(text));
  }

  @Test
  void aPercentSignThatStartsNoEscapeIsEscaped() {
    assertThat(html("[a](/100%25-of-50%/x%zz)")).contains("href=\"/100%25-of-50%25/x%25zz\"");
  }
}
