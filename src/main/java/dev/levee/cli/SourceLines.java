package dev.levee.cli;

import dev.levee.problem.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Shows the line of a file that a problem is about, with a mark below its column.
final class SourceLines {

  private static final int WIDTH = 100;
  private static final long MOST_BYTES = 16 << 20;

  private final Path root;

  /// @param root the folder that locations are relative to
  SourceLines(Path root) {
    this.root = root;
  }

  /// The line and the mark; nothing when the location names no line, or the file cannot be read.
  List<String> excerpt(Location at) {
    if (at.line() == 0) {
      return List.of();
    }
    Optional<String> line = line(at);
    if (line.isEmpty()) {
      return List.of();
    }
    String number = at.line() + " | ";
    int column = Math.min(at.column(), line.get().length() + 1);
    int from = column > WIDTH - 20 ? column - WIDTH / 2 : 0;
    String shown = line.get().substring(from, Math.min(line.get().length(), from + WIDTH));
    String cut = (from > 0 ? "…" : "") + shown.replaceAll("\\p{Cntrl}", " ");
    if (at.column() == 0 || cut.isBlank()) {
      return List.of(number + cut);
    }
    int indent = number.length() + column - 1 - from + (from > 0 ? 1 : 0);
    return List.of(number + cut, " ".repeat(Math.max(0, indent)) + "^");
  }

  private Optional<String> line(Location at) {
    Path file = root.resolve(at.path()).normalize();
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      // what is not UTF-8 is shown with replacement characters
      try (InputStream in = Files.newInputStream(file);
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.lines().skip(at.line() - 1L).findFirst();
      }
    } catch (IOException e) {
      return Optional.empty(); // the problem is shown without its line
    }
  }
}
