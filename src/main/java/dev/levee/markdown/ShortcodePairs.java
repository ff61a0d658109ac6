package dev.levee.markdown;

import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Finds for each open tag the close tag that belongs to it.
final class ShortcodePairs {

  /// A shortcode with all that is between its tags.
  ///
  /// @param close the tag that ends it; the tag itself when it stands alone
  record Pair(ShortcodeTag open, ShortcodeTag close) {

    boolean paired() {
      return !open.equals(close);
    }

    int end() {
      return close.end();
    }
  }

  private ShortcodePairs() {}

  /// The shortcodes that are inside no other one, in order. A name without a close tag stands
  /// alone; a close tag without an open one is a problem.
  static List<Pair> outermost(List<ShortcodeTag> tags, SourceText source, Problems problems) {
    IdentityHashMap<ShortcodeTag, ShortcodeTag> closes = matched(tags, source, problems);
    List<Pair> pairs = new ArrayList<>();
    int end = 0;
    for (ShortcodeTag tag : tags) {
      if (tag.start() >= end && tag.kind() != ShortcodeTag.Kind.CLOSE) {
        Pair pair = new Pair(tag, closes.getOrDefault(tag, tag));
        pairs.add(pair);
        end = pair.end();
      }
    }
    return pairs;
  }

  private static IdentityHashMap<ShortcodeTag, ShortcodeTag> matched(
      List<ShortcodeTag> tags, SourceText source, Problems problems) {
    IdentityHashMap<ShortcodeTag, ShortcodeTag> closes = new IdentityHashMap<>();
    Map<String, Integer> openNames = new HashMap<>();
    Deque<ShortcodeTag> open = new ArrayDeque<>();
    for (ShortcodeTag tag : tags) {
      switch (tag.kind()) {
        case OPEN -> {
          open.push(tag);
          openNames.merge(tag.name(), 1, Integer::sum);
        }
        case CLOSE -> {
          if (openNames.getOrDefault(tag.name(), 0) == 0) {
            problems.add(
                ProblemCode.BAD_SHORTCODE,
                source.at(tag.start()),
                "the shortcode '" + tag.name() + "' is closed here but was not opened");
          } else {
            closes.put(unwind(open, openNames, tag.name()), tag);
          }
        }
        case SELF_CLOSED, LITERAL -> {}
      }
    }
    return closes;
  }

  private static ShortcodeTag unwind(
      Deque<ShortcodeTag> open, Map<String, Integer> openNames, String name) {
    while (true) {
      ShortcodeTag tag = open.pop();
      openNames.merge(tag.name(), -1, Integer::sum);
      if (tag.name().equals(name)) {
        return tag;
      }
    }
  }
}
