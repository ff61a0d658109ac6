package dev.levee.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.cli.Levee;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who has no code does not pay for colours, and colours start no window system.
class LazyLoadingTest {

  @Test
  void withoutCodeNothingIsLoaded() throws Exception {
    List<String> loaded = loadedBy("Text.\n\n    indented\n\n```\nplain\n```\n");
    assertThat(loaded).contains("dev.levee.markdown.Markdown");
    assertThat(loaded.stream().filter(c -> c.startsWith("org.fife"))).isEmpty();
    assertThat(loaded.stream().filter(c -> c.startsWith("dev.levee.highlight.")))
        .hasSizeLessThan(6)
        .doesNotContain("dev.levee.highlight.Language", "dev.levee.highlight.Grammar");
  }

  @ParameterizedTest
  @CsvSource({"java, true", "html, true", "toml, false", "text, false"})
  void onlyWhatIsNeededIsLoaded(String language, boolean scanner) throws Exception {
    List<String> loaded = loadedBy("```" + language + "\na = 1\n```\n");
    assertThat(loaded.stream().anyMatch(c -> c.startsWith("org.fife"))).isEqualTo(scanner);
    assertThat(loaded.stream().filter(c -> c.endsWith("TokenMaker") && c.contains(".modes.")))
        .hasSizeLessThan(6);
    assertThat(
            loaded.stream().filter(c -> c.matches("sun\\.awt\\..*|java\\.awt\\.(Tool|Graphics).*")))
        .isEmpty();
  }

  private static List<String> loadedBy(String text) throws Exception {
    TestSite site = TestSite.of("-- content/news/a.md --\n---\ntitle: A\n---\n" + text);
    Path log = site.path("classes.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                Levee.class.getName(),
                "build",
                "-q",
                "-s",
                site.folder().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllLines(log).stream()
        .map(l -> l.replaceFirst("^(?:\\[[^\\]]*\\])+ ", "").split(" ", 2)[0])
        .toList();
  }
}
