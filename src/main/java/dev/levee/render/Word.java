package dev.levee.render;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of the theme, or a sentence, in one language.
///
/// @param text with places in braces, such as `{name}`
/// @param one what is said in place of it where it counts one thing; often the same
/// @param places the names of the places in the text
record Word(String key, String text, String one, List<String> places, Locale language) {

  /// The place that says how many.
  static final String COUNT = "count";

  /// A place, whose name is the group.
  static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /// Where nothing is counted like one thing, by the rules of the Unicode CLDR.
  private static final Set<String> NOTHING_IS_ONE =
      Set.of("am", "bn", "fa", "fr", "gu", "hi", "hy", "kn", "pa", "pt", "zu");

  /// The names of the places in a text.
  static Set<String> places(String text) {
    Set<String> places = new LinkedHashSet<>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      places.add(place.group(1));
    }
    return places;
  }

  static Word of(String key, String text, String one, Locale language) {
    return new Word(key, text, one, List.copyOf(places(text)), language);
  }

  /// What is said of so many things.
  String of(long count) {
    boolean single = count == 1 || (count == 0 && NOTHING_IS_ONE.contains(language.getLanguage()));
    return single ? one : text;
  }
}
