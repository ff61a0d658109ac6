package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.highlight.TokenClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the colours of code in the style sheet to contrast AA of the WCAG, by light and by dark.
class CodeColoursTest {

  private static final Path CSS =
      Path.of(System.getProperty("project.root"), "templates/assets/css/main.css");
  private static final Pattern RULE =
      Pattern.compile("(?m)^pre ([^{]*) \\{ color: var\\(--([\\w-]+)\\); \\}$");

  @Test
  void everyClassHasAColourThatCanBeRead() throws Exception {
    String css = Files.readString(CSS);
    int dark = css.indexOf("@media (prefers-color-scheme: dark)");
    Map<String, String> light = properties(css.substring(0, dark));
    Map<String, String> both = new HashMap<>(light);
    both.putAll(properties(css.substring(dark, css.indexOf("\n}\n", dark))));
    Map<String, String> colours = colours(css);
    for (TokenClass kind : TokenClass.values()) {
      assertThat(colours).containsKey(kind.cssClass());
    }
    for (Map<String, String> palette : List.of(light, both)) {
      for (String background : List.of("fog", "wash")) {
        colours.forEach((name, colour) ->
            assertThat(contrast(palette.get(colour), palette.get(background)))
                .as(".%s: %s on %s", name, colour, background)
                .isGreaterThanOrEqualTo(4.5));
      }
    }
  }

  @Test
  void contrastIsThatOfTheWcag() {
    assertThat(contrast("#000000", "#ffffff")).isEqualTo(21.0);
    assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.48);
  }

  private static Map<String, String> colours(String css) {
    Map<String, String> colours = new HashMap<>();
    for (MatchResult rule : RULE.matcher(css).results().toList()) {
      Pattern.compile("\\.(\\w)\\b")
          .matcher(rule.group(1))
          .results()
          .forEach(name -> colours.put(name.group(1), rule.group(2)));
    }
    return colours;
  }

  private static Map<String, String> properties(String css) {
    Map<String, String> properties = new HashMap<>();
    Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});")
        .matcher(css)
        .results()
        .forEach(r -> properties.put(r.group(1), r.group(2)));
    return properties;
  }

  private static double contrast(String one, String other) {
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
