package dev.levee.render;

import dev.levee.config.DatePattern;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Dates as pages write them. A pattern is understood once, not for each page.
final class DateTexts {

  private final Map<Locale, Map<String, DateTimeFormatter>> formatters = new ConcurrentHashMap<>();

  /// A date by a pattern or a word, see [DatePattern].
  ///
  /// @throws IllegalArgumentException when the pattern is not one
  String text(ZonedDateTime date, String pattern, Locale language) {
    return formatters
        .computeIfAbsent(language, l -> new ConcurrentHashMap<>())
        .computeIfAbsent(pattern, p -> DatePattern.formatter(p, language))
        .format(date);
  }
}
