package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import org.junit.jupiter.api.Test;

class CodeListingsTest {

  @Test
  void codeIsColouredUnlessTheSettingsSayNo() {
    String article = "```java\nint a = \"<\";\n```\n";
    assertThat(code(article, ""))
        .isEqualTo(
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"java\"><code"
                + " class=\"language-java\"><span class=\"t\">int</span> a <span"
                + " class=\"o\">=</span> <span class=\"s\">&quot;&lt;&quot;</span>;\n"
                + "</code></pre>");
    assertThat(code(article, "markdown: {highlight: false}\n"))
        .isEqualTo(
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"java\"><code"
                + " class=\"language-java\">int a = &quot;&lt;&quot;;\n"
                + "</code></pre>");
  }

  @Test
  void linesAreMarkedAndNumbered() {
    String article = "```sh {2 lines start=9}\n# <\n\nls\n```\n";
    assertThat(code(article, ""))
        .isEqualTo(
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"sh\" class=\"numbered\"><code"
                + " class=\"language-sh\"><span class=\"line\" data-line=\"9\"><span class=\"c\">#"
                + " &lt;</span>\n"
                + "</span><span class=\"line marked\" data-line=\"10\">\n"
                + "</span><span class=\"line\" data-line=\"11\"><span class=\"f\">ls</span>\n"
                + "</span></code></pre>");
    assertThat(code(article, "markdown: {highlight: false}\n"))
        .contains("<span class=\"line\" data-line=\"9\"># &lt;\n</span>");
    assertThat(code("```{1}\na\nb\n```\n", ""))
        .isEqualTo(
            "<pre tabindex=\"0\"><code><span class=\"line marked\">a\n</span>"
                + "<span class=\"line\">b\n</span></code></pre>");
  }

  @Test
  void aTitleMakesAFigure() {
    assertThat(page("```text {title=\"a <b>.txt\"}\nx\n```\n", ""))
        .contains(
            "<figure class=\"code\">\n"
                + "<figcaption>a &lt;b&gt;.txt</figcaption>\n"
                + "<pre tabindex=\"0\" role=\"group\" aria-label=\"a &lt;b&gt;.txt\"><code"
                + " class=\"language-text\">x\n"
                + "</code></pre>\n"
                + "</figure>");
  }

  @Test
  void aLanguageThatIsNotKnownIsSaidOncePerFile() {
    String article =
        "---\ntitle: A\n---\n\n```jvaa\na < b\n```\n\n```jvaa\n```\n\n```mylanguage\n```\n";
    TestSite site = TestSite.of("-- content/news/a.md --\n" + article);
    site.file("content/news/b.md", "---\ntitle: B\n---\n```jvaa\n```\n");
    assertThat(BuiltSite.of(site).problems())
        .containsExactly(
            "content/news/a.md:5:1 warn unknown-language the language 'jvaa' is not known, so"
                + " its code has no colours | did you mean 'java'?",
            "content/news/a.md:12:1 warn unknown-language the language 'mylanguage' is not"
                + " known, so its code has no colours | write 'text' where there is nothing to"
                + " colour",
            "content/news/b.md:4:1 warn unknown-language the language 'jvaa' is not known, so"
                + " its code has no colours | did you mean 'java'?");
    assertThat(code(article, "problems: {unknown-language: off}\n"))
        .isEqualTo(
            "<pre tabindex=\"0\" role=\"group\" aria-label=\"jvaa\"><code class=\"language-jvaa\">a"
                + " &lt; b\n"
                + "</code></pre>");
  }

  @Test
  void feedsCarryCodeWithoutColours() {
    TestSite site =
        TestSite.of(
            "-- content/news/a.md --\n"
                + "---\n"
                + "title: A\n"
                + "date: 2016-01-01\n"
                + "---\n"
                + "```java\n"
                + "int a;\n"
                + "```\n");
    site.file("levee.yaml", "title: T\nurl: https://example.org\nfeeds: {content: full}\n");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.text("feed.json")).contains("language-java").doesNotContain("span class");
  }

  private static String code(String article, String settings) {
    String page = page(article, settings);
    return page.substring(page.indexOf("<pre"), page.indexOf("</pre>") + 6);
  }

  private static String page(String article, String settings) {
    String front = article.startsWith("---") ? "" : "---\ntitle: A\n---\n";
    TestSite site = TestSite.of("-- content/news/a.md --\n" + front + article);
    site.file("levee.yaml", "title: T\nurl: https://example.org\n" + settings);
    return BuiltSite.of(site).text("news/a/index.html");
  }
}
