package dev.levee.markdown;

import dev.levee.markdown.BlockNode.Cell;
import dev.levee.markdown.BlockNode.Cell.Alignment;
import java.util.ArrayList;
import java.util.List;

/// A table as GitHub has it, see the tables extension of its specification.
final class OpenTable extends OpenBlock.Leaf {

  /// A wide header above many short rows would otherwise take a space that grows with the square.
  private static final int MAX_FILLED = 10_000;

  private final List<Alignment> columns;
  private int filled;

  private OpenTable(BlockNode.Table node, List<Alignment> columns, int line) {
    super(node, line);
    this.columns = columns;
  }

  /// What a line such as `| :-- | --: |` says of its columns; empty when it is no such line.
  static List<Alignment> columns(LineCursor line) {
    String text = line.text();
    boolean dash = false;
    for (int i = line.next(); i < line.end(); i++) {
      char c = text.charAt(i);
      if (c != '|' && c != '-' && c != ':' && !LineCursor.isSpace(c)) {
        return List.of();
      }
      dash |= c == '-';
    }
    if (!dash) {
      return List.of();
    }
    List<Alignment> columns = new ArrayList<>();
    for (Content cell : cells(text, line.next(), line.end())) {
      String mark = cell.text();
      boolean left = mark.startsWith(":");
      boolean right = mark.length() > 1 && mark.endsWith(":");
      String dashes = mark.substring(left ? 1 : 0, mark.length() - (right ? 1 : 0));
      if (dashes.isEmpty() || !dashes.equals("-".repeat(dashes.length()))) {
        return List.of();
      }
      columns.add(
          left && right
              ? Alignment.CENTER
              : left ? Alignment.LEFT : right ? Alignment.RIGHT : Alignment.NONE);
    }
    return columns;
  }

  /// A table below its first row.
  ///
  /// @param header the cells of the first row, as many as there are columns
  static OpenTable of(List<Content> header, List<Alignment> columns, LineCursor line) {
    BlockNode.Table node = new BlockNode.Table(header.getFirst().origin(0));
    OpenTable table = new OpenTable(node, columns, line.number());
    table.row(header, true, node.offset());
    return table;
  }

  @Override
  boolean mayBeInterrupted() {
    return true;
  }

  @Override
  Continuation continues(LineCursor line) {
    return line.isBlank() ? Continuation.NONE : Continuation.TAKES;
  }

  @Override
  void add(LineCursor line) {
    row(cells(line.text(), line.next(), line.end()), false, line.next());
    lastLine(line.number());
  }

  private void row(List<Content> texts, boolean header, int start) {
    List<Cell> cells = new ArrayList<>();
    int end = texts.isEmpty() ? start : texts.getLast().origin(0);
    for (int i = 0; i < columns.size(); i++) {
      boolean given = i < texts.size();
      if (!given && filled++ >= MAX_FILLED) {
        break;
      }
      Content text = given ? texts.get(i) : Content.of("", end);
      cells.add(new Cell(text, header, columns.get(i)));
    }
    node().appendChild(new BlockNode.Row(start, cells));
  }

  /// The cells of a line, a bar at its beginning and end left out.
  static List<Content> cells(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && LineCursor.isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to && text.charAt(from) == '|') {
      from++;
    }
    List<Content> cells = new ArrayList<>();
    int cell = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '|') {
        cells.add(cell(text, cell, i));
        cell = i + 1;
      }
    }
    if (cell < to) {
      cells.add(cell(text, cell, to));
    }
    return cells;
  }

  private static Content cell(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && LineCursor.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && LineCursor.isSpace(text.charAt(to - 1))) {
      to--;
    }
    // even in code, where nothing else is escaped
    return Content.of(text.substring(from, to).replace("\\|", "|"), from);
  }
}
