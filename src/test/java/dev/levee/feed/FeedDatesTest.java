package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDatesTest {

  /// What we write is a part of what the formats allow.
  private static final Pattern RFC_822 =
      Pattern.compile("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");

  private static final Pattern RFC_3339 =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2016-11-08T18:30:00.987 | America/Toronto | 2016-11-08T18:30:00-05:00
          2016-07-01T00:00        | Asia/Kathmandu  | 2016-07-01T00:00:00+05:45
          2016-07-01T00:00        | UTC             | 2016-07-01T00:00:00Z
          1889-05-31T00:00        | America/Toronto | 1889-05-31T00:00:32-05:17
          1889-05-31T00:00        | Europe/Paris    | 1889-05-31T00:00:39+00:10
          0001-01-01T00:00        | UTC             | 0001-01-01T00:00:00Z
          """)
  void haveTheOffsetOfTheSite(LocalDateTime date, String zone, String written) {
    assertThat(FeedDates.rfc3339(date.atZone(ZoneId.of(zone)))).isEqualTo(written);
  }

  @Test
  void nameEveryDayAndMonthInEnglish() {
    ZonedDateTime start = ZonedDateTime.of(2016, 1, 1, 0, 30, 0, 0, ZoneId.of("Asia/Tokyo"));
    assertThat(FeedDates.rfc822(start)).isEqualTo("Thu, 31 Dec 2015 15:30:00 GMT");
    for (int day = 0; day < 366; day++) {
      ZonedDateTime date = start.plusDays(day);
      assertThat(FeedDates.rfc822(date)).matches(RFC_822);
      assertThat(ZonedDateTime.parse(FeedDates.rfc822(date), DateTimeFormatter.RFC_1123_DATE_TIME))
          .isEqualTo(date.withZoneSameInstant(ZoneId.of("Z")));
    }
  }

  @Test
  void areWrittenAtTheEndsOfTimeToo() {
    assertThat(FeedDates.rfc822(LocalDateTime.MIN.withYear(0).atZone(ZoneId.of("Asia/Tokyo"))))
        .endsWith(" GMT");
    assertThat(FeedDates.rfc822(LocalDateTime.MAX.withYear(9999).atZone(ZoneId.of("-10:00"))))
        .endsWith(" GMT");
  }

  /// The forms that our tests accept are none of those that the W3C's validator refuses.
  @Test
  void haveNoFormThatTheFeedValidatorRefuses() throws IOException {
    List<String> rfc822 =
        written("InvalidRFC2822Date|ProblematicalRFC822Date", "pubDate|lastBuildDate");
    List<String> rfc3339 = written("InvalidRFC3339Date", "published|updated");

    assertThat(rfc822).hasSizeGreaterThan(5).noneMatch(FeedDatesTest::isRfc822);
    assertThat(rfc3339).hasSizeGreaterThan(10).noneMatch(FeedDatesTest::isRfc3339);
    assertThat(written("ValidRFC2822Date", "pubDate")).anyMatch(FeedDatesTest::isRfc822);
  }

  private static boolean isRfc822(String date) {
    return RFC_822.matcher(date).matches()
        && parses(() -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
  }

  private static boolean isRfc3339(String date) {
    return RFC_3339.matcher(date).matches() && parses(() -> OffsetDateTime.parse(date));
  }

  private static boolean parses(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static List<String> written(String expected, String elements) throws IOException {
    Pattern expects =
        Pattern.compile("Expect: +(" + expected + ")\\{parent:\\w+,element:(" + elements + ")}");
    List<String> dates = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SharedFiles.at("feeds/feedvalidator"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Matcher matcher = expects.matcher(text);
        if (matcher.find()) {
          String name = matcher.group(2);
          Matcher last = Pattern.compile("<" + name + "[^>]*>([^<]*)</" + name + ">").matcher(text);
          String date = "";
          while (last.find()) {
            date = last.group(1);
          }
          dates.add(date);
        }
      }
    }
    return dates;
  }
}
