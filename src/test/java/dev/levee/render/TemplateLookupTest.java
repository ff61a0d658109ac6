package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which template makes which page: the rows of the handbook's page on templates.
class TemplateLookupTest {

  private static final String SITE =
      """
      -- content/_index.md --
      ---
      layout: front
      ---
      -- content/_data/authors.yaml --
      ada: {name: Ada}
      -- content/world/_index.md --
      ---
      title: World
      ---
      -- content/world/europe/_index.md --
      ---
      title: Europe
      layout: continent
      ---
      -- content/world/europe/a.md --
      ---
      title: A
      date: 2016-11-01
      layout: special
      type: essay
      authors: ada
      tags: [one]
      series: Parts
      ---
      """;

  @ParameterizedTest
  @CsvSource({
    "world/europe/a/, special world/europe/article world/article essay article",
    "'', front home list",
    "world/europe/, continent world/europe/list world/list section list",
    "tags/one/, tags/term term list",
    "authors/ada/, author list",
    "series/parts/, series list",
    "archive/2016/, archive list",
    "archive/2016/11/, archive list",
    "tags/, tags/overview overview",
    "authors/, authors/overview overview",
    "series/, series/overview overview",
    "archive/, archive/overview overview",
  })
  void theFirstTemplateThatExistsIsTaken(String address, String row) {
    List<String> names = List.of(row.split(" "));
    for (int first = 0; first < names.size(); first++) {
      TestSite site = TestSite.of(SITE);
      site.file(
          "levee.yaml", "title: x\nurl: https://example.org\nproblems: {unknown-layout: off}\n");
      // the built-in theme has the general ones; a site's own lie on top of them
      for (String name : names.subList(first, names.size())) {
        site.file("templates/" + name + ".ftlh", "made by " + name);
      }
      if (first > 0 && isBuiltIn(names.subList(0, first))) {
        continue;
      }
      BuiltSite built = BuiltSite.of(site);
      assertThat(built.problems()).isEmpty();
      assertThat(built.text(address + "index.html")).isEqualTo("made by " + names.get(first));
    }
  }

  private static boolean isBuiltIn(List<String> names) {
    return names.stream()
        .anyMatch(name ->
            TemplateLookupTest.class.getResource("/dev/levee/theme/" + name + ".ftlh") != null);
  }

  @Test
  void anAddressThatDoesNotExistHasATemplateToo() {
    BuiltSite site = BuiltSite.of("-- templates/404.ftlh --\nnot ${page.kind}\n");
    assertThat(site.text("404.html")).isEqualTo("not 404\n");
  }

  @Test
  void anErrorOfTheServerHasATemplateTooAndOneAlone() {
    TestSite site = TestSite.of("-- templates/50x.ftlh --\nfault ${page.kind}\n");
    assertThat(BuiltSite.of(site).text("50x.html")).isEqualTo("fault 50x\n");
    BuiltSite surge = BuiltSite.build(BuiltSite.options(site).with(Mode.SURGE, true));
    assertThat(surge.text("50x.html")).isEqualTo("fault 50x\n");
  }

  @Test
  void aTemplateOfTheSiteTakesThePlaceOfOneOfTheTheme() {
    String article = "-- content/a.md --\n---\ntitle: A\n---\n";
    BuiltSite plain = BuiltSite.of(article);
    BuiltSite other =
        BuiltSite.of(article + "-- templates/partials/footer.ftlh --\n<footer>MINE</footer>\n");
    assertThat(other.page("a/index.html").select("footer").text().strip()).isEqualTo("MINE");
    assertThat(other.page("a/index.html").select("h1").outerHtml())
        .isEqualTo(plain.page("a/index.html").select("h1").outerHtml());
  }

  @Test
  void anAssetOfTheSiteTakesThePlaceOfOneOfTheTheme() {
    BuiltSite site = BuiltSite.of("-- templates/assets/css/main.css --\nbody { color: MINE }\n");
    String href = site.page("index.html").select("link[rel=stylesheet]").attr("href");
    assertThat(site.text(href.substring(1))).contains("MINE");
    assertThat(site.paths().stream().filter(p -> p.contains("css/main."))).hasSize(1);
  }

  @Test
  void aPageFillsTheBlocksOfTheBase() {
    BuiltSite site =
        BuiltSite.of(
            """
            -- content/a.md --
            ---
            title: A
            ---
            -- content/b.md --
            ---
            title: B
            layout: plain
            ---
            -- templates/base.ftlh --
            [<@main/>][<#if aside??><@aside/><#else>default</#if>]
            -- templates/article.ftlh --
            <#macro main>main of ${article.title}</#macro>
            <#macro aside>aside</#macro>
            <#include "base.ftlh">
            -- templates/plain.ftlh --
            <#macro main>plain ${article.title}</#macro>
            <#include "base.ftlh">
            -- templates/list.ftlh --
            list
            -- templates/404.ftlh --
            404
            -- templates/home.ftlh --
            home
            """);
    assertThat(site.problems()).isEmpty();
    assertThat(site.text("a/index.html")).isEqualTo("[main of A][aside]\n");
    assertThat(site.text("b/index.html")).isEqualTo("[plain B][default]\n");
  }
}
