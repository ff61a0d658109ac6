package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.MarkupValidator;
import dev.levee.OwnMagazine;
import dev.levee.Samples;
import dev.levee.States;
import dev.levee.TestSite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page of the built-in theme is what the validator of the W3C calls valid.
class ValidMarkupTest {

  @Test
  void everyPageOfASiteThatHasItAll() throws Exception {
    TestSite site = TestSite.of(Samples.OBSERVER);
    BuiltSite.of(site);
    assertThat(mistakes(site.path("site"))).isEmpty();
  }

  @Test
  void everyPageOfAnEmptySite() throws Exception {
    TestSite site = TestSite.of("");
    BuiltSite.of(site);
    assertThat(mistakes(site.path("site"))).isEmpty();
  }

  @Test
  void everyPageOfOurOwnMagazine() throws Exception {
    BuiltSite built = OwnMagazine.built();
    assertThat(built.problems()).isEmpty();
    assertThat(mistakes(built.report().destination())).isEmpty();
  }

  @Test
  void everyPageInEveryState() throws Exception {
    TestSite site = States.site();
    assertThat(States.built(site).problems()).isEmpty();
    assertThat(mistakes(site.path("site"))).isEmpty();
  }

  /// Two elements with one id would be a mistake.
  @Test
  void headingsMayHaveTheNamesOfWhatTheThemeAdds() throws Exception {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: The Observer
            url: https://example.org
            lite: true
            -- content/one.md --
            ---
            title: One
            date: 2016-11-08
            tags: [river]
            series: Gauges
            corrections: [{date: 2016-11-09, text: It was nine}]
            ---
            ## Main
            ## More
            ## Corrections
            ## Series
            ## Contents
            -- content/two.md --
            ---
            title: Two
            date: 2016-11-07
            tags: [river]
            series: Gauges
            ---
            -- content/handbook/one.md --
            ---
            title: First
            ---
            ## Contents
            ## Chapters
            ## More
            """);
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.page("one/index.html").select("main h2").eachText())
        .contains("Corrections", "More from The Observer", "Part 2 of 2 of Gauges");
    assertThat(built.page("one/index.html").select("h2#main-1").text()).isEqualTo("Main");
    assertThat(mistakes(site.path("site"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"river", "sections"})
  void everyFrontPage(String front) throws Exception {
    TestSite site = States.site();
    site.file(
        "levee.yaml",
        Files.readString(site.path("levee.yaml"))
            .replace("theme:\n", "theme:\n  front: " + front + "\n"));
    assertThat(States.built(site).problems()).isEmpty();
    assertThat(mistakes(site.path("site"), "index.html")).isEmpty();
  }

  /// What is said of each page, errors and warnings alike.
  private static Set<String> mistakes(Path folder) throws Exception {
    return mistakes(folder, pages(folder));
  }

  private static String[] pages(Path folder) {
    return BuiltSite.files(folder).keySet().stream()
        .filter(path -> path.endsWith(".html"))
        .toArray(String[]::new);
  }

  private static Set<String> mistakes(Path folder, String... pages) throws Exception {
    MarkupValidator validator = new MarkupValidator();
    Set<String> mistakes = new TreeSet<>();
    for (String path : pages) {
      for (String mistake : validator.mistakes(Files.readAllBytes(folder.resolve(path)))) {
        mistakes.add(path + ":" + mistake);
      }
    }
    return mistakes;
  }
}
