package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import dev.levee.problem.Location;
import org.jspecify.annotations.Nullable;

/// A text that was parsed as one: a document, or what is between the tags of a shortcode.
///
/// @param tree its tree; null when it is nested too deep and is shown as plain text
/// @param source the text that the tree's offsets count in
/// @param placeholders what the marks in the text stand for
/// @param plain the text as its author wrote it
/// @param references the link definitions of the whole document
record Fragment(
    @Nullable Document tree,
    SourceText source,
    Placeholders placeholders,
    String plain,
    References references) {

  Location at(Node node) {
    return source.at(node.getStartOffset());
  }

  Slot slot(PlaceholderNode node) {
    return placeholders.slots().get(node.slot());
  }
}
