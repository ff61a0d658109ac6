package dev.levee.markdown;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An example of a specification.
///
/// @param name its suite and its number there
/// @param html what the specification makes of it
record Example(String name, String section, String markdown, String html) {

  private static final Path FOLDER =
      Path.of(System.getProperty("project.root"), "src/test/resources/specification");

  /// The suites of examples and what they are examples of.
  enum Suite {
    COMMONMARK("commonmark", Dialect.COMMONMARK),
    GFM("gfm", Dialect.GFM),
    GFM_EXTENSIONS("gfm-extensions", Dialect.GFM),
    GFM_REGRESSION("gfm-regression", Dialect.GFM);

    private final String title;
    private final Dialect dialect;

    Suite(String title, Dialect dialect) {
      this.title = title;
      this.dialect = dialect;
    }

    String title() {
      return title;
    }

    Dialect dialect() {
      return dialect;
    }

    List<Example> examples() {
      Path file = FOLDER.resolve(title + ".json");
      try (Reader reader = Files.newBufferedReader(file);
          var json = Json.createReader(reader)) {
        return json.readArray().getValuesAs(JsonObject.class).stream().map(this::example).toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Example example(JsonObject json) {
      return new Example(
          title + " " + json.getInt("example"),
          json.getString("section"),
          json.getString("markdown"),
          json.getString("html"));
    }
  }

  /// As a message shows it.
  String shown() {
    return "%s, %s%n%s-- should be%n%s".formatted(name, section, markdown, html);
  }

  /// Whether the specification leaves open what becomes of it.
  boolean isOpen() {
    return html.startsWith("<IGNORE>");
  }
}
