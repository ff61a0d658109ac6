package dev.levee.markdown;

import dev.levee.markdown.CodeBlocks.Range;
import dev.levee.markdown.ShortcodeTagReader.BrokenTag;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/// Finds the shortcode tags of a Markdown text, those in code left alone.
final class ShortcodeScanner {

  private final SourceText source;
  private final String text;
  private final Problems problems;
  private final List<ShortcodeTag> tags = new ArrayList<>();
  private final List<Range> code;
  private final List<Integer> breaks;
  private int nextCode;
  private int nextBreak;

  private ShortcodeScanner(SourceText source, Problems problems) {
    this.source = source;
    this.text = source.text();
    this.problems = problems;
    CodeBlocks blocks = CodeBlocks.in(text);
    this.code = blocks.ranges();
    this.breaks = blocks.breaks();
  }

  /// The tags in the order of the text; broken ones are among the problems instead.
  static List<ShortcodeTag> scan(SourceText source, Problems problems) {
    if (!hasTag(source.text())) {
      return List.of();
    }
    ShortcodeScanner scanner = new ShortcodeScanner(source, problems);
    for (int at = 0; at < scanner.text.length(); ) {
      at = scanner.step(at);
    }
    return scanner.tags;
  }

  private static boolean hasTag(String text) {
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      if (isTag(text, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTag(String text, int at) {
    return text.startsWith("{{<", at) || text.startsWith("{{%", at);
  }

  private int step(int at) {
    while (nextCode < code.size() && code.get(nextCode).end() <= at) {
      nextCode++;
    }
    if (nextCode < code.size() && code.get(nextCode).start() <= at) {
      return code.get(nextCode).end();
    }
    return switch (text.charAt(at)) {
      case '\\' -> at + 2;
      case '`' -> afterSpan(at);
      case '{' -> isTag(text, at) ? tag(at) : at + 1;
      default -> at + 1;
    };
  }

  private int tag(int at) {
    try {
      ShortcodeTag tag = new ShortcodeTagReader(text, at).read();
      tags.add(tag);
      return tag.end();
    } catch (BrokenTag e) {
      problems.add(
          ProblemCode.BAD_SHORTCODE,
          source.at(e.offset()),
          e.said(),
          "to show a shortcode instead of using it, write {{</* name */>}} or put it in code");
      return at + 3;
    }
  }

  /// The offset after the code span that starts here, or after its backticks when none does.
  private int afterSpan(int at) {
    int opened = runEnd(at);
    int length = opened - at;
    int limit = blockEnd(at);
    for (int i = text.indexOf('`', opened); i >= 0 && i < limit; i = text.indexOf('`', i)) {
      int end = runEnd(i);
      if (end - i == length) {
        return end;
      }
      i = end;
    }
    return opened;
  }

  private int runEnd(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  private int blockEnd(int at) {
    while (nextBreak < breaks.size() && breaks.get(nextBreak) <= at) {
      nextBreak++;
    }
    return nextBreak < breaks.size() ? breaks.get(nextBreak) : text.length();
  }
}
