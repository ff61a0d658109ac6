package dev.levee.sass;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// A text in Sass without what is no code of it. Interpolation can stand in strings, comments and
/// addresses, and has strings of its own, so that no regular expression finds their ends.
final class SassCode {

  private static final String INTERPOLATION = "}";
  private static final String ADDRESS = ")";
  private static final String COMMENT = "*/";
  private static final String LINE = "\n";

  private final String text;
  private final StringBuilder code;
  private final Deque<Open> open = new ArrayDeque<>();

  /// Where something begins that looks like an address without quotes and is a call.
  private final Set<Integer> calls = new HashSet<>();

  private int at;
  private boolean nested;

  /// Something that has begun.
  ///
  /// @param end by which it ends
  private record Open(int start, String end) {

    boolean isString() {
      return end.equals("\"") || end.equals("'");
    }

    boolean isComment() {
      return end.equals(COMMENT) || end.equals(LINE);
    }
  }

  private SassCode(String text) {
    this.text = text;
    this.code = new StringBuilder(text);
  }

  /// The text, as long as it was: blank are comments, addresses without quotes, interpolation, and
  /// what strings with interpolation hold.
  static String of(String text) {
    SassCode code = new SassCode(text);
    while (code.at < text.length()) {
      code.step();
    }
    if (!code.open.isEmpty()) {
      code.blank(code.open.getLast());
    }
    return code.code.toString();
  }

  private void step() {
    Open in = open.peek();
    if (in == null || in.end.equals(INTERPOLATION)) {
      stepInCode(in);
    } else if (text.startsWith(in.end, at)) {
      end(in);
    } else if (text.startsWith("#{", at) && !in.end.equals(LINE)) {
      begin(INTERPOLATION, 2);
    } else if (in.isComment()) {
      at++;
    } else if (text.charAt(at) == '\\') {
      at += 2;
    } else if (in.isString() && text.charAt(at) == '\n') {
      end(in);
    } else if (in.end.equals(ADDRESS) && !isOfAddress()) {
      calls.add(in.start);
      open.pop();
      at = in.start + 1;
    } else if (!in.end.equals(ADDRESS) || !text.startsWith(ADDRESS, at)) {
      at++;
    }
  }

  private void stepInCode(Open in) {
    char c = text.charAt(at);
    if (c == '\\') {
      at += 2;
    } else if (text.startsWith("#{", at)) {
      begin(INTERPOLATION, 2);
    } else if (c == '"' || c == '\'') {
      begin(String.valueOf(c), 1);
    } else if (text.startsWith("/*", at)) {
      begin(COMMENT, 2);
    } else if (text.startsWith("//", at)) {
      begin(LINE, 2);
    } else if (isAddress()) {
      begin(ADDRESS, 4);
      at = afterBlanks(at);
    } else if (in != null && text.startsWith(in.end, at)) {
      end(in);
    } else {
      at++;
    }
  }

  private boolean isAddress() {
    return text.regionMatches(true, at, "url(", 0, 4)
        && !calls.contains(at)
        && (at == 0 || !isOfName(text.charAt(at - 1)));
  }

  private int afterBlanks(int start) {
    int next = start;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '\\' || c >= 0x80;
  }

  /// Whether what comes may stand in an address without quotes (Sass, `url()`); blanks are passed
  /// by, which may be at its end.
  private boolean isOfAddress() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at = afterBlanks(at);
      return text.startsWith(ADDRESS, at);
    }
    return c == '!' || c == '#' || c == '%' || c == '&' || (c >= '*' && c != 0x7F);
  }

  private void begin(String end, int length) {
    nested = !open.isEmpty();
    open.push(new Open(at, end));
    at += length;
  }

  private void end(Open in) {
    at += in.end.length();
    open.pop();
    if (open.isEmpty()) {
      blank(in);
    }
  }

  /// Only strings without anything in them stay.
  private void blank(Open in) {
    int end = Math.min(at, text.length());
    if (in.isString()) {
      for (int i = in.start + 1; nested && i < end - 1; i++) {
        code.setCharAt(i, ' ');
      }
      return;
    }
    for (int i = in.start; i < end; i++) {
      if (text.charAt(i) != '\n') {
        code.setCharAt(i, ' ');
      }
    }
  }
}
