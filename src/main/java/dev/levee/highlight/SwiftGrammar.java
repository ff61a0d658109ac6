package dev.levee.highlight;

import static dev.levee.highlight.TokenClass.COMMENT;
import static dev.levee.highlight.TokenClass.FUNCTION;
import static dev.levee.highlight.TokenClass.KEYWORD;
import static dev.levee.highlight.TokenClass.META;
import static dev.levee.highlight.TokenClass.NUMBER;
import static dev.levee.highlight.TokenClass.OPERATOR;
import static dev.levee.highlight.TokenClass.STRING;
import static dev.levee.highlight.TokenClass.TYPE;

import dev.levee.highlight.Grammar.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Swift 6.
final class SwiftGrammar {

  private static final Map<String, TokenClass> WORDS =
      Rules.both(
          Rules.words(
              KEYWORD,
              """
              actor any as associatedtype async await borrowing break case catch class consuming \
              continue convenience default defer deinit didSet do dynamic else enum extension \
              fallthrough fileprivate final for func get guard if import in indirect infix init \
              inout internal is isolated lazy let mutating nonisolated nonmutating open operator \
              optional override package postfix precedencegroup prefix private protocol public \
              repeat required rethrows return self set some static struct subscript super switch \
              throw throws try typealias unowned var weak where while willSet yield\
              """),
          Rules.words(NUMBER, "true false nil"));

  private static final List<Rule> CODE =
      List.of(
          Rules.SPACE,
          Rules.SLASHES,
          Rule.of("/\\*", COMMENT).enter("comment"),
          Rule.of("#?\"\"\"", STRING).enter("long string"),
          Rule.of("#\"[^\\n]*?\"#", STRING),
          Rule.of("\"", STRING).enter("string"),
          Rule.of("[@#]\\w++", META),
          Rules.NUMBERS,
          Rule.of("\\b[A-Z]\\w*+", TYPE).except(Rules.words(KEYWORD, "Self Any")),
          Rule.of("\\w++(?=\\()", FUNCTION).except(WORDS),
          Rule.plain("\\w++").except(WORDS),
          Rule.of("[-+*/%=!<>&|^~?]++", OPERATOR));

  static final Grammar GRAMMAR =
      new Grammar(
          "code",
          Map.of(
              "code",
              CODE,
              "inserted",
              Stream.concat(
                      Stream.of(
                          Rule.of("\\)", STRING).leave(), Rule.plain("\\(").enter("parentheses")),
                      CODE.stream())
                  .toList(),
              "parentheses",
              Stream.concat(
                      Stream.of(Rule.plain("\\)").leave(), Rule.plain("\\(").enter("parentheses")),
                      CODE.stream())
                  .toList(),
              "comment",
              List.of(
                  Rule.of("/\\*", COMMENT).enter("comment"),
                  Rule.of("\\*/", COMMENT).leave(),
                  Rule.of("[^*/]++", COMMENT),
                  Rule.of("[*/]", COMMENT)),
              "string",
              Stream.concat(
                      Stream.of(Rule.of("\\\\\\(", STRING).enter("inserted")),
                      Rules.IN_DOUBLE_QUOTES.stream())
                  .toList(),
              "long string",
              List.of(
                  Rule.of("\\\\\\(", STRING).enter("inserted"),
                  Rule.of("\"\"\"#?", STRING).leave(),
                  Rule.of("[^\\\\\"]++", STRING),
                  Rule.of("(?s)\\\\.", STRING),
                  Rule.of("\"", STRING))));

  private SwiftGrammar() {}
}
