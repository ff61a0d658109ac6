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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// HTML with FreeMarker's `<#if …>` and `${…}`, or Liquid's and Jinja's `{% if … %}` and `{{ … }}`.
final class TemplateGrammar {

  private static final Map<String, TokenClass> WORDS =
      Rules.both(
          Rules.words(
              KEYWORD, "and as by contains else gt gte if in is lt lte not or reversed using with"),
          Rules.words(NUMBER, "true false nil none null blank empty"));

  private static final List<Rule> EXPRESSION =
      List.of(
          Rule.of("\"", STRING).enter("double"),
          Rule.of("'", STRING).enter("single"),
          Rules.NUMBERS,
          Rule.of("(?<=[?|]\\s{0,9})\\w++", FUNCTION),
          Rule.plain("\\w++").except(WORDS),
          Rule.plain("\\{").enter("braces"),
          Rule.of("[-+*/%=!<&|?]++", OPERATOR));

  private static final List<Rule> INSERTIONS =
      List.of(
          Rule.of("<#--", COMMENT).enter("hash comment"),
          Rule.of("\\{#", COMMENT).enter("brace comment"),
          Rule.of("</?[#@][\\w.]*+", KEYWORD).enter("directive"),
          Rule.of("[$]\\{", META).enter("insertion"),
          Rule.of("\\{\\{[-~]?", META).enter("output"),
          Rule.of("\\{%[-~]?", META).enter("statement"));

  static final Grammar GRAMMAR = new Grammar("text", states());

  private TemplateGrammar() {}

  private static Map<String, List<Rule>> states() {
    Map<String, List<Rule>> states = new HashMap<>();
    states.put(
        "text",
        with(
            INSERTIONS,
            Rule.of("<!--", COMMENT).enter("html comment"),
            Rule.of("<![\\w]++[^>\\n]*+>", META),
            Rule.of("</?[A-Za-z][\\w:-]*+", TYPE).enter("tag"),
            Rule.of("&#?\\w{1,32};", META),
            Rule.plain("[^<{$&]++")));
    states.put(
        "tag",
        with(
            INSERTIONS,
            Rule.of("/?>", TYPE).leave(),
            Rule.of("[\\w:@-]++", ATTRIBUTE),
            Rule.of("=", OPERATOR),
            Rule.of("\"", STRING).enter("value")));
    states.put(
        "value",
        with(
            INSERTIONS,
            Rule.of("\"", STRING).leave(),
            Rule.of("[^\"<{$]++", STRING),
            Rule.of("[<{$]", STRING)));
    states.put("hash comment", until("-->"));
    states.put("html comment", until("-->"));
    states.put("brace comment", until("#\\}"));
    states.put("directive", before(EXPRESSION, Rule.of("/?>", KEYWORD).leave()));
    states.put("insertion", before(EXPRESSION, Rule.of("\\}", META).leave()));
    states.put("output", before(EXPRESSION, Rule.of("[-~]?\\}\\}", META).leave()));
    states.put("statement", List.of(Rule.of("\\w++", KEYWORD).become("rest"), end()));
    states.put("rest", before(EXPRESSION, end()));
    states.put("braces", before(EXPRESSION, Rule.plain("\\}").leave()));
    states.put("double", Rules.IN_DOUBLE_QUOTES);
    states.put("single", Rules.IN_SINGLE_QUOTES);
    return states;
  }

  private static Rule end() {
    return Rule.of("[-~]?%\\}", META).leave();
  }

  private static List<Rule> until(String end) {
    char first = end.charAt(0);
    return List.of(
        Rule.of(end, COMMENT).leave(),
        Rule.of("[^" + first + "]++", COMMENT),
        Rule.of(String.valueOf(first), COMMENT));
  }

  private static List<Rule> with(List<Rule> rules, Rule... more) {
    return Stream.concat(rules.stream(), Stream.of(more)).toList();
  }

  private static List<Rule> before(List<Rule> rules, Rule first) {
    return Stream.concat(Stream.of(first), rules.stream()).toList();
  }
}
