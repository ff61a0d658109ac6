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
      boolean full =
          switch (child) {
            case BlockNode.Note note -> false;
            case BlockNode.Figure figure -> false;
            case BlockNode.Html html when MarkdownDocument.isMore(html) -> true;
            case BlockNode.Paragraph paragraph -> {
              int start = out.length();
              node(paragraph, fragment);
              words += ReadingTime.of(out.subSequence(start, out.length())).words();
              yield words > maxWords;
            }
            default -> paragraphs(child, fragment, maxWords);
          };
      if (full) {
        return true;
      }
    }
    return false;
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
    switch (node) {
      case InlineNode.Text text -> out.append(text.text());
      case InlineNode.Code code -> out.append(fragment.placeholders().restored(code.code()));
      case InlineNode.LineBreak line -> out.append('\n');
      case InlineNode.Abbreviation abbreviation -> out.append(abbreviation.text());
      case InlineNode.Mark mark -> slot(fragment.slot(mark));
      case InlineNode.NoteCall call -> {}
      case InlineNode.Html html -> {}
      case Target picture when picture.isPicture() && !pictures -> {}
      case BlockNode.Code code -> {}
      case BlockNode.Html html -> {}
      case BlockNode.Caption caption when caption.credit() -> {}
      default -> {
        children(node, fragment);
        if (node instanceof Block) {
          out.append('\n');
        }
      }
    }
  }

  private void slot(Slot slot) {
    switch (slot) {
      case Slot.Literal literal -> out.append(literal.shown());
      case Slot.Code code -> code.inner().ifPresent(this::fragment);
    }
  }
}
