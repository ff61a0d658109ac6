package dev.levee;

import dev.levee.build.BuildOptions;
import dev.levee.site.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/// A site whose pages are in every state that the theme has to bear: no picture, a headline that
/// does not end, forty tags, a table wider than the screen, other scripts and directions.
public final class States {

  private static final Path FOLDER =
      Path.of(System.getProperty("project.root"), "src/test/resources/states");

  private static final Instant CLOCK = Instant.parse("2026-06-01T12:00:00Z");

  private States() {}

  /// A copy of it that a test may change.
  public static TestSite site() throws IOException {
    TestSite site = TestSite.of("");
    for (String part : new String[] {"levee.yaml", "content"}) {
      try (Stream<Path> files = Files.walk(FOLDER.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          site.file(
              FOLDER.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
    }
    return site;
  }

  /// What it is when all of it has appeared.
  public static BuiltSite built(TestSite site) {
    return BuiltSite.build(BuildOptions.of(site.folder(), Publication.at(CLOCK)));
  }
}
