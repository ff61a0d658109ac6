package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Shortcodes: what they look like, where they may stand and what the caller is told of them.
class ShortcodeTest {

  private final Markdown markdown = new Markdown(MarkdownOptions.defaults());
  private final Problems problems = new Problems();
  private final List<Shortcode> rendered = new ArrayList<>();

  @Test
  void aShortcodeHasANameAndValuesWithAndWithoutKeys() {
    html("{{< figure src=\"a \\\"b\\\".jpg\" width=300 wide `raw \\n` \"two words\" lead=true >}}");

    Shortcode shortcode = rendered.getFirst();
    assertThat(shortcode.name()).isEqualTo("figure");
    assertThat(shortcode.named())
        .containsEntry("src", "a \"b\".jpg")
        .containsEntry("width", "300")
        .containsEntry("lead", "true");
    assertThat(shortcode.positional()).containsExactly("wide", "raw \\n", "two words");
    assertThat(shortcode.paired()).isFalse();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void allFormsOfHugoAreTheSame() {
    assertThat(html("{{< a >}}")).isEqualTo("[a]\n");
    assertThat(html("{{<a>}}")).isEqualTo("[a]\n");
    assertThat(html("{{% a %}}")).isEqualTo("[a]\n");
    assertThat(html("{{< a />}}")).isEqualTo("[a]\n");
    assertThat(html("{{< a/>}}")).isEqualTo("[a]\n");
    assertThat(html("{{< a src=/x/y.png />}}")).isEqualTo("[a]\n");
    assertThat(html("{{< a\n  src=x\n>}}")).isEqualTo("[a]\n");
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void oneThatIsAloneInItsBlockStandsInNoParagraph() {
    assertThat(html("before\n\n{{< a >}}\n\nafter"))
        .isEqualTo("<p>before</p>\n[a]\n<p>after</p>\n");
    assertThat(html("before\n{{< a >}}\nafter")).isEqualTo("<p>before</p>\n[a]\n<p>after</p>\n");
    assertThat(html("{{< a >}} {{< b >}}")).isEqualTo("[a][b]\n");
  }

  @Test
  void oneWithinALineIsPutIntoTheParagraph() {
    assertThat(html("so {{< a >}} it is, **{{< b >}}**"))
        .isEqualTo("<p>so [a] it is, <strong>[b]</strong></p>\n");
    assertThat(html("so {{< a >}}*inner*{{< /a >}} it is"))
        .isEqualTo("<p>so [a:<em>inner</em>] it is</p>\n");
    assertThat(html("# A {{< a >}} heading"))
        .isEqualTo("<h1 id=\"a--heading\">A [a] heading</h1>\n");
  }

  @Test
  void whatIsBetweenTheTagsIsMarkdownOfItsOwn() {
    assertThat(html("{{< note >}}\n## Title\n\n- one\n- two\n{{< /note >}}"))
        .isEqualTo(
            "[note:<h2 id=\"title\">Title</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n]\n");
    assertThat(rendered.getFirst().innerSource()).isEqualTo("\n## Title\n\n- one\n- two\n");
  }

  @Test
  void shortcodesMayBeInsideOneAnother() {
    assertThat(html("{{< a >}}\n{{< b >}}\nx {{< c >}}\n{{< /b >}}\n{{< /a >}}"))
        .isEqualTo("[a:[b:<p>x [c]</p>\n]\n]\n");
    assertThat(html("{{< a >}}1{{< a >}}2{{< /a >}}3{{< /a >}}"))
        .isEqualTo("[a:<p>1[a:2]3</p>\n]\n");
  }

  @Test
  void theyMayStandInListsAndQuotesWhoseMarksAreNotTheirs() {
    assertThat(html("> {{< a >}}\n> one\n>\n> two\n> {{< /a >}}"))
        .isEqualTo("<blockquote>\n[a:<p>one</p>\n<p>two</p>\n]\n</blockquote>\n");
    assertThat(html("- {{< a >}}\n  one\n\n      code\n  {{< /a >}}\n- next"))
        .isEqualTo(
            "<ul>\n<li>\n[a:<p>one</p>\n<pre tabindex=\"0\"><code>code\n</code></pre>\n]\n</li>\n"
                + "<li>next</li>\n</ul>\n");
  }

  @Test
  void inCodeTheyArePlainText() {
    assertThat(html("`{{< a >}}` and ``{{< b >}} ` {{< /b >}}``"))
        .isEqualTo(
            "<p><code>{{&lt; a &gt;}}</code> and "
                + "<code>{{&lt; b &gt;}} ` {{&lt; /b &gt;}}</code></p>\n");
    assertThat(html("```\n{{< a >}}\n```"))
        .contains("<pre tabindex=\"0\"><code>{{&lt; a &gt;}}\n</code></pre>");
    assertThat(html("~~~~ md\n~~~\n{{< a >}}\n~~~~")).contains("~~~\n{{&lt; a &gt;}}\n");
    assertThat(html("text\n\n    {{< a >}}\n")).contains("<code>{{&lt; a &gt;}}\n");
    assertThat(html("> ```\n> {{< a >}}\n> ```\n")).contains("<code>{{&lt; a &gt;}}\n");
    assertThat(html("- x\n\n      {{< a >}}\n")).contains("<code>{{&lt; a &gt;}}\n");
    assertThat(html("- ```\n  {{< /a >}}\n  ```\n")).contains("<code>{{&lt; /a &gt;}}\n");
    assertThat(rendered).isEmpty();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aTagInCodePairsWithNoneOutsideIt() {
    assertThat(html("use `{{< a >}}` and\n\n{{< b >}}\n```\n{{< /b >}}\n```\n{{< /b >}}"))
        .isEqualTo(
            "<p>use <code>{{&lt; a &gt;}}</code> and</p>\n"
                + "[b:<pre tabindex=\"0\"><code>{{&lt; /b &gt;}}\n</code></pre>\n]\n");
  }

  @Test
  void aShortcodeInACommentIsShown() {
    assertThat(html("{{</* a x=\"1\" */>}}")).isEqualTo("<p>{{&lt; a x=&quot;1&quot; &gt;}}</p>\n");
    assertThat(html("{{%/* a */%}}")).isEqualTo("<p>{{% a %}}</p>\n");
  }

  @Test
  void theyMayMakeADestinationOrAnAttribute() {
    assertThat(html("[x]({{< a >}})")).isEqualTo("<p><a href=\"%5Ba%5D\">x</a></p>\n");
    assertThat(html("<div class=\"{{< a >}}\">\n")).isEqualTo("<div class=\"[a]\">\n");
  }

  @Test
  void whatIsBrokenIsSaidWithItsPlaceAndShownAsText() {
    assertThat(html("one\n\n{{< a\n\ntwo {{< b key=\"x >}}\n\n{{< /c >}}"))
        .contains("{{&lt; a")
        .contains("two {{&lt; b");
    assertThat(problems.sorted())
        .extracting(p -> p.location() + " " + p.code().id() + " " + p.message())
        .containsExactly(
            "post.md:12:1 bad-shortcode this shortcode is not closed with '>}}'",
            "post.md:14:15 bad-shortcode this quote is not closed",
            "post.md:16:1 bad-shortcode the shortcode 'c' is closed here but was not opened");
  }

  @Test
  void placesInsideShortcodesAreThoseOfTheFile() {
    MarkdownDocument document =
        markdown.parse(
            "{{< a >}}\n"
                + "> {{< b >}}\n"
                + "> see [x](/x)\n"
                + "> {{< c k= = >}}\n"
                + "> {{< /b >}}\n"
                + "{{< /a >}} [y](/y)",
            "post.md",
            10,
            Locale.ENGLISH,
            problems);
    assertThat(document.links())
        .extracting(l -> l.destination() + " " + l.at())
        .containsExactly("/x post.md:12:7", "/y post.md:15:12");
    assertThat(document.shortcodes())
        .extracting(s -> s.name() + " " + s.at())
        .containsExactly("a post.md:10:1", "b post.md:11:3");
    assertThat(problems.sorted())
        .extracting(p -> p.location().toString())
        .containsExactly("post.md:13:12");
  }

  @Test
  void privateUseCharactersOfTheAuthorConfuseNothing() {
    String mark = Placeholders.mark(0);
    assertThat(html(mark + " {{< a >}} x" + Placeholders.SIGN))
        .isEqualTo("<p>" + mark + " [a] x" + Placeholders.SIGN + "</p>\n");
    assertThat(html("`" + mark + "` {{< a >}} &#xE7A5;&#xE800;&#xE7A5;"))
        .isEqualTo("<p><code>" + mark + "</code> [a] " + mark + "</p>\n");
    assertThat(html("[x](/" + mark + ")")).doesNotContain("[a]");
  }

  @Test
  void linkDefinitionsHoldInsideAndOutside() {
    assertThat(html("{{< a >}}\n[x] [y]\n\n[y]: /in\n{{< /a >}}\n\n[y]\n\n[x]: /out"))
        .isEqualTo(
            "[a:<p><a href=\"/out\">x</a> <a href=\"/in\">y</a></p>\n]\n"
                + "<p><a href=\"/in\">y</a></p>\n");
  }

  @Test
  void nestingHasAnEnd() {
    html("{{< a >}}".repeat(50) + "{{< /a >}}".repeat(50));
    assertThat(problems.sorted()).extracting(Problem::code).containsOnly(ProblemCode.TOO_DEEP);
  }

  @Test
  void manyBrokenTagsTakeNoTime() {
    html("{{< a ".repeat(20_000) + "{{< a >}}".repeat(5_000) + "{{< /b >}}".repeat(5_000));
    html("{{< a \"".repeat(5_000));
    html("` `` ``` ".repeat(5_000) + "{{< a >}}");
  }

  private String html(String text) {
    rendered.clear();
    return markdown
        .parse(text, "post.md", 10, Locale.ENGLISH, problems)
        .html(
            new RenderHooks(
                (destination, kind, at) -> Optional.of(ResolvedLink.to(destination)),
                (shortcode, inner) -> {
                  rendered.add(shortcode);
                  return shortcode.paired()
                      ? "[" + shortcode.name() + ":" + inner.get() + "]"
                      : "[" + shortcode.name() + "]";
                }));
  }
}
