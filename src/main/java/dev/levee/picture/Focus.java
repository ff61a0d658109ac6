package dev.levee.picture;

import java.util.Locale;

/// The point of a picture that crops keep, in percent from its left and its top.
public record Focus(int x, int y) {

  /// The middle.
  public static final Focus CENTRE = new Focus(50, 50);

  /// What an author wrote: a position of CSS in percent or in words, such as `50% 20%` or `top`.
  /// What makes no sense is the middle.
  public static Focus of(String written) {
    int x = CENTRE.x;
    int y = CENTRE.y;
    int numbers = 0;
    for (String word : written.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      switch (word) {
        case "left" -> x = 0;
        case "right" -> x = 100;
        case "top" -> y = 0;
        case "bottom" -> y = 100;
        default -> {
          int percent = percent(word);
          if (percent >= 0 && numbers == 0 && !written.matches("(?i)\\s*(left|right)\\b.*")) {
            x = percent;
          } else if (percent >= 0) {
            y = percent;
          }
        }
      }
      numbers++;
    }
    return new Focus(x, y);
  }

  private static int percent(String word) {
    if (!word.matches("[0-9]{1,3}(\\.[0-9]{1,6})?%")) {
      return -1;
    }
    double value = Double.parseDouble(word.substring(0, word.length() - 1));
    return (int) Math.round(Math.min(100, value));
  }
}
