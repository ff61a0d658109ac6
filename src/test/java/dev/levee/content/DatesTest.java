package dev.levee.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "2016-09-01 10:00:40 -0400 => 2016-09-01T10:00:40-04:00",
        "2016-09-01T10:00:40-04:00 => 2016-09-01T10:00:40-04:00",
        "2016-09-01T14:00:40Z => 2016-09-01T10:00:40-04:00",
        "2016-09-01t14:00:40.123z => 2016-09-01T10:00:40.123-04:00",
        "2001-12-14t21:59:43.10-05:00 => 2001-12-14T21:59:43.100-05:00",
        "2001-12-14 21:59:43.10 -5 => ",
        "2016-09-01 14:00:40 UTC => 2016-09-01T10:00:40-04:00",
        "2016-09-01 14:00:40 +00:00 => 2016-09-01T10:00:40-04:00",
        "2016-09-01 23:00 +0530 => 2016-09-01T13:30-04:00",
        "2016-09-01 10:00:40 => 2016-09-01T10:00:40-04:00",
        "2016-09-01 9:05 => 2016-09-01T09:05-04:00",
        "2016-09-01 => 2016-09-01T00:00-04:00",
        "2016-12-01 => 2016-12-01T00:00-05:00",
        "2016-9-1 => 2016-09-01T00:00-04:00",
        "2016/09/01 => 2016-09-01T00:00-04:00",
        "8 July 2022 => 2022-07-08T00:00-04:00",
        "July 8, 2022 => 2022-07-08T00:00-04:00",
        "Jul 08 2022 => 2022-07-08T00:00-04:00",
        "Sept. 5, 2022 => 2022-09-05T00:00-04:00",
        "Fri, 8 Jul 2022 14:00:00 GMT => 2022-07-08T10:00-04:00",
        "2016-03-13 02:30 => 2016-03-13T03:30-04:00",
        "2016-02-29 => 2016-02-29T00:00-05:00",
        "2016-02-30 => February 2016 has 29 days, not 30",
        "2015-02-29 => February 2015 has 28 days, not 29",
        "2016-13-01 => there is no month 13",
        "2016-00-10 => there is no month 0",
        "2016-04-00 => April 2016 has 30 days, not 0",
        "2016-09-01 24:00 => there is no such time of day",
        "2016-09-01 10:00 +99:00 => there is no such offset from UTC",
        "8 Juli 2022 => 'Juli' is not a month",
        "yesterday => 'yesterday' is not a date",
        "12:30 => '12:30' is not a date",
        "20160901 => '20160901' is not a date",
        "٢٠١٦-٠٩-٠١ => '٢٠١٦-٠٩-٠١' is not a date",
      })
  void aDateIsReadOrRefusedWithAReason(String text, String expected) {
    if (expected == null) {
      assertThatThrownBy(() -> Dates.parse(text, TORONTO)).isInstanceOf(DateTimeException.class);
    } else if (expected.matches("\\d{4}-.*")) {
      assertThat(Dates.parse(text, TORONTO).toOffsetDateTime()).hasToString(expected);
    } else {
      assertThatThrownBy(() -> Dates.parse(text, TORONTO))
          .isInstanceOf(DateTimeException.class)
          .hasMessage(expected);
    }
  }
}
