package dev.levee.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.config.EditorLink;
import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Severity;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemMessageTest {

  @TempDir Path site;

  @Test
  void aProblemHasItsLineAndALinkToIt() throws Exception {
    Files.writeString(site.resolve("a b.md"), "---\ntitle: A\ndate: yesterday\n---\n");
    JsonObject problem = only(problem(Severity.ERROR, new Location("a b.md", 3, 7)));
    assertThat(problem.toString())
        .isEqualTo(
            """
            {"code":"bad-date","severity":"error","file":"a b.md","line":3,"column":7,\
            "message":"no date","hint":"write <one>","source":"date: yesterday","mark":6,\
            "editor":"x:%s/a%%20b.md#3"}\
            """
                .formatted(site));
  }

  @Test
  void whatHasNoPlaceHasNoLineAndNoLink() {
    for (String path : List.of("", "built-in theme: page.ftlh")) {
      JsonObject problem = only(problem(Severity.WARN, Location.of(path)));
      assertThat(problem.getString("severity")).isEqualTo("warning");
      assertThat(problem.getString("source")).isEmpty();
      assertThat(problem.getInt("mark")).isEqualTo(-1);
      assertThat(problem.getString("editor")).isEmpty();
    }
  }

  @Test
  void aLineThatIsMeantAsAWholeHasNoMark() throws Exception {
    Files.writeString(site.resolve("a.md"), "one\ntwo");
    JsonObject problem = only(problem(Severity.WARN, new Location("a.md", 2, 0)));
    assertThat(problem.getString("source")).isEqualTo("two");
    assertThat(problem.getInt("mark")).isEqualTo(-1);
    assertThat(only(problem(Severity.WARN, new Location("a.md", 2, 99))).getInt("mark"))
        .isEqualTo(3);
    assertThat(only(problem(Severity.WARN, new Location("a.md", 9, 1))).getString("source"))
        .isEmpty();
  }

  @Test
  void ofALongLineWhatIsAroundTheColumnIsShown() throws Exception {
    Files.writeString(site.resolve("a.md"), "🌊".repeat(500) + "X" + "🌊".repeat(500));
    JsonObject problem = only(problem(Severity.WARN, new Location("a.md", 1, 1_001)));
    String source = problem.getString("source");
    assertThat(source).startsWith("…🌊").endsWith("🌊…").hasSizeLessThan(170);
    assertThat(source.charAt(problem.getInt("mark"))).isEqualTo('X');
    assertThat(only(problem(Severity.WARN, new Location("a.md", 1, 1))).getInt("mark")).isZero();
  }

  @Test
  void errorsComeFirstAndTheRestIsCounted() {
    List<Problem> many =
        new ArrayList<>(Collections.nCopies(150, problem(Severity.WARN, Location.of("a"))));
    many.add(problem(Severity.ERROR, Location.of("z")));
    JsonObject message = read(new ProblemMessage(site, Optional.empty()).of(many));
    assertThat(message.getJsonArray("problems")).hasSize(100);
    assertThat(message.getJsonArray("problems").getJsonObject(0).getString("file")).isEqualTo("z");
    assertThat(message.getInt("more")).isEqualTo(51);
  }

  @Test
  void noProblemsAreNone() {
    assertThat(new ProblemMessage(site, Optional.empty()).of(List.of()))
        .isEqualTo(ProblemMessage.NONE);
  }

  private JsonObject only(Problem problem) {
    EditorLink editor = new EditorLink("x:{path}#{line}");
    String message = new ProblemMessage(site, Optional.of(editor)).of(List.of(problem));
    assertThat(message).doesNotContain("\n");
    return read(message).getJsonArray("problems").getJsonObject(0);
  }

  private static JsonObject read(String message) {
    return Json.createReader(new StringReader(message)).readObject();
  }

  private static Problem problem(Severity severity, Location at) {
    return new Problem(ProblemCode.BAD_DATE, severity, at, "no date", "write <one>");
  }
}
