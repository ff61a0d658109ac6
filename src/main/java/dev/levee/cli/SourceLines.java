package dev.levee.cli;

import dev.levee.problem.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shows the line of a file that a problem is about, with a mark below its column.
final class SourceLines {

  private static final int WIDTH = 100;
  private static final long MOST_BYTES = 16 << 20;
  private static final Pattern CONTROL = Pattern.compile("[\\p{IsCntrl}\\u2028\\u2029]");
  private static final String WIDE_BLANK = "\u3000";

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

  private final Path root;

  /// The file that was read last: problems come sorted by file.
  private String path = "";

  private List<String> lines = List.of();

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
    String text = line.get();
    int column = Math.min(at.column(), text.length() + 1);
    int from = column > WIDTH - 20 ? column - WIDTH / 2 : 0;
    int to = Math.min(text.length(), from + WIDTH);
    String number = at.line() + " | " + (from > 0 ? "…" : "");
    String shown = number + printable(text.substring(from, to));
    if (at.column() == 0 || text.isBlank()) {
      return List.of(shown);
    }
    return List.of(shown, blank(shown.substring(0, number.length() + column - 1 - from)) + "^");
  }

  /// A text that cannot steer a terminal, as long as it was.
  static String printable(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  /// Blanks that take as much room on a terminal as a text.
  private static String blank(String text) {
    StringBuilder blank = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> blank.append(isWide(c) ? WIDE_BLANK : " "));
    return blank.toString();
  }

  private static boolean isWide(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
      default -> (c >= 0x3000 && c < 0x3040) || (c > 0xFF00 && c < 0xFF61) || c >= 0x1F300;
    };
  }

  private Optional<String> line(Location at) {
    if (!at.path().equals(path)) {
      path = at.path();
      lines = lines(path);
    }
    return at.line() > lines.size() ? Optional.empty() : Optional.of(lines.get(at.line() - 1));
  }

  private List<String> lines(String of) {
    try {
      Path file = root.resolve(of).normalize();
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return List.of();
      }
      // what is not UTF-8 is shown with replacement characters
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return List.of(LINE_END.split(text, -1));
    } catch (IOException | InvalidPathException e) {
      return List.of(); // the problem is shown without its line
    }
  }
}
