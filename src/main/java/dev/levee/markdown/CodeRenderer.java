package dev.levee.markdown;

import java.util.Optional;

/// Turns a fenced code block into HTML.
@FunctionalInterface
public interface CodeRenderer {

  /// The HTML of the block, whole lines; nothing when it is to be written as plain code.
  Optional<String> render(CodeBlock block);
}
