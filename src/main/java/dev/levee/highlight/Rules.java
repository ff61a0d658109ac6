package dev.levee.highlight;

import static dev.levee.highlight.TokenClass.COMMENT;
import static dev.levee.highlight.TokenClass.NUMBER;
import static dev.levee.highlight.TokenClass.STRING;

import dev.levee.highlight.Grammar.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What grammars have in common.
final class Rules {

  /// Numbers as most languages have them.
  static final Rule NUMBERS =
      Rule.of(
          "\\b(?:0[xX][\\da-fA-F_]++|0[bB][01_]++|0[oO][0-7_]++"
              + "|\\d[\\d_]*+(?:\\.\\d[\\d_]*+)?(?:[eE][+-]?\\d++)?)n?\\b",
          NUMBER);

  /// Tried first, it spares space all other rules.
  static final Rule SPACE = Rule.plain("\\s++");

  /// `// …` up to the end of the line.
  static final Rule SLASHES = Rule.of("//.*+", COMMENT);

  /// The inside of a string on one line, after its first double quote.
  static final List<Rule> IN_DOUBLE_QUOTES = inQuotes('"');

  /// The inside of a string on one line, after its first single quote.
  static final List<Rule> IN_SINGLE_QUOTES = inQuotes('\'');

  /// The inside of a comment after `/*`.
  static final List<Rule> IN_BLOCK_COMMENT =
      List.of(
          Rule.of("\\*/", COMMENT).leave(), Rule.of("[^*]++", COMMENT), Rule.of("\\*", COMMENT));

  private Rules() {}

  /// Words of one kind, separated by spaces.
  static Map<String, TokenClass> words(TokenClass kind, String words) {
    Map<String, TokenClass> map = new HashMap<>();
    for (String word : words.split("\\s+", -1)) {
      map.put(word, kind);
    }
    return map;
  }

  static Map<String, TokenClass> both(Map<String, TokenClass> some, Map<String, TokenClass> more) {
    Map<String, TokenClass> map = new HashMap<>(some);
    map.putAll(more);
    return map;
  }

  private static List<Rule> inQuotes(char quote) {
    return List.of(
        Rule.of(String.valueOf(quote), STRING).leave(),
        Rule.of("[^\\\\\\n" + quote + "]++", STRING),
        Rule.of("\\\\.", STRING),
        Rule.plain("\\n").leave(),
        Rule.of("\\\\", STRING));
  }
}
