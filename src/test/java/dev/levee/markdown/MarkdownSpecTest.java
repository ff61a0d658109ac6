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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the parser and the writers to the examples of CommonMark 0.31.2 and of GitHub's Markdown,
/// and the ids of headings to those of github-slugger.
class MarkdownSpecTest {

  private static final Path SLUGS =
      Path.of(
          System.getProperty("project.root"),
          "../shared/conformance/slug/github-slugger-fixtures.json");

  /// Exceptions are in `specification/not-as-specified.txt`.
  @ParameterizedTest
  @EnumSource(Example.Suite.class)
  void everyExampleGivesTheHtmlOfItsSpecification(Example.Suite suite) {
    Markdown markdown = new Markdown(MarkdownOptions.defaults().with(suite.dialect()));
    Reasons reasons = Reasons.read("not-as-specified.txt");
    List<String> unlisted = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (Example example : suite.examples()) {
      String html =
          markdown
              .parse(example.markdown(), "spec.md", 1, Locale.ENGLISH, new Problems())
              .html(RenderHooks.none());
      if (!example.isOpen() && !isSame(html, example.html(), suite.dialect())) {
        failed.add(example.name());
        if (!reasons.has(example.name())) {
          unlisted.add(example.shown() + "-- is\n" + html);
        }
      }
    }
    assertThat(unlisted).as("not as specified, and not listed as such").isEmpty();
    assertThat(failed)
        .as("listed as not as specified")
        .containsExactlyInAnyOrderElementsOf(reasons.namesOf(suite.title()));
  }

  @Test
  void headingIdsAreThoseOfGitHub() throws Exception {
    assumeTrue(Files.exists(SLUGS), () -> "skipped: " + SLUGS.normalize() + " is not here");
    JsonArray fixtures;
    try (Reader reader = Files.newBufferedReader(SLUGS);
        var json = Json.createReader(reader)) {
      fixtures = json.readArray();
    }
    HeadingIds ids = new HeadingIds();
    for (JsonObject fixture : fixtures.getValuesAs(JsonObject.class)) {
      String name = fixture.getString("name");
      String id = ids.idFor(fixture.getString("input"));
      // What Unicode 13 had left unassigned are partly letters by now, and are kept as such.
      if (!name.equals("Unassigned")) {
        assertThat(id).as(name).isEqualTo(fixture.getString("expected"));
      }
    }
  }

  private static boolean isSame(String html, String expected, Dialect dialect) {
    return NormalHtml.written(html).equals(NormalHtml.written(expected))
        || (dialect == Dialect.GFM
            && NormalHtml.of(html, dialect).equals(NormalHtml.of(expected, dialect)));
  }
}
