package dev.levee.feed;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Schemas and test cases that lie beside a checkout and are no part of it.
final class SharedFiles {

  private static final Path FOLDER =
      Path.of(System.getProperty("project.root")).resolve("../shared/conformance").normalize();

  private SharedFiles() {}

  /// A file or folder; the test is skipped where it is absent.
  static Path at(String path) {
    Path file = FOLDER.resolve(path);
    assumeTrue(Files.exists(file), () -> file + " is not there");
    return file;
  }
}
