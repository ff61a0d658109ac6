package dev.levee.markdown;

import dev.levee.problem.Location;
import java.util.Optional;

/// Makes MathML of TeX.
@FunctionalInterface
public interface FormulaRenderer {

  /// The formula as MathML; empty when it cannot be made, so that it is shown as it is written.
  ///
  /// @param display whether it stands apart from the text
  Optional<String> render(String tex, boolean display, Location at);
}
