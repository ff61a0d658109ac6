package dev.levee.markdown;

import java.util.Locale;

final class SmartPunctuation {
  static SmartPunctuation of(Locale l) {
    return new SmartPunctuation();
  }

  void append(String text, int from, int to, StringBuilder out) {
    out.append(text, from, to);
  }
}
