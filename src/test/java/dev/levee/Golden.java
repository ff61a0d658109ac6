package dev.levee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts kept in `src/test/resources/golden`, rewritten by `-Dlevee.golden=write`.
public final class Golden {

  private static final Path FOLDER =
      Path.of(System.getProperty("project.root"), "src/test/resources/golden");

  private Golden() {}

  /// Holds a text to the one that is kept under a name.
  public static void check(String name, String text) {
    Path file = FOLDER.resolve(name);
    try {
      if ("write".equals(System.getProperty("levee.golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertThat(file).as("rewrite it with -Dlevee.golden=write").exists();
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
