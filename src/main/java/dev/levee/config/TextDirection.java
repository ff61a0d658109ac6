package dev.levee.config;

import java.util.Locale;
import java.util.Set;

/// Which way a language is written.
public final class TextDirection {

  /// Languages that are written from right to left where their tag names no script.
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of(
          "ar arc azb bqi ckb dv fa glk he iw khw ks lrc mzn nqo pnb ps sd sdh skr syr ug ur yi"
              .split(" "));

  private static final Set<String> SCRIPTS_RIGHT_TO_LEFT =
      Set.of("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

  private TextDirection() {}

  /// `rtl` or `ltr`, as HTML says it.
  public static String of(Locale language) {
    String script = language.getScript();
    boolean rightToLeft =
        script.isEmpty()
            ? RIGHT_TO_LEFT.contains(language.getLanguage())
            : SCRIPTS_RIGHT_TO_LEFT.contains(script);
    return rightToLeft ? "rtl" : "ltr";
  }
}
