package dev.levee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.build.BuildOptions;
import dev.levee.build.Progress;
import dev.levee.build.SiteBuilder;
import dev.levee.problem.Problems;
import dev.levee.site.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an earlier build would have kept of the built-in theme's style sheets and scripts. They are
/// the same in most sites, and to start esbuild takes as long as all the rest of a small build.
final class ThemeAssets {

  private static final String KEPT = ".levee";

  private static @Nullable Map<String, byte[]> files;

  private ThemeAssets() {}

  /// Gives them to a site that was never built. Tests that build one site at once take turns.
  static synchronized void keep(Path site) throws IOException {
    if (Files.exists(site.resolve(KEPT))) {
      return;
    }
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Path path = site.resolve(KEPT).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static Map<String, byte[]> files() throws IOException {
    if (files == null) {
      files = made();
    }
    return files;
  }

  private static Map<String, byte[]> made() throws IOException {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: Test
            url: https://example.org
            search: true
            """);
    BuildOptions options = BuildOptions.of(site.folder(), Publication.at(TestSite.CLOCK));
    Problems problems = new Problems();
    new SiteBuilder(options, problems, Progress.SILENT).build();
    assertThat(problems.sorted()).isEmpty();
    Path kept = site.path(KEPT);
    Map<String, byte[]> made = new TreeMap<>();
    try (Stream<Path> all = Files.walk(kept)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = kept.relativize(file).toString();
        if (path.equals(".gitignore") || file.getParent().endsWith("assets")) {
          made.put(path, Files.readAllBytes(file));
        }
      }
    }
    return made;
  }
}
