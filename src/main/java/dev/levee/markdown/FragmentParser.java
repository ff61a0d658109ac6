package dev.levee.markdown;

import dev.levee.markdown.ShortcodePairs.Pair;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Lifts the shortcodes out of a text, parses what is left, and does the same for what is between
/// the tags of each.
final class FragmentParser {

  static final int MAX_DEPTH = 100;
  static final int MAX_SHORTCODE_DEPTH = 20;

  static final String TOO_DEEP = "this is nested deeper than " + MAX_DEPTH + " levels";
  static final String SHOWN_AS_TEXT = "it is shown as plain text until it is undone";

  private final MarkdownOptions options;
  private final Problems problems;
  private final Definitions definitions = new Definitions();
  private final IdentityHashMap<BlockNode.Root, Fragment> fragments = new IdentityHashMap<>();

  FragmentParser(MarkdownOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
  }

  Fragment parse(SourceText source) {
    return parse(source, 0);
  }

  /// Reads a text in which no block begins.
  Fragment parseLine(SourceText source) {
    List<Slot> slots = new ArrayList<>();
    SourceText prepared = prepare(source, slots, 0);
    BlockNode.Root tree = new BlockNode.Root();
    BlockNode.Line line = new BlockNode.Line(Content.of(prepared.text().strip(), 0));
    tree.appendChild(line);
    return fragment(tree, prepared, new Placeholders(slots), source.text(), new Definitions());
  }

  /// What all the texts of the document define.
  Definitions definitions() {
    return definitions;
  }

  /// The text that a tree was read from.
  IdentityHashMap<BlockNode.Root, Fragment> fragments() {
    return fragments;
  }

  private Fragment parse(SourceText source, int depth) {
    if (depth > MAX_SHORTCODE_DEPTH) {
      tooDeep(source.at(0), "shortcodes are nested deeper than " + MAX_SHORTCODE_DEPTH + " levels");
      return plain(source, new Placeholders(List.of()), source.text());
    }
    List<Slot> slots = new ArrayList<>();
    SourceText prepared = prepare(source, slots, depth);
    Placeholders placeholders = new Placeholders(slots);
    BlockParser parser = new BlockParser(prepared.text(), options, MAX_DEPTH);
    BlockNode.Root tree = parser.parse();
    if (parser.tooDeep() >= 0) {
      tooDeep(prepared.at(parser.tooDeep()), TOO_DEEP);
      return plain(prepared, placeholders, source.text());
    }
    definitions.addAll(parser.definitions());
    return fragment(tree, prepared, placeholders, source.text(), parser.definitions());
  }

  private Fragment fragment(
      BlockNode.Root tree,
      SourceText source,
      Placeholders placeholders,
      String plain,
      Definitions own) {
    Fragment fragment = new Fragment(tree, source, placeholders, plain, own);
    fragments.put(tree, fragment);
    return fragment;
  }

  private static Fragment plain(SourceText source, Placeholders placeholders, String text) {
    return new Fragment(null, source, placeholders, text, new Definitions());
  }

  private void tooDeep(Location at, String message) {
    problems.add(ProblemCode.TOO_DEEP, at, message, SHOWN_AS_TEXT);
  }

  private SourceText prepare(SourceText source, List<Slot> slots, int depth) {
    String text = source.text();
    List<Pair> pairs =
        options.additions()
            ? ShortcodePairs.outermost(ShortcodeScanner.scan(source, problems), source, problems)
            : List.of();
    if (pairs.isEmpty() && text.indexOf(Placeholders.SIGN) < 0) {
      return source;
    }
    SourceText.Builder prepared = source.derive();
    int from = 0;
    int lineStart = 0;
    int seen = 0;
    for (Pair pair : pairs) {
      int start = pair.open().start();
      for (int i = text.indexOf('\n', seen, start); i >= 0; i = text.indexOf('\n', i + 1, start)) {
        lineStart = i + 1;
      }
      seen = start;
      keep(source, prepared, slots, from, start);
      prepared.put(Placeholders.mark(slots.size()), start);
      slots.add(slot(source, pair, lineStart, depth));
      from = pair.end();
    }
    keep(source, prepared, slots, from, text.length());
    return prepared.build();
  }

  /// Copies what is between two shortcodes, lifting out the author's own uses of the sign.
  private static void keep(
      SourceText source, SourceText.Builder prepared, List<Slot> slots, int from, int to) {
    String text = source.text();
    String sign = String.valueOf(Placeholders.SIGN);
    int start = from;
    for (int i = text.indexOf(Placeholders.SIGN, from, to); i >= 0; ) {
      prepared.copy(start, i).put(Placeholders.mark(slots.size()), i);
      slots.add(new Slot.Literal(sign, sign));
      start = i + 1;
      i = text.indexOf(Placeholders.SIGN, start, to);
    }
    prepared.copy(start, to);
  }

  private Slot slot(SourceText source, Pair pair, int lineStart, int depth) {
    ShortcodeTag open = pair.open();
    String written = source.text().substring(open.start(), pair.end());
    if (open.kind() == ShortcodeTag.Kind.LITERAL) {
      return new Slot.Literal(open.literal(), written);
    }
    Optional<Fragment> inner = Optional.empty();
    String innerSource = "";
    if (pair.paired()) {
      SourceText between = between(source, pair, lineStart);
      innerSource = between.text();
      inner = Optional.of(parse(between, depth + 1));
    }
    Shortcode shortcode =
        new Shortcode(
            open.name(),
            open.named(),
            open.positional(),
            pair.paired(),
            innerSource,
            source.at(open.start()));
    return new Slot.Code(shortcode, inner, written);
  }

  /// The text between two tags, without what the quotes and lists around them put before each line.
  private static SourceText between(SourceText source, Pair pair, int lineStart) {
    String text = source.text();
    int start = pair.open().end();
    int end = pair.close().start();
    String prefix = text.substring(lineStart, prefixEnd(text, lineStart, pair.open().start()));
    SourceText.Builder inner = source.derive();
    while (true) {
      int newline = text.indexOf('\n', start, end);
      if (newline < 0) {
        return inner.copy(start, end).build();
      }
      inner.copy(start, newline + 1);
      start = Math.min(end, afterPrefix(text, newline + 1, prefix));
    }
  }

  /// The end of what quotes and lists put before a line.
  private static int prefixEnd(String text, int lineStart, int end) {
    int at = lineStart;
    while (at < end) {
      char c = text.charAt(at);
      int marker = at;
      if (c == '-' || c == '*' || c == '+') {
        marker = at + 1;
      } else {
        while (marker < end && HtmlSyntax.isDigit(text.charAt(marker))) {
          marker++;
        }
        boolean closed = marker < end && ".)".indexOf(text.charAt(marker)) >= 0;
        marker = closed && marker > at ? marker + 1 : at;
      }
      boolean isMarker = marker > at && LineCursor.isSpace(text.charAt(marker));
      if (!isMarker && !LineCursor.isSpace(c) && c != '>') {
        break;
      }
      at = isMarker ? marker : at + 1;
    }
    return at;
  }

  private static int afterPrefix(String text, int lineStart, String prefix) {
    int at = lineStart;
    for (int i = 0; i < prefix.length() && at < text.length(); i++) {
      boolean space = text.charAt(at) == ' ' || text.charAt(at) == '\t';
      if (prefix.charAt(i) == '>') {
        int mark = at;
        while (mark < text.length() && text.charAt(mark) == ' ') {
          mark++;
        }
        if (mark == text.length() || text.charAt(mark) != '>') {
          return at;
        }
        at = mark + 1;
      } else if (space) {
        at++;
      }
    }
    return at;
  }
}
