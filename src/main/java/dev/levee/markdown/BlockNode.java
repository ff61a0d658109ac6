package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;

/// The blocks that carry text or that flexmark's own tree has no node for.
abstract class BlockNode extends Block {

  private final int offset;

  private BlockNode(int offset) {
    this.offset = offset;
  }

  /// Where in the source it begins.
  int offset() {
    return offset;
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }

  /// A block whose children are read from its content, once all definitions are known.
  abstract static class Text extends BlockNode {

    private Content content;

    private Text(Content content) {
      super(content.origin(0));
      this.content = content;
    }

    Content content() {
      return content;
    }

    void content(Content other) {
      this.content = other;
    }
  }

  /// A whole text.
  static final class Root extends BlockNode {
    Root() {
      super(0);
    }
  }

  static final class Quote extends BlockNode {
    Quote(int offset) {
      super(offset);
    }
  }

  /// An item of a list.
  static final class Item extends BlockNode {

    /// Whether something is to be done, and was.
    enum Task {
      NONE,
      OPEN,
      DONE
    }

    private Task task = Task.NONE;

    Item(int offset) {
      super(offset);
    }

    Task task() {
      return task;
    }

    /// Takes `[ ]` or `[x]` from the beginning of its first paragraph.
    void takeTask(Paragraph first) {
      String text = first.content().text();
      // the text never ends with white space
      if (text.length() > 4 && text.charAt(0) == '[' && text.charAt(2) == ']') {
        char mark = text.charAt(1);
        boolean done = mark == 'x' || mark == 'X';
        if ((done || mark == ' ') && LineCursor.isSpace(text.charAt(3))) {
          task = done ? Task.DONE : Task.OPEN;
          int rest = 4;
          while (LineCursor.isSpace(text.charAt(rest))) {
            rest++;
          }
          first.content(first.content().from(rest));
        }
      }
    }
  }

  /// Terms and what they mean.
  static final class DefinitionList extends BlockNode {
    DefinitionList(int offset) {
      super(offset);
    }
  }

  static final class Definition extends BlockNode {
    Definition(int offset) {
      super(offset);
    }
  }

  static final class Paragraph extends Text {
    Paragraph(int offset) {
      super(Content.of("", offset));
    }
  }

  /// A text that was not looked through for blocks.
  static final class Line extends Text {
    Line(Content content) {
      super(content);
    }
  }

  static final class Heading extends Text {

    private final int level;
    private Attributes attributes = Attributes.NONE;
    private String id = "";

    Heading(Content content, int level) {
      super(content);
      this.level = level;
    }

    int level() {
      return level;
    }

    Attributes attributes() {
      return attributes;
    }

    void attributes(Attributes given) {
      this.attributes = given;
    }

    /// What addresses it within the page; empty until the survey names it.
    String id() {
      return id;
    }

    void id(String given) {
      this.id = given;
    }
  }

  static final class Term extends Text {
    Term(Content content) {
      super(content);
    }
  }

  static final class Cell extends Text {

    /// Where the text of a column stands.
    enum Alignment {
      NONE,
      LEFT,
      CENTER,
      RIGHT
    }

    private final boolean header;
    private final Alignment alignment;

    Cell(Content content, boolean header, Alignment alignment) {
      super(content);
      this.header = header;
      this.alignment = alignment;
    }

    boolean header() {
      return header;
    }

    Alignment alignment() {
      return alignment;
    }
  }

  /// The caption of a figure and, apart from it, whom the picture is owed to.
  static final class Caption extends Text {

    private final boolean credit;

    Caption(Content content, boolean credit) {
      super(content);
      this.credit = credit;
    }

    boolean credit() {
      return credit;
    }
  }

  /// A picture alone in its paragraph, followed by its captions.
  static final class Figure extends BlockNode {
    Figure(int offset) {
      super(offset);
    }
  }

  /// Code between fences, or indented.
  static final class Code extends BlockNode {

    private final String info;
    private String code = "";

    /// @param info what follows the opening fence, as it is written
    Code(int offset, String info) {
      super(offset);
      this.info = info;
    }

    String info() {
      return info;
    }

    String code() {
      return code;
    }

    void code(String lines) {
      this.code = lines;
    }
  }

  static final class Html extends BlockNode {

    private Content content;

    Html(int offset) {
      super(offset);
      this.content = Content.of("", offset);
    }

    String html() {
      return content.text();
    }

    /// Where in the source a character of the HTML stands.
    int origin(int at) {
      return content.origin(at);
    }

    void content(Content lines) {
      this.content = lines;
    }
  }

  /// A quote that begins with a line such as `[!NOTE]`.
  static final class Alert extends BlockNode {

    /// The five that GitHub knows.
    enum Kind {
      NOTE,
      TIP,
      IMPORTANT,
      WARNING,
      CAUTION
    }

    private final Kind kind;

    Alert(int offset, Kind kind) {
      super(offset);
      this.kind = kind;
    }

    Kind kind() {
      return kind;
    }
  }

  /// The title that an author gave an alert.
  static final class AlertTitle extends Text {
    AlertTitle(Content content) {
      super(content);
    }
  }

  /// What a footnote says; it is written where all notes are.
  static final class Note extends BlockNode {

    private final String label;

    Note(int offset, String label) {
      super(offset);
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /// A table; its first row is the header.
  static final class Table extends BlockNode {
    Table(int offset) {
      super(offset);
    }
  }

  static final class Row extends BlockNode {
    Row(int offset, List<Cell> cells) {
      super(offset);
      cells.forEach(this::appendChild);
    }
  }
}
