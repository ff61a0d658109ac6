package dev.levee.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Quotes, dashes and dots of a typewriter and what becomes of them, language by language.
class SmartPunctuationTest {

  private static String smart(String language, String text) {
    return smart(language, List.of(text));
  }

  /// Runs of one block, as markup parts it.
  private static String smart(String language, List<String> runs) {
    SmartPunctuation smart = SmartPunctuation.of(Locale.forLanguageTag(language));
    StringBuilder out = new StringBuilder();
    int state = 0;
    for (int i = 0; i < runs.size(); i++) {
      String rest = String.join("", runs.subList(i + 1, runs.size()));
      int before = out.isEmpty() ? SmartPunctuation.NONE : out.codePointBefore(out.length());
      int after = rest.isEmpty() ? SmartPunctuation.NONE : rest.codePointAt(0);
      state = smart.append(runs.get(i), 0, runs.get(i).length(), state, before, after, out);
    }
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          en    | She said "he said 'no'".       | She said “he said ‘no’”.
          en-GB | 'He said "no".'                | ‘He said “no”.’
          fr    | Il dit "elle dit 'non'".       | Il dit «\u00a0elle dit “non”\u00a0».
          fr-CA | "Oui"                          | «\u00a0Oui\u00a0»
          fr-CH | Il dit "elle dit 'non'".       | Il dit «\u202felle dit ‹\u202fnon\u202f›\u202f».
          de    | Er sagte: "Sie sagte 'nein'."  | Er sagte: „Sie sagte ‚nein‘.“
          de-CH | Er sagte: "Sie sagte 'nein'."  | Er sagte: «Sie sagte ‹nein›.»
          es    | Dijo: "Ella dijo 'no'".        | Dijo: «Ella dijo “no”».
          es-MX | Dijo: "Ella dijo 'no'".        | Dijo: “Ella dijo ‘no’”.
          it    | Disse: "Lei disse 'no'".       | Disse: «Lei disse “no”».
          it-CH | Disse: "Lei disse 'no'".       | Disse: «Lei disse ‹no›».
          pt    | Disse: "Ela disse 'não'".      | Disse: “Ela disse ‘não’”.
          pt-PT | Disse: "Ela disse 'não'".      | Disse: «Ela disse “não”».
          nl    | Hij zei: "Zij zei 'nee'."      | Hij zei: “Zij zei ‘nee’.”
          pl    | Powiedział: "Rzekła 'nie'".    | Powiedział: „Rzekła ‚nie’”.
          sv    | Han sa: "Hon sa 'nej'."        | Han sa: ”Hon sa ’nej’.”
          fi    | Hän sanoi: "Ei 'niin'."        | Hän sanoi: ”Ei ’niin’.”
          da    | Han sagde: "Hun sagde 'nej'."  | Han sagde: »Hun sagde ›nej‹.«
          nb    | Han sa: "Hun sa 'nei'."        | Han sa: «Hun sa ‘nei’.»
          cs    | Řekl: "Řekla 'ne'."            | Řekl: „Řekla ‚ne‘.“
          ru    | Роман "Война и мир"            | Роман «Война и мир»
          ru    | "Роман "Война и мир" читал"    | «Роман „Война и мир“ читал»
          uk    | Роман "Кобзар" і 'Тигролови'   | Роман «Кобзар» і „Тигролови“
          el    | Είπε "ναι 'όχι'".              | Είπε «ναι “όχι”».
          hu    | Azt mondta: "Nem 'igen'."      | Azt mondta: „Nem »igen«.”
          ro    | A spus: "Nu 'da'."             | A spus: „Nu «da».”
          tlh   | "tlhIngan 'Hol'"               | “tlhIngan ‘Hol’”
          ja    | "引用" と 'x'                   | "引用" と 'x'
          zh-TW | "引用" it's                     | "引用" it's
          he    | צה"ל                           | צה"ל
          """)
  void quotesAreThoseOfTheLanguage(String language, String typed, String shown) {
    assertThat(smart(language, typed)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          it's the dogs' day, rock 'n' roll  | it’s the dogs’ day, rock ’n’ roll
          'Tis 'twas 'em 'til                | ’Tis ’twas ’em ’til
          the '90s, the '80s and '68         | the ’90s, the ’80s and ’68
          the summer of '69.                 | the summer of ’69.
          '69 was a year                     | ’69 was a year
          Minister warns of '50 dead'        | Minister warns of ‘50 dead’
          '90s' is a word                    | ‘90s’ is a word
          He was 6'2" tall                   | He was 6′2″ tall
          a 12" pipe, 6' long                | a 12″ pipe, 6′ long
          45° 30' 15"                        | 45° 30′ 15″
          "in 1984" and '1984'               | “in 1984” and ‘1984’
          a 1'000'000 and 6'2                | a 1’000’000 and 6′2
          U.S.'s and (a)'s                   | U.S.’s and (a)’s
          ("yes") ["no"] {'so'}              | (“yes”) [“no”] {‘so’}
          and--"yes"--he said                | and–“yes”–he said
          "Yes--" he said                    | “Yes–” he said
          "...and so" it "went..."           | “…and so” it “went…”
          "'Hi,' she said," he said          | “‘Hi,’ she said,” he said
          he said:"Yes,"she:"No"             | he said:“Yes,”she:“No”
          x="y" a/"b"                        | x=“y” a/“b”
          "" '' "                            | “” ‘’ “
          "😀" it's "$5" or "5€".             | “😀” it’s “$5” or “5€”.
          O'Brien l'État "L'"                | O’Brien l’État “L’”
          ~ "a" "b"~                         | ~ “a” “b”~
          a - b -- c --- d ---- e            | a - b – c — d –– e
          a..b....c                          | a..b….c
          """)
  void inEnglish(String typed, String shown) {
    assertThat(smart("en", typed)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          fr | C'est "l'eau" d'aujourd'hui     | C’est «\u00a0l’eau\u00a0» d’aujourd’hui
          fr | Quoi ? Non ! Si ; voir :        | Quoi\u202f? Non\u202f! Si\u202f; voir\u00a0:
          fr | « Oui », dit-il. a ?b :b        | «\u00a0Oui\u00a0», dit-il. a ?b :b
          en | What ? « Oui »                  | What ? « Oui »
          de | Hans' Haus und 'ne Frau         | Hans’ Haus und ’ne Frau
          de | Das 'Haus' und Hans' Haus       | Das ‚Haus‘ und Hans’ Haus
          de | die '20er Jahre                 | die ’20er Jahre
          de | "'Ja'". "Nein", sagte er        | „‚Ja‘“. „Nein“, sagte er
          nl | 's avonds in 't huis 'n dag     | ’s avonds in ’t huis ’n dag
          it | la 'ndrangheta negli anni '60   | la ’ndrangheta negli anni ’60
          de-CH | Fr. 1'000.50                 | Fr. 1’000.50
          uk | м'яч і п'ять                    | м’яч і п’ять
          ja | 待って...--                      | 待って…–
          """)
  void inOtherLanguages(String language, String typed, String shown) {
    assertThat(smart(language, typed)).isEqualTo(shown);
  }

  @Test
  void aQuoteMayBePartedByMarkup() {
    assertThat(smart("en", List.of("\"", "Hello", "\", he ", "'", "said", "'")))
        .isEqualTo("“Hello”, he ‘said’");
    assertThat(smart("en", List.of("\"in ", "1984", "\" and 12\""))).isEqualTo("“in 1984” and 12″");
    assertThat(smart("ru", List.of("\"Роман ", "\"Война и мир\"", " читал\"")))
        .isEqualTo("«Роман „Война и мир“ читал»");
    assertThat(smart("de", List.of("'", "ja", "' und Hans", "' Haus")))
        .isEqualTo("‚ja‘ und Hans’ Haus");
    assertThat(smart("sv", List.of("\"", "'", "ja", "'", "\""))).isEqualTo("”’ja’”");
    assertThat(smart("en", List.of("it", "'s"))).isEqualTo("it’s");
    assertThat(smart("en", List.of("one\n", "\"two\"\n", "\"three\"")))
        .isEqualTo("one\n“two”\n“three”");
    assertThat(smart("en", List.of("\"", "\uFFFC", "\" and \uFFFC's")))
        .isEqualTo("“\uFFFC” and \uFFFC’s");
  }

  @Test
  void whatIsNotSeenDoesNotCount() {
    assertThat(smart("en", "\u2060\"a\u200b\" \u200e'b\u00ad'"))
        .isEqualTo("\u2060“a\u200b” \u200e‘b\u00ad’");
  }

  @Test
  void textWithNothingToTurnIsLeftAlone() {
    SmartPunctuation english = SmartPunctuation.of(Locale.ENGLISH);
    assertThat(touches(english, "Nothing - here. It is.. so « quiet » : yes ?")).isFalse();
    assertThat(touches(english, "")).isFalse();
    for (String text : List.of("a\"", "'a", "a--", "...", "a \"b")) {
      assertThat(touches(english, text)).as(text).isTrue();
    }
    assertThat(touches(SmartPunctuation.of(Locale.JAPANESE), "\"a\" 'b'")).isFalse();
    assertThat(touches(SmartPunctuation.of(Locale.FRENCH), "Quoi ?")).isTrue();
  }

  private static boolean touches(SmartPunctuation smart, String text) {
    return smart.touches(text, 0, text.length());
  }

  @Test
  void theExamplesOfCmarkInEnglish() throws Exception {
    Path file =
        Path.of(System.getProperty("project.root"))
            .resolve("../shared/conformance/gfm/smart_punct.json");
    assumeTrue(Files.exists(file), () -> "skipped: " + file.normalize() + " is not here");
    int held = 0;
    try (Reader reader = Files.newBufferedReader(file);
        var json = Json.createReader(reader)) {
      JsonArray examples = json.readArray();
      for (JsonObject example : examples.getValuesAs(JsonObject.class)) {
        String markdown = example.getString("markdown").strip();
        if (markdown.matches("(?s).*(\\\\|`|]\\().*")) {
          continue; // escapes and markup are for the whole path
        }
        String shown = Jsoup.parse(example.getString("html")).body().wholeText().strip();
        StringBuilder out = new StringBuilder();
        for (String block : markdown.split("\n\n")) {
          out.append(out.isEmpty() ? "" : "\n").append(smart("en", block));
        }
        assertThat(out.toString()).isEqualTo(shown);
        held++;
      }
    }
    assertThat(held).isEqualTo(12);
  }

  @Test
  void anyTextInAnyPiecesKeepsItsLetters() {
    Random random = new Random(7);
    String alphabet = "\"\"''--..  ab1s,(:«»\u2060é😀";
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int j = 0; j < length; j++) {
        text.appendCodePoint(
            alphabet.codePointAt(
                alphabet.offsetByCodePoints(
                    0, random.nextInt(alphabet.codePointCount(0, alphabet.length())))));
      }
      int cut = random.nextInt(length + 1);
      String language = List.of("en", "fr", "de", "sv", "ru", "ja").get(i % 6);
      List<String> runs = List.of(text.substring(0, cut), text.substring(cut));
      assertThat(letters(smart(language, runs))).as(text.toString()).isEqualTo(letters(text));
    }
  }

  private static String letters(CharSequence text) {
    return text.toString().replaceAll("[^ab1sé]", "");
  }

  @Test
  void whateverItIsTakesTimeInItsLength() {
    for (String part : List.of("\"", "'", "'\u2060", "\"\u2060", "-", ".", "'10 ", "'tis ", " ?")) {
      String text = part.repeat(300_000 / part.length());
      SmartPunctuation.of(Locale.FRENCH)
          .append(text, 0, text.length(), 0, 0, 0, new StringBuilder());
      smart("en", text);
    }
  }
}
