package dev.levee.markdown;

import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.util.ast.Block;

/// A block that may still take lines, see the strategy in CommonMark 0.31.2's appendix.
abstract class OpenBlock {

  /// What a block makes of the next line.
  enum Continuation {
    /// The line is not part of it.
    NONE,
    /// It has taken its share of the line.
    TAKES,
    /// The line is its last and has nothing for others.
    ENDS
  }

  private final Block node;
  private int lastLine;
  private int lastChildLine = -1;

  private OpenBlock(Block node, int line) {
    this.node = node;
    this.lastLine = line;
  }

  Block node() {
    return node;
  }

  /// The number of the last line that has something of it.
  int lastLine() {
    return Math.max(lastLine, lastChildLine);
  }

  void lastLine(int line) {
    lastLine = line;
  }

  /// Whether there was a blank line since its last child.
  boolean hasGap(int line) {
    return lastChildLine >= 0 && lastChildLine < line - 1;
  }

  void childEnded(int line) {
    lastChildLine = line;
  }

  abstract Continuation continues(LineCursor line);

  boolean canContain(OpenBlock child) {
    return false;
  }

  /// Whether another block may begin on a line that goes on with it.
  boolean mayBeInterrupted() {
    return true;
  }

  /// Called when there are no more lines for it.
  void close(BlockParser parser) {}

  /// A block that holds blocks.
  abstract static class Container extends OpenBlock {
    private Container(Block node, int line) {
      super(node, line);
    }

    @Override
    boolean canContain(OpenBlock child) {
      return !(child instanceof Item) && !(child instanceof Definition);
    }

    @Override
    Continuation continues(LineCursor line) {
      return Continuation.TAKES;
    }
  }

  /// A block whose lines after the first are indented, or blank.
  abstract static class Indented extends Container {

    private final int indent;

    /// @param indent by how many columns
    private Indented(Block node, int indent, int line) {
      super(node, line);
      this.indent = indent;
    }

    @Override
    Continuation continues(LineCursor line) {
      if (line.isBlank()) {
        if (node().getFirstChild() == null) {
          return Continuation.NONE;
        }
        line.skipIndent();
        return Continuation.TAKES;
      }
      if (line.indent() < indent) {
        return Continuation.NONE;
      }
      line.skipColumns(indent);
      return Continuation.TAKES;
    }
  }

  /// A block that holds lines.
  abstract static class Leaf extends OpenBlock {
    Leaf(Block node, int line) {
      super(node, line);
    }

    /// Takes the rest of a line.
    abstract void add(LineCursor line);

    @Override
    boolean mayBeInterrupted() {
      return false;
    }
  }

  static final class Root extends Container {
    Root(BlockNode.Root node) {
      super(node, 0);
    }
  }

  static final class Quote extends Container {
    Quote(LineCursor line) {
      super(new BlockNode.Quote(line.next()), line.number());
    }

    @Override
    Continuation continues(LineCursor line) {
      if (line.isIndentedCode() || line.first() != '>') {
        return Continuation.NONE;
      }
      take(line);
      lastLine(line.number());
      return Continuation.TAKES;
    }

    static void take(LineCursor line) {
      line.skipIndentAnd(1);
      if (line.isSpaceAt(line.at())) {
        line.skipColumns(1);
      }
    }

    @Override
    void close(BlockParser parser) {
      parser.alert(node());
    }
  }

  static final class ItemList extends Container {

    private final ListMarker marker;
    private boolean loose;

    ItemList(ListMarker marker, int line) {
      super(marker.bullet() ? new BulletList() : new OrderedList(), line);
      this.marker = marker;
      if (node() instanceof OrderedList ordered) {
        ordered.setStartNumber(marker.start());
      }
    }

    boolean matches(ListMarker other) {
      return marker.sign() == other.sign();
    }

    void loosen() {
      loose = true;
    }

    @Override
    boolean canContain(OpenBlock child) {
      return child instanceof Item;
    }

    @Override
    void close(BlockParser parser) {
      ((ListBlock) node()).setTight(!loose);
    }
  }

  static final class Item extends Indented {
    /// @param indent how many columns its content stands to the right of its list
    Item(BlockNode.Item node, int indent, int line) {
      super(node, indent, line);
    }
  }

  /// What a footnote says, indented by four columns after its first line.
  static final class Note extends Indented {
    Note(BlockNode.Note node, int line) {
      super(node, 4, line);
    }
  }

  static final class DefinitionList extends Container {
    DefinitionList(BlockNode.DefinitionList node, int line) {
      super(node, line);
    }

    @Override
    boolean canContain(OpenBlock child) {
      return child instanceof Definition;
    }
  }

  static final class Definition extends Indented {
    Definition(BlockNode.Definition node, int indent, int line) {
      super(node, indent, line);
    }
  }

  /// A block that is complete with its first line.
  static final class Single extends Leaf {
    Single(Block node, int line) {
      super(node, line);
    }

    @Override
    Continuation continues(LineCursor line) {
      return Continuation.NONE;
    }

    @Override
    void add(LineCursor line) {}
  }

  /// The lines of a paragraph, which may turn out to be something else.
  static final class Prose extends Leaf {

    private final BlockNode.Paragraph node;
    private final Content.Builder lines;

    Prose(LineCursor line) {
      this(new BlockNode.Paragraph(line.next()), line);
    }

    private Prose(BlockNode.Paragraph node, LineCursor line) {
      super(node, line.number());
      this.node = node;
      this.lines = new Content.Builder(line.text());
    }

    @Override
    boolean mayBeInterrupted() {
      return true;
    }

    Content.Builder lines() {
      return lines;
    }

    @Override
    Continuation continues(LineCursor line) {
      return line.isBlank() ? Continuation.NONE : Continuation.TAKES;
    }

    @Override
    void add(LineCursor line) {
      lines.add(line.next(), line.end());
      lastLine(line.number());
    }

    @Override
    void close(BlockParser parser) {
      parser.paragraph(this, node);
    }
  }
}
