package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.problem.Problems;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Holds the parser and the writers to the examples of CommonMark 0.31.2, and the ids of headings
/// to those of github-slugger.
class MarkdownSpecTest {

  private static final Path CONFORMANCE =
      Path.of(System.getProperty("project.root"), "..", "shared", "conformance");

  @Test
  void nearlyAllExamplesOfCommonMarkGiveTheExpectedHtml() throws Exception {
    Markdown markdown = new Markdown(MarkdownOptions.defaults().with(Dialect.COMMONMARK));
    List<Integer> failed = new ArrayList<>();
    JsonArray examples = examples("commonmark/spec-0.31.2.json");
    for (JsonObject example : examples.getValuesAs(JsonObject.class)) {
      String html =
          markdown
              .parse(example.getString("markdown"), "spec.md", 1, Locale.ENGLISH, new Problems())
              .html(RenderHooks.none());
      if (!normal(html).equals(normal(example.getString("html")))) {
        failed.add(example.getInt("example"));
      }
    }
    assertThat(examples.size() - failed.size()).as("failed: " + failed).isEqualTo(examples.size());
  }

  @Test
  void headingIdsAreThoseOfGitHub() throws Exception {
    HeadingIds ids = new HeadingIds();
    for (JsonObject fixture :
        examples("slug/github-slugger-fixtures.json").getValuesAs(JsonObject.class)) {
      String name = fixture.getString("name");
      String id = ids.idFor(fixture.getString("input"));
      // What Unicode 13 had left unassigned are partly letters by now, and are kept as such.
      if (!name.equals("Unassigned")) {
        assertThat(id).as(name).isEqualTo(fixture.getString("expected"));
      }
    }
  }

  /// HTML has no need of the slash that CommonMark's examples write in empty elements.
  private static String normal(String html) {
    return html.replace(" />", ">").strip();
  }

  private static JsonArray examples(String file) throws Exception {
    Path path = CONFORMANCE.resolve(file);
    assumeTrue(Files.exists(path), () -> "skipped: " + path.normalize() + " is not here");
    try (Reader reader = Files.newBufferedReader(path);
        var json = Json.createReader(reader)) {
      return json.readArray();
    }
  }
}
