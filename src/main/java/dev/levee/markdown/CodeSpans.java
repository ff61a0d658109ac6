package dev.levee.markdown;

import java.util.Arrays;

/// Finds where the code spans of a text end. Each run of backticks is looked at once, however many
/// spans are left open.
final class CodeSpans {

  /// Longer runs are text, as in the reference implementation.
  private static final int LONGEST = 80;

  private final int[] lastOf = new int[LONGEST + 1];
  private boolean scanned;
  private boolean used;

  void clear() {
    if (used) {
      Arrays.fill(lastOf, 0);
    }
    used = false;
    scanned = false;
  }

  static int runEnd(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) == '`') {
      i++;
    }
    return i;
  }

  /// Where the closing run begins.
  ///
  /// @param from the offset behind the opening run
  /// @return -1 when there is none
  int closing(String text, int from, int length) {
    if (length > LONGEST || (scanned && lastOf[length] < from)) {
      return -1;
    }
    used = true;
    int i = text.indexOf('`', from);
    while (i >= 0) {
      int end = runEnd(text, i);
      if (end - i <= LONGEST) {
        lastOf[end - i] = i;
      }
      if (end - i == length) {
        return i;
      }
      i = text.indexOf('`', end);
    }
    scanned = true;
    return -1;
  }

  /// What stands between two runs: line ends are spaces, and one space at both ends is left out.
  static String code(String text, int start, int end) {
    String code = text.substring(start, end).replace('\n', ' ');
    int last = code.length() - 1;
    boolean padded = last > 0 && code.charAt(0) == ' ' && code.charAt(last) == ' ';
    return padded && !isSpaces(code) ? code.substring(1, last) : code;
  }

  private static boolean isSpaces(String code) {
    return code.chars().allMatch(c -> c == ' ');
  }
}
