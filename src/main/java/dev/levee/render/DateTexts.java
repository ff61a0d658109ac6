package dev.levee.render;

import dev.levee.config.DatePattern;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Dates as pages write them. A pattern is understood once, not for each page.
final class DateTexts {

  private record Form(String pattern, Locale language) {}

  private final Map<Form, DateTimeFormatter> formatters = new ConcurrentHashMap<>();

  /// A date by a pattern or a word, see [DatePattern].
  ///
  /// @throws IllegalArgumentException when the pattern is not one
  String text(ZonedDateTime date, String pattern, Locale language) {
    return formatters
        .computeIfAbsent(
            new Form(pattern, language), f -> DatePattern.formatter(f.pattern, f.language))
        .format(date);
  }
}
