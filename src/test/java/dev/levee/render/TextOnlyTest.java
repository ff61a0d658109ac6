package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.levee.Budget;
import java.time.Duration;
import java.util.ArrayList;
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
            "<mglyph>",
            "<svg/>",
            "<title/>",
            "<video src=x />");
    Random random = new Random(5);
    for (int i = 0; i < Budget.of(30_000, 1_000_000); i++) {
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
  void wordsBehindAFilmThatDoesNotEndStay() {
    assertThat(of("<figure><video src=\"clip.mp4\" controls /></figure><p>Rest</p>"))
        .isEqualTo(
            "<figure><a class=\"picture\" href=\"clip.mp4\">clip.mp4</a></figure><p>Rest</p>");
    assertThat(of("<audio controls><source src=a.mp3><p>Rest</p>"))
        .isEqualTo("<a class=\"picture\" href=\"a.mp3\">a.mp3</a><p>Rest</p>");
    assertThat(of("<svg aria-label=\"A line\" /> <svg><svg/><title/></svg>Rest"))
        .isEqualTo("<span class=\"picture\">A line</span> Rest");
    assertThat(of("<script src=x.js></script><style title=x></style>Rest")).isEqualTo("Rest");
  }

  @Test
  void aLinkThatOnlyASilentPictureStoodInIsCalledByItsFile() {
    assertThat(of("<a href=\"x\"><em><img src=\"p/door.png\" alt=\"\"></em></a>"))
        .isEqualTo("<a href=\"x\"><em></em><span class=\"picture\">door.png</span></a>");
    assertThat(of("<a href=\"x\"><img src=\"door.png\" alt=\"\"> In</a><img src=y alt=\"\">"))
        .isEqualTo("<a href=\"x\"> In</a>");
  }

  @Test
  void noWordIsLostBesideWhatGoes() {
    List<String> pieces =
        List.of(
            "<video src=# />",
            "<figure><video src=# controls /></figure>",
            "<div><audio src=#></div>",
            "<p><video controls><source src=#></p>",
            "<video><source src=#>none</video>",
            "<svg aria-label=# />",
            "<svg aria-label=#><svg/><style/><path d=x /><g></g></svg>",
            "<figure><svg aria-label=#><title/><path></figure>",
            "<iframe src=#></iframe>",
            "<img alt=# />",
            "<select><option></select>",
            "<button />",
            "<template />",
            "<script>x</script>",
            "<math><mi>#</mi><annotation/></math>",
            "<ul><li>#<li>#</ul>");
    Random random = new Random(7);
    for (int i = 0; i < Budget.of(3_000, 100_000); i++) {
      StringBuilder html = new StringBuilder();
      List<String> words = new ArrayList<>();
      for (int n = random.nextInt(9); n >= 0; n--) {
        String piece = pieces.get(random.nextInt(pieces.size()));
        if (piece.contains("#")) {
          words.add("said" + n);
        }
        words.add("word" + n);
        html.append(piece.replace("#", "said" + n)).append("<p>word").append(n).append("</p>\n");
      }
      String text = Jsoup.parse("<main>" + of(html.toString()) + "</main>").text();
      assertThat(text).as(html.toString()).contains(words);
    }
  }

  @Test
  void noInputTakesLong() {
    for (String piece :
        List.of(
            "<svg>",
            "<a>",
            "<video><source src=x>",
            "<p></svg>",
            "<img alt=x>",
            "<",
            "<p aria-x=y ")) {
      String html = piece.repeat(100_000);
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> of(html));
    }
  }
}
