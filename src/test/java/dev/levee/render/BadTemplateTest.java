package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import org.junit.jupiter.api.Test;

/// What an author of templates hears of a mistake: the template, the line, the column, the
/// expression, and the page that was being rendered.
class BadTemplateTest {

  private static final String TWO_ARTICLES =
      """
      -- content/a.md --
      ---
      title: A
      ---
      -- content/b.md --
      ---
      title: B
      ---
      """;

  private static BuiltSite site(String article) {
    BuiltSite site = BuiltSite.of(TWO_ARTICLES + "-- templates/article.ftlh --\n" + article);
    assertThat(site.isWritten()).isFalse();
    return site;
  }

  private static void says(String article, String problem) {
    assertThat(site(article).problems()).containsExactly(problem);
  }

  @Test
  void anUndefinedVariable() {
    says(
        "<p>\n  ${foo.bar}\n",
        "templates/article.ftlh:2:5 error template-error 'foo' is missing here"
            + " (rendering /a/ from content/a.md and 1 more) | test it with <#if foo??>");
  }

  @Test
  void aMisspelledVariableOfThePage() {
    says(
        "${artcle.title}\n",
        "templates/article.ftlh:1:3 error template-error 'artcle' is missing here"
            + " (rendering /a/ from content/a.md and 1 more) | did you mean 'article'?");
  }

  @Test
  void aMisspelledVariableOfAThingAlsoBehindATest() {
    says(
        "<p>\n<#if article.titel??>x</#if>\n",
        "templates/article.ftlh:2:1 error template-error 'article' has no 'titel'"
            + " (rendering /a/ from content/a.md and 1 more) | did you mean 'title'?");
  }

  @Test
  void aVariableThatIsNearNoOther() {
    assertThat(site("${page.quux}").problems())
        .containsExactly(
            "templates/article.ftlh:1:1 error template-error 'page' has no 'quux' (rendering /a/"
                + " from content/a.md and 1 more) | it has kind, title, documentTitle, description,"
                + " href, lite, full, permalink, canonical, language, direction, image, imageWidth,"
                + " imageHeight, imageAlt, openGraphType, feeds, section, jsonLd");
  }

  @Test
  void aThingThatIsNotThere() {
    says(
        "${article.image.src}",
        "templates/article.ftlh:1:3 error template-error 'article.image' is missing here"
            + " (rendering /a/ from content/a.md and 1 more) | test it with <#if article.image??>");
  }

  @Test
  void aThingInThePlaceOfAText() {
    says(
        "${article.related}",
        "templates/article.ftlh:1:3 error template-error For \"${...}\" content: Expected a string"
            + " or something automatically convertible to string (number, date or boolean), or"
            + " \"template output\" , but this has evaluated to a sequence (rendering /a/ from"
            + " content/a.md and 1 more)");
  }

  @Test
  void aDirectiveThatIsNeverClosedIsNamed() {
    says(
        "<#if article.title??>\n<p>",
        "templates/article.ftlh:2:3 error template-syntax this is not valid FreeMarker: Unexpected"
            + " end of file reached. You have an unclosed #if (rendering /a/ from content/a.md and"
            + " 1 more)");
  }

  @Test
  void badSyntax() {
    says(
        "<p>\n<#if article.title>\n<#list a as b>\n</#if>\n",
        "templates/article.ftlh:4:1 error template-syntax this is not valid FreeMarker:"
            + " Encountered \"</#if>\", but at this place only this can be closed: \"#list\""
            + " (rendering /a/ from content/a.md and 1 more)");
  }

  @Test
  void badSyntaxInAPartial() {
    says(
        "<#include \"partials/x.ftlh\">\n-- templates/partials/x.ftlh --\n\n ${\"a\n",
        "templates/partials/x.ftlh:3 error template-syntax this is not valid FreeMarker: Lexical"
            + " error: encountered <EOF> after \"\\\"a\\n\" (rendering /a/ from content/a.md and 1"
            + " more)");
  }

  @Test
  void aMissingInclude() {
    says(
        "<p>\n<#include \"partials/crad.ftlh\">\n",
        "templates/article.ftlh:2:1 error missing-template there is no template"
            + " 'partials/crad.ftlh' (rendering /a/ from content/a.md and 1 more) | did you mean"
            + " 'partials/card.ftlh'?");
  }

  @Test
  void anIncludeThatLeadsBack() {
    says(
        """
        <#include "partials/p.ftlh">
        -- templates/partials/p.ftlh --
        x
        <#include "/partials/q.ftlh">
        -- templates/partials/q.ftlh --
        <#if true><#include "/partials/p.ftlh"></#if>
        """,
        "templates/partials/q.ftlh:1:11 error template-error '#include \"/partials/p.ftlh\"' leads"
            + " back to itself without end (rendering /a/ from content/a.md and 1 more) | look for"
            + " an <#include> or a macro that comes round to this one");
  }

  @Test
  void aMacroThatCallsItself() {
    says(
        "<#macro m>\nx <@m/>\n</#macro>\n<@m/>\n",
        "templates/article.ftlh:2:3 error template-error '@m' leads back to itself without end"
            + " (rendering /a/ from content/a.md and 1 more) | look for an <#include> or a macro"
            + " that comes round to this one");
  }

  @Test
  void aFunctionThatCallsItself() {
    assertThat(site("<#function f x>\n<#return f(x)>\n</#function>\n${f(1)}\n").problems())
        .singleElement()
        .asString()
        .startsWith("templates/article.ftlh:2:1 error template-error '#return f(x)' leads back");
  }

  @Test
  void aTreeOfMacrosMayBeDeep() {
    BuiltSite site =
        BuiltSite.of(
            TWO_ARTICLES
                + "-- templates/article.ftlh --\n"
                + "<#macro m n>${n} <#if (n > 0)><@m n=n - 1/></#if></#macro><@m n=60/>");
    assertThat(site.problems()).isEmpty();
    assertThat(site.text("a/index.html")).startsWith("60 59 ").endsWith(" 1 0 ");
  }

  @Test
  void aMissingAsset() {
    says(
        "<p>\n ${asset(\"css/man.css\")}\n",
        "templates/article.ftlh:2:2 error template-error there is no asset 'css/man.css' (rendering"
            + " /a/ from content/a.md and 1 more) | did you mean 'css/main.css'?");
  }

  @Test
  void aStyleSheetThatIsNone() {
    says(
        "${stylesheet(\"icons/favicon.svg\")}\n",
        "templates/article.ftlh:1:1 error template-error 'icons/favicon.svg' is no style sheet that"
            + " browsers read (rendering /a/ from content/a.md and 1 more) | one ends in .css");
    says(
        "${integrity(\"css/man.css\")}\n",
        "templates/article.ftlh:1:1 error template-error there is no asset 'css/man.css' (rendering"
            + " /a/ from content/a.md and 1 more) | did you mean 'css/main.css'?");
  }

  @Test
  void aFunctionWithoutItsText() {
    says(
        "${asset()}",
        "templates/article.ftlh:1:1 error template-error asset(…) takes one text (rendering /a/"
            + " from content/a.md and 1 more) | such as asset(\"…\")");
  }

  @Test
  void aPatternThatIsNone() {
    BuiltSite site =
        BuiltSite.of(
            """
            -- content/a.md --
            ---
            title: A
            date: 2016-11-08
            ---
            -- templates/article.ftlh --
            ${article.date.format("bogus")}
            """);
    assertThat(site.problems())
        .containsExactly(
            "templates/article.ftlh:1:1 error template-error 'bogus' is not a date pattern"
                + " (rendering /a/ from content/a.md) | such as d MMMM uuuu");
  }

  @Test
  void theTimeOfTheMachine() {
    String hint = " | take the dates of articles, or give the site a date in 'params'";
    says(
        "<p>\n ${.now}\n",
        "templates/article.ftlh:2:4 error template-error '.now' is the time of the machine, which"
            + " would make every build another (rendering /a/ from content/a.md and 1 more)"
            + hint);
    says(
        "<#include \"/partials/x.ftlh\">\n"
            + "-- templates/partials/x.ftlh --\n"
            + "<#if (1 > 0) && (.now > x)></#if>",
        "templates/partials/x.ftlh:1:18 error template-error '.now' is the time of the machine,"
            + " which would make every build another (rendering /a/ from content/a.md and 1 more)"
            + hint);
    says(
        "${\"a\"+.now?string(\"yyyy\")}",
        "templates/article.ftlh:1:7 error template-error '.now' is the time of the machine, which"
            + " would make every build another (rendering /a/ from content/a.md and 1 more)"
            + hint);
  }

  @Test
  void aTextMayHaveTheWord() {
    BuiltSite site =
        BuiltSite.of(
            TWO_ARTICLES
                + """
                -- templates/article.ftlh --
                <style>
                .now { color: red }
                </style><#-- ${.now} --><p>{.now}</p>
                """);
    assertThat(site.problems()).isEmpty();
    assertThat(site.text("a/index.html")).contains(".now { color: red }", "<p>{.now}</p>");
  }

  @Test
  void oneMistakeIsOneProblemHoweverManyPagesMeetIt() {
    BuiltSite site =
        BuiltSite.of(TWO_ARTICLES + "-- templates/partials/footer.ftlh --\n${site.titel}\n");
    assertThat(site.problems())
        .containsExactly(
            "templates/partials/footer.ftlh:1:1 error template-error 'site' has no 'titel'"
                + " (rendering / and 3 more) | did you mean 'title'?");
  }

  @Test
  void aLayoutWithoutATemplate() {
    String article = "-- content/a.md --\n---\ntitle: A\nlayout: articel\n---\nx\n";
    assertThat(BuiltSite.of(article).problems())
        .containsExactly(
            "content/a.md:3:9 error unknown-layout there is no template for the layout 'articel' |"
                + " did you mean 'article'?");
    BuiltSite lowered =
        BuiltSite.of(
            article
                + "-- levee.yaml --\n"
                + "title: x\n"
                + "url: https://example.org\n"
                + "problems: {unknown-layout: warn}\n");
    assertThat(lowered.problems()).singleElement().asString().contains(" warn unknown-layout ");
    assertThat(lowered.page("a/index.html").select("h1").text()).isEqualTo("A");
  }

  @Test
  void anUnknownShortcode() {
    BuiltSite site =
        BuiltSite.of("-- content/a.md --\n---\ntitle: A\n---\n\ntext {{< noet >}}x{{< /noet >}}\n");
    assertThat(site.problems())
        .containsExactly(
            "content/a.md:5:6 error unknown-shortcode there is no shortcode 'noet' | did you mean"
                + " 'note'?");
  }

  @Test
  void aMistakeInAShortcodeNamesTheArticlesLine() {
    BuiltSite site =
        BuiltSite.of(
            """
            -- content/a.md --
            ---
            title: A
            ---

            {{< bad >}}
            -- content/b.md --
            ---
            title: B
            ---
            {{< bad >}}
            -- templates/shortcodes/bad.ftlh --
            <b>
            ${shortcode.params.x}</b>
            """);
    assertThat(site.problems())
        .containsExactly(
            "templates/shortcodes/bad.ftlh:2:3 error template-error 'shortcode.params.x' is missing"
                + " here (rendering content/a.md:5:1 and 1 more) | test it with <#if"
                + " shortcode.params.x??>");
  }

  @Test
  void aShortcodeThatPrintsItsArticle() {
    BuiltSite site =
        BuiltSite.of(
            """
            -- content/a.md --
            ---
            title: A
            date: 2016-11-08
            ---
            {{< bad >}}
            -- templates/shortcodes/bad.ftlh --
            ${site.articles[0].content}
            """);
    assertThat(site.problems())
        .containsExactly(
            "templates/shortcodes/bad.ftlh:1:1 error template-error a shortcode cannot print"
                + " 'content' of an article (rendering content/a.md:5:1) | what stands between its"
                + " tags is 'shortcode.content'");
  }

  @Test
  void aShortcodeWorksInTheTextOfASection() {
    BuiltSite site =
        BuiltSite.of(
            """
            -- content/news/_index.md --
            ---
            title: News
            ---
            {{< mark >}}![x](x.svg){{< /mark >}}
            -- content/news/x.svg --
            x
            -- templates/shortcodes/mark.ftlh --
            <mark>${shortcode.content}${shortcode.href("x.svg")}<#if article??>no</#if></mark>
            """);
    assertThat(site.problems()).isEmpty();
    assertThat(site.page("news/index.html").select("mark").html())
        .contains("<img src=\"/news/x.svg\"", "/news/x.svg")
        .doesNotContain("no</mark>");
  }

  @Test
  void aTemplateMayRecoverByItself() {
    BuiltSite site =
        BuiltSite.of(
            TWO_ARTICLES
                + "-- templates/article.ftlh --\n<#attempt>${nope}<#recover>caught</#attempt>");
    assertThat(site.problems()).isEmpty();
    assertThat(site.text("a/index.html")).isEqualTo("caught");
  }
}
