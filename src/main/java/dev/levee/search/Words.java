package dev.levee.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The words of a text as the index knows them: without accents, in lower case, and by pairs of
/// characters where a script sets no spaces. The script of the search page, `search.js`, reads what
/// a reader types in the same way.
public final class Words {

  /// What is longer is cut; nobody types more to find it.
  private static final int LONGEST = 24;

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char NON_JOINER = '\u200C';
  private static final char JOINER = '\u200D';

  /// What stands behind the apostrophe of `flood's` or `they'll`.
  private static final Set<String> ENDINGS = Set.of("s", "t", "d", "m", "ll", "re", "ve");

  /// One of these alone behind an apostrophe ends a name, as in `Hawai'i`: what elisions leave is
  /// one letter before it, as in `l'IA`, or more behind it, as in `all'UE`.
  private static final String VOWELS = "aeiouAEIOU";

  /// The scripts below this have spaces.
  private static final int FIRST_UNSPACED = 0x0E00;

  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  /// What makes a kana long or voiced, which other scripts might use as well.
  private static final String KANA_MARKS = "\u30FC\uFF70\uFF9E\uFF9F";

  /// Letters that are no others with a mark, but that people look for by others.
  private static final Map<Integer, String> FOLDED =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ς', "σ"),
          Map.entry(0x0640, ""),
          Map.entry(0x0649, "\u064A"),
          Map.entry(0x06CC, "\u064A"),
          Map.entry(0x0629, "\u0647"),
          Map.entry(0x06A9, "\u0643"),
          Map.entry(0x0671, "\u0627"));

  private Words() {}

  /// Hands over each word of a text, in order, as often as it occurs.
  static void each(String text, Consumer<String> words) {
    int at = 0;
    while (at < text.length()) {
      int start = at;
      int first = text.codePointAt(at);
      at += Character.charCount(first);
      if (!isPart(first)) {
        continue;
      }
      boolean unspaced = isUnspaced(first);
      boolean ascii = first < 0x80;
      while (at < text.length()) {
        int c = text.codePointAt(at);
        if (unspaced
            ? !isUnspaced(c) && !isMark(c)
            : (!isPart(c) || isUnspaced(c)) && !joins(text, at)) {
          break;
        }
        ascii &= c < 0x80 && c != '\'';
        at += Character.charCount(c);
      }
      String word = text.substring(start, at);
      if (unspaced) {
        pairs(folded(word), words);
      } else if (!isEnding(text, start, at)) {
        String folded = ascii ? word.toLowerCase(Locale.ROOT) : folded(word);
        if (!folded.isEmpty()) {
          words.accept(cut(folded));
        }
      }
    }
  }

  /// Whether this is no word, but the end of the one before: what is left of an elision, as in
  /// `l'IA`, has one letter before it.
  private static boolean isEnding(String text, int start, int end) {
    if (start < 3 || end - start > 2 || !isApostrophe(text.charAt(start - 1))) {
      return false;
    }
    int last = text.codePointBefore(start - 1);
    int before = start - 1 - Character.charCount(last);
    return before > 0
        && isPart(last)
        && (isPart(text.codePointBefore(before)) || isApostrophe(text.charAt(before - 1)))
        && ENDINGS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /// Whether what stands at a place is the apostrophe of `пам'ять` or `Hawai'i`, which is part of
  /// the word.
  private static boolean joins(String text, int at) {
    if (!isApostrophe(text.charAt(at)) || at + 1 == text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char next = text.charAt(at + 1);
    return (isCyrillic(before) && isCyrillic(next))
        || (isVowel(before)
            && isVowel(next)
            && (at + 2 == text.length() || !isPart(text.codePointAt(at + 2))));
  }

  private static boolean isVowel(char c) {
    return VOWELS.indexOf(c) >= 0;
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static boolean isCyrillic(char c) {
    return (c >= 0x0400 && c <= 0x0481) || (c >= 0x048A && c <= 0x04FF);
  }

  /// Each character with the next one, and the last alone, so that it is found as well as the
  /// others.
  private static void pairs(String word, Consumer<String> words) {
    int at = 0;
    while (at < word.length()) {
      int second = word.offsetByCodePoints(at, 1);
      int end = second == word.length() ? second : word.offsetByCodePoints(second, 1);
      words.accept(word.substring(at, end));
      at = second;
    }
  }

  private static String cut(String word) {
    if (word.length() <= LONGEST) {
      return word;
    }
    boolean splits = Character.isHighSurrogate(word.charAt(LONGEST - 1));
    return word.substring(0, splits ? LONGEST - 1 : LONGEST);
  }

  private static String folded(String word) {
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      String other = FOLDED.get(c);
      if (other != null) {
        out.append(other);
      } else if (c >= 0x0660 && c <= 0x0669) {
        out.append((char) ('0' + c - 0x0660));
      } else if (c >= 0x06F0 && c <= 0x06F9) {
        out.append((char) ('0' + c - 0x06F0));
      } else if (!isAccent(c) && isPart(c) && !isInvisible(c)) {
        out.appendCodePoint(c);
      }
    }
    return Normalizer.normalize(out, Normalizer.Form.NFC);
  }

  /// Marks that people leave out when they type: letters that look like an apostrophe, accents, and
  /// the vowels of Hebrew and Arabic.
  private static boolean isAccent(int c) {
    return (c >= 0x02B9 && c <= 0x02BF)
        || (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x0591 && c <= 0x05C7)
        || (c >= 0x0610 && c <= 0x061A)
        || (c >= 0x064B && c <= 0x065F)
        || c == 0x0670
        || (c >= 0x06D6 && c <= 0x06ED);
  }

  private static boolean isPart(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetter(c) || isNumber(c) || isMark(c) || isInvisible(c);
  }

  private static boolean isNumber(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isInvisible(int c) {
    return c == SOFT_HYPHEN || c == NON_JOINER || c == JOINER;
  }

  private static boolean isUnspaced(int c) {
    return c >= FIRST_UNSPACED
        && (KANA_MARKS.indexOf(c) >= 0 || UNSPACED.contains(UnicodeScript.of(c)));
  }
}
