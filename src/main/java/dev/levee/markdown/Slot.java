package dev.levee.markdown;

import java.util.Optional;

/// What was lifted out of a text before it was parsed.
sealed interface Slot {

  /// The very characters that the slot stands for, for where they turn out to be code.
  String source();

  /// Text that is shown as it is.
  record Literal(String shown, String source) implements Slot {}

  /// A shortcode and the tree of what is between its tags.
  record Code(Shortcode shortcode, Optional<Fragment> inner, String source) implements Slot {}
}
