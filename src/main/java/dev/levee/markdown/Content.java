package dev.levee.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The text of a block without what its containers put before each line, and where each of its
/// lines stands in the source.
final class Content {

  private final String text;
  private final int[] starts;
  private final int[] origins;
  private final boolean fixed;
  private int line;

  private Content(String text, int[] starts, int[] origins) {
    this(text, starts, origins, false);
  }

  private Content(String text, int[] starts, int[] origins, boolean fixed) {
    this.text = text;
    this.starts = starts;
    this.origins = origins;
    this.fixed = fixed;
  }

  /// A text on one line that begins at an offset of the source.
  static Content of(String text, int origin) {
    return new Content(text, new int[] {0}, new int[] {origin});
  }

  /// A text that stands at one place as a whole.
  static Content at(String text, int origin) {
    return new Content(text, new int[] {0}, new int[] {origin}, true);
  }

  /// Lines that begin at some offsets of the text and at some of the source.
  static Content of(String text, int[] starts, int[] origins) {
    return new Content(text, starts, origins);
  }

  String text() {
    return text;
  }

  /// Where in the source a character of the text stands.
  int origin(int at) {
    if (fixed) {
      return origins[0];
    }
    // questions come in the order of the text, or nearly so
    while (line > 0 && starts[line] > at) {
      line--;
    }
    while (line + 1 < starts.length && starts[line + 1] <= at) {
      line++;
    }
    return origins[line] + at - starts[line];
  }

  /// What is left from an offset on.
  Content from(int at) {
    if (at == 0) {
      return this;
    }
    int found = Arrays.binarySearch(starts, Math.min(at, text.length()));
    int first = found >= 0 ? found : -found - 2;
    int[] rest = Arrays.copyOfRange(starts, first, starts.length);
    int[] from = Arrays.copyOfRange(origins, first, origins.length);
    from[0] += at - rest[0];
    rest[0] = at;
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= at;
    }
    return new Content(text.substring(Math.min(at, text.length())), rest, from);
  }

  /// Each of its lines alone.
  List<Content> lines() {
    List<Content> lines = new ArrayList<>(starts.length);
    for (int i = 0; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] - 1 : text.length();
      lines.add(of(text.substring(starts[i], end).stripTrailing(), origins[i]));
    }
    return lines;
  }

  /// What stands before an offset, without the white space at its end.
  Content until(int at) {
    return new Content(text.substring(0, at).stripTrailing(), starts, origins);
  }

  /// Collects lines.
  static final class Builder {

    private final String source;
    private int[] starts = new int[4];
    private int[] ends = new int[4];
    private int lines;

    Builder(String source) {
      this.source = source;
    }

    int count() {
      return lines;
    }

    /// Adds what is between two offsets of the source.
    void add(int start, int end) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, lines * 2);
        ends = Arrays.copyOf(ends, lines * 2);
      }
      starts[lines] = start;
      ends[lines++] = end;
    }

    int lastStart() {
      return starts[lines - 1];
    }

    int lastEnd() {
      return ends[lines - 1];
    }

    void removeLast() {
      lines--;
    }

    Content build() {
      int last = lines - 1;
      int end = ends[last];
      while (end > starts[last] && LineCursor.isSpace(source.charAt(end - 1))) {
        end--;
      }
      int[] at = new int[lines];
      int[] origins = Arrays.copyOf(starts, lines);
      if (last == 0) {
        return new Content(source.substring(starts[0], end), at, origins);
      }
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < last; i++) {
        text.append(source, starts[i], ends[i]).append('\n');
        at[i + 1] = text.length();
      }
      text.append(source, starts[last], end);
      return new Content(text.toString(), at, origins);
    }
  }
}
