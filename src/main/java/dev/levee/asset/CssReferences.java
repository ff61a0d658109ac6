package dev.levee.asset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Finds the files that a style sheet names: in `@import`, in `url(…)` and in `image-set(…)`.
final class CssReferences {

  private final String text;
  private final List<Reference> found = new ArrayList<>();

  /// For each open parenthesis the name of the function that it belongs to.
  private final Deque<String> functions = new ArrayDeque<>();

  private int at;

  /// Whether what comes next is what an `@import` names.
  private boolean imports;

  private CssReferences(String text) {
    this.text = text;
  }

  static List<Reference> of(String text) {
    CssReferences css = new CssReferences(text);
    css.read();
    return css.found;
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else if (c == '"' || c == '\'') {
        string(c);
      } else if (isName(c) || c == '@') {
        word();
      } else {
        sign(c);
      }
    }
  }

  private void sign(char c) {
    if (c == '(') {
      functions.push("");
    } else if (c == ')') {
      functions.poll();
    } else if (c == ';' || c == '{' || c == '}') {
      functions.clear();
      imports = false;
    }
    at++;
  }

  private void string(char quote) {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at = text.charAt(at) == '\\' ? escapeEnd(text, at) : at + 1;
    }
    int end = Math.min(at, text.length());
    if (imports && functions.isEmpty()) {
      add(start, end, Reference.Kind.IMPORT);
    } else if ("image-set".equals(functions.peek())) {
      add(start, end, Reference.Kind.LINK);
    }
    at = end + 1;
  }

  private void word() {
    int start = at++;
    while (at < text.length() && isName(text.charAt(at))) {
      at = text.charAt(at) == '\\' ? escapeEnd(text, at) : at + 1;
    }
    at = Math.min(at, text.length());
    String word = text.substring(start, at).toLowerCase(Locale.ROOT);
    if (word.equals("@import")) {
      imports = true;
    } else if (at < text.length() && text.charAt(at) == '(') {
      at++;
      if (word.equals("url")) {
        url();
      } else {
        functions.push(word.endsWith("image-set") ? "image-set" : word);
      }
    }
  }

  private void url() {
    skipSpace();
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      int start = at + 1;
      string(text.charAt(at));
      // one that is looked for by string() already
      if (found.isEmpty() || found.getLast().start() != start) {
        add(start, at - 1, kind());
      }
      functions.push("url");
      return;
    }
    int start = at;
    while (at < text.length()
        && text.charAt(at) != ')'
        && !Character.isWhitespace(text.charAt(at))) {
      at = text.charAt(at) == '\\' ? escapeEnd(text, at) : at + 1;
    }
    at = Math.min(at, text.length());
    add(start, at, kind());
    functions.push("url");
  }

  private Reference.Kind kind() {
    return imports && functions.isEmpty() ? Reference.Kind.IMPORT : Reference.Kind.LINK;
  }

  private void add(int start, int end, Reference.Kind kind) {
    found.add(new Reference(start, end, unescaped(text.substring(start, end)), kind));
    imports = false;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '\\' || c > '\u007f';
  }

  /// Where an escape ends: a backslash stands before a sign that is meant as it is, or before up to
  /// six digits of a code point and one space.
  private static int escapeEnd(String text, int backslash) {
    int end = backslash + 1;
    while (end < text.length()
        && end < backslash + 7
        && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    if (end == backslash + 1) {
      return Math.min(text.length(), backslash + 2);
    }
    return end < text.length() && Character.isWhitespace(text.charAt(end)) ? end + 1 : end;
  }

  private static String unescaped(String name) {
    if (name.indexOf('\\') < 0) {
      return name;
    }
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < name.length()) {
      if (name.charAt(i) != '\\') {
        plain.append(name.charAt(i++));
        continue;
      }
      int end = escapeEnd(name, i);
      String escaped = name.substring(i + 1, end);
      if (!escaped.isEmpty() && Character.digit(escaped.charAt(0), 16) >= 0) {
        int point = Integer.parseInt(escaped.strip(), 16);
        plain.appendCodePoint(Character.isValidCodePoint(point) ? point : '\uFFFD');
      } else {
        plain.append(escaped);
      }
      i = end;
    }
    return plain.toString();
  }
}
