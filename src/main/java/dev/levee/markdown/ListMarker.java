package dev.levee.markdown;

import org.jspecify.annotations.Nullable;

/// What begins an item of a list: a bullet, or a number and a dot or parenthesis.
///
/// @param sign the bullet, or what follows the number: items of one list have the same
/// @param start the number; 0 for a bullet
/// @param width how many characters it has
record ListMarker(char sign, int start, int width) {

  private static final int MAX_DIGITS = 9;

  boolean bullet() {
    return sign != '.' && sign != ')';
  }

  /// The marker that the rest of the line begins with; null when there is none.
  ///
  /// @param interrupts whether it would end a paragraph, which an empty item and a number other
  ///   than 1 do not
  static @Nullable ListMarker at(LineCursor line, boolean interrupts) {
    ListMarker marker =
        switch (line.first()) {
          case '-', '+', '*' -> new ListMarker(line.first(), 0, 1);
          case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ordered(line);
          default -> null;
        };
    if (marker == null) {
      return null;
    }
    int after = line.next() + marker.width();
    boolean spaced = after == line.end() || line.isSpaceAt(after);
    boolean refused =
        interrupts && (line.isBlankFrom(after) || (!marker.bullet() && marker.start() != 1));
    return spaced && !refused ? marker : null;
  }

  private static @Nullable ListMarker ordered(LineCursor line) {
    int digits = 0;
    int number = 0;
    while (digits <= MAX_DIGITS && line.first(digits) >= '0' && line.first(digits) <= '9') {
      number = number * 10 + line.first(digits) - '0';
      digits++;
    }
    char sign = line.first(digits);
    return digits <= MAX_DIGITS && (sign == '.' || sign == ')')
        ? new ListMarker(sign, number, digits + 1)
        : null;
  }
}
