package dev.levee.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A colour of sRGB.
///
/// @param red from 0 to 1, as the others
record Colour(double red, double green, double blue) {

  /// What the WCAG asks of text that is not large.
  static final double READABLE = 4.5;

  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
  private static final double STEP = 1 / 255.0;

  /// The colour that `#` and three or six hexadecimal digits stand for.
  static Optional<Colour> of(String hex) {
    Matcher matcher = HEX.matcher(hex.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(1);
    String six = digits.length() == 6 ? digits : digits.replaceAll("(.)", "$1$1");
    int all = Integer.parseInt(six, 16);
    return Optional.of(
        new Colour((all >> 16) / 255.0, ((all >> 8) & 255) / 255.0, (all & 255) / 255.0));
  }

  /// The colour as `#` and six hexadecimal digits.
  String hex() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", byteOf(red), byteOf(green), byteOf(blue));
  }

  private static int byteOf(double share) {
    return (int) Math.round(share * 255);
  }

  /// The contrast of two colours as the WCAG defines it, from 1 to 21.
  double contrast(Colour other) {
    double more = Math.max(luminance(), other.luminance());
    double less = Math.min(luminance(), other.luminance());
    return (more + 0.05) / (less + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(double share) {
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /// This colour, or the nearest of its hue and saturation in which text can be read on a ground: a
  /// darker one on a light ground, a lighter one on a dark one.
  Colour readableOn(Colour ground) {
    double step = ground.luminance() > 0.5 ? -STEP : STEP;
    Colour shade = this;
    for (double light = lightness(); shade.contrast(ground) < READABLE; ) {
      light = Math.clamp(light + step, 0, 1);
      shade = of(withLightness(light).hex()).orElseThrow(); // as it is going to be written
    }
    return shade;
  }

  private double lightness() {
    double most = Math.max(red, Math.max(green, blue));
    double least = Math.min(red, Math.min(green, blue));
    return (most + least) / 2;
  }

  /// Another colour of the same hue and saturation, as HSL has them.
  private Colour withLightness(double lightness) {
    double now = lightness();
    double room = room(now);
    DoubleUnaryOperator moved =
        part -> lightness + (room == 0 ? 0 : (part - now) / room * room(lightness));
    return new Colour(
        moved.applyAsDouble(red), moved.applyAsDouble(green), moved.applyAsDouble(blue));
  }

  /// How far a part of a colour can be from its lightness.
  private static double room(double lightness) {
    return 1 - Math.abs(2 * lightness - 1);
  }
}
