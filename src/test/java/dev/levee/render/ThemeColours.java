package dev.levee.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The style sheet of the theme, as far as its colours go.
///
/// @param light the colours by light, by the name of their property
/// @param dark the colours by dark
record ThemeColours(String css, Map<String, String> light, Map<String, String> dark) {

  static ThemeColours read() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "templates/assets/css/main.css");
    String css = Files.readString(file);
    int dark = css.indexOf("@media (prefers-color-scheme: dark)");
    Map<String, String> light = properties(css.substring(0, dark));
    Map<String, String> both = new HashMap<>(light);
    both.putAll(properties(css.substring(dark, css.indexOf("\n}\n", dark))));
    return new ThemeColours(css, light, both);
  }

  List<Map<String, String>> palettes() {
    return List.of(light, dark);
  }

  private static Map<String, String> properties(String css) {
    Map<String, String> properties = new HashMap<>();
    Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});")
        .matcher(css)
        .results()
        .forEach(r -> properties.put(r.group(1), r.group(2)));
    return properties;
  }

  /// The contrast of two colours as the WCAG defines it, 1 to 21.
  static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
  }

  private static double linear(String hex, int at) {
    double share = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
