package dev.levee.markdown;

import java.util.Locale;
import java.util.Set;

/// The quotation marks of a language: those around what is said, and those inside such.
///
/// Where a language has several customs, it is that of its newspapers, else that of the CLDR.
record QuotationMarks(String open, String close, String innerOpen, String innerClose) {

  private static final String NO_BREAK_SPACE = "\u00a0";
  private static final String NARROW_NO_BREAK_SPACE = "\u202f";

  /// Those of a typewriter, which are left alone.
  static final QuotationMarks STRAIGHT = new QuotationMarks("\"", "\"", "'", "'");

  private static final QuotationMarks ENGLISH = new QuotationMarks("“", "”", "‘", "’");
  private static final QuotationMarks GERMAN = new QuotationMarks("„", "“", "‚", "‘");
  private static final QuotationMarks SWISS = new QuotationMarks("«", "»", "‹", "›");
  private static final QuotationMarks SPANISH = new QuotationMarks("«", "»", "“", "”");
  private static final QuotationMarks RUSSIAN = new QuotationMarks("«", "»", "„", "“");
  private static final QuotationMarks POLISH = new QuotationMarks("„", "”", "‚", "’");
  private static final QuotationMarks SWEDISH = new QuotationMarks("”", "”", "’", "’");
  private static final QuotationMarks NORWEGIAN = new QuotationMarks("«", "»", "‘", "’");
  private static final QuotationMarks DANISH = new QuotationMarks("»", "«", "›", "‹");
  private static final QuotationMarks HUNGARIAN = new QuotationMarks("„", "”", "»", "«");
  private static final QuotationMarks ROMANIAN = new QuotationMarks("„", "”", "«", "»");
  private static final QuotationMarks FRENCH =
      new QuotationMarks("«" + NO_BREAK_SPACE, NO_BREAK_SPACE + "»", "“", "”");
  private static final QuotationMarks FRENCH_SWISS =
      new QuotationMarks(
          "«" + NARROW_NO_BREAK_SPACE,
          NARROW_NO_BREAK_SPACE + "»",
          "‹" + NARROW_NO_BREAK_SPACE,
          NARROW_NO_BREAK_SPACE + "›");

  private static final Set<String> SWITZERLAND = Set.of("CH", "LI");

  /// The marks of a language; [#STRAIGHT] for those in which a straight quote is something else, or
  /// in which authors type their own marks. A language that is not known has those of English.
  static QuotationMarks of(Locale language) {
    String region = language.getCountry();
    boolean swiss = SWITZERLAND.contains(region);
    return switch (language.getLanguage()) {
      case "ja", "zh", "yue", "he", "iw", "yi", "ji", "ar", "fa", "ur", "ps" -> STRAIGHT;
      case "de" -> swiss ? SWISS : GERMAN;
      case "fr" -> swiss ? FRENCH_SWISS : FRENCH;
      case "it" -> swiss ? SWISS : SPANISH;
      case "rm" -> SWISS;
      case "es" -> Set.of("", "ES", "GQ").contains(region) ? SPANISH : ENGLISH;
      case "pt" -> Set.of("", "BR").contains(region) ? ENGLISH : SPANISH;
      case "ca", "eu", "gl", "el", "sq", "hy", "kk", "ky" -> SPANISH;
      case "ru", "uk", "be" -> RUSSIAN;
      case "cs", "sk", "sl", "sr", "bg", "mk", "is", "et", "lt", "ka", "lb", "hsb", "dsb" -> GERMAN;
      case "pl", "hr" -> POLISH;
      case "sv", "fi" -> SWEDISH;
      case "no", "nb", "nn" -> NORWEGIAN;
      case "da" -> DANISH;
      case "hu" -> HUNGARIAN;
      case "ro" -> ROMANIAN;
      default -> ENGLISH;
    };
  }
}
