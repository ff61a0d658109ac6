package dev.levee.markdown;

import dev.levee.markdown.ShortcodeTag.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one shortcode tag, from its first brace on.
final class ShortcodeTagReader {

  /// Says why a text is no tag, and where.
  static final class BrokenTag extends Exception {
    private static final long serialVersionUID = 1;
    private final int offset;

    BrokenTag(int offset, String message) {
      super(message, null, false, false);
      this.offset = offset;
    }

    int offset() {
      return offset;
    }

    String said() {
      return String.valueOf(getMessage());
    }
  }

  private static final int MAX_LENGTH = 10_000;

  private final String text;
  private final int start;
  private final int limit;
  private final String open;
  private final String close;
  private final Map<String, String> named = new LinkedHashMap<>();
  private final List<String> positional = new ArrayList<>();
  private int at;

  /// @param start where `{{<` or `{{%` stands
  ShortcodeTagReader(String text, int start) {
    this.text = text;
    this.start = start;
    this.limit = Math.min(text.length(), start + MAX_LENGTH);
    this.open = text.substring(start, start + 3);
    this.close = open.endsWith("<") ? ">}}" : "%}}";
    this.at = start + 3;
  }

  ShortcodeTag read() throws BrokenTag {
    skipSpace();
    if (text.startsWith("/*", at)) {
      return literal();
    }
    boolean closing = at < limit && text.charAt(at) == '/' && !text.startsWith("/" + close, at);
    if (closing) {
      at++;
      skipSpace();
    }
    String name = name();
    while (true) {
      skipSpace();
      if (text.startsWith(close, at)) {
        return tag(closing ? Kind.CLOSE : Kind.OPEN, name, close.length());
      }
      if (text.startsWith("/" + close, at)) {
        return tag(Kind.SELF_CLOSED, name, close.length() + 1);
      }
      if (at >= limit || text.startsWith("{{", at)) {
        throw new BrokenTag(start, "this shortcode is not closed with '" + close + "'");
      }
      parameter();
    }
  }

  private ShortcodeTag tag(Kind kind, String name, int length) {
    return new ShortcodeTag(kind, name, named, positional, "", start, at + length);
  }

  private ShortcodeTag literal() throws BrokenTag {
    String end = "*/" + close;
    int found = text.indexOf(end, Math.min(at + 2, limit), limit);
    if (found < 0) {
      throw new BrokenTag(start, "this shown shortcode is not closed with '" + end + "'");
    }
    String shown = open + text.substring(at + 2, found) + close;
    int after = found + end.length();
    return new ShortcodeTag(Kind.LITERAL, "", named, positional, shown, start, after);
  }

  private String name() throws BrokenTag {
    int from = at;
    while (at < limit && isNamePart(text.charAt(at)) && !text.startsWith("/" + close, at)) {
      at++;
    }
    if (from == at) {
      throw new BrokenTag(start, "a shortcode starts here that has no name");
    }
    return text.substring(from, at);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/';
  }

  private void parameter() throws BrokenTag {
    if (isQuote(text.charAt(at))) {
      positional.add(quoted());
      return;
    }
    int from = at;
    String word = bare(true);
    if (at >= limit || text.charAt(at) != '=') {
      positional.add(word);
      return;
    }
    at++;
    String value = at < limit && isQuote(text.charAt(at)) ? quoted() : bare(false);
    if (word.isEmpty()) {
      throw new BrokenTag(from, "a value has no key before its '='");
    }
    if (named.put(word, value) != null) {
      throw new BrokenTag(from, "the key '" + word + "' stands twice in this shortcode");
    }
  }

  private String bare(boolean untilEquals) {
    int from = at;
    while (at < limit
        && !Character.isWhitespace(text.charAt(at))
        && !(untilEquals && text.charAt(at) == '=')
        && !text.startsWith(close, at)
        && !text.startsWith("/" + close, at)) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '`';
  }

  private String quoted() throws BrokenTag {
    int from = at;
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    for (; at < limit; at++) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return value.toString();
      }
      if (c == '\n' && at + 1 < limit && text.charAt(at + 1) == '\n') {
        break;
      }
      boolean escaped = c == '\\' && quote == '"' && at + 1 < limit;
      value.append(escaped ? unescaped(text.charAt(++at)) : String.valueOf(c));
    }
    throw new BrokenTag(from, "this quote is not closed");
  }

  private static String unescaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case '"', '\\' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  private void skipSpace() {
    while (at < limit && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
