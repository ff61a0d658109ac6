package dev.levee.markdown;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.Footnotes.Call;
import dev.levee.markdown.Footnotes.Note;
import java.util.List;

/// Writes the notes that a fragment calls, each with a way back to every call.
final class FootnoteWriter {

  private final List<Note> notes;
  private final BlockWriter blocks;
  private final StringBuilder out;

  FootnoteWriter(Rendering rendering, Fragment fragment, BlockWriter blocks, StringBuilder out) {
    this.notes = rendering.excerpt() ? List.of() : rendering.survey().footnotes().of(fragment);
    this.blocks = blocks;
    this.out = out;
  }

  void write() {
    if (notes.isEmpty()) {
      return;
    }
    int first = notes.getFirst().number();
    blocks.line();
    out.append("<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n");
    out.append(first == 1 ? "<ol>\n" : "<ol start=\"" + first + "\">\n");
    for (Note note : notes) {
      out.append("<li id=\"fn:").append(note.number()).append("\">\n");
      note(note);
      out.append("</li>\n");
    }
    out.append("</ol>\n</div>\n");
  }

  private void note(Note note) {
    blocks.blocks(note.block(), null);
    Node last = note.block().getLastChild();
    boolean intoParagraph = last instanceof Paragraph && endsWith("</p>\n");
    if (intoParagraph) {
      out.setLength(out.length() - "</p>\n".length());
    }
    for (int call = 1; call <= note.calls(); call++) {
      out.append("&#160;<a href=\"#").append(Call.id(note.number(), call));
      out.append("\" class=\"footnote-backref\" role=\"doc-backlink\">↩︎</a>");
    }
    out.append(intoParagraph ? "</p>\n" : "\n");
  }

  private boolean endsWith(String end) {
    return out.length() >= end.length() && out.substring(out.length() - end.length()).equals(end);
  }
}
