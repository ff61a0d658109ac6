package dev.levee.feed;

import dev.levee.content.FrontMatter;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Dates as feeds and sitemaps write them, with names of days and months that no machine's locale
/// data can change.
final class FeedDates {

  private static final DateTimeFormatter RFC_822 =
      new DateTimeFormatterBuilder()
          .appendText(
              ChronoField.DAY_OF_WEEK, names("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
          .appendPattern(", dd ")
          .appendText(
              ChronoField.MONTH_OF_YEAR,
              names(
                  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                  "Dec"))
          .appendPattern(" uuuu HH:mm:ss 'GMT'")
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private FeedDates() {}

  /// Such as `Tue, 08 Nov 2016 23:30:00 GMT`.
  static String rfc822(ZonedDateTime date) {
    return RFC_822.format(date.withZoneSameInstant(ZoneOffset.UTC));
  }

  /// Such as `2016-11-08T18:30:00-05:00`, which is also a date of W3C's note. Local mean time, in
  /// use before about 1900, is rounded up to a whole minute, as neither form knows smaller offsets.
  static String rfc3339(ZonedDateTime date) {
    int minutes = Math.ceilDiv(date.getOffset().getTotalSeconds(), 60);
    return RFC_3339.format(date.withZoneSameInstant(ZoneOffset.ofTotalSeconds(minutes * 60)));
  }

  /// When an article last changed, as far as its front matter says.
  static Optional<ZonedDateTime> changed(FrontMatter fm) {
    Optional<ZonedDateTime> date = fm.date();
    return fm.updated().filter(u -> date.isEmpty() || u.isAfter(date.get())).or(() -> date);
  }

  private static Map<Long, String> names(String... names) {
    Map<Long, String> byNumber = new HashMap<>();
    for (String name : List.of(names)) {
      byNumber.put(byNumber.size() + 1L, name);
    }
    return byNumber;
  }
}
