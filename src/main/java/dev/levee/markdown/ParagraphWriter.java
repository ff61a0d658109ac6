package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import org.jspecify.annotations.Nullable;

/// Writes a paragraph. A line that holds nothing but shortcodes is a block of its own, before and
/// after which the paragraph ends, so that no `<p>` holds what must not be in one.
final class ParagraphWriter {

  private final Rendering rendering;
  private final Fragment fragment;
  private final InlineWriter inlines;
  private final StringBuilder out;

  ParagraphWriter(Rendering rendering, Fragment fragment, InlineWriter inlines, StringBuilder out) {
    this.rendering = rendering;
    this.fragment = fragment;
    this.inlines = inlines;
    this.out = out;
  }

  /// @param bare whether it is an item of a tight list, which has no `<p>`
  void write(Node paragraph, boolean bare) {
    if (!holdsShortcodes(paragraph)) {
      open(false, bare);
      inlines.children(paragraph);
      close(true, bare);
      return;
    }
    boolean open = false;
    boolean hard = false;
    for (Node line = paragraph.getFirstChild(); line != null; ) {
      Node end = lineEnd(line);
      if (isOnlyShortcodes(line, end)) {
        close(open, bare);
        open = false;
        shortcodes(line, end);
      } else {
        out.append(open && hard ? "<br>" : "");
        open(open, bare);
        open = true;
        for (Node node = line; node != null && !node.equals(end); node = node.getNext()) {
          inlines.node(node);
        }
      }
      hard = end instanceof InlineNode.LineBreak ending && ending.hard();
      line = end == null ? null : end.getNext();
    }
    close(open, bare);
  }

  private boolean holdsShortcodes(Node paragraph) {
    if (!fragment.placeholders().slots().isEmpty()) {
      for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
        if (node instanceof InlineNode.Mark) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable Node lineEnd(Node start) {
    Node node = start;
    while (node != null && !(node instanceof InlineNode.LineBreak)) {
      node = node.getNext();
    }
    return node;
  }

  private boolean isOnlyShortcodes(Node start, @Nullable Node end) {
    boolean any = false;
    for (Node node = start; node != null && !node.equals(end); node = node.getNext()) {
      if (node instanceof InlineNode.Mark mark && fragment.slot(mark) instanceof Slot.Code) {
        any = true;
      } else if (!(node instanceof InlineNode.Text text && text.text().isBlank())) {
        return false;
      }
    }
    return any;
  }

  private void shortcodes(Node start, @Nullable Node end) {
    line();
    for (Node node = start; node != null && !node.equals(end); node = node.getNext()) {
      if (node instanceof InlineNode.Mark mark) {
        out.append(rendering.html(fragment.slot(mark), false));
      }
    }
    line();
  }

  private void open(boolean open, boolean bare) {
    if (open) {
      out.append('\n');
    } else if (!bare) {
      line();
      out.append("<p>");
    }
  }

  private void close(boolean open, boolean bare) {
    if (open && !bare) {
      out.append("</p>\n");
    }
  }

  private void line() {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
  }
}
