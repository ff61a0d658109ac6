package dev.levee.markdown;

import java.util.List;
import java.util.Locale;

/// Turns the quotes, dashes and dots of a typewriter into those of a language: `"` and `'` into its
/// quotation marks, its apostrophe and the signs of feet and inches, `--` and `---` into dashes,
/// `...` into an ellipsis.
///
/// It is given one run of text after another of a block, such as a paragraph: what stands between
/// two bits of markup, with escapes and entities undone, but without characters that were escaped
/// and without code, raw HTML and addresses. What it has to remember from one run to the next is a
/// number, so that one object serves all threads.
final class SmartPunctuation {

  /// The character before the first run of a block and after the last.
  static final int NONE = 0;

  private static final List<String> ENGLISH_ELISIONS =
      List.of(
          "tis", "tisn", "twas", "twasn", "twere", "twill", "twould", "til", "em", "n", "cos",
          "cuz", "nuff");
  private static final List<String> DUTCH_ELISIONS =
      List.of("s", "t", "n", "k", "m", "r", "ns", "em");
  private static final List<String> GERMAN_ELISIONS =
      List.of("s", "n", "ne", "nem", "nen", "ner", "ran", "raus", "rein", "rum", "runter");
  private static final List<String> ITALIAN_ELISIONS =
      List.of("ndrangheta", "ndrine", "ndrina", "sto", "sta", "sti", "ste");

  private final QuotationMarks marks;
  private final List<String> elisions;
  private final boolean spaced;

  private SmartPunctuation(QuotationMarks marks, List<String> elisions, boolean spaced) {
    this.marks = marks;
    this.elisions = elisions;
    this.spaced = spaced;
  }

  static SmartPunctuation of(Locale language) {
    String name = language.getLanguage();
    List<String> elisions =
        switch (name) {
          case "nl", "af" -> DUTCH_ELISIONS;
          case "de" -> GERMAN_ELISIONS;
          case "it" -> ITALIAN_ELISIONS;
          case "en", "" -> ENGLISH_ELISIONS;
          default -> List.of();
        };
    return new SmartPunctuation(QuotationMarks.of(language), elisions, name.equals("fr"));
  }

  /// Whether there is anything in a text to turn; where there is not, which is nearly always, the
  /// text may be written as it is.
  boolean touches(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      switch (text.charAt(i)) {
        case '"', '\'' -> {
          if (turnsQuotes()) {
            return true;
          }
        }
        case '-' -> {
          if (i + 1 < end && text.charAt(i + 1) == '-') {
            return true;
          }
        }
        case '.' -> {
          if (i + 2 < end && text.charAt(i + 1) == '.' && text.charAt(i + 2) == '.') {
            return true;
          }
        }
        case ' ' -> {
          if (spaced && i + 1 < end && ";:!?»".indexOf(text.charAt(i + 1)) >= 0) {
            return true;
          }
        }
        case '«' -> {
          if (spaced && i + 1 < end && text.charAt(i + 1) == ' ') {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /// Appends a run of text, which stands between two offsets.
  ///
  /// @param state 0 for the first run of a block, then what this method gave for the run before it
  /// @param before the code point before the run, markup not counted, as it was written: a space or
  ///   line end as well; [#NONE] at the start of the block, U+FFFC after a picture
  /// @param after the code point after the run, in the same way, as its author wrote it
  /// @param out takes the text, which is not escaped for HTML
  int append(String text, int start, int end, int state, int before, int after, StringBuilder out) {
    if (!touches(text, start, end)) {
      out.append(text, start, end);
      return start == end ? state : state & ~SmartRun.OPENED;
    }
    String run = text.substring(start, end);
    return new SmartRun(this, run, state, before, after, out).write();
  }

  /// Whether quotes are turned at all.
  boolean turnsQuotes() {
    return !marks.equals(QuotationMarks.STRAIGHT);
  }

  QuotationMarks marks() {
    return marks;
  }

  /// The longest word that lost its first letters to an apostrophe and could start here, else the
  /// empty text.
  String elision(CharSequence text, int from) {
    String longest = "";
    for (String word : elisions) {
      if (word.length() > longest.length() && startsWith(word, text, from)) {
        longest = word;
      }
    }
    return longest;
  }

  private static boolean startsWith(String word, CharSequence text, int from) {
    for (int i = 0; i < word.length(); i++) {
      if (from + i >= text.length()
          || Character.toLowerCase(text.charAt(from + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Whether the language has a space between a mark and the word that it belongs to.
  boolean spacesMarks() {
    return spaced;
  }
}
