package dev.levee.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Exceptions from a law, each with its reason: lines `what | why` of a file of the test resources.
/// Empty lines and those that start with `#` say nothing.
record Reasons(Map<String, String> byName) {

  private static final Path FOLDER =
      Path.of(System.getProperty("project.root"), "src/test/resources/specification");

  static Reasons read(String file) {
    Map<String, String> reasons = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve(file))) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split("\\|", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
          throw new AssertionError(file + " gives no reason: " + line);
        }
        if (reasons.put(parts[0].strip(), parts[1].strip()) != null) {
          throw new AssertionError(file + " has this twice: " + line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reasons(reasons);
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /// The names that are a first word and a second one, by their first.
  List<String> namesOf(String first) {
    return byName.keySet().stream().filter(n -> n.startsWith(first + " ")).toList();
  }
}
