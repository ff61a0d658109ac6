package dev.levee.highlight;

import static dev.levee.highlight.TokenClass.COMMENT;
import static dev.levee.highlight.TokenClass.KEYWORD;
import static dev.levee.highlight.TokenClass.NUMBER;
import static dev.levee.highlight.TokenClass.OPERATOR;
import static dev.levee.highlight.TokenClass.STRING;
import static dev.levee.highlight.TokenClass.VARIABLE;

import dev.levee.highlight.Grammar.Rule;
import java.util.List;
import java.util.Map;

/// The configuration of nginx: directives, each with its arguments.
final class NginxGrammar {

  static final Grammar GRAMMAR =
      new Grammar(
          "directive",
          Map.of(
              "directive",
              List.of(Rule.of("#.*+", COMMENT), Rule.of("[\\w-]++", KEYWORD).become("arguments")),
              "arguments",
              List.of(
                  Rule.plain("[;{}]").become("directive"),
                  Rule.of("(?<=\\s)#.*+", COMMENT),
                  Rule.of("\"", STRING).enter("double"),
                  Rule.of("'", STRING).enter("single"),
                  Rule.of("\\$(?:\\w++|\\{\\w++\\})", VARIABLE),
                  Rule.of("(?<=\\s)(?:~\\*?|!~\\*?|\\^~|!?=)(?=\\s)", OPERATOR),
                  Rule.of("\\b(?<![.:/-])\\d++[kmgsdhyKMG]?\\b(?![.:/-])", NUMBER),
                  Rule.plain("[\\w./:-]++").except(Rules.words(NUMBER, "on off"))),
              "double",
              Rules.IN_DOUBLE_QUOTES,
              "single",
              Rules.IN_SINGLE_QUOTES));

  private NginxGrammar() {}
}
