package dev.levee.markdown;

import java.util.List;
import java.util.Map;

/// What stands between `{{<` and `>}}`.
///
/// @param literal what the text shows when the kind is `LITERAL`, otherwise empty
/// @param start the offset of the first brace
/// @param end the offset after the last brace
record ShortcodeTag(
    Kind kind,
    String name,
    Map<String, String> named,
    List<String> positional,
    String literal,
    int start,
    int end) {

  enum Kind {
    OPEN,
    CLOSE,
    SELF_CLOSED,
    /// `{{</* name */>}}`, which shows a shortcode instead of being one.
    LITERAL
  }
}
