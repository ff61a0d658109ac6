package dev.levee.highlight;

import java.util.ArrayList;
import java.util.List;

/// Code as HTML: escaped text and `<span class="…">` with a [TokenClass] each, nested never and
/// broken at the end of every line.
public record Highlighted(String html) {

  /// Text in which nothing is coloured.
  public static Highlighted plain(String text) {
    return new Highlighted(SpanWriter.plain(text));
  }

  /// The lines, each a piece of HTML of its own, without their ends. A last line that is empty is
  /// none.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = html.indexOf('\n'); end >= 0; end = html.indexOf('\n', start)) {
      lines.add(html.substring(start, end));
      start = end + 1;
    }
    if (start < html.length()) {
      lines.add(html.substring(start));
    }
    return lines;
  }
}
