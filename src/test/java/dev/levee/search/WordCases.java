package dev.levee.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Texts whose words the index and the script of the search page must read in the same way.
public final class WordCases {

  private static final List<String> PIECES =
      List.of(
          "a",
          "B",
          "s",
          "T",
          "ll",
          "RE",
          "ve",
          "i",
          "é",
          "e\u0301",
          "ß",
          "İ",
          "ı",
          "Ø",
          "ŉ",
          "ſ",
          "K",
          "\uFB03",
          "\u2460",
          "²",
          "Ⅷ",
          "7",
          "'",
          "'",
          "’",
          "‘",
          "-",
          " ",
          ". ",
          "“",
          "\u00AD",
          "\u200C",
          "\u200D",
          "\u02BC",
          "\u02BB",
          "\u02B9",
          "б",
          "П",
          "є",
          "й",
          "\u0301",
          "\u0482",
          "\u0483",
          "Σ",
          "ς",
          "ό",
          "ش",
          "أ",
          "\u064E",
          "ـ",
          "٣",
          "۴",
          "ة",
          "ی",
          "ש",
          "\u05B8",
          "हि",
          "न्",
          "한",
          "\u1112\u1161",
          "水",
          "東",
          "\uD842\uDFB7",
          "々",
          "〇",
          "\u2F00",
          "\uF900",
          "が",
          "か\u3099",
          "ｶﾞ",
          "ﾊﾟ",
          "ー",
          "ｰ",
          "\u3300",
          "\u32D0",
          "ไ",
          "ทำ",
          "\u0E48",
          "\u0E4F",
          "ນ",
          "ຳ",
          "ក\u17D2ខ",
          "\u17D4",
          "မြ",
          "ဦ",
          "བོ",
          "\u0F0B",
          "\u0F77",
          "\uD83D\uDE00",
          "\uD835\uDC00");

  private WordCases() {}

  /// Each text with its words.
  public static Map<String, List<String>> all() {
    return Map.ofEntries(
        Map.entry("Crème BRÛLÉE, Straße & Ærø", List.of("creme", "brulee", "strasse", "aero")),
        Map.entry("Canada's 2016 don’t THEY'LL", List.of("canada", "2016", "don", "they")),
        Map.entry("we've we're she'd I'm", List.of("we", "we", "she", "i", "m")),
        Map.entry("l'eau d'or l’IA all'UE", List.of("l", "eau", "d", "or", "l", "ia", "all", "ue")),
        Map.entry("rock 'n' roll 's é's", List.of("rock", "n", "roll", "s", "e", "s")),
        Map.entry("об'єкт Пам’ять пам\u02BCять", List.of("обєкт", "память", "память")),
        Map.entry("'слово' об' 'єкт Levi's", List.of("слово", "об", "єкт", "levi")),
        Map.entry("Hawai\u02BBi \u02BBOkina Qur\u02BEan", List.of("hawaii", "okina", "quran")),
        Map.entry(
            "Hawai'i’s HAWAI’I, Shi'a Moloka'i", List.of("hawaii", "hawaii", "shia", "molokai")),
        Map.entry(
            "qu'eau c'e dall'A İzmir'e 'Hawai'i' Kapa'a'u",
            List.of("qu", "eau", "c", "e", "dall", "a", "izmir", "e", "hawaii", "kapaau")),
        Map.entry("東京都 水 洪水", List.of("東京", "京都", "都", "水", "洪水", "水")),
        Map.entry("ガラス ｶﾞﾗｽ", List.of("ガラ", "ラス", "ス", "ガラ", "ラス", "ス")),
        Map.entry("GDP成長2024年", List.of("gdp", "成長", "長", "2024", "年")),
        Map.entry("أَخْبَارٌ إلى مدينة ١٢", List.of("اخبار", "الي", "مدينه", "12")),
        Map.entry("ΟΔΟΣ οδός", List.of("οδοσ", "οδοσ")),
        Map.entry("İstanbul ve ılık", List.of("istanbul", "ve", "ilik")),
        Map.entry("हिन्दी 한국어", List.of("हिन्दी", "한국어")),
        Map.entry("im\u00ADmigra\u00ADtion", List.of("immigration")),
        Map.entry("a".repeat(30), List.of("a".repeat(24))),
        Map.entry("— … ! ´ \u02BC \u3099", List.of("\u3099")));
  }

  /// Texts of what is hard, put together by chance.
  public static List<String> random(int count) {
    Random random = new Random(11);
    List<String> texts = new ArrayList<>();
    while (texts.size() < count) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /// The words of a text in the index.
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Words.each(text, words::add);
    return words;
  }
}
