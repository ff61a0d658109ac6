package dev.levee.markdown;

import java.lang.Character.UnicodeScript;

/// How long a text is and how long it takes to read.
///
/// Words that spaces part are read at 230 a minute: Brysbaert's review "How many words do we read
/// per minute?" (2019) finds 238 for English non-fiction read silently. Chinese, Japanese, Thai,
/// Lao, Khmer and Burmese put no spaces between words; their letters count one by one, at the 500 a
/// minute that Medium uses for Chinese and Japanese. Korean has spaces and counts in words.
///
/// @param words the words, each letter of a script without spaces being one
/// @param minutes whole minutes, rounded up and at least 1
public record ReadingTime(int words, int minutes) {

  private static final int WORDS_A_MINUTE = 230;
  private static final int LETTERS_A_MINUTE = 500;

  /// The first character that is not one of ASCII, of which texts mostly are.
  private static final int ASCII = 0x7F;

  /// Measures a plain text.
  static ReadingTime of(CharSequence text) {
    int words = 0;
    int letters = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = Character.codePointAt(text, i);
      i += Character.charCount(c);
      if (c > ' ' && c < ASCII) {
        boolean starts = !inWord && HtmlSyntax.isAlphanumeric((char) c);
        words += starts ? 1 : 0;
        inWord |= starts;
      } else if (isWordByItself(c)) {
        letters++;
        inWord = false;
      } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        inWord = false;
      } else if (!inWord && Character.isLetterOrDigit(c)) {
        words++;
        inWord = true;
      }
    }
    double minutes = (double) words / WORDS_A_MINUTE + (double) letters / LETTERS_A_MINUTE;
    return new ReadingTime(words + letters, Math.max(1, (int) Math.ceil(minutes)));
  }

  /// Whether a character is a letter of a script that writes its words without spaces.
  static boolean isWordByItself(int c) {
    if (c < 0x0E00 || !Character.isLetter(c)) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
