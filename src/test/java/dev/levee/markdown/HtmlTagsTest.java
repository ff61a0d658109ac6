package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.levee.markdown.HtmlTags.Attribute;
import dev.levee.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which attributes a piece of HTML has, as a browser reads it.
class HtmlTagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "<a href=\"x\">y</a> => a href=x@9",
        "<A HREF='x' >y</a> => a href=x@9",
        "<a href=x>y => a href=x@8",
        "<a href = x/y>y => a href=x/y@10",
        "<a href=\"a&amp;b&#x3e;\"> => a href=a&b>@9",
        "<img alt src=x/> => img alt=@9 img src=x/@13",
        "<img src=\"x\"/><br/><b id=y> => img src=x@10 b id=y@25",
        "<a\fid=x\thref=y> => a id=x@6 a href=y@13",
        "<a id=1 ID=2> => a id=1@6",
        "<a =x=y> => a =x=y@6",
        "<a title='<b id=x>'> => a title=<b id=x>@10",
        "</a id=x><b id=y> => b id=y@15",
        "<!-- <a id=x> --><b id=y> => b id=y@23",
        "<!--><b id=y> => b id=y@11",
        "<!-- <b id=y> => ``",
        "<!doctype a id=x><b id=y> => b id=y@23",
        "<?php id=x ?><b id=y> => b id=y@19",
        "<script>'<a id=x>'</script ><b id=y> => b id=y@34",
        "<script src=x><a id=y> => script src=x@12",
        "<STYLE><a id=x></style><b id=y> => b id=y@29",
        "<textarea><a id=x></textare></textarea><b id=y> => b id=y@45",
        "<a id=x => ``",
        "<a id='x> => ``",
        "a < b id=x> c => ``",
        "</ <b id=x>></><b id=y> => b id=y@21",
        "<1 id=x><é id=y> => ``",
      })
  void attributesOfStartTagsAreFound(String html, String expected) {
    List<String> found = new ArrayList<>();
    for (Attribute a : HtmlTags.attributes(html)) {
      found.add(a.element() + " " + a.name() + "=" + a.value() + "@" + a.at());
    }
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  @Test
  void randomTagSoupHasTheIdsThatAParserFinds() {
    String[] pieces = {
      "<x1 ",
      "<x2",
      ">",
      "/",
      "id=",
      "x",
      "'",
      "\"",
      " ",
      "\n",
      "<!--",
      "-->",
      "</x1>",
      "<script>",
      "</script>",
      "=",
      "id='i1'",
      " id=i2 ",
      "<x3 id=\"i3\">",
      "<x4 id=i4 >",
      "&amp;",
      "<",
      "<?",
      "<!",
      "</",
      "<style>",
      "</style",
      "-",
      "!"
    };
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder html = new StringBuilder("<p>");
      for (int n = random.nextInt(12); n >= 0; n--) {
        html.append(pieces[random.nextInt(pieces.length)]);
      }
      List<String> ids = new ArrayList<>();
      for (Element e : Jsoup.parse(html.toString()).select("[id]")) {
        ids.add(e.id());
      }
      List<String> found =
          HtmlTags.attributes(html.toString()).stream()
              .filter(a -> a.name().equals("id"))
              .map(Attribute::value)
              .filter(id -> !id.isEmpty())
              .toList();
      ids.removeIf(String::isEmpty);
      assertThat(found).as(html.toString()).isEqualTo(ids);
    }
  }

  @Test
  void noInputTakesLong() {
    for (String piece :
        List.of("<a ", "<!--", "<a b='", "<script>", "</", "<a x=y ", "<", "&lt;")) {
      String html = piece.repeat(200_000);
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> HtmlTags.attributes(html));
    }
  }

  @Test
  void linksOfRawHtmlAreKnownWithTheirPlace() {
    MarkdownDocument document =
        new Markdown(MarkdownOptions.defaults())
            .parse(
                """
                a <a class="x" href="b.md">b</a> <img alt=c src=d.png>

                > <div>
                > <a
                >  href='e&amp;f'>
                > </div>

                `<a href="code">` {{< s >}}<video src="in.mp4">{{< /s >}}

                <!-- <a href="comment"> --> <a name="n"> <a href="{{< s >}}">
                """,
                "a.md",
                11,
                Locale.ENGLISH,
                new Problems());
    assertThat(document.rawLinks())
        .extracting(l -> l.kind() + " " + l.destination() + " " + l.at())
        .containsExactly(
            "LINK b.md a.md:11:22",
            "PICTURE d.png a.md:11:49",
            "LINK e&f a.md:15:10",
            "LINK in.mp4 a.md:18:40");
  }
}
