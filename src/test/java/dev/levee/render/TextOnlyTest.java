package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.levee.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Whatever HTML a text has: the lite edition has words and links.
class TextOnlyTest {

  private static final String FORBIDDEN =
      "img, image, picture, source, svg, video, audio, track, iframe, frame, object, embed, canvas,"
          + " script, style, link, meta, base, form, input, button, select, textarea, template,"
          + " noscript, xmp, plaintext, title, [style], [src], [srcset], [onerror], [onload]";

  private static String of(String html) {
    return TextOnly.of(html, href -> href);
  }

  @Test
  void textStaysAsItIs() {
    String html =
        "<h2 id=\"a\">A &amp; b</h2>\n<p>1 &lt; 2, <em lang=\"fr\">trois</em><br></p>\n"
            + "<details open><summary>x</summary>y</details>";
    assertThat(of(html)).isEqualTo(html);
  }

  @Test
  void whatStandsBesideSomethingThatGoesDoesNotBecomeATag() {
    assertThat(of("<<blink>img src=x onerror=y>")).isEqualTo("&lt;img src=x onerror=y>");
    assertThat(of("<<!-- -->script>x</script>")).isEqualTo("&lt;script>x");
    assertThat(of("a <img src=x")).isEqualTo("a ");
    assertThat(of("a <!-- b")).isEqualTo("a ");
  }

  @Test
  void noHtmlLetsAnythingThrough() {
    List<String> pieces =
        List.of(
            "<",
            ">",
            "</",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "\"",
            "'",
            "/>",
            "=",
            " ",
            "x",
            "<p>",
            "</p>",
            "<a href=x>",
            "</a>",
            "<img src=x alt=y>",
            "<IMG SRC=x onerror=z>",
            "<svg>",
            "</svg>",
            "<style>",
            "</style>",
            "<title>",
            "</title>",
            "<math>",
            "<mtext>",
            "<script>",
            "</script>",
            "<textarea>",
            "</textarea>",
            "<noscript>",
            "</noscript>",
            "<template>",
            "</template>",
            "<xmp>",
            "</xmp>",
            "<plaintext>",
            "<table>",
            "<td>",
            "<select>",
            "<video src=x>",
            "</video>",
            "<iframe src=x>",
            "</iframe>",
            "<foo",
            " aria-x=\"",
            " title='",
            " href=\"javascript:x\"",
            "<embed src=x>",
            "<object data=x>",
            "<input type=image src=x>",
            "<p style=x onload=y>",
            "<annotation-xml>",
            "<mglyph>");
    Random random = new Random(5);
    for (int i = 0; i < Budget.of(30_000, 3_000_000); i++) {
      StringBuilder html = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        html.append(pieces.get(random.nextInt(pieces.size())));
      }
      String page = "<main>" + of(html.toString()) + "</main><p id=\"behind\">behind</p>";
      Element body = Jsoup.parse(page).body();
      assertThat(body.select(FORBIDDEN)).as(html.toString()).isEmpty();
      assertThat(body.select("#behind").text()).as(html.toString()).isEqualTo("behind");
      String again = of(of(html.toString()));
      assertThat(again).as(html.toString()).isEqualTo(of(html.toString()));
    }
  }

  @Test
  void noInputTakesLong() {
    for (String piece :
        List.of("<svg>", "<a>", "<video><source src=x>", "<img alt=x>", "<", "<p aria-x=y ")) {
      String html = piece.repeat(100_000);
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> of(html));
    }
  }
}
