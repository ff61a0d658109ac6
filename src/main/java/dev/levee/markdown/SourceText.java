package dev.levee.markdown;

import dev.levee.problem.Location;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A text put together from pieces of a file's body, each of which remembers where it came from.
final class SourceText {

  private final String text;
  private final Body body;
  private final int[] starts;
  private final int[] origins;

  private SourceText(String text, Body body, int[] starts, int[] origins) {
    this.text = text;
    this.body = body;
    this.starts = starts;
    this.origins = origins;
  }

  /// A whole body, its line ends made `\n` and its NULs replaced as CommonMark asks.
  ///
  /// @param firstLine the line of the file at which the body starts, counted from 1
  static SourceText of(String body, String path, int firstLine) {
    String text = normal(body);
    return new SourceText(text, Body.of(text, path, firstLine), new int[] {0}, new int[] {0});
  }

  /// A text all of which stands at one place, as far as problems are concerned.
  static SourceText at(String body, Location place) {
    String text = normal(body);
    Body single = new Body(place.path(), place.line(), new int[] {0}, place);
    return new SourceText(text, single, new int[] {0}, new int[] {0});
  }

  private static String normal(String body) {
    String lines = body.indexOf('\r') < 0 ? body : body.replace("\r\n", "\n").replace('\r', '\n');
    return lines.replace('\0', '\uFFFD');
  }

  String text() {
    return text;
  }

  /// Where in the file the character at an offset of this text stands.
  Location at(int offset) {
    return body.at(origin(offset));
  }

  Builder derive() {
    return new Builder();
  }

  private int piece(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  private int origin(int offset) {
    int piece = piece(offset);
    return origins[piece] + offset - starts[piece];
  }

  /// Puts another text together from ranges of this one and texts that stand for ranges of it.
  final class Builder {

    private final StringBuilder derived = new StringBuilder();
    private int[] derivedStarts = new int[8];
    private int[] derivedOrigins = new int[8];
    private int pieces;

    Builder copy(int start, int end) {
      if (start < end) {
        mark(origin(start));
        int at = derived.length();
        for (int p = piece(start) + 1; p < starts.length && starts[p] < end; p++) {
          markAt(at + starts[p] - start, origins[p]);
        }
        derived.append(text, start, end);
      }
      return this;
    }

    /// Adds a text that stands for what is at `start`.
    Builder put(String replacement, int start) {
      mark(origin(start));
      derived.append(replacement);
      return this;
    }

    SourceText build() {
      if (pieces == 0) {
        mark(0);
      }
      return new SourceText(
          derived.toString(),
          body,
          Arrays.copyOf(derivedStarts, pieces),
          Arrays.copyOf(derivedOrigins, pieces));
    }

    private void mark(int origin) {
      markAt(derived.length(), origin);
    }

    private void markAt(int start, int origin) {
      if (pieces == derivedStarts.length) {
        derivedStarts = Arrays.copyOf(derivedStarts, pieces * 2);
        derivedOrigins = Arrays.copyOf(derivedOrigins, pieces * 2);
      }
      if (pieces > 0 && derivedStarts[pieces - 1] == start) {
        pieces--;
      }
      derivedStarts[pieces] = start;
      derivedOrigins[pieces++] = origin;
    }
  }

  private static final class Body {

    private final @Nullable Location only;
    private final String path;
    private final int firstLine;
    private final int[] lineStarts;

    private Body(String path, int firstLine, int[] lineStarts, @Nullable Location only) {
      this.only = only;
      this.path = path;
      this.firstLine = firstLine;
      this.lineStarts = lineStarts;
    }

    static Body of(String text, String path, int firstLine) {
      int[] starts = new int[Math.max(8, text.length() / 32)];
      int lines = 1;
      for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = i + 1;
      }
      return new Body(path, firstLine, Arrays.copyOf(starts, lines), null);
    }

    Location at(int offset) {
      if (only != null) {
        return only;
      }
      int found = Arrays.binarySearch(lineStarts, offset);
      int line = found >= 0 ? found : -found - 2;
      return new Location(path, firstLine + line, offset - lineStarts[line] + 1);
    }
  }
}
