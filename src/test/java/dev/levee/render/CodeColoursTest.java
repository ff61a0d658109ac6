package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.highlight.TokenClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the colours of code in the style sheet to contrast AA of the WCAG, by light and by dark.
class CodeColoursTest {

  private static final Pattern RULE =
      Pattern.compile("(?m)^pre ([^{]*) \\{ color: var\\(--([\\w-]+)\\); \\}$");

  @Test
  void everyClassHasAColourThatCanBeRead() throws Exception {
    ThemeColours theme = ThemeColours.read();
    Map<String, String> colours = colours(theme.css());
    for (TokenClass kind : TokenClass.values()) {
      assertThat(colours).containsKey(kind.cssClass());
    }
    for (Map<String, String> palette : theme.palettes()) {
      for (String background : List.of("fog", "wash")) {
        colours.forEach((name, colour) ->
            assertThat(ThemeColours.contrast(palette.get(colour), palette.get(background)))
                .as(".%s: %s on %s", name, colour, background)
                .isGreaterThanOrEqualTo(4.5));
      }
    }
  }

  @Test
  void contrastIsThatOfTheWcag() {
    assertThat(ThemeColours.contrast("#000000", "#ffffff")).isEqualTo(21.0);
    assertThat(ThemeColours.contrast("#777777", "#ffffff")).isBetween(4.47, 4.48);
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
}
