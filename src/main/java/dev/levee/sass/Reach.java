package dev.levee.sass;

import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.sass.Imports.Import;
import dev.levee.sass.Imports.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What a style sheet takes in, directly or by way of others.
final class Reach {

  private Reach() {}

  /// What is named, from a style sheet on, and could be any file of the machine.
  ///
  /// @param files all that may be taken in
  /// @param label gives what problems call a file
  static List<Problem> outside(
      String name, NavigableMap<String, byte[]> files, UnaryOperator<String> label) {
    Problems problems = new Problems();
    Set<String> seen = new HashSet<>(Set.of(name));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String from = open.remove();
      if (from.endsWith(".css")) {
        continue; // it names nothing that Sass would take in
      }
      String text = new String(files.get(from), StandardCharsets.UTF_8);
      for (Import other : Imports.of(text, from.endsWith(".sass"))) {
        if (other.leadsOut(from)) {
          problems.add(
              ProblemCode.BAD_ASSET,
              place(label.apply(from), text, other.offset()),
              other.kind() == Kind.UNCLEAR
                  ? "what '" + other.name() + "' takes in here cannot be told beforehand"
                  : "'" + other.name() + "' is not below the folder of assets, or not plainly",
              "copy what it names to templates/assets/, and name it from this file on");
        } else {
          other.candidates(from).stream()
              .filter(files::containsKey)
              .filter(seen::add)
              .forEach(open::add);
        }
      }
    }
    return problems.added();
  }

  private static Location place(String label, String text, int offset) {
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Location(label, line, offset - before.lastIndexOf('\n'));
  }
}
