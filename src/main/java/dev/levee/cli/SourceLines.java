package dev.levee.cli;

import dev.levee.problem.Location;
import dev.levee.source.FileLines;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shows the line of a file that a problem is about, with a mark below its column.
final class SourceLines {

  private static final int WIDTH = 100;
  private static final Pattern CONTROL = Pattern.compile("[\\p{IsCntrl}\\u2028\\u2029]");
  private static final String WIDE_BLANK = "\u3000";

  private final FileLines lines;

  /// @param root the folder that locations are relative to
  SourceLines(Path root) {
    this.lines = new FileLines(root);
  }

  /// The line and the mark; nothing when the location names no line, or the file cannot be read.
  List<String> excerpt(Location at) {
    Optional<String> line = lines.line(at);
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
}
