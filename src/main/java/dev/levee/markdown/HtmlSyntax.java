package dev.levee.markdown;

/// Tags and what else HTML has between angle brackets, see section 6.6 of CommonMark 0.31.2. Every
/// method gives the offset behind what starts at one, or -1.
final class HtmlSyntax {

  private HtmlSyntax() {}

  /// `<a href="…">` or `<br/>`.
  static int openTagEnd(String text, int start) {
    int at = nameEnd(text, start + 1);
    if (at < 0) {
      return -1;
    }
    while (true) {
      int spaced = skipSpace(text, at);
      char c = at(text, spaced);
      if (c == '>') {
        return spaced + 1;
      }
      if (c == '/') {
        return at(text, spaced + 1) == '>' ? spaced + 2 : -1;
      }
      if (spaced == at || !isAttributeStart(c)) {
        return -1;
      }
      at = attributeEnd(text, spaced);
      if (at < 0) {
        return -1;
      }
    }
  }

  /// `</a>`.
  static int closingTagEnd(String text, int start) {
    int at = nameEnd(text, start + 2);
    if (at < 0) {
      return -1;
    }
    int spaced = skipSpace(text, at);
    return at(text, spaced) == '>' ? spaced + 1 : -1;
  }

  private static int nameEnd(String text, int start) {
    if (!isLetter(at(text, start))) {
      return -1;
    }
    int i = start + 1;
    while (isLetter(at(text, i)) || isDigit(at(text, i)) || at(text, i) == '-') {
      i++;
    }
    return i;
  }

  private static int attributeEnd(String text, int start) {
    int i = start + 1;
    while (isAttributePart(at(text, i))) {
      i++;
    }
    int equals = skipSpace(text, i);
    return at(text, equals) == '=' ? valueEnd(text, skipSpace(text, equals + 1)) : i;
  }

  private static int valueEnd(String text, int start) {
    char quote = at(text, start);
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, start + 1);
      return end < 0 ? -1 : end + 1;
    }
    int i = start;
    while (i < text.length() && " \t\n\"'=<>`".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i == start ? -1 : i;
  }

  private static boolean isAttributeStart(char c) {
    return isLetter(c) || c == '_' || c == ':';
  }

  private static boolean isAttributePart(char c) {
    return isAttributeStart(c) || isDigit(c) || c == '.' || c == '-';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int skipSpace(String text, int start) {
    int i = start;
    while (i < text.length() && (LineCursor.isSpace(text.charAt(i)) || text.charAt(i) == '\n')) {
      i++;
    }
    return i;
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
