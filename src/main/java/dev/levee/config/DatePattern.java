package dev.levee.config;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/// How dates are written: by a pattern of `DateTimeFormatter`, or by the word for one of the forms
/// that a language has by custom.
public final class DatePattern {

  /// The words, from `Tuesday, November 8, 2016` to `11/8/16` in American English.
  public static final List<String> WORDS = List.of("full", "long", "medium", "short");

  /// A month of a year, in the order that a language has by custom.
  public static final String MONTH = "yMMMM";

  private DatePattern() {}

  /// Writes dates by a pattern or a word.
  ///
  /// @throws IllegalArgumentException when the pattern is not one
  public static DateTimeFormatter formatter(String pattern, Locale language) {
    if (pattern.equals(MONTH)) {
      return DateTimeFormatter.ofLocalizedPattern(MONTH).withLocale(language);
    }
    return WORDS.contains(pattern)
        ? DateTimeFormatter.ofLocalizedDate(FormatStyle.valueOf(pattern.toUpperCase(Locale.ROOT)))
            .withLocale(language)
        : DateTimeFormatter.ofPattern(pattern, language);
  }
}
