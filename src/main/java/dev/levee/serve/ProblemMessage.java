package dev.levee.serve;

import dev.levee.config.EditorLink;
import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.Severity;
import dev.levee.source.FileLines;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Writes what is wrong with the site for the pages that show it, as one line of JSON.
final class ProblemMessage {

  /// Nothing is wrong.
  static final String NONE = "{\"type\":\"problems\",\"problems\":[],\"more\":0}";

  /// Nobody reads on after these.
  private static final int MOST = 100;

  private static final int WIDTH = 160;
  private static final Comparator<Problem> ERRORS_FIRST = Comparator.comparing(Problem::severity);

  private final Path root;
  private final Optional<EditorLink> editor;
  private final FileLines lines;

  /// @param root the folder that locations are relative to, absolute
  ProblemMessage(Path root, Optional<EditorLink> editor) {
    this.root = root;
    this.editor = editor;
    this.lines = new FileLines(root);
  }

  /// The message, errors first.
  ///
  /// @param problems sorted by file, so that each file is read once
  String of(List<Problem> problems) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    problems.stream().sorted(ERRORS_FIRST).limit(MOST).map(this::json).forEach(array::add);
    return Json.createObjectBuilder()
        .add("type", "problems")
        .add("problems", array)
        .add("more", Math.max(0, problems.size() - MOST))
        .build()
        .toString();
  }

  private JsonObjectBuilder json(Problem problem) {
    Location at = problem.location();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("code", problem.code().id())
            .add("severity", problem.severity() == Severity.ERROR ? "error" : "warning")
            .add("file", at.path())
            .add("line", at.line())
            .add("column", at.column())
            .add("message", problem.message())
            .add("hint", problem.hint());
    excerpt(at, json);
    return json.add("editor", editor.flatMap(e -> link(e, at)).orElse(""));
  }

  /// The line, of a long one what is around the column, and where in that the column is, counted
  /// from 0; -1 when the whole line is meant.
  private void excerpt(Location at, JsonObjectBuilder json) {
    String line = lines.line(at).orElse("");
    int column = Math.clamp(at.column() - 1, -1, line.length());
    int from = column > WIDTH * 3 / 4 ? whole(line, column - WIDTH / 2) : 0;
    int to = whole(line, Math.min(line.length(), from + WIDTH));
    String before = from > 0 ? "…" : "";
    json.add("source", before + line.substring(from, to) + (to < line.length() ? "…" : ""));
    json.add("mark", column < 0 || line.isEmpty() ? -1 : column - from + before.length());
  }

  /// A place that does not cut a character in two.
  private static int whole(String line, int at) {
    boolean cut = at > 0 && at < line.length() && Character.isLowSurrogate(line.charAt(at));
    return cut ? at - 1 : at;
  }

  /// A file of the theme that Levee brings cannot be opened.
  private Optional<String> link(EditorLink editor, Location at) {
    boolean ours = at.path().isEmpty() || at.path().contains(": ");
    return ours
        ? Optional.empty()
        : Optional.of(editor.to(root.resolve(at.path()).normalize(), at.line(), at.column()));
  }
}
