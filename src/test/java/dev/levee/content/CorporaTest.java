package dev.levee.content;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfigReader;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.GitHistory;
import dev.levee.source.SourceFile;
import dev.levee.source.SourceTree;
import dev.levee.source.Stamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads what real magazines and other generators' tests hold: nothing is lost on the way.
class CorporaTest {

  private static final Path SHARED = Path.of(System.getProperty("project.root"), "../shared");

  @Test
  void everyFileIsAnArticleOrInAProblem() throws Exception {
    Path corpora = SHARED.resolve("corpora");
    assumeTrue(Files.isDirectory(corpora), "no corpora at " + corpora);
    int articles = 0;
    try (Stream<Path> folders = Files.list(corpora)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        articles += nothingIsLost(folder);
      }
    }
    assertThat(articles).isGreaterThan(2000);
  }

  @Test
  void everyHeadInTomlIsNamed() throws Exception {
    Path rust = SHARED.resolve("corpora/rust-blog");
    assumeTrue(Files.isDirectory(rust), "no corpus at " + rust);
    Problems problems = new Problems();
    Set<String> toml = new TreeSet<>();
    for (SourceFile file : files(rust)) {
      if (Files.readString(file.file()).startsWith("+++")) {
        toml.add(file.path());
      }
    }
    read(rust, problems);
    assertThat(paths(problems, ProblemCode.NOT_YAML)).isEqualTo(toml).hasSizeGreaterThan(500);
  }

  @Test
  void theFrontMatterOfOtherGeneratorsIsReadOrRefused() throws Exception {
    Path cases = SHARED.resolve("conformance/front-matter");
    assumeTrue(Files.isDirectory(cases), "no front matter at " + cases);
    for (String name : List.of("gray-matter", "jekyll", "metalsmith")) {
      nothingIsLost(cases.resolve(name));
    }
    Problems problems = new Problems();
    read(cases.resolve("gray-matter"), problems);
    assertThat(paths(problems, ProblemCode.NOT_YAML))
        .contains("coffee-auto.md", "autodetect-json.md", "autodetect-javascript.md");
  }

  private static int nothingIsLost(Path folder) throws Exception {
    Problems problems = new Problems();
    Content content = read(folder, problems);
    Set<String> named =
        problems.sorted().stream()
            .map(p -> p.location().path().replaceFirst("^\\./", ""))
            .collect(toSet());
    content.articles().forEach(a -> named.add(a.id()));
    assertThat(files(folder)).extracting(SourceFile::path).isSubsetOf(named);
    return content.articles().size();
  }

  /// Every Markdown file, also where a name would keep it from being published.
  private static List<SourceFile.ArticleFile> files(Path folder) throws Exception {
    List<SourceFile.ArticleFile> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (path.endsWith(".md") || path.endsWith(".markdown")) {
          files.add(new SourceFile.ArticleFile(path, file, Stamp.of(file)));
        }
      }
    }
    return files;
  }

  private static Content read(Path folder, Problems problems) throws Exception {
    SiteConfig config =
        SiteConfigReader.read("title: T\nurl: https://example.org", "levee.yaml", problems);
    Content content =
        ContentReader.read(
            new SourceTree(folder, List.copyOf(files(folder))),
            ".",
            config,
            GitHistory.NONE,
            ArticleMemory.empty(),
            problems);
    content.articles().forEach(a -> a.body(problems));
    return content;
  }

  private static Set<String> paths(Problems problems, ProblemCode code) {
    return problems.sorted().stream()
        .filter(p -> p.code() == code)
        .map(Problem::location)
        .map(l -> l.path().substring(2))
        .collect(toSet());
  }
}
