package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import dev.levee.site.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives of real sites are built, with what is wrong in them lowered to warnings; they lie
/// beside the project, and the tests are skipped where they do not.
class CorporaBuildTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("project.root"), "..", "shared", "corpora");

  @TempDir private Path folder;

  private final Problems problems = new Problems();

  @Test
  void guidesInNineLanguages() throws Exception {
    copy("opensource-guide/_articles", "content");
    settings("frontMatter: {params: [class, order, related, toc, untranslated]}");
    lowered("missing-picture", "missing-title", "broken-link");

    BuildReport report = build();

    assertThat(errors()).isEmpty();
    assertThat(report.applied()).isPresent();
    assertThat(report.articles()).isEqualTo(110);
    String arabic = Files.readString(folder.resolve("site/ar/building-community/index.html"));
    assertThat(arabic).contains("<html lang=\"ar\" dir=\"rtl\">");
    assertThat(errorsAndWarnings())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("missing-picture", 245L, "broken-link", 9L, "missing-title", 1L));
    int leadPictures = 109;
    assertThat(broken()).hasSize(245 + 9 - leadPictures);
  }

  @Test
  void theManualAndNewsOfAnotherGenerator() throws Exception {
    for (String part : List.of("_docs", "_posts", "_tutorials", "pages")) {
      copy("jekyll-docs/docs/" + part, "content/" + part.replace("_", ""));
    }
    settings("permalinks: {posts: '/news/:year/:month/:day/:slug/'}");
    lowered(
        "unknown-layout",
        "duplicate-alias",
        "missing-title",
        "bad-date",
        "missing-picture",
        "broken-link",
        "broken-anchor");

    BuildReport report = build();

    assertThat(errors()).isEmpty();
    assertThat(report.articles()).isGreaterThan(200);
    assertThat(folder.resolve("site/news/2022/03/03/jekyll-4-2-2-released/index.html"))
        .content()
        .contains("Jekyll 4.2.2 Released");
    assertThat(errorsAndWarnings())
        .containsEntry("missing-picture", 3L)
        .containsEntry("broken-link", 30L)
        .containsEntry("broken-anchor", 29L);
    assertThat(broken()).hasSize(3 + 30 + 29);
  }

  @Test
  void everyFileWithTomlIsNamedAndNothingIsWritten() throws Exception {
    copy("rust-blog/content", "content");
    settings("");

    BuildReport report = build();

    long files;
    try (Stream<Path> all = Files.walk(folder.resolve("content"))) {
      files = all.filter(f -> f.toString().endsWith(".md")).count();
    }
    assertThat(errorsAndWarnings()).containsEntry("not-yaml", files).hasSize(1);
    assertThat(report.applied()).isEmpty();
    assertThat(folder.resolve("site/index.html")).doesNotExist();
  }

  private BuildReport build() throws IOException {
    Publication publication = Publication.at(Instant.parse("2026-01-01T00:00:00Z"));
    return new SiteBuilder(BuildOptions.of(folder, publication), problems, Progress.SILENT).build();
  }

  /// What a browser finds broken in the texts of articles, to be as much as was told.
  private List<String> broken() {
    return new Crawl(folder.resolve("site"), "").brokenWithin(".prose");
  }

  private Stream<String> errors() {
    return problems.sorted().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(Problem::toString);
  }

  private Map<String, Long> errorsAndWarnings() {
    Map<String, Long> counts = new TreeMap<>();
    problems.sorted().forEach(p -> counts.merge(p.code().id(), 1L, Long::sum));
    return counts;
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        folder.resolve("levee.yaml"), "title: T\nurl: https://example.org\n" + more + "\n");
  }

  private void lowered(String... codes) throws IOException {
    String lines = "problems: {" + String.join(": warn, ", codes) + ": warn}\n";
    Path settings = folder.resolve("levee.yaml");
    Files.writeString(settings, Files.readString(settings) + lines);
  }

  private void copy(String from, String to) throws IOException {
    Path source = CORPORA.resolve(from);
    assumeTrue(Files.isDirectory(source), "skipped: " + source + " is not there");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(to).resolve(source.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
