package dev.levee.markdown;

import dev.levee.problem.Location;
import org.jspecify.annotations.Nullable;

/// A text that was parsed as one: a document, or what is between the tags of a shortcode.
///
/// @param tree its tree; null when it is nested too deep and is shown as plain text
/// @param source the text that the tree's offsets count in
/// @param placeholders what the marks in the text stand for
/// @param plain the text as its author wrote it
/// @param definitions what it defines
record Fragment(
    BlockNode.@Nullable Root tree,
    SourceText source,
    Placeholders placeholders,
    String plain,
    Definitions definitions) {

  Location at(BlockNode node) {
    return source.at(node.offset());
  }

  Location at(InlineNode node) {
    return source.at(node.offset());
  }

  Slot slot(InlineNode.Mark mark) {
    return placeholders.slots().get(mark.slot());
  }
}
