package dev.levee.config;

import java.util.Locale;
import java.util.Set;

/// Which way a language is written.
public final class TextDirection {

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi");

  private TextDirection() {}

  /// `rtl` or `ltr`, as HTML says it.
  public static String of(Locale language) {
    return RIGHT_TO_LEFT.contains(language.getLanguage()) ? "rtl" : "ltr";
  }
}
