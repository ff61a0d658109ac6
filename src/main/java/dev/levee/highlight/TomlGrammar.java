package dev.levee.highlight;

import static dev.levee.highlight.TokenClass.ATTRIBUTE;
import static dev.levee.highlight.TokenClass.COMMENT;
import static dev.levee.highlight.TokenClass.NUMBER;
import static dev.levee.highlight.TokenClass.OPERATOR;
import static dev.levee.highlight.TokenClass.STRING;
import static dev.levee.highlight.TokenClass.TYPE;

import dev.levee.highlight.Grammar.Rule;
import java.util.List;
import java.util.Map;

/// TOML 1.0.
final class TomlGrammar {

  private static final String KEY = "(?:[\\w-]++|\"[^\"\\n]*+\"|'[^'\\n]*+')";

  static final Grammar GRAMMAR =
      new Grammar(
          "start",
          Map.of(
              "start",
              List.of(
                  Rule.of("#.*+", COMMENT),
                  Rule.of("^[ \\t]*+\\[\\[?[^\\]\\n#]*+\\]?\\]?(?=[ \\t]*+(?:#|$))", TYPE),
                  Rule.of(KEY + "(?=[ \\t]*+(?:\\.[\\w. \\t\"'-]{0,99})?=)", ATTRIBUTE),
                  Rule.of("\"\"\"", STRING).enter("long basic"),
                  Rule.of("'''", STRING).enter("long literal"),
                  Rule.of("\"", STRING).enter("basic"),
                  Rule.of("'[^'\\n]*+'?", STRING),
                  Rule.of(
                      "\\b\\d{4}-\\d\\d-\\d\\d(?:[Tt ]\\d\\d:\\d\\d[\\d:.]*+"
                          + "(?:[Zz]|[+-]\\d\\d:\\d\\d)?)?",
                      NUMBER),
                  Rule.of("\\b\\d\\d:\\d\\d[\\d:.]*+", NUMBER),
                  Rule.of("[+-]?(?:inf|nan)\\b", NUMBER),
                  Rules.NUMBERS,
                  Rule.plain("[\\w-]++").except(Rules.words(NUMBER, "true false")),
                  Rule.of("=", OPERATOR)),
              "basic",
              Rules.IN_DOUBLE_QUOTES,
              "long basic",
              List.of(
                  Rule.of("\"\"\"", STRING).leave(),
                  Rule.of("[^\\\\\"]++", STRING),
                  Rule.of("(?s)\\\\.", STRING),
                  Rule.of("\"", STRING)),
              "long literal",
              List.of(
                  Rule.of("'''", STRING).leave(),
                  Rule.of("[^']++", STRING),
                  Rule.of("'", STRING))));

  private TomlGrammar() {}
}
