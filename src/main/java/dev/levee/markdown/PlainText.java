package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.InlineNode.Target;

/// Writes what a reader would read aloud: text without marks, HTML, code blocks and footnote signs.
final class PlainText {

  private final StringBuilder out = new StringBuilder();
  private final boolean pictures;
  private int words;

  private PlainText(boolean pictures) {
    this.pictures = pictures;
  }

  /// The text of all blocks of a fragment and of the shortcodes in it, each on a line of its own.
  static String of(Fragment fragment) {
    PlainText text = new PlainText(false);
    text.fragment(fragment);
    return text.out.toString();
  }

  /// The text of the inlines in a node, with what the pictures among them show.
  static String inlines(Node parent, Fragment fragment) {
    PlainText text = new PlainText(true);
    text.children(parent, fragment);
    return text.out.toString();
  }

  /// The first words of the paragraphs up to `<!--more-->`, cut between two words with `…` when
  /// there are more.
  static String paragraphs(Fragment fragment, int maxWords) {
    PlainText text = new PlainText(false);
    if (fragment.tree() != null) {
      text.paragraphs(fragment.tree(), fragment, maxWords);
    }
    return cut(text.out.toString().replaceAll("\\s+", " ").strip(), maxWords);
  }

  /// Whether there were more words than that, or the end of the summary.
  private boolean paragraphs(Node parent, Fragment fragment, int maxWords) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof BlockNode.Note || child instanceof BlockNode.Figure) {
        continue;
      }
      if (isFull(child, fragment, maxWords)) {
        return true;
      }
    }
    return false;
  }

  private boolean isFull(Node child, Fragment fragment, int maxWords) {
    if (child instanceof BlockNode.Html html && MarkdownDocument.isMore(html)) {
      return true;
    }
    if (!(child instanceof BlockNode.Paragraph)) {
      return paragraphs(child, fragment, maxWords);
    }
    int start = out.length();
    node(child, fragment);
    words += ReadingTime.of(out.subSequence(start, out.length())).words();
    return words > maxWords;
  }

  private static String cut(String text, int maxWords) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean alone = ReadingTime.isWordByItself(c);
      if (alone || (!inWord && Character.isLetterOrDigit(c))) {
        if (++words > maxWords) {
          return text.substring(0, i).stripTrailing() + "…";
        }
      }
      inWord = !alone && c != ' ' && (inWord || Character.isLetterOrDigit(c));
      i += Character.charCount(c);
    }
    return text;
  }

  private void fragment(Fragment fragment) {
    if (fragment.tree() == null) {
      out.append(fragment.plain()).append('\n');
    } else {
      children(fragment.tree(), fragment);
    }
  }

  private void children(Node parent, Fragment fragment) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      node(child, fragment);
    }
  }

  private void node(Node node, Fragment fragment) {
    if (node instanceof InlineNode.Text text) {
      out.append(text.text());
    } else if (node instanceof InlineNode.Code code) {
      out.append(fragment.placeholders().restored(code.code()));
    } else if (node instanceof InlineNode.LineBreak) {
      out.append('\n');
    } else if (node instanceof InlineNode.Abbreviation abbreviation) {
      out.append(abbreviation.text());
    } else if (node instanceof InlineNode.Mark mark) {
      slot(fragment.slot(mark));
    } else if (!isSilent(node)) {
      children(node, fragment);
      if (node instanceof Block) {
        out.append('\n');
      }
    }
  }

  /// Whether a node says nothing that a reader would call its text.
  private boolean isSilent(Node node) {
    return node instanceof InlineNode.NoteCall
        || node instanceof InlineNode.Html
        || node instanceof BlockNode.Code
        || node instanceof BlockNode.Html
        || (node instanceof Target target && target.isPicture() && !pictures)
        || (node instanceof BlockNode.Caption caption && caption.credit());
  }

  private void slot(Slot slot) {
    switch (slot) {
      case Slot.Literal literal -> out.append(literal.shown());
      case Slot.Code code -> code.inner().ifPresent(this::fragment);
    }
  }
}
