package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.markdown.MarkdownOptions.Html;
import dev.levee.problem.Problems;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/// Documents thrown together from pieces of Markdown, the same ones in every run.
class MarkdownRandomTest {

  private static final String[] PIECES = {
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "- ",
    "1. ",
    "> ",
    "# ",
    "## ",
    "===\n",
    "---\n",
    "***",
    "**",
    "*",
    "_",
    "__",
    "~~",
    "`",
    "``",
    "```\n",
    "~~~\n",
    "[",
    "](",
    ")",
    "![",
    "]",
    "[^1]",
    "\n[^1]: ",
    "\n[a]: /b \"c\"\n",
    "[a]",
    "| a | b |\n|---|---|\n",
    "| ",
    "\n: ",
    "{#id .c}",
    "\\",
    "&amp;",
    "&#xE7A5;",
    "<b>",
    "</b>",
    "<!-- more -->",
    "<!--more-->\n",
    "<div>\n",
    "http://a.com/b",
    "me@a.com",
    "www.x.org",
    "{{< a >}}",
    "{{< /a >}}",
    "{{% b x=\"1\" %}}",
    "{{</* a */>}}",
    "{{< ",
    ">}}",
    "{{< c k=\"",
    "word",
    "слово",
    "字",
    "\uE7A5",
    "\uE800",
    "\r",
    "\r\n",
    "\0",
    "- [ ] ",
    "\u2028",
    "\u001F",
    "\uD83D\uDE00",
    "\uD83D"
  };

  private final Markdown markdown = new Markdown(new MarkdownOptions(Html.ESCAPE));

  @Test
  void anyDocumentGivesWellFormedHtml() {
    Random random = new Random(20260101);
    for (int i = 0; i < 2_000; i++) {
      String text = document(random);
      MarkdownDocument document = markdown.parse(text, "random.md", 1, new Problems());
      String html =
          document.html(
              new RenderHooks(
                  RenderHooks.none().links(),
                  (shortcode, inner) -> "<i>" + shortcode.name() + "</i>"));
      Parser parser = Parser.htmlParser().setTrackErrors(10);
      parser.parseInput("<!doctype html><title>x</title>" + html, "");
      assertThat(parser.getErrors()).as("%s%n---%n%s", text, html).isEmpty();
      assertThat(document.plainText(10)).isNotNull();
      assertThat(document.readingTime().minutes()).isPositive();
    }
  }

  @Test
  void shortcodesInCodeStayText() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String code = document(random).replaceAll("[`\\x00\\r\\uD83D]", "");
      String html =
          markdown
              .parse("x\n\n````\n" + code + "\n````\n", "random.md", 1, new Problems())
              .html(new RenderHooks(RenderHooks.none().links(), (shortcode, inner) -> "RENDERED"));
      assertThat(Jsoup.parseBodyFragment(html).selectFirst("pre").wholeText())
          .isEqualTo(code + "\n");
    }
  }

  private static String document(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(60); n >= 0; n--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
