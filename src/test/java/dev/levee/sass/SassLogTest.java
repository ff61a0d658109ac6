package dev.levee.sass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/// What Dart Sass prints for people.
class SassLogTest {

  @Test
  void mistakesAndWarningsHaveTheirPlaces() {
    String log =
        """
        WARNING: careful: red
            css/main.scss 3:1  root stylesheet

        css/main.scss:5 DEBUG: hi
        DEPRECATION WARNING [import]: Sass @import rules are deprecated.

        More info and automated migrator: https://example.org/d/import

           ,
        10 | @import "parts/x y";
           |         ^^^^^^^^^
           '
            css/x y.scss 10:9  root stylesheet

        WARNING: 3 repetitive deprecation warnings omitted.
        Run in verbose mode to see all warnings.

        Error: Expected expression,
        and more of it.
          ,
        2 |   width: 1px +
          |               ^
          '
          css/parts/_y.scss 2:15  @use
          css/main.scss 1:1       root stylesheet
        """;
    assertThat(SassLog.read(log))
        .containsExactly(
            new SassLog.Entry(ProblemCode.ODD_ASSET, "careful: red", "css/main.scss", 3, 1),
            new SassLog.Entry(
                ProblemCode.ODD_ASSET, "Sass @import rules are deprecated.", "css/x y.scss", 10, 9),
            new SassLog.Entry(
                ProblemCode.ODD_ASSET, "3 repetitive deprecation warnings omitted.", "", 0, 0),
            new SassLog.Entry(
                ProblemCode.BAD_ASSET,
                "Expected expression, and more of it.",
                "css/parts/_y.scss",
                2,
                15));
  }
}
