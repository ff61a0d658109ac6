package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Alerts and other boxes of the theme can be read by light and by dark, and by those who do not
/// see their colours.
class AlertColoursTest {

  private static final Pattern TINT =
      Pattern.compile("(?m)^\\.alert-(\\w+) \\{ --tint: var\\(--(\\w+)\\); \\}$");
  private static final Pattern SIGN =
      Pattern.compile("(?m)^\\.alert-(?:(\\w+) > \\.alert-)?title::before \\{\n((?:  .*\n)+)\\}");

  @Test
  void everyKindHasAColourOfItsOwnThatCanBeRead() throws Exception {
    ThemeColours theme = ThemeColours.read();
    Map<String, String> tints = new TreeMap<>(Map.of("note", "river"));
    TINT.matcher(theme.css()).results().forEach(r -> tints.put(r.group(1), r.group(2)));
    assertThat(tints.keySet()).containsExactly("caution", "important", "note", "tip", "warning");
    assertThat(tints.values()).doesNotHaveDuplicates();
    for (Map<String, String> palette : theme.palettes()) {
      tints.forEach((kind, tint) ->
          assertThat(ThemeColours.contrast(palette.get(tint), palette.get("fog")))
              .as(kind)
              .isGreaterThanOrEqualTo(4.5));
    }
  }

  @Test
  void everyKindHasASignOfItsOwn() throws Exception {
    List<MatchResult> signs = SIGN.matcher(ThemeColours.read().css()).results().toList();
    assertThat(signs).extracting(r -> r.group(1)).hasSize(5).doesNotHaveDuplicates();
    assertThat(signs).extracting(r -> r.group(2)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"ink, fog", "dim, fog", "dim, paper", "ink, wash", "signal, paper", "signal, fog"})
  void textCanBeReadOnItsGround(String text, String ground) throws Exception {
    for (Map<String, String> palette : ThemeColours.read().palettes()) {
      assertThat(ThemeColours.contrast(palette.get(text), palette.get(ground)))
          .isGreaterThanOrEqualTo(4.5);
    }
  }
}
