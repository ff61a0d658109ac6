package dev.levee.markdown;

import java.util.Locale;

/// The parts that links and definitions are made of: destinations, titles and labels, see section
/// 6.3 of CommonMark 0.31.2. Every method gives the offset behind the part, or -1.
final class LinkSyntax {

  private static final int MAX_PARENTHESES = 32;
  private static final int MAX_LABEL = 999;

  private LinkSyntax() {}

  static int destinationEnd(String text, int start) {
    if (start < text.length() && text.charAt(start) == '<') {
      return bracketedEnd(text, start + 1);
    }
    int depth = 0;
    int i = start;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && Escapes.isPunctuation(text.charAt(i + 1))) {
        i++;
      } else if (c == '(') {
        if (++depth > MAX_PARENTHESES) {
          return -1;
        }
      } else if (c == ')') {
        if (depth-- == 0) {
          break;
        }
      } else if (c <= ' ' || c == '\u007F') {
        break;
      }
    }
    return depth > 0 ? -1 : i;
  }

  private static int bracketedEnd(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '>' -> {
          return i + 1;
        }
        case '<', '\n' -> {
          return -1;
        }
        case '\\' -> i++;
        default -> {}
      }
    }
    return -1;
  }

  /// The destination that stands between two offsets, its escapes undone.
  static String destination(String text, int start, int end) {
    boolean bracketed = start < end && text.charAt(start) == '<';
    return Escapes.undo(
        bracketed ? text.substring(start + 1, end - 1) : text.substring(start, end));
  }

  static int titleEnd(String text, int start) {
    if (start >= text.length()) {
      return -1;
    }
    char open = text.charAt(start);
    if (open != '"' && open != '\'' && open != '(') {
      return -1;
    }
    char close = open == '(' ? ')' : open;
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == close) {
        return i + 1;
      }
      if (c == '\\') {
        i++;
      } else if (c == '(' && open == '(') {
        return -1;
      }
    }
    return -1;
  }

  /// The title that stands between two offsets, its escapes still in it.
  static String title(String text, int start, int end) {
    return text.substring(start + 1, end - 1);
  }

  /// The end of `[label]`, which holds no bracket that is not escaped.
  static int labelEnd(String text, int start) {
    if (start >= text.length() || text.charAt(start) != '[') {
      return -1;
    }
    int limit = Math.min(text.length(), start + MAX_LABEL + 2);
    for (int i = start + 1; i < limit; i++) {
      switch (text.charAt(i)) {
        case ']' -> {
          return i + 1;
        }
        case '[' -> {
          return -1;
        }
        case '\\' -> i++;
        default -> {}
      }
    }
    return -1;
  }

  /// The label in the form in which labels are compared; empty when it is too long for one.
  static String label(String text, int start, int end) {
    if (end - start > MAX_LABEL) {
      return "";
    }
    StringBuilder label = new StringBuilder(end - start);
    boolean space = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n') {
        space = true;
      } else {
        if (space && !label.isEmpty()) {
          label.append(' ');
        }
        space = false;
        label.append(c);
      }
    }
    // both ways, since ẞ and ß are one letter and so are ς and σ
    return label.toString().toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
  }

  /// Skips spaces, tabs and at most one line end.
  static int skipSpace(String text, int start) {
    int i = start;
    boolean line = false;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' && !line) {
        line = true;
      } else if (c != ' ' && c != '\t') {
        break;
      }
    }
    return i;
  }
}
