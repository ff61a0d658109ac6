package dev.levee.asset;

import dev.levee.problem.Problem;
import java.util.List;

/// What came of an asset that was worked on.
///
/// @param files the asset itself first, then what it loads later; none when it could not be made
/// @param problems what is to be said of it
record Made(List<Text> files, List<Problem> problems) {

  /// Stands in a text for the way from there to the folder of assets.
  static final String TO_ASSETS = "/__levee__/";

  /// Stands in a text that is bundled before what is to stay as it is.
  static final String AS_IT_IS = TO_ASSETS + "=/";

  /// A text that is published.
  ///
  /// @param path where, below the folder of assets
  /// @param text with [#TO_ASSETS] before each address of an asset
  record Text(String path, String text) {

    /// The text as it is published.
    String published() {
      int depth = (int) path.chars().filter(c -> c == '/').count();
      return text.replace(TO_ASSETS, depth == 0 ? "./" : "../".repeat(depth));
    }
  }
}
