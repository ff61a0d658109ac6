package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes a table inside a box that scrolls when the table is wider than the page.
final class TableWriter {

  private final InlineWriter inlines;
  private final StringBuilder out;
  private final Fragment fragment;
  private final boolean boxed;

  /// @param boxed whether there is a box, and alignment is left to style sheets
  TableWriter(InlineWriter inlines, StringBuilder out, Fragment fragment, boolean boxed) {
    this.inlines = inlines;
    this.out = out;
    this.fragment = fragment;
    this.boxed = boxed;
  }

  void write(BlockNode.Table table) {
    Node header = table.getFirstChild();
    if (boxed) {
      out.append("<div class=\"table-scroll\" tabindex=\"0\"");
      label(header);
      out.append('>');
    }
    out.append("<table>\n");
    rows("thead", header, header.getNext());
    if (header.getNext() != null) {
      rows("tbody", header.getNext(), null);
    }
    out.append(boxed ? "</table></div>\n" : "</table>\n");
  }

  /// What a keyboard stops at has a name, in the language of the page: that of its columns.
  private void label(Node row) {
    StringBuilder columns = new StringBuilder();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      String column = PlainText.inlines(cell, fragment).strip();
      columns.append(columns.isEmpty() || column.isEmpty() ? "" : ", ").append(column);
    }
    if (!columns.isEmpty()) {
      out.append(" role=\"group\" aria-label=\"");
      Rendering.escape(columns.toString(), out);
      out.append('"');
    }
  }

  private void rows(String element, Node first, @Nullable Node end) {
    out.append('<').append(element).append(">\n");
    for (Node row = first; row != null && !row.equals(end); row = row.getNext()) {
      out.append("<tr>\n");
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        cell((BlockNode.Cell) cell);
      }
      out.append("</tr>\n");
    }
    out.append("</").append(element).append(">\n");
  }

  private void cell(BlockNode.Cell cell) {
    boolean says = !boxed || cell.getFirstChild() != null; // an empty header is read out as one
    String element = cell.header() && says ? "th" : "td";
    out.append('<').append(element);
    String side = cell.alignment().name().toLowerCase(Locale.ROOT);
    if (cell.alignment() != BlockNode.Cell.Alignment.NONE) {
      out.append(boxed ? " class=\"align-" : " align=\"").append(side).append('"');
    }
    out.append('>');
    inlines.children(cell);
    out.append("</").append(element).append(">\n");
  }
}
