package dev.levee.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through the start tags of a page, as HTML (section 13.2.5) has them: what stands in
/// comments, scripts, styles and the like is none. Every page of a site is read, and most tags
/// matter to nobody: nothing is made of them, and only where they end is found out.
final class StartTags {

  /// The elements that hold nothing but text.
  private static final List<String> RAW =
      List.of(
          "script",
          "style",
          "textarea",
          "title",
          "xmp",
          "iframe",
          "noembed",
          "noframes",
          "noscript");

  /// The others that are told apart.
  private static final List<String> TOLD =
      List.of(
          "link", "picture", "source", "img", "image", "feimage", "video", "audio", "track",
          "object", "embed", "form", "button", "input");

  /// All of them by their first letter.
  private static final List<List<String>> NAMES = names();

  private static final String STYLE = "style";

  private final String html;
  private int at;
  private int nameEnd;
  private int tagEnd;
  private boolean styled;
  private String name = "";

  StartTags(String html) {
    this.html = html;
  }

  private static List<List<String>> names() {
    List<List<String>> names = new ArrayList<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      List<String> of = new ArrayList<>();
      for (List<String> some : List.of(RAW, TOLD)) {
        for (String name : some) {
          if (name.charAt(0) == letter) {
            of.add(name);
          }
        }
      }
      names.add(of);
    }
    return names;
  }

  /// Goes to the next start tag.
  ///
  /// @return whether there is one
  boolean next() {
    while (true) {
      int open = html.indexOf('<', at);
      if (open < 0 || open + 1 >= html.length()) {
        return false;
      }
      char first = html.charAt(open + 1);
      if (isLetter(first)) {
        begin(open + 1);
        return true;
      }
      at = first == '!' && html.startsWith("!--", open + 1) ? commentEnd(open) : open + 1;
    }
  }

  private int commentEnd(int open) {
    int end = html.indexOf("-->", open + 2);
    return end < 0 ? html.length() : end + 3;
  }

  private void begin(int start) {
    nameEnd = start;
    while (nameEnd < html.length() && !isSpace(html.charAt(nameEnd)) && !ends(nameEnd)) {
      nameEnd++;
    }
    name = told(start, nameEnd - start);
    tagEnd = tagEnd(nameEnd);
    at = tagEnd;
    if (RAW.contains(name)) {
      at = textEnd();
    }
  }

  private String told(int start, int length) {
    for (String known : NAMES.get((html.charAt(start) | 0x20) - 'a')) {
      if (known.length() == length && html.regionMatches(true, start, known, 0, length)) {
        return known;
      }
    }
    return "";
  }

  private boolean ends(int i) {
    return html.charAt(i) == '>' || html.charAt(i) == '/';
  }

  /// The place behind the `>` that ends the tag, which is none in a quoted value. Finds out on the
  /// way whether there is an attribute `style`.
  private int tagEnd(int from) {
    char quote = 0;
    boolean value = false;
    styled = false;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if (value && (c == '"' || c == '\'')) {
        quote = c;
        value = false;
      } else if (c == '=') {
        value = true;
      } else if (!isSpace(c)) {
        value = false;
        styled |= (c == 's' || c == 'S') && html.regionMatches(true, i, STYLE, 0, STYLE.length());
      }
    }
    return html.length();
  }

  private int textEnd() {
    for (int i = html.indexOf("</", tagEnd); i >= 0; i = html.indexOf("</", i + 2)) {
      int end = i + 2 + name.length();
      if (html.regionMatches(true, i + 2, name, 0, name.length())
          && (end >= html.length() || isSpace(html.charAt(end)) || ends(end))) {
        return i;
      }
    }
    return html.length();
  }

  /// The name of the element in lower case, if it is one of those that are told apart.
  String name() {
    return name;
  }

  /// The text of an element that holds nothing but text.
  String text() {
    return html.substring(tagEnd, at);
  }

  /// The value of an attribute of this tag, its character references resolved; empty when it has no
  /// value, null when it is not there.
  @Nullable String attribute(String wanted) {
    int i = nameEnd;
    int end = tagEnd - 1;
    while (i < end) {
      while (i < end && (isSpace(html.charAt(i)) || html.charAt(i) == '/')) {
        i++;
      }
      int start = i;
      while (i < end
          && !isSpace(html.charAt(i))
          && html.charAt(i) != '='
          && html.charAt(i) != '/') {
        i++;
      }
      int stop = i;
      while (i < end && isSpace(html.charAt(i))) {
        i++;
      }
      boolean found =
          stop - start == wanted.length()
              && html.regionMatches(true, start, wanted, 0, stop - start);
      int from = i;
      int to = i;
      if (i < end && html.charAt(i) == '=') {
        i++;
        while (i < end && isSpace(html.charAt(i))) {
          i++;
        }
        char quote = i < end ? html.charAt(i) : ' ';
        if (quote == '"' || quote == '\'') {
          from = i + 1;
          int close = html.indexOf(quote, from);
          to = close < 0 || close > end ? end : close;
          i = to + 1;
        } else {
          from = i;
          while (i < end && !isSpace(html.charAt(i))) {
            i++;
          }
          to = i;
        }
      }
      if (found) {
        return unescaped(html.substring(from, to));
      }
      if (i == start) {
        i++;
      }
    }
    return null;
  }

  /// Whether the tag may have an attribute `style`; cheaper than to look for it.
  boolean mayBeStyled() {
    return styled;
  }

  private static String unescaped(String value) {
    if (value.indexOf('&') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      int end = value.charAt(i) == '&' ? value.indexOf(';', i) : -1;
      int code = end < 0 || end - i > 10 ? -1 : character(value.substring(i + 1, end));
      if (code < 0) {
        text.append(value.charAt(i));
      } else {
        text.appendCodePoint(code);
        i = end;
      }
    }
    return text.toString();
  }

  private static int character(String reference) {
    return switch (reference) {
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "lt" -> '<';
      case "gt" -> '>';
      default -> reference.startsWith("#") ? number(reference.substring(1)) : -1;
    };
  }

  private static int number(String digits) {
    try {
      boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
      int code = hexadecimal ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
      return Character.isValidCodePoint(code) ? code : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
