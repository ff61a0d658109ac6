package dev.levee.content;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the dates that people and programs write: ISO 8601 and RFC 3339, with a blank for the `T`,
/// with months and days of one digit, with or without seconds and an offset, and the English forms
/// `8 July 2022`, `July 8, 2022` and `Jul 08 2022`.
final class Dates {

  private static final String TIME =
      "(?:(?:[T ]|,? at )\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*"
          + "(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?";
  private static final Pattern NUMERIC =
      Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})" + TIME, Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:[a-z]{3,9}, )?(\\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\\.?,? (\\d{4})" + TIME,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})" + TIME,
          Pattern.CASE_INSENSITIVE);
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final int LAST_YEAR = 9_000;

  private Dates() {}

  /// The instant that a text names, shown in `zone`, which also holds for texts that name no
  /// offset.
  ///
  /// @throws DateTimeException when the text is no date, its message saying why in a person's words
  static ZonedDateTime parse(String text, ZoneId zone) {
    String trimmed = text.strip();
    Matcher numeric = NUMERIC.matcher(trimmed);
    if (numeric.matches()) {
      return date(
          number(numeric.group(1)),
          number(numeric.group(2)),
          number(numeric.group(3)),
          numeric,
          zone);
    }
    Matcher dayFirst = DAY_FIRST.matcher(trimmed);
    if (dayFirst.matches()) {
      int month = month(dayFirst.group(2));
      return date(number(dayFirst.group(3)), month, number(dayFirst.group(1)), dayFirst, zone);
    }
    Matcher monthFirst = MONTH_FIRST.matcher(trimmed);
    if (monthFirst.matches()) {
      int month = month(monthFirst.group(1));
      return date(
          number(monthFirst.group(3)), month, number(monthFirst.group(2)), monthFirst, zone);
    }
    throw new DateTimeException("'" + trimmed + "' is not a date");
  }

  private static ZonedDateTime date(int year, int month, int day, Matcher time, ZoneId zone) {
    if (year < 1 || year > LAST_YEAR) {
      throw new DateTimeException("there is no year " + year + " here");
    }
    if (month < 1 || month > 12) {
      throw new DateTimeException("there is no month " + month);
    }
    int days = YearMonth.of(year, month).lengthOfMonth();
    if (day < 1 || day > days) {
      String name = MONTHS.get(month - 1);
      throw new DateTimeException(
          Character.toUpperCase(name.charAt(0))
              + name.substring(1)
              + " "
              + year
              + " has "
              + days
              + " days, not "
              + day);
    }
    LocalDate date = LocalDate.of(year, month, day);
    if (time.group(4) == null) {
      return date.atStartOfDay(zone);
    }
    String fraction = Optional.ofNullable(time.group(7)).orElse("0");
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    LocalTime clock = clock(number(time.group(4)), number(time.group(5)), time.group(6), nanos);
    ZoneId written = Optional.ofNullable(time.group(8)).map(Dates::offset).orElse(zone);
    return date.atTime(clock).atZone(written).withZoneSameInstant(zone);
  }

  private static LocalTime clock(int hour, int minute, @Nullable String second, int nanos) {
    int seconds = second == null ? 0 : number(second);
    if (hour > 23 || minute > 59 || seconds > 59) {
      throw new DateTimeException("there is no such time of day");
    }
    return LocalTime.of(hour, minute, seconds, nanos);
  }

  private static ZoneId offset(String text) {
    try {
      return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    } catch (DateTimeException e) {
      throw new DateTimeException("there is no such offset from UTC", e);
    }
  }

  private static int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      String month = MONTHS.get(i);
      if (month.equals(lower)
          || month.substring(0, 3).equals(lower)
          || (i == 8 && lower.equals("sept"))) {
        return i + 1;
      }
    }
    throw new DateTimeException("'" + name + "' is not a month");
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
