package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import org.junit.jupiter.api.Test;

/// What a template below `hooks/` makes of the elements of an article.
class HooksTest {

  private static final String SITE =
      """
      -- levee.yaml --
      title: A
      url: https://a.example
      markdown: {highlight: false}
      -- templates/article.ftlh --
      ${article.content}
      -- templates/section.ftlh --
      s
      -- content/news/a.md --
      ---
      title: A
      date: 2016-11-08
      ---
      """;

  @Test
  void aLinkIsWrittenByItsHook() {
    assertThat(
            html(
                "-- templates/hooks/link.ftlh --\n<u title=\"${element.title}\">${element.text}"
                    + " → ${element.href}</u>\n",
                "[a *b*](/news/ \"x & y\") <b>"))
        .isEqualTo("<p><u title=\"x &amp; y\">a <em>b</em> → /news/</u>\n <b></p>");
  }

  @Test
  void aPictureAndItsCaptionAreWrittenByTheirs() {
    String hook =
        "-- templates/hooks/image.ftlh --\n"
            + "<#if element.figure>[${element.caption}|${element.credit}|${element.classes?join('"
            + " ')}]<#else>[${element.alt}]</#if>\n";
    String picture = "![p](data:image/png;base64,x \"a *b*\"){credit=\"c\" .wide}";
    assertThat(html(hook, picture)).isEqualTo("[a <em>b</em>|c|wide]");
    assertThat(html(hook, "x " + picture)).isEqualTo("<p>x [p]\n</p>");
  }

  @Test
  void headingsCodeAndQuotesAreWrittenByTheirs() {
    String hooks =
        """
        -- templates/hooks/heading.ftlh --
        [h${element.level} #${element.id} ${element.text}]
        -- templates/hooks/code.ftlh --
        [${element.language} ${element.code?trim}]
        -- templates/hooks/blockquote.ftlh --
        [<#if element.kind?has_content>${element.kind}: ${element.heading} </#if>${element.text}]
        """;
    assertThat(html(hooks, "## A `b`\n\n```js\nx < y\n```\n\n> q\n\n> [!TIP] *t*\n> u\n"))
        .isEqualTo(
            """
            [h2 #a-b A <code>b</code>]
            [js x &lt; y]
            [<p>q</p>
            ]
            [tip: <em>t</em> <p>u</p>
            ]\
            """);
  }

  @Test
  void aHookMayWriteWhatWouldBeWrittenWithoutIt() {
    String text =
        "# A {#b}\n\n[c](/news/)\n\n> d\n\n```\ne\n```\n\n![f](data:image/png;base64,x)\n";
    StringBuilder hooks = new StringBuilder();
    for (String name : new String[] {"link", "image", "heading", "code", "blockquote"}) {
      hooks.append("-- templates/hooks/").append(name).append(".ftlh --\n");
      hooks.append("<#t>${element.html}\n");
    }
    assertThat(html(hooks.toString(), text)).isEqualTo(html("", text));
  }

  @Test
  void whatFailsInAHookIsToldWithThePlaceInTheArticle() {
    BuiltSite site =
        BuiltSite.of(SITE + "[x](/news/)\n-- templates/hooks/link.ftlh --\n${element.nothing}\n");
    assertThat(site.problems())
        .anySatisfy(p -> assertThat(p).contains("template-error").contains("hooks/link.ftlh"));
  }

  private static String html(String hooks, String text) {
    BuiltSite site = BuiltSite.of(SITE + text + "\n" + hooks);
    assertThat(site.problems()).isEmpty();
    return site.text("news/a/index.html").strip();
  }
}
