package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.markdown.CodeInfo.Lines;
import dev.levee.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeInfoTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java {3,5-7 lines title=\"Main.java\" start=10}",
        "java {3 5-7, title='Main.java', start=10}",
        "java{3,5-7 start=10} title=\"Main.java\"",
        "java {hl_lines=[3,\"5-7\"] linenos=true linenostart=10 title=\"Main.java\"}",
        "java {linenos=table,hl_lines=\"3 5-7\",linenostart=10,title=\"Main.java\"}",
        "java title=\"Main.java\" {mark=[3,5-7] lines start=10 style=monokai .wide #one}",
      })
  void manyWaysSayTheSame(String info) {
    assertThat(CodeInfo.parse(info))
        .isEqualTo(
            new CodeInfo("java", List.of(new Lines(3, 3), new Lines(5, 7)), true, 10, "Main.java"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java",
        "java 1,2 lines",
        "java,ignore",
        "java {}",
        "java {linenos=false}",
        "java {",
        "java {linenostart=x}",
        "java {theme=3}",
        "java {title}"
      })
  void whatIsNotKnownIsLeftOut(String info) {
    CodeInfo read = CodeInfo.parse(info);
    assertThat(read.language()).isEqualTo("java");
    assertThat(read.isPlain()).isTrue();
  }

  @Test
  void aLanguageIsNotNeeded() {
    assertThat(CodeInfo.parse("")).isEqualTo(new CodeInfo("", List.of(), false, 1, ""));
    assertThat(CodeInfo.parse("{2 lines}").marks(2)).isTrue();
    assertThat(CodeInfo.parse("{2 lines}").marks(3)).isFalse();
  }

  @Test
  void aSiteMayWriteCodeItself() {
    List<String> asked = new ArrayList<>();
    String text =
        "x\n\n```java {1}\na < b```\n```\n\n> ~~~\n> {{< a >}}\n\n    indented\n\n``` no\n";
    RenderHooks hooks =
        new RenderHooks(
            (destination, kind, at) -> Optional.of(ResolvedLink.to(destination)),
            (shortcode, inner) -> "",
            block -> {
              asked.add(block.at() + "|" + block.infoString() + "|" + block.code());
              return block.infoString().equals("no")
                  ? Optional.empty()
                  : Optional.of("<p>CODE</p>\n");
            },
            ElementHooks.NONE);
    String html =
        new Markdown(MarkdownOptions.defaults())
            .parse(text, "a.md", 5, Locale.ENGLISH, new Problems())
            .html(hooks);
    assertThat(asked)
        .containsExactly(
            "a.md:7:1|java {1}|a < b```\n",
            "a.md:11:3||{{< a >}}\n", "a.md:14:5||indented\n", "a.md:16:1|no|");
    assertThat(html)
        .isEqualTo(
            """
            <p>x</p>
            <p>CODE</p>
            <blockquote>
            <p>CODE</p>
            </blockquote>
            <p>CODE</p>
            <pre tabindex="0" role="group" aria-label="no"><code class="language-no"></code></pre>
            """);
  }
}
