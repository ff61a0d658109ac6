package dev.levee.config;

import dev.levee.config.SiteConfig.PictureRules;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Reads `pictures`: which smaller pictures are made of a picture.
final class PictureSettings {

  static final List<String> KEYS =
      List.of("widths", "quality", "sizes", "webp", "avif", "maxMegapixels");

  private static final List<Integer> WIDTHS = List.of(480, 960, 1440, 1920);
  private static final int MAX_WIDTH = 8_192;
  private static final int MAX_QUALITY = 100;

  /// The theme's columns of text.
  private static final String SIZES = "(min-width: 48rem) 44rem, 100vw";

  private final Optional<Fields> pictures;
  private final Problems problems;

  PictureSettings(Optional<Fields> pictures, Problems problems) {
    this.pictures = pictures;
    this.problems = problems;
  }

  PictureRules read() {
    return new PictureRules(
        widths(),
        number("quality", 80, MAX_QUALITY),
        pictures.flatMap(p -> p.text("sizes")).filter(s -> !s.isBlank()).orElse(SIZES),
        pictures.flatMap(p -> p.flag("webp")).orElse(true),
        pictures.flatMap(p -> p.flag("avif")).orElse(false),
        number("maxMegapixels", 100, Integer.MAX_VALUE));
  }

  private int number(String key, int otherwise, int most) {
    if (pictures.isEmpty()) {
      return otherwise;
    }
    int value = pictures.get().integer(key, 1).orElse(otherwise);
    if (value > most) {
      problems.add(
          ProblemCode.BAD_SETTINGS,
          pictures.get().at(key),
          "'" + key + "' must be at most " + most + ", not " + value);
      return otherwise;
    }
    return value;
  }

  private List<Integer> widths() {
    TreeSet<Integer> widths = new TreeSet<>();
    for (Scalar width : pictures.map(p -> p.scalars("widths")).orElse(List.of())) {
      boolean number = width.text().matches("[1-9][0-9]{0,3}");
      if (number && Integer.parseInt(width.text()) <= MAX_WIDTH) {
        widths.add(Integer.valueOf(width.text()));
      } else {
        problems.add(
            ProblemCode.BAD_SETTINGS,
            width.at(),
            "'" + width.text() + "' is no width of a picture",
            "write numbers of pixels from 1 to " + MAX_WIDTH + ", such as [480, 960]");
      }
    }
    return widths.isEmpty() ? WIDTHS : List.copyOf(widths);
  }
}
