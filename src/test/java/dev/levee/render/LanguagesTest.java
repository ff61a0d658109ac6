package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.config.TextDirection;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What hangs on the language of a page and is no word of the theme.
class LanguagesTest {

  @ParameterizedTest
  @CsvSource({
    "ar, rtl",
    "ar-Latn, ltr",
    "en, ltr",
    "he-IL, rtl",
    "ks, rtl",
    "ku-Arab, rtl",
    "ku, ltr",
    "nqo, rtl",
    "pa, ltr",
    "pa-Arab, rtl",
    "sd, rtl",
    "sd-Deva, ltr",
    "syr, rtl",
    "zh-Hant, ltr"
  })
  void theDirectionIsThatOfTheScript(String language, String direction) {
    assertThat(TextDirection.of(Locale.forLanguageTag(language))).isEqualTo(direction);
  }

  @ParameterizedTest
  @CsvSource({
    "en, November 2016",
    "fr, novembre 2016",
    "hu, 2016. november",
    "ja, 2016年11月",
    "ko, 2016년 11월",
    "zh, 2016年11月"
  })
  void aMonthAndItsYearStandInTheOrderOfTheLanguage(String language, String month) {
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: The Observer
            url: https://example.org
            language: %s
            -- content/flood.md --
            ---
            title: One
            date: 2016-11-08
            ---
            """
                .formatted(language));
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.page("archive/2016/11/index.html").select("h1").text()).isEqualTo(month);
    assertThat(built.page("archive/2016/index.html").select(".subsections a").text())
        .isEqualTo(month);
  }
}
