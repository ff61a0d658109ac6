package dev.levee.markdown;

/// One run of text on its way to the page, for [SmartPunctuation].
final class SmartRun {

  /// The bit of the state that says that the last character was a quote, and that it opened.
  static final int OPENED = 1 << 8;

  private static final int SINGLE_SHIFT = 4;
  private static final int DEEPEST = 15;

  private static final char APOSTROPHE = '’';
  private static final char PRIME = '′';
  private static final char DOUBLE_PRIME = '″';
  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final char NARROW_NO_BREAK_SPACE = '\u202f';

  /// Punctuation that ends what it follows; any other begins what comes next.
  private static final String ENDS = ".,;:!?…%‰′″'\"*†‡。、，！？；：";

  /// How far the end of a quote is looked for that starts like a year, such as `'50 dead'`.
  private static final int SIGHT = 100;

  private final SmartPunctuation language;
  private final QuotationMarks marks;
  private final CharSequence text;
  private final int before;
  private final int after;
  private final StringBuilder out;

  /// How many quotes are open.
  private int doubles;

  private int singles;

  /// Where the last quote stood, and whether it opened.
  private int lastQuote = -1;

  private boolean lastOpened;

  /// Up to where the text has been written.
  private int written;

  SmartRun(
      SmartPunctuation language,
      CharSequence text,
      int state,
      int before,
      int after,
      StringBuilder out) {
    this.language = language;
    this.marks = language.marks();
    this.text = text;
    this.before = before;
    this.after = after;
    this.out = out;
    this.doubles = state & DEEPEST;
    this.singles = (state >> SINGLE_SHIFT) & DEEPEST;
    this.lastOpened = (state & OPENED) != 0;
  }

  /// Writes all of it.
  ///
  /// @return the state for the run that follows
  int write() {
    int length = text.length();
    for (int i = 0; i < length; i = Math.max(i + 1, written)) {
      switch (text.charAt(i)) {
        case '"' -> doubleQuote(i);
        case '\'' -> singleQuote(i);
        case '-' -> dashes(i);
        case '.' -> dots(i);
        case ' ' -> space(i);
        default -> {}
      }
    }
    out.append(text, written, length);
    boolean opened = lastVisible(length) == lastQuote && lastOpened;
    return doubles | (singles << SINGLE_SHIFT) | (opened ? OPENED : 0);
  }

  private void put(int at, int length, String mark) {
    out.append(text, written, at).append(mark);
    written = at + length;
  }

  private void put(int at, char mark) {
    out.append(text, written, at).append(mark);
    written = at + 1;
  }

  private void doubleQuote(int at) {
    if (!language.turnsQuotes()) {
      return;
    }
    int previous = previous(at);
    boolean opens = opensDouble(at, previous, next(at));
    if (opens) {
      put(at, 1, doubles == 0 ? marks.open() : marks.innerOpen());
      doubles = Math.min(doubles + 1, DEEPEST);
    } else if (doubles == 0 && Character.isDigit(previous)) {
      put(at, DOUBLE_PRIME);
    } else {
      put(at, 1, doubles > 1 ? marks.innerClose() : marks.close());
      doubles = Math.max(0, doubles - 1);
    }
    lastQuote = at;
    lastOpened = opens;
  }

  private boolean opensDouble(int at, int previous, int next) {
    if (isSpace(next)) {
      return isSpace(previous) && doubles == 0;
    }
    if (isBegun(at, previous)) {
      return isSpace(previous) || doubles == 0 || !ends(next);
    }
    return !isWord(previous) && isWord(next) && doubles == 0;
  }

  private void singleQuote(int at) {
    if (!language.turnsQuotes()) {
      return;
    }
    int previous = previous(at);
    int next = next(at);
    boolean opens = false;
    if (isWord(previous) && isWord(next)) {
      put(at, isMeasure(at, previous) ? PRIME : APOSTROPHE);
    } else if (isBegun(at, previous) && opensSingle(at, previous, next)) {
      opens = true;
      put(at, 1, marks.innerOpen());
      singles = Math.min(singles + 1, DEEPEST);
    } else if (singles == 0 && Character.isDigit(previous)) {
      put(at, PRIME);
    } else if (singles > 0 && !isWord(next) && !isSpace(previous)) {
      put(at, 1, marks.innerClose());
      singles--;
    } else {
      put(at, APOSTROPHE);
    }
    lastQuote = at;
    lastOpened = opens;
  }

  private boolean opensSingle(int at, int previous, int next) {
    if (isSpace(next) || isElision(at) || isYear(at)) {
      return false;
    }
    return isSpace(previous) || singles == 0 || !ends(next);
  }

  /// Whether an apostrophe between digits is a measure, as in `6'2"`, and no mark of thousands.
  private boolean isMeasure(int at, int previous) {
    int digits = 0;
    while (isDigit(at + 1 + digits) && digits < 4) {
      digits++;
    }
    return Character.isDigit(previous) && digits > 0 && digits != 3;
  }

  private boolean isElision(int at) {
    String word = language.elision(text, at + 1);
    int end = at + 1 + word.length();
    return !word.isEmpty() && !isWord(at(end)) && (at(end) != '\'' || word.equals("n"));
  }

  /// Whether two digits follow that are a year without its century: `'90s`, or `'68` where no quote
  /// ends soon.
  private boolean isYear(int at) {
    if (!isDigit(at + 1) || !isDigit(at + 2) || isDigit(at + 3)) {
      return false;
    }
    if (at(at + 3) == 's' && !isWord(at(at + 4)) && at(at + 4) != '\'') {
      return true;
    }
    int end = Math.min(text.length(), at + SIGHT);
    for (int i = at + 3; i < end; i++) {
      if (text.charAt(i) == '\'' && !isSpace(text.charAt(i - 1)) && !isWord(at(i + 1))) {
        return false;
      }
    }
    return true;
  }

  /// An even number of hyphens is en dashes, one that can be divided by three is em dashes; others
  /// are as many em dashes as can be, then en dashes.
  private void dashes(int at) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) == '-') {
      end++;
    }
    int length = end - at;
    if (length == 1) {
      return;
    }
    int en = length % 3 == 0 ? 0 : length % 2 == 0 ? length / 2 : length % 3 == 2 ? 1 : 2;
    int em = (length - 2 * en) / 3;
    put(at, length, "—".repeat(em) + "–".repeat(en));
  }

  private void dots(int at) {
    if (at(at + 1) == '.' && at(at + 2) == '.' && at + 2 < text.length()) {
      put(at, 3, "…");
    }
  }

  /// No line breaks at a space that belongs to the mark beside it.
  private void space(int at) {
    if (!language.spacesMarks() || at + 1 >= text.length()) {
      return;
    }
    char next = text.charAt(at + 1);
    boolean endsWord = !isWord(at(at + 2));
    if (next == '»' || (next == ':' && endsWord) || (at > 0 && text.charAt(at - 1) == '«')) {
      put(at, NO_BREAK_SPACE);
    } else if (";!?".indexOf(next) >= 0 && endsWord) {
      put(at, NARROW_NO_BREAK_SPACE);
    }
  }

  /// Whether something begins at a quote, so that it may open: after a space, an opening bracket, a
  /// dash, or a quote that opened.
  private boolean isBegun(int at, int previous) {
    boolean afterQuote = lastVisible(at) == lastQuote && (lastQuote >= 0 || lastOpened);
    return afterQuote ? lastOpened : isSpace(previous) || !(isWord(previous) || ends(previous));
  }

  private boolean isDigit(int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }

  private int at(int at) {
    return at < text.length() ? Character.codePointAt(text, at) : after;
  }

  /// The index of the last character before another that is seen, else -1.
  private int lastVisible(int at) {
    int i = at - 1;
    while (i >= 0 && isInvisible(text.charAt(i))) {
      i--;
    }
    return i;
  }

  private int previous(int at) {
    int i = lastVisible(at);
    return i < 0 ? before : Character.codePointBefore(text, i + 1);
  }

  private int next(int at) {
    int i = at + 1;
    while (i < text.length() && isInvisible(text.charAt(i))) {
      i++;
    }
    return at(i);
  }

  private static boolean isInvisible(char c) {
    return c >= '\u00ad' && Character.getType(c) == Character.FORMAT;
  }

  private static boolean isSpace(int c) {
    return c == SmartPunctuation.NONE || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// Letters, digits, and what stands for a word, such as a picture.
  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.OTHER_SYMBOL,
              Character.SURROGATE ->
              true;
          default -> false;
        };
  }

  /// Whether a mark ends what it stands behind.
  private boolean ends(int c) {
    if (marks.close().indexOf(c) >= 0 || marks.innerClose().indexOf(c) >= 0) {
      return true;
    }
    if (marks.open().indexOf(c) >= 0 || marks.innerOpen().indexOf(c) >= 0) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
      default -> ENDS.indexOf(c) >= 0;
    };
  }
}
