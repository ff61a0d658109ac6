package dev.levee.markdown;

import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The link definitions of a document, which hold inside its shortcodes as they do around them.
final class References {

  private final List<Document> trees = new ArrayList<>();

  void add(Document tree) {
    trees.add(tree);
  }

  /// The definition that a link names: that of its own text first, then any of the document.
  Optional<Reference> find(RefNode node, @Nullable Document own) {
    Reference found = own == null ? null : node.getReferenceNode(own);
    for (int i = trees.size() - 1; i >= 0 && found == null; i--) {
      found = node.getReferenceNode(trees.get(i));
    }
    return Optional.ofNullable(found);
  }
}
