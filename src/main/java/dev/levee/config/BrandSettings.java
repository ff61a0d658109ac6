package dev.levee.config;

import dev.levee.config.Brand.Shades;
import dev.levee.config.Brand.Sign;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads `theme`: name, colours and front page of the built-in theme.
final class BrandSettings {

  /// Of the grounds that text has in the theme those that leave it the least contrast.
  static final Colour LIGHT_GROUND = Colour.of("#e6eef2").orElseThrow();

  static final Colour DARK_GROUND = Colour.of("#10283f").orElseThrow();

  private static final String LIGHT = "light";
  private static final String DARK = "dark";

  private final Fields theme;
  private final Problems problems;

  BrandSettings(Fields theme, Problems problems) {
    this.theme = theme;
    this.problems = problems;
  }

  Brand read() {
    return new Brand(
        sign("mark"),
        sign("logo"),
        shades("accent"),
        shades("second"),
        theme.oneOf("front", Brand.FRONTS).orElse(Brand.FRONTS.getFirst()),
        theme.text("footer").orElse(""));
  }

  private Optional<Sign> sign(String key) {
    Optional<String> path = theme.text(key).filter(p -> !p.isBlank());
    if (path.isPresent() && (!path.get().startsWith("/") || path.get().startsWith("//"))) {
      bad(
          theme.at(key),
          "'" + path.get() + "' is not a path from the root of the site",
          "such as /assets/icons/mark.svg for templates/assets/icons/mark.svg, or"
              + " /pictures/mark.svg for content/pictures/mark.svg");
      return Optional.empty();
    }
    return path.map(p -> new Sign(p, theme.at(key)));
  }

  /// A colour, of which the theme makes two, or both of them.
  private Optional<Shades> shades(String key) {
    if (theme.node(key).filter(Scalar.class::isInstance).isPresent()) {
      return colour(theme, key).map(colour -> both(key, colour));
    }
    return theme.fields(key).flatMap(both -> shades(key, both));
  }

  private Shades both(String key, Colour colour) {
    Shades shades =
        new Shades(colour.readableOn(LIGHT_GROUND).hex(), colour.readableOn(DARK_GROUND).hex());
    if (colour.contrast(LIGHT_GROUND) < Colour.READABLE) {
      faint(
          theme.at(key),
          LIGHT,
          colour,
          LIGHT_GROUND,
          "pages have "
              + shades.light()
              + " there; {light: \""
              + shades.light()
              + "\", dark: \""
              + shades.dark()
              + "\"} says so");
    }
    return shades;
  }

  private Optional<Shades> shades(String key, Fields both) {
    both.reportUnknown(ProblemCode.UNKNOWN_SETTING, List.of(LIGHT, DARK));
    for (String which : List.of(LIGHT, DARK)) {
      if (both.node(which).isEmpty()) {
        bad(
            both.mapping().at(),
            "'" + key + "' has no '" + which + "'",
            "one colour for both, or {light: \"#1a6491\", dark: \"#7cc0e8\"}");
        return Optional.empty();
      }
    }
    Optional<String> light = colour(both, LIGHT).map(c -> readable(both, LIGHT, c, LIGHT_GROUND));
    Optional<String> dark = colour(both, DARK).map(c -> readable(both, DARK, c, DARK_GROUND));
    return light.flatMap(l -> dark.map(d -> new Shades(l, d)));
  }

  private String readable(Fields both, String which, Colour colour, Colour ground) {
    String shade = colour.readableOn(ground).hex();
    if (!shade.equals(colour.hex())) {
      faint(both.at(which), which, colour, ground, "pages have " + shade + " there");
    }
    return shade;
  }

  private void faint(Location at, String which, Colour colour, Colour ground, String hint) {
    problems.add(
        ProblemCode.LOW_CONTRAST,
        at,
        String.format(
            Locale.ROOT,
            "text in %s has a contrast of %.1f to 1 on the %s ground %s, and needs %.1f",
            colour.hex(),
            colour.contrast(ground),
            which,
            ground.hex(),
            Colour.READABLE),
        hint);
  }

  private Optional<Colour> colour(Fields from, String key) {
    Optional<String> text = from.text(key);
    Optional<Colour> colour = text.flatMap(Colour::of);
    if (text.isPresent() && colour.isEmpty()) {
      bad(
          from.at(key),
          "'" + text.get() + "' is not a colour that can be checked",
          "write it in hexadecimal digits and quotes, such as \"#c03f17\"");
    }
    return colour;
  }

  private void bad(Location at, String message, String hint) {
    problems.add(ProblemCode.BAD_SETTINGS, at, message, hint);
  }
}
