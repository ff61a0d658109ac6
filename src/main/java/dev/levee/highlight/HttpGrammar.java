package dev.levee.highlight;

import static dev.levee.highlight.TokenClass.ATTRIBUTE;
import static dev.levee.highlight.TokenClass.COMMENT;
import static dev.levee.highlight.TokenClass.KEYWORD;
import static dev.levee.highlight.TokenClass.META;
import static dev.levee.highlight.TokenClass.NUMBER;
import static dev.levee.highlight.TokenClass.OPERATOR;
import static dev.levee.highlight.TokenClass.STRING;

import dev.levee.highlight.Grammar.Rule;
import java.util.List;
import java.util.Map;

/// Requests and answers of HTTP/1, also as `curl -v` shows them.
final class HttpGrammar {

  private static final Rule REQUEST =
      Rule.of("(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE|PURGE|QUERY)(?= )", KEYWORD);
  private static final Rule VERSION = Rule.of("HTTP/\\d(?:\\.\\d)?", KEYWORD);
  private static final Rule END = Rule.plain("\\n").leave();

  static final Grammar GRAMMAR =
      new Grammar(
          "head",
          Map.of(
              "head",
              List.of(
                  REQUEST.enter("request"),
                  VERSION.enter("status"),
                  Rule.of("^[<>*] ", META),
                  Rule.of("^#.*+", COMMENT),
                  Rule.of("[\\w-]++(?=:)", ATTRIBUTE).enter("value"),
                  Rule.plain("^\\r?\\n").become("body"),
                  Rule.plain("[^\\n]++")),
              "request",
              List.of(VERSION, END, Rule.of("\\S++", STRING)),
              "status",
              List.of(Rule.of("\\d{3}\\b", NUMBER), END, Rule.of("[^\\n\\d]++", STRING)),
              "value",
              List.of(Rule.of(":", OPERATOR).become("text")),
              "text",
              List.of(END, Rule.of("[^\\n]++", STRING)),
              "body",
              List.of(
                  Rule.of("^" + REQUEST.pattern() + "(?=[^\\n]*+HTTP/)", KEYWORD).become("again"),
                  Rule.of("^" + VERSION.pattern(), KEYWORD).become("again status"),
                  Rule.plain("[^\\n]++")),
              "again",
              List.of(VERSION, Rule.plain("\\n").become("head"), Rule.of("\\S++", STRING)),
              "again status",
              List.of(
                  Rule.of("\\d{3}\\b", NUMBER),
                  Rule.plain("\\n").become("head"),
                  Rule.of("[^\\n\\d]++", STRING))));

  private HttpGrammar() {}
}
