package dev.levee.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A word of the theme, or a sentence, in one language.
///
/// @param one what is said where it counts one thing; often the same as otherwise
record Word(String key, Phrase text, Phrase one, Locale language) {

  /// The place that says how many.
  static final String COUNT = "count";

  /// Where nothing is counted like one thing, by the rules of the Unicode CLDR.
  private static final Set<String> NOTHING_IS_ONE =
      Set.of("am", "bn", "fa", "fr", "gu", "hi", "hy", "kn", "pa", "pt", "zu");

  List<String> places() {
    return text.places();
  }

  /// What is said of so many things.
  Phrase of(long count) {
    boolean single = count == 1 || (count == 0 && NOTHING_IS_ONE.contains(language.getLanguage()));
    return single ? one : text;
  }

  /// A text with places in braces, such as `{name}`.
  ///
  /// @param parts what is said, and every other time the name of the place that follows it
  /// @param places the names of the places, each once
  record Phrase(String text, List<String> parts, List<String> places) {

    static Phrase of(String text) {
      if (text.indexOf('{') < 0) {
        return new Phrase(text, List.of(text), List.of());
      }
      List<String> parts = new ArrayList<>();
      List<String> places = new ArrayList<>();
      int from = 0;
      for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
        int close = open + 1;
        while (close < text.length() && Character.isLetterOrDigit(text.charAt(close))) {
          close++;
        }
        if (close > open + 1 && close < text.length() && text.charAt(close) == '}') {
          String name = text.substring(open + 1, close);
          parts.add(text.substring(from, open));
          parts.add(name);
          if (!places.contains(name)) {
            places.add(name);
          }
          from = close + 1;
        }
      }
      parts.add(text.substring(from));
      return new Phrase(text, List.copyOf(parts), List.copyOf(places));
    }
  }
}
