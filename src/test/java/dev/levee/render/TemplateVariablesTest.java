package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.HandbookPage;
import dev.levee.Samples;
import dev.levee.TestPicture;
import dev.levee.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Holds the variables of templates to the handbook's page on them, and every one of them to a page
/// that prints it.
class TemplateVariablesTest {

  private static final Path HANDBOOK =
      Path.of(System.getProperty("project.root"), "content/handbook/templates.md");

  private static final List<ViewType<?>> TYPES =
      List.of(
          SiteViews.SITE,
          BrandViews.BRAND,
          BrandViews.COLOUR,
          ElementTemplates.TYPE,
          PageInfo.TYPE,
          ArticleViews.ARTICLE,
          ListViews.SECTION,
          ListViews.LIST,
          ListViews.PAGER,
          SiteViews.OVERVIEW,
          ListViews.ENTRY,
          ArticleViews.AUTHOR,
          ListViews.TAXONOMY,
          ListViews.TERM,
          ArticleViews.SERIES,
          ArticleViews.IMAGE,
          ShownPicture.TYPE,
          ArticleViews.DATE,
          ArticleViews.HEADING,
          ArticleViews.CORRECTION,
          ListViews.FEED,
          ListViews.LINK,
          ShortcodeCall.TYPE);

  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)\\.(\\w+)(?:\\([\\w, ]+\\))?` \\| ([^|]+) \\|.*");

  /// The types that the handbook gives the variables of each thing.
  private static Map<String, Map<String, String>> documented() throws IOException {
    Map<String, Map<String, String>> documented = new TreeMap<>();
    List<String> lines = new ArrayList<>(Files.readAllLines(HANDBOOK));
    lines.addAll(Files.readAllLines(HANDBOOK.resolveSibling("pictures.md")));
    for (String line : lines) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        documented
            .computeIfAbsent(row.group(1), t -> new TreeMap<>())
            .put(row.group(2), row.group(3).strip());
      }
    }
    return documented;
  }

  @Test
  void theHandbookKnowsEveryThing() throws IOException {
    assertThat(documented().keySet())
        .containsExactlyInAnyOrderElementsOf(TYPES.stream().map(ViewType::name).toList());
  }

  @ParameterizedTest
  @FieldSource("TYPES")
  void theHandbookKnowsEveryVariable(ViewType<?> type) throws IOException {
    assertThat(documented().get(type.name()).keySet())
        .as(type.name())
        .containsExactlyInAnyOrderElementsOf(type.variables());
  }

  @Test
  void theHandbookKnowsHowPicturesAreShown() {
    assertThat(HandbookPage.of("pictures").rows("option"))
        .extracting(row -> row.code(0).getFirst().replace("\"", ""))
        .containsExactlyElementsOf(PictureOptions.KEYS);
  }

  @Test
  void everyDocumentedTypeIsOneOfTheThings() throws IOException {
    Set<String> types =
        new LinkedHashSet<>(
            List.of("text", "number", "true or false", "data", "markup", "directive"));
    TYPES.forEach(type -> types.add(type.name()));
    documented()
        .forEach((thing, variables) ->
            variables.forEach((variable, type) ->
                assertThat(types)
                    .as(thing + "." + variable)
                    .contains(type.replace("list of ", ""))));
  }

  @Test
  void everyVariableRendersOnASiteThatHasItAll() throws IOException {
    Map<String, Map<String, String>> documented = documented();
    BuiltSite site =
        BuiltSite.of(
            TestSite.of(
                    Samples.OBSERVER.replace(
                            "pagination: {size: 2}",
                            """
                            theme: {mark: /pictures/map.svg, accent: '#c03f17', second: '#1a6491'}
                            lite: true
                            pagination: {size: 2}\
                            """)
                        + """
                        -- templates/base.ftlh --
                        <!doctype html>
                        <@all/>
                        -- templates/article.ftlh --
                        <#macro all><#include "partials/all.ftlh"></#macro>
                        <#include "base.ftlh">
                        -- templates/shortcodes/probe.ftlh --
                        """
                        + checks("shortcode", documented.get("shortcode"))
                        + "\n"
                        + "-- templates/hooks/link.ftlh --\n"
                        + "<#include \"/show/element.ftlh\">\n"
                        + "-- templates/hooks/image.ftlh --\n"
                        + "<#include \"/show/element.ftlh\">\n"
                        + "-- templates/hooks/heading.ftlh --\n"
                        + "<#include \"/show/element.ftlh\">\n"
                        + "-- templates/hooks/code.ftlh --\n"
                        + "<#include \"/show/element.ftlh\">\n"
                        + "-- templates/hooks/blockquote.ftlh --\n"
                        + "<#include \"/show/element.ftlh\">\n"
                        + "-- content/news/probe.md --\n"
                        + "---\n"
                        + "title: Probe\n"
                        + "date: 2016-11-09\n"
                        + "image: /pictures/four.png\n"
                        + "---\n"
                        + "{{< probe one >}}inner{{< /probe >}}\n\n"
                        + "# a [b](/news/)\n\n"
                        + "![a](data:image/png;base64,x \"b\"){credit=c}\n\n"
                        + "> [!NOTE] a\n"
                        + "> b\n\n"
                        + "```java\n"
                        + "a\n"
                        + "```\n"
                        + printers(documented))
                .file("content/pictures/four.png", TestPicture.png(40, 20)));
    assertThat(site.problems()).isEmpty();
    Set<String> printed = new LinkedHashSet<>();
    for (String path : site.paths()) {
      if (path.endsWith(".html")) {
        Matcher found = Pattern.compile("\\[(\\w+\\.\\w+) (\\w+)]").matcher(site.text(path));
        while (found.find()) {
          printed.add(found.group(1));
          String[] name = found.group(1).split("\\.");
          assertThat(found.group(2))
              .as(found.group(1))
              .isEqualTo(word(documented.get(name[0]).get(name[1])));
        }
      }
    }
    List<String> all =
        documented.entrySet().stream()
            .flatMap(t -> t.getValue().keySet().stream().map(v -> t.getKey() + "." + v))
            .toList();
    assertThat(printed).containsExactlyInAnyOrderElementsOf(all);
  }

  private static String word(String type) {
    return type.startsWith("list of ") ? "list" : type.split(" ")[0];
  }

  /// A partial for each thing, and pages that show every thing they can get hold of.
  private static String printers(Map<String, Map<String, String>> documented) {
    StringBuilder templates = new StringBuilder();
    documented.forEach((thing, variables) ->
        templates
            .append("\n-- templates/show/")
            .append(thing)
            .append(".ftlh --\n")
            .append(checks(thing, variables)));
    String everywhere =
        show("site", "site")
            + show("theme", "site.theme")
            + show("colour", "site.theme.accent")
            + show("page", "page")
            + show("section", "site.sections[0]")
            + show("taxonomy", "site.taxonomies[0]")
            + show("term", "site.taxonomies[0].terms[0]")
            + show("feed", "site.feeds[0]");
    String ofArticle =
        show("article", "article")
            + "${article.content}"
            + "<#if article.image??>"
            + show("image", "article.image")
            + show("picture", "picture(article.image)")
            + "</#if>"
            + "<#if article.date??>"
            + show("date", "article.date")
            + "</#if>"
            + "<#if article.series??>"
            + show("series", "article.series")
            + "</#if>"
            + "<#if article.authors?has_content>"
            + show("author", "article.authors[0]")
            + "</#if>"
            + "<#if article.headings?has_content>"
            + show("heading", "article.headings[0]")
            + "</#if>"
            + "<#if article.corrections?has_content>"
            + show("correction", "article.corrections[0]")
            + "</#if>";
    String ofList =
        show("list", "list") + show("pager", "list.pager") + show("link", "list.pager.links[0]");
    String ofOverview = show("overview", "overview") + show("entry", "overview.items[0]");
    templates
        .append("\n-- templates/partials/all.ftlh --\n" + everywhere)
        .append("<#if article??>" + ofArticle + "</#if>")
        .append("<#if list??>" + ofList + "</#if>")
        .append("<#if overview??>" + ofOverview + "</#if>\n");
    for (String page :
        List.of(
            "list",
            "home",
            "section",
            "term",
            "author",
            "series",
            "archive",
            "overview",
            "archive/overview",
            "authors/overview",
            "series/overview",
            "404",
            "50x")) {
      templates.append("-- templates/" + page + ".ftlh --\n<#include \"/article.ftlh\">\n");
    }
    for (String page : List.of("article", "list", "overview", "404")) {
      templates.append("-- templates/lite/" + page + ".ftlh --\n<#include \"/article.ftlh\">\n");
    }
    return templates.toString();
  }

  private static String show(String thing, String expression) {
    return "<#assign it = " + expression + "><#include \"/show/" + thing + ".ftlh\">\n";
  }

  /// Says of each variable what it is, where it is there at all.
  private static String checks(String thing, Map<String, String> variables) {
    String it = thing.equals("shortcode") || thing.equals("element") ? thing : "it";
    StringBuilder text = new StringBuilder();
    variables.forEach((name, type) -> {
      String value = it + "." + name;
      String call =
          switch (name) {
            case "format" -> value + "('uuuu')";
            case "markdown" -> thing.equals("shortcode") ? value + "('/x')" : value;
            case "href" -> thing.equals("shortcode") ? value + "('/')" : value;
            case "picture" -> value + "('/pictures/four.png')";
            case "src" -> thing.equals("shortcode") ? value + "('/pictures/map.svg')" : value;
            default -> value;
          };
      String test =
          switch (word(type)) {
            case "text" -> "v?is_string && !v?is_markup_output";
            case "markup" -> "v?is_markup_output";
            case "directive" -> "v?is_directive";
            case "number" -> "v?is_number";
            case "true" -> "v?is_boolean";
            case "list" -> "v?is_sequence";
            case "data" -> "v?is_hash_ex || v?is_sequence";
            default -> "v?is_hash && !v?is_hash_ex";
          };
      text.append(
          "<#if ("
              + call
              + ")??><#assign v = "
              + call
              + ">["
              + thing
              + "."
              + name
              + " <#if "
              + test
              + ">"
              + word(type)
              + "<#else>wrong</#if>]</#if>\n");
    });
    return text.toString();
  }
}
