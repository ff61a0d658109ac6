package dev.levee.markdown;

import com.vladsch.flexmark.util.sequence.Html5Entities;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Backslash escapes and character references, as CommonMark 0.31.2 has them in sections 2.4 and
/// 2.5.
final class Escapes {

  private static final int LONGEST_NAME = 32;

  private Escapes() {}

  static boolean isPunctuation(char c) {
    return (c >= '!' && c <= '/')
        || (c >= ':' && c <= '@')
        || (c >= '[' && c <= '`')
        || (c >= '{' && c <= '~');
  }

  /// The text with its escapes and references undone; the marks of shortcodes in it stay.
  static String undo(String text) {
    if (text.indexOf('\\') < 0) {
      return undoReferences(text);
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && isPunctuation(text.charAt(i + 1))) {
        out.append(text.charAt(i + 1));
        i += 2;
      } else {
        i = reference(text, i, out);
      }
    }
    return out.toString();
  }

  /// The text with its character references undone.
  static String undoReferences(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      i = reference(text, i, out);
    }
    return out.toString();
  }

  private static int reference(String text, int at, StringBuilder out) {
    int end = text.charAt(at) == '&' ? referenceEnd(text, at) : -1;
    if (end < 0) {
      out.append(text.charAt(at));
      return at + 1;
    }
    // where marks of shortcodes may stand as well, their sign would be taken for one
    out.append(referenced(text, at, end).replace(Placeholders.SIGN, '\uFFFD'));
    return end;
  }

  /// The offset behind the character reference that starts here; -1 when none does.
  static int referenceEnd(String text, int at) {
    int i = at + 1;
    if (i < text.length() && text.charAt(i) == '#') {
      return numberEnd(text, i + 1);
    }
    int limit = Math.min(text.length(), i + LONGEST_NAME);
    while (i < limit && HtmlSyntax.isAlphanumeric(text.charAt(i))) {
      i++;
    }
    boolean closed = i > at + 1 && i < text.length() && text.charAt(i) == ';';
    return closed && named(text.substring(at, i + 1)) != null ? i + 1 : -1;
  }

  /// What the reference between two offsets stands for.
  static String referenced(String text, int start, int end) {
    if (text.charAt(start + 1) != '#') {
      return Objects.requireNonNull(named(text.substring(start, end)));
    }
    boolean hexadecimal = (text.charAt(start + 2) | 0x20) == 'x';
    int code =
        hexadecimal
            ? Integer.parseInt(text, start + 3, end - 1, 16)
            : Integer.parseInt(text, start + 2, end - 1, 10);
    boolean valid = code > 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return valid ? Character.toString(code) : "\uFFFD";
  }

  private static int numberEnd(String text, int from) {
    boolean hexadecimal = from < text.length() && (text.charAt(from) | 0x20) == 'x';
    int first = hexadecimal ? from + 1 : from;
    int limit = Math.min(text.length(), first + (hexadecimal ? 6 : 7));
    int i = first;
    while (i < limit && isDigit(text.charAt(i), hexadecimal)) {
      i++;
    }
    return i > first && i < text.length() && text.charAt(i) == ';' ? i + 1 : -1;
  }

  /// What a reference by name stands for; null when there is no such name.
  private static @Nullable String named(String reference) {
    // loading the table of names takes longer than reading most articles
    return switch (reference) {
      case "&amp;" -> "&";
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&quot;" -> "\"";
      case "&nbsp;" -> "\u00A0";
      case "&copy;" -> "©";
      case "&mdash;" -> "—";
      case "&ndash;" -> "–";
      case "&hellip;" -> "…";
      default -> {
        String found = Html5Entities.entityToString(reference);
        yield found.equals(reference) ? null : found;
      }
    };
  }

  private static boolean isDigit(char c, boolean hexadecimal) {
    char lower = (char) (c | 0x20);
    return (c >= '0' && c <= '9') || (hexadecimal && lower >= 'a' && lower <= 'f');
  }
}
