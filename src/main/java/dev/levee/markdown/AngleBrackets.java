package dev.levee.markdown;

/// What begins with `<` within a line: an address, a tag, a comment and the like. What was looked
/// for in vain once is not looked for again.
final class AngleBrackets {

  private static final int MIN_SCHEME = 2;
  private static final int MAX_SCHEME = 32;

  private boolean noComment;
  private boolean noInstruction;
  private boolean noDeclaration;
  private boolean noCdata;

  void clear() {
    noComment = false;
    noInstruction = false;
    noDeclaration = false;
    noCdata = false;
  }

  /// The offset behind the HTML that starts here, see section 6.6 of CommonMark 0.31.2; -1 when
  /// none does.
  int htmlEnd(String text, int start) {
    char c = start + 1 < text.length() ? text.charAt(start + 1) : '\0';
    return switch (c) {
      case '/' -> HtmlSyntax.closingTagEnd(text, start);
      case '?' -> {
        int end = noInstruction ? -1 : text.indexOf("?>", start + 2);
        noInstruction = end < 0;
        yield end < 0 ? -1 : end + 2;
      }
      case '!' -> declarationEnd(text, start);
      default -> HtmlSyntax.openTagEnd(text, start);
    };
  }

  private int declarationEnd(String text, int start) {
    if (text.startsWith("<!-->", start)) {
      return start + 5;
    }
    if (text.startsWith("<!--->", start)) {
      return start + 6;
    }
    if (text.startsWith("<!--", start)) {
      int end = noComment ? -1 : text.indexOf("-->", start + 4);
      noComment = end < 0;
      return end < 0 ? -1 : end + 3;
    }
    if (text.startsWith("<![CDATA[", start)) {
      int end = noCdata ? -1 : text.indexOf("]]>", start + 9);
      noCdata = end < 0;
      return end < 0 ? -1 : end + 3;
    }
    if (start + 2 >= text.length() || !HtmlSyntax.isLetter(text.charAt(start + 2))) {
      return -1;
    }
    int end = noDeclaration ? -1 : text.indexOf('>', start + 2);
    noDeclaration = end < 0;
    return end < 0 ? -1 : end + 1;
  }

  /// The offset behind the address in angle brackets that starts here, see section 6.5; -1 when
  /// none does.
  static int addressEnd(String text, int start) {
    int scheme = start + 1;
    int i = scheme;
    while (i < text.length()
        && i - scheme <= MAX_SCHEME
        && isInScheme(text.charAt(i), i > scheme)) {
      i++;
    }
    int length = i - scheme;
    if (i >= text.length() || text.charAt(i) != ':' || length < MIN_SCHEME || length > MAX_SCHEME) {
      return -1;
    }
    while (++i < text.length()) {
      char c = text.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (c <= ' ' || c == '<' || c == '\u007F') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isInScheme(char c, boolean further) {
    return HtmlSyntax.isLetter(c)
        || (further && (HtmlSyntax.isDigit(c) || c == '+' || c == '.' || c == '-'));
  }

  /// The same for an e-mail address, by the rule of the HTML standard.
  static int mailEnd(String text, int start) {
    int i = start + 1;
    while (i < text.length() && isInMailbox(text.charAt(i))) {
      i++;
    }
    if (i == start + 1 || i >= text.length() || text.charAt(i) != '@') {
      return -1;
    }
    while (true) {
      int label = ++i;
      while (i < text.length() && isInLabel(text.charAt(i))) {
        i++;
      }
      boolean hyphens = i > label && (text.charAt(label) == '-' || text.charAt(i - 1) == '-');
      if (i == label || i - label > 63 || hyphens || i >= text.length()) {
        return -1;
      }
      if (text.charAt(i) == '>') {
        return i + 1;
      }
      if (text.charAt(i) != '.') {
        return -1;
      }
    }
  }

  private static boolean isInMailbox(char c) {
    return isInLabel(c) || ".!#$%&'*+/=?^_`{|}~".indexOf(c) >= 0;
  }

  private static boolean isInLabel(char c) {
    return HtmlSyntax.isLetter(c) || HtmlSyntax.isDigit(c) || c == '-';
  }
}
