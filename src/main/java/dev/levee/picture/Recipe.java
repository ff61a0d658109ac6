package dev.levee.picture;

import java.util.ArrayList;
import java.util.List;

/// What a page wants of a picture.
///
/// @param widths in pixels, the smallest first; those that the picture does not have are left out
/// @param ratioWidth the shape to which it is cropped, as `ratioWidth : ratioHeight`; 0 for its own
/// @param focus what the crop keeps
/// @param alone whether one file is wanted that every program reads
public record Recipe(
    List<Integer> widths, int ratioWidth, int ratioHeight, Focus focus, boolean alone) {

  public Recipe {
    widths = List.copyOf(widths);
  }

  /// A whole picture in some widths.
  public static Recipe whole(List<Integer> widths) {
    return new Recipe(widths, 0, 0, Focus.CENTRE, false);
  }

  /// What other sites show beside a link: 1200 by 630 pixels.
  public static Recipe preview(Focus focus) {
    return new Recipe(List.of(1200), 1200, 630, focus, true);
  }

  /// A whole picture as a single file, for readers of feeds.
  public static Recipe single(int width) {
    return new Recipe(List.of(width), 0, 0, Focus.CENTRE, true);
  }

  /// All of it in a line, from which [#of] makes the same.
  public String text() {
    StringBuilder text = new StringBuilder(alone ? "1" : "0");
    for (int number : new int[] {ratioWidth, ratioHeight, focus.x(), focus.y()}) {
      text.append(' ').append(number);
    }
    widths.forEach(width -> text.append(' ').append(width));
    return text.toString();
  }

  /// The recipe of a [#text].
  ///
  /// @throws RuntimeException when it is none
  public static Recipe of(String text) {
    String[] words = text.split(" ", -1);
    int[] numbers = new int[words.length];
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Integer.parseInt(words[i]);
      if (i > 4) {
        widths.add(numbers[i]);
      }
    }
    Focus focus = new Focus(numbers[3], numbers[4]);
    return new Recipe(widths, numbers[1], numbers[2], focus, numbers[0] == 1);
  }
}
