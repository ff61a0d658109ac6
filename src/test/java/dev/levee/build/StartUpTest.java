package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Samples;
import dev.levee.TestSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the JVM makes for us while it runs is not in its start-up cache, and takes long when it is
/// first met: 20 ms for the first `equals` or `hashCode` that a record does not write itself, 6 ms
/// for the first `switch` over types, some more for each further one. A small site takes half a
/// second.
class StartUpTest {

  private static final Pattern MADE =
      Pattern.compile(
          "linkCallSite (dev\\.levee\\.\\S+) java\\.lang\\.runtime\\.(?:ObjectMethods|SwitchBoot)");

  @Test
  void aBuildHasNothingMadeThatCouldHaveBeenWritten() throws Exception {
    TestSite site = TestSite.of(Samples.OBSERVER);
    assertThat(madeDuring(site)).as("the first build").isEmpty();
    site.file("content/news/bridge.md", "---\ntitle: The new bridge\ndate: 2015-03-02\n---\nB.\n");
    assertThat(madeDuring(site)).as("one that goes on").isEmpty();
  }

  @Test
  void whoseTemplatesUseNoWordsOfTheThemeReadsNone() throws Exception {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: The Gauge
            url: https://example.org
            -- content/news/flood.md --
            ---
            title: The flood
            date: 2016-11-08
            tags: river
            ---
            > [!NOTE]
            > Water.
            -- templates/article.ftlh --
            ${article.title} ${article.content}
            -- templates/home.ftlh --
            ${list.title}
            -- templates/section.ftlh --
            ${list.title}
            -- templates/term.ftlh --
            ${list.taxonomy.title}
            -- templates/overview.ftlh --
            ${page.title}
            -- templates/archive/overview.ftlh --
            ${overview.title}
            -- templates/archive.ftlh --
            ${page.title}
            -- templates/404.ftlh --
            ${page.title}
            -- templates/50x.ftlh --
            ${page.title}
            """);
    assertThat(outputOf("-Xlog:class+load", site))
        .contains("dev.levee.render.Scope ")
        .doesNotContain("dev.levee.render.WordsFile", "dev.levee.render.Word ");
  }

  private static Set<String> madeDuring(TestSite site) throws Exception {
    String trace = outputOf("-Djava.lang.invoke.MethodHandle.TRACE_METHOD_LINKAGE=true", site);
    assertThat(trace).contains("linkCallSite dev.levee.");
    Set<String> made = new TreeSet<>();
    Matcher matcher = MADE.matcher(trace);
    while (matcher.find()) {
      made.add(matcher.group(1));
    }
    return made;
  }

  /// What Java says when it builds a site with an option.
  private static String outputOf(String option, TestSite site) throws Exception {
    Process java =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    option,
                    "-Dorg.freemarker.loggerLibrary=none",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BuildLawsTest.Once.class.getName(),
                    site.folder().toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).isZero();
    return output;
  }
}
