package dev.levee.markdown;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.util.ast.Node;

/// Writes a table inside a box that scrolls when the table is wider than the page.
final class TableWriter {

  private final InlineWriter inlines;
  private final StringBuilder out;

  TableWriter(InlineWriter inlines, StringBuilder out) {
    this.inlines = inlines;
    this.out = out;
  }

  void write(TableBlock table) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append('\n');
    }
    out.append("<div class=\"table-scroll\" tabindex=\"0\"><table>\n");
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      if (part instanceof TableHead) {
        rows("thead", part);
      } else if (part instanceof TableBody && part.getFirstChild() != null) {
        rows("tbody", part);
      }
    }
    out.append("</table></div>\n");
  }

  private void rows(String element, Node part) {
    out.append('<').append(element).append(">\n");
    for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
      out.append("<tr>\n");
      for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
        if (cell instanceof TableCell c) {
          cell(c);
        }
      }
      out.append("</tr>\n");
    }
    out.append("</").append(element).append(">\n");
  }

  private void cell(TableCell cell) {
    String element = cell.isHeader() ? "th" : "td";
    out.append('<').append(element);
    if (cell.getAlignment() != null) {
      switch (cell.getAlignment()) {
        case LEFT -> out.append(" class=\"align-left\"");
        case CENTER -> out.append(" class=\"align-center\"");
        case RIGHT -> out.append(" class=\"align-right\"");
        default -> {}
      }
    }
    out.append('>');
    inlines.children(cell);
    out.append("</").append(element).append(">\n");
  }
}
