package dev.levee.highlight;

import static dev.levee.highlight.TokenClass.ATTRIBUTE;
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

/// JavaScript and TypeScript with tags in them. A `<` opens a tag where an expression may start.
final class JsxGrammar {

  private static final Map<String, TokenClass> WORDS =
      Rules.both(
          Rules.words(
              KEYWORD,
              """
              abstract as async await break case catch class const continue debugger declare \
              default delete do else enum export extends finally for from function get if \
              implements import in infer instanceof interface is keyof let namespace new of \
              override private protected public readonly return satisfies set static super switch \
              this throw try type typeof var void while with yield\
              """),
          Rules.both(
              Rules.words(NUMBER, "true false null undefined NaN Infinity"),
              Rules.words(TYPE, "any bigint boolean never number object string symbol unknown")));

  private static final Rule TAG =
      Rule.of(
          "<(?=[A-Za-z>])(?<=(?:[(\\[{},;=?:&|!>]|\\breturn|\\bdefault|^)\\s{0,80}<)", OPERATOR);

  private static final Rule BRACES = Rule.plain("\\{").enter("braces");

  private static final List<Rule> CODE =
      List.of(
          Rules.SPACE,
          Rules.SLASHES,
          Rule.of("/\\*", COMMENT).enter("comment"),
          Rule.of("\"", STRING).enter("double"),
          Rule.of("'", STRING).enter("single"),
          Rule.of("`", STRING).enter("template"),
          TAG.enter("tag name"),
          Rule.of("@\\w++", META),
          Rules.NUMBERS,
          Rule.of("/(?<=[(,=:\\[!&|?{};]\\s?/)(?![/*])[^/\\n]{1,200}/[a-z]{0,8}", STRING),
          Rule.of("[\\w$]++(?=\\()", FUNCTION).except(WORDS),
          Rule.of("[A-Z][\\w$]*+", TYPE),
          Rule.plain("[\\w$]++").except(WORDS),
          Rule.of("[-+*/%=!<>&|^~?]++", OPERATOR));

  static final Grammar GRAMMAR =
      new Grammar(
          "code",
          Map.of(
              "code",
              CODE,
              "braces",
              Stream.concat(Stream.of(Rule.plain("\\}").leave(), BRACES), CODE.stream()).toList(),
              "comment",
              Rules.IN_BLOCK_COMMENT,
              "double",
              Rules.IN_DOUBLE_QUOTES,
              "single",
              Rules.IN_SINGLE_QUOTES,
              "template",
              List.of(
                  Rule.of("`", STRING).leave(),
                  Rule.plain("\\$\\{").enter("braces"),
                  Rule.of("[^\\\\`$]++", STRING),
                  Rule.of("(?s)\\\\.", STRING),
                  Rule.of("\\$", STRING)),
              "tag name",
              List.of(
                  Rule.of("[\\w.:-]++", TYPE).become("tag"),
                  Rule.of(">", OPERATOR).become("children")),
              "tag",
              List.of(
                  Rule.of("/>", OPERATOR).leave(),
                  Rule.of(">", OPERATOR).become("children"),
                  Rule.of("\"[^\"]*+\"?|'[^']*+'?", STRING),
                  Rule.of("[\\w:-]++", ATTRIBUTE),
                  Rule.of("=", OPERATOR),
                  BRACES),
              "children",
              List.of(
                  Rule.of("</(?=[\\w>])", OPERATOR).become("end tag"),
                  Rule.of("<(?=[A-Za-z>])", OPERATOR).enter("tag name"),
                  BRACES,
                  Rule.of("&#?\\w{1,32};", META),
                  Rule.plain("[^<{&]++")),
              "end tag",
              List.of(Rule.of("[\\w.:-]++", TYPE), Rule.of(">", OPERATOR).leave())));

  private JsxGrammar() {}
}
