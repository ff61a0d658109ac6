package dev.levee.yaml;

import dev.levee.problem.Location;
import java.util.Arrays;

/// Finds the line and column, as editors count them, of a character that SnakeYAML counts in code
/// points.
final class Places {

  private final String text;
  private final String path;
  private final int firstLine;
  private final int[] lineStarts;
  private final boolean surrogates;
  private int codePoint;
  private int unit;

  /// @param firstLine the line of the file at which the text starts, counted from 1
  Places(String text, String path, int firstLine) {
    this.text = text;
    this.path = path;
    this.firstLine = firstLine;
    int[] starts = new int[16];
    int lines = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, 2 * lines);
      }
      starts[lines++] = end + 1;
    }
    this.lineStarts = Arrays.copyOf(starts, lines);
    this.surrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  /// @param index a number of code points from the start of the text
  Location at(int index) {
    return atUnit(Math.min(surrogates ? unit(index) : index, text.length()));
  }

  /// @param unit a number of UTF-16 units from the start of the text
  Location atUnit(int unit) {
    int found = Arrays.binarySearch(lineStarts, unit);
    int line = found >= 0 ? found : -found - 2;
    return new Location(path, firstLine + line, unit - lineStarts[line] + 1);
  }

  /// Goes on from the last place that was asked for, since most are asked for in order.
  private int unit(int index) {
    if (index < codePoint) {
      codePoint = 0;
      unit = 0;
    }
    while (codePoint < index && unit < text.length()) {
      unit += Character.charCount(text.codePointAt(unit));
      codePoint++;
    }
    return unit;
  }
}
