package dev.levee.content;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as RFC 4180 has them: quotes around values with commas, quotes or line
/// ends, a quote inside doubled.
final class Csv {

  private Csv() {}

  /// A record.
  ///
  /// @param line the line of the text at which it starts, counted from 1
  record Row(int line, List<String> values) {}

  /// The records of a text whose lines end in LF, blank lines left out.
  static List<Row> rows(String text) {
    List<Row> rows = new ArrayList<>();
    int line = 1;
    int start = 1;
    List<String> row = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (quoted) {
        boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          i++;
        }
        if (c != '"' || doubled) {
          value.append(c);
        } else {
          quoted = false;
        }
      } else if (c == '"' && value.isEmpty()) {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(value.toString());
        value.setLength(0);
        if (c == '\n') {
          end(row, start, rows);
          row = new ArrayList<>();
          start = line;
        }
      } else {
        value.append(c);
      }
    }
    row.add(value.toString());
    end(row, start, rows);
    return rows;
  }

  private static void end(List<String> row, int line, List<Row> rows) {
    if (row.size() > 1 || !row.getFirst().isBlank()) {
      rows.add(new Row(line, List.copyOf(row)));
    }
  }
}
