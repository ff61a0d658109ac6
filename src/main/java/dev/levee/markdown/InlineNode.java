package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;

/// What stands within the lines of a block, its escapes undone. The marks of shortcodes may stand
/// in any of its texts. Emphasis and strong emphasis are flexmark's own nodes.
abstract class InlineNode extends Node {

  private final int offset;

  private InlineNode(int offset) {
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

  static final class Text extends InlineNode {

    private String text;

    Text(int offset, String text) {
      super(offset);
      this.text = text;
    }

    String text() {
      return text;
    }

    void text(String shorter) {
      this.text = shorter;
    }
  }

  static final class Code extends InlineNode {

    private final String code;

    Code(int offset, String code) {
      super(offset);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  static final class Html extends InlineNode {

    private final String html;

    Html(int offset, String html) {
      super(offset);
      this.html = html;
    }

    String html() {
      return html;
    }
  }

  static final class LineBreak extends InlineNode {

    private final boolean hard;

    LineBreak(int offset, boolean hard) {
      super(offset);
      this.hard = hard;
    }

    boolean hard() {
      return hard;
    }
  }

  /// A link around its children, or a picture whose children say what it shows.
  static final class Target extends InlineNode {

    private final boolean picture;
    private final String destination;
    private final @Nullable String title;
    private Attributes attributes = Attributes.NONE;

    /// @param title as it is written, its escapes still in it; null when there is none
    Target(int offset, boolean picture, String destination, @Nullable String title) {
      super(offset);
      this.picture = picture;
      this.destination = destination;
      this.title = title;
    }

    boolean isPicture() {
      return picture;
    }

    String destination() {
      return destination;
    }

    /// The title as it is written; empty when there is none.
    String writtenTitle() {
      return title == null ? "" : title;
    }

    /// Whether there is a title, which may be empty.
    boolean isTitled() {
      return title != null;
    }

    String title() {
      return Escapes.undo(writtenTitle());
    }

    Attributes attributes() {
      return attributes;
    }

    void attributes(Attributes given) {
      this.attributes = given;
    }

    /// Whether the destination is known without rendering a shortcode.
    boolean isPlain() {
      return destination.indexOf(Placeholders.SIGN) < 0;
    }
  }

  static final class Strikethrough extends InlineNode {
    Strikethrough(int offset) {
      super(offset);
    }
  }

  static final class NoteCall extends InlineNode {

    private final BlockNode.Note note;
    private Footnotes.Call call = Footnotes.Call.NONE;

    NoteCall(int offset, BlockNode.Note note) {
      super(offset);
      this.note = note;
    }

    BlockNode.Note note() {
      return note;
    }

    Footnotes.Call call() {
      return call;
    }

    void call(Footnotes.Call given) {
      this.call = given;
    }
  }

  static final class Abbreviation extends InlineNode {

    private final String text;
    private final String meaning;

    Abbreviation(int offset, String text, String meaning) {
      super(offset);
      this.text = text;
      this.meaning = meaning;
    }

    String text() {
      return text;
    }

    String meaning() {
      return meaning;
    }
  }

  /// The mark of a slot.
  static final class Mark extends InlineNode {

    private final int slot;

    Mark(int offset, int slot) {
      super(offset);
      this.slot = slot;
    }

    /// The number of the slot.
    int slot() {
      return slot;
    }
  }
}
