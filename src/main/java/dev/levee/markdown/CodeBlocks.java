package dev.levee.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the code blocks of a Markdown text and the places where a code span has to end.
///
/// Fences are followed through quotes and lists. Indented lines count as code only where no list
/// can own them; whatever is missed here is still code to the parser, which undoes what was lifted
/// out.
final class CodeBlocks {

  /// A range that is code from `start` up to `end`.
  record Range(int start, int end) {}

  private static final Pattern FENCE = Pattern.compile("(`{3,})[^`]*|(~{3,}).*");
  private static final Pattern LIST_MARKER = Pattern.compile("(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]|$)");

  private final String text;
  private final List<Range> ranges = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();
  private boolean afterBlank = true;
  private boolean afterIndented;
  private boolean inList;
  private String fence = "";
  private int fenceStart;
  private int fenceQuotes;
  private boolean fenceInList;

  private CodeBlocks(String text) {
    this.text = text;
  }

  static CodeBlocks in(String text) {
    CodeBlocks blocks = new CodeBlocks(text);
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      blocks.line(start, end);
      start = end + 1;
    }
    if (!blocks.fence.isEmpty()) {
      blocks.ranges.add(new Range(blocks.fenceStart, text.length()));
    }
    return blocks;
  }

  /// The code blocks in the order of the text.
  List<Range> ranges() {
    return ranges;
  }

  /// The offsets of blank lines and code blocks, which no code span crosses, in order.
  List<Integer> breaks() {
    return breaks;
  }

  private void line(int start, int end) {
    int at = start;
    int quotes = 0;
    int indent = 0;
    boolean marker = false;
    Matcher list = LIST_MARKER.matcher(text).region(start, end);
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        indent += c == '\t' ? 4 : 1;
      } else if (c == '>' && indent < 4) {
        quotes++;
        indent = -1; // the space after the mark belongs to it
      } else if (fence.isEmpty() && indent < 4 && list.region(at, end).lookingAt()) {
        marker = true;
        at = list.end() - 1;
        indent = -1;
      } else {
        break;
      }
    }
    if (!fence.isEmpty() && fenceInList && at < end && indent < 2 && quotes == fenceQuotes) {
      endFence(start); // with its item
    }
    if (!fence.isEmpty() && !closes(quotes, at, start, end)) {
      return;
    }
    if (at == end) {
      breaks.add(start);
      afterBlank = true;
    } else {
      open(start, at, end, quotes, indent, marker);
    }
  }

  /// Whether a line is after the open fence; the line that closes it still belongs to it.
  private boolean closes(int quotes, int at, int start, int end) {
    if (quotes < fenceQuotes) {
      endFence(start);
      return true;
    }
    String rest = text.substring(at, end).stripTrailing();
    boolean same = !rest.isEmpty() && rest.chars().allMatch(c -> c == fence.charAt(0));
    if (same && rest.length() >= fence.length()) {
      endFence(end);
    }
    return false;
  }

  private void endFence(int end) {
    ranges.add(new Range(fenceStart, end));
    fence = "";
    afterBlank = true;
  }

  private void open(int start, int at, int end, int quotes, int indent, boolean marker) {
    inList = marker || (inList && (!afterBlank || indent > 1));
    Matcher fenceLine = FENCE.matcher(text).region(at, end);
    boolean indented = indent >= 4 && !inList;
    if (indented && (afterBlank || afterIndented)) {
      ranges.add(new Range(start, end));
      breaks.add(start);
      afterIndented = true;
    } else {
      afterIndented = false;
      if (!indented && fenceLine.matches()) {
        fence = fenceLine.group(1) == null ? fenceLine.group(2) : fenceLine.group(1);
        fenceStart = at;
        fenceQuotes = quotes;
        fenceInList = marker || (inList && indent >= 2);
        breaks.add(start);
      }
    }
    afterBlank = false;
  }
}
