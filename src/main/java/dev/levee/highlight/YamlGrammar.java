package dev.levee.highlight;

import static dev.levee.highlight.TokenClass.ATTRIBUTE;
import static dev.levee.highlight.TokenClass.COMMENT;
import static dev.levee.highlight.TokenClass.META;
import static dev.levee.highlight.TokenClass.NUMBER;
import static dev.levee.highlight.TokenClass.OPERATOR;
import static dev.levee.highlight.TokenClass.STRING;
import static dev.levee.highlight.TokenClass.VARIABLE;

import dev.levee.highlight.Grammar.Rule;
import java.util.List;
import java.util.Map;

/// YAML 1.2. rsyntaxtextarea does not tell keys from values.
final class YamlGrammar {

  private static final String AFTER = "(?=[ \\t]*+(?:[,\\]}]|\\s#|$))";

  static final Grammar GRAMMAR =
      new Grammar(
          "start",
          Map.of(
              "start",
              List.of(
                  Rules.SPACE,
                  Rule.of("#(?<![^\\s]#).*+", COMMENT),
                  Rule.of("^(?:---|\\.\\.\\.)(?=\\s|$)", META),
                  Rule.of("^%.*+", META),
                  Rule.of(
                      "(?:\"[^\"\\n]{0,200}+\"|'[^'\\n]{0,200}+'"
                          + "|(?![-?:][ \\t])[^\\s\"'#\\[\\]{},&*!|>%@`:]"
                          + "[^\\s#\\[\\]{},:]{0,200}+(?: [^\\s#\\[\\]{},:]{1,99}+){0,9}+)"
                          + "(?=[ \\t]{0,9}:(?:\\s|$))",
                      ATTRIBUTE),
                  Rule.of("\"", STRING).enter("double"),
                  Rule.of("'[^']*+'?", STRING),
                  Rule.of(
                      "[|>](?<=[:-]\\s{1,9}[|>])[-+\\d]{0,2}+(?=[ \\t]*+(?:\\s#.*+)?$)", OPERATOR),
                  Rule.of("(?<![^\\s\\[{,])[&*][\\w-]++", VARIABLE),
                  Rule.of("(?<![^\\s\\[{,])!\\S*+", META),
                  Rule.of("(?<![^\\s\\[{,])[+-]?\\d[\\d_:.TZ+eE-]*+" + AFTER, NUMBER),
                  Rule.of("(?<![^\\s\\[{,])(?:true|false|null|~)" + AFTER, NUMBER),
                  Rule.of("-(?=\\s|$)(?<=(?:^\\s{0,80}|- )-)", OPERATOR),
                  Rule.of(":(?=\\s|$)", OPERATOR),
                  Rule.plain("[^\\s\"'#\\[\\]{},:]++")),
              "double",
              List.of(
                  Rule.of("\"", STRING).leave(),
                  Rule.of("[^\\\\\"]++", STRING),
                  Rule.of("(?s)\\\\.", STRING))));

  private YamlGrammar() {}
}
