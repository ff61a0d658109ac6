package dev.levee.markdown;

/// The lines of a text, one after the other, each read from left to right as the containers around
/// it take their share. A tab leads to the next column that four divides.
final class LineCursor {

  private static final int TAB = 4;

  private final String text;
  private int number = -1;
  private int start;
  private int end = -1;
  private int at;
  private int column;
  private boolean inTab;
  private int next;
  private int nextColumn;

  /// @param text its lines end with `\n` alone
  LineCursor(String text) {
    this.text = text;
  }

  /// Goes to the next line; false when there is none.
  boolean nextLine() {
    if (end + 1 >= text.length()) {
      return false;
    }
    start = end + 1;
    int newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length() : newline;
    number++;
    at = start;
    column = 0;
    inTab = false;
    look();
    return true;
  }

  String text() {
    return text;
  }

  /// The number of this line, counted from 0.
  int number() {
    return number;
  }

  /// The offset at which the rest of the line begins.
  int at() {
    return at;
  }

  /// The offset behind the last character of the line.
  int end() {
    return end;
  }

  /// The offset of the first character that is no white space, at most [#end].
  int next() {
    return next;
  }

  /// How many columns the rest of the line is indented by.
  int indent() {
    return nextColumn - column;
  }

  boolean isIndentedCode() {
    return indent() >= TAB;
  }

  boolean isBlank() {
    return next == end;
  }

  /// The first character of the rest that is no white space; NUL on a blank line.
  char first() {
    return next < end ? text.charAt(next) : '\0';
  }

  /// The character some places behind the first; NUL behind the end.
  char first(int further) {
    return next + further < end ? text.charAt(next + further) : '\0';
  }

  boolean isSpaceAt(int offset) {
    return offset < end && isSpace(text.charAt(offset));
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  /// Whether there is nothing but white space from an offset on.
  boolean isBlankFrom(int offset) {
    int i = offset;
    while (i < end && isSpace(text.charAt(i))) {
      i++;
    }
    return i == end;
  }

  /// Takes the white space before [#next].
  void skipIndent() {
    at = next;
    column = nextColumn;
    inTab = false;
  }

  /// Takes the white space and some characters behind it.
  void skipIndentAnd(int characters) {
    skipIndent();
    at += characters;
    column += characters;
    look();
  }

  /// Takes the rest of the line.
  void skipAll() {
    at = end;
    inTab = false;
    look();
  }

  /// Takes white space that is so many columns wide, part of a tab if need be.
  void skipColumns(int columns) {
    int left = columns;
    while (left > 0 && isSpaceAt(at)) {
      int width = text.charAt(at) == '\t' ? TAB - column % TAB : 1;
      if (width > left) {
        column += left;
        inTab = true;
        break;
      }
      inTab = false;
      column += width;
      left -= width;
      at++;
    }
    look();
  }

  /// How wide the white space at [#at] is, looking at no more than `limit` columns.
  int spaces(int limit) {
    int width = 0;
    int seen = column;
    for (int i = at; i < end && isSpace(text.charAt(i)) && width <= limit; i++) {
      int step = text.charAt(i) == '\t' ? TAB - seen % TAB : 1;
      width += step;
      seen += step;
    }
    return width;
  }

  /// Writes the rest of the line and its end; what is left of a tab becomes spaces.
  void copyRest(StringBuilder out) {
    int from = at;
    if (inTab) {
      out.repeat(' ', TAB - column % TAB);
      from++;
    }
    out.append(text, from, end).append('\n');
  }

  private void look() {
    next = at;
    nextColumn = column;
    while (next < end) {
      char c = text.charAt(next);
      if (c == ' ') {
        nextColumn++;
      } else if (c == '\t') {
        nextColumn += TAB - nextColumn % TAB;
      } else {
        break;
      }
      next++;
    }
  }
}
