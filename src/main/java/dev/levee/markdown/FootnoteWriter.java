package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.Footnotes.Call;
import dev.levee.markdown.Footnotes.Note;
import java.util.List;

/// Writes the notes that a document calls, each with a way back to every call.
final class FootnoteWriter {

  private static final String END = "</p>\n";

  private final Rendering rendering;
  private final StringBuilder out;

  FootnoteWriter(Rendering rendering, StringBuilder out) {
    this.rendering = rendering;
    this.out = out;
  }

  void write() {
    List<Note> notes = rendering.survey().footnotes().notes();
    if (notes.isEmpty()) {
      return;
    }
    out.append("<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n");
    for (Note note : notes) {
      out.append("<li id=\"fn:").append(note.number()).append("\">\n");
      note(note);
      out.append("</li>\n");
    }
    out.append("</ol>\n</div>\n");
  }

  private void note(Note note) {
    Fragment home = rendering.survey().home(note.block());
    new BlockWriter(rendering, home, out).blocks(note.block(), null);
    Node last = note.block().getLastChild();
    boolean intoParagraph = last instanceof BlockNode.Paragraph && endsWithParagraph();
    if (intoParagraph) {
      out.setLength(out.length() - END.length());
    }
    for (int call = 1; call <= note.calls(); call++) {
      out.append("&#160;<a href=\"#").append(Call.id(note.number(), call));
      out.append("\" class=\"footnote-backref\" role=\"doc-backlink\">↩︎</a>");
    }
    out.append(intoParagraph ? END : "\n");
  }

  private boolean endsWithParagraph() {
    int start = out.length() - END.length();
    return start >= 0 && out.indexOf(END, start) == start;
  }
}
