package dev.levee.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an author says about a heading or picture behind it: `{#id .class key="value"}`.
///
/// @param id empty when none is given
/// @param values as they are written, their escapes still in them
/// @param end the offset behind the closing brace
public record Attributes(String id, List<String> classes, Map<String, String> values, int end) {

  static final Attributes NONE = new Attributes("", List.of(), Map.of(), 0);

  private static final String NOT_IN_WORDS = "{}\"'<>&#`.=\n\t ";

  public Attributes {
    classes = List.copyOf(classes);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /// Whether there is nothing but an id and classes.
  boolean isPlain() {
    return values.isEmpty();
  }

  Attributes withId(String other) {
    return new Attributes(other, classes, values, end);
  }

  /// A value with its escapes undone; empty when it is not given.
  public String value(String name) {
    return Escapes.undo(values.getOrDefault(name, ""));
  }

  /// Reads the attributes whose brace opens at an offset; null where there are none.
  static @Nullable Attributes at(String text, int open) {
    String id = "";
    List<String> classes = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    // kramdown, which Jekyll uses, has a colon behind the brace
    boolean colon = open + 1 < text.length() && text.charAt(open + 1) == ':';
    int i = skip(text, colon ? open + 2 : open + 1);
    while (i < text.length() && text.charAt(i) != '}') {
      char c = text.charAt(i);
      boolean named = c == '#' || c == '.';
      int start = named ? i + 1 : i;
      int end = wordEnd(text, start);
      if (end == start) {
        return null;
      }
      String word = text.substring(start, end);
      if (c == '#') {
        id = word;
      } else if (c == '.') {
        classes.add(word);
      } else {
        int value = end < text.length() && text.charAt(end) == '=' ? end + 1 : -1;
        int valueEnd = value < 0 ? -1 : valueEnd(text, value);
        if (valueEnd < 0) {
          return null;
        }
        String given = value(text, value, valueEnd);
        switch (word) {
          case "id" -> id = String.join("-", given.strip().split("\\s+"));
          case "class" -> classes.addAll(List.of(given.strip().split("\\s+")));
          default -> values.put(word, given);
        }
        end = valueEnd;
      }
      i = skip(text, end);
      if (i == end && i < text.length() && text.charAt(i) != '}') {
        return null;
      }
    }
    boolean any = !id.isEmpty() || !classes.isEmpty() || !values.isEmpty();
    return any && i < text.length() ? new Attributes(id, classes, values, i + 1) : null;
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length()
        && NOT_IN_WORDS.indexOf(text.charAt(i)) < 0
        && text.charAt(i) != Placeholders.SIGN) {
      i++;
    }
    return i;
  }

  private static int valueEnd(String text, int start) {
    if (start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
      for (int i = start + 1; i < text.length(); i++) {
        if (text.charAt(i) == text.charAt(start)) {
          return i + 1;
        }
        if (text.charAt(i) == '\\') {
          i++;
        }
      }
      return -1;
    }
    int i = start;
    while (i < text.length() && "{}\"'\n\t ".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i == start ? -1 : i;
  }

  private static String value(String text, int start, int end) {
    boolean quoted = text.charAt(start) == '"' || text.charAt(start) == '\'';
    return quoted ? text.substring(start + 1, end - 1) : text.substring(start, end);
  }

  private static int skip(String text, int start) {
    int i = start;
    while (i < text.length() && (LineCursor.isSpace(text.charAt(i)) || text.charAt(i) == '\n')) {
      i++;
    }
    return i;
  }
}
