package dev.levee;

import dev.levee.build.BuildOptions;
import dev.levee.site.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The project's own magazine, as it is once all of it has appeared. To build it takes long, so all
/// tests have the same.
public final class OwnMagazine {

  private static final Instant CLOCK = Instant.parse("2026-12-31T00:00:00Z");

  private static @Nullable BuiltSite built;

  private OwnMagazine() {}

  /// What a build of it is asked for.
  public static BuildOptions options() {
    return BuildOptions.of(Path.of(System.getProperty("project.root")), Publication.at(CLOCK));
  }

  /// The built magazine.
  public static synchronized BuiltSite built() throws IOException {
    if (built == null) {
      Path folder = TestFolders.create("levee-magazine");
      built = BuiltSite.build(options().withDestination(folder.resolve("site")));
    }
    return built;
  }
}
