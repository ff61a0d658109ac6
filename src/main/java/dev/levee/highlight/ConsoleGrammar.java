package dev.levee.highlight;

import static dev.levee.highlight.TokenClass.ATTRIBUTE;
import static dev.levee.highlight.TokenClass.COMMENT;
import static dev.levee.highlight.TokenClass.FUNCTION;
import static dev.levee.highlight.TokenClass.META;
import static dev.levee.highlight.TokenClass.OPERATOR;
import static dev.levee.highlight.TokenClass.STRING;
import static dev.levee.highlight.TokenClass.VARIABLE;

import dev.levee.highlight.Grammar.Rule;
import java.util.List;
import java.util.Map;

/// A session in a terminal: what follows a prompt is a command, all else is what it printed.
final class ConsoleGrammar {

  private static final Rule END = Rule.plain("\\n").leave();
  private static final Rule CONTINUED = Rule.of("\\\\\\n", OPERATOR);

  static final Grammar GRAMMAR =
      new Grammar(
          "output",
          Map.of(
              "output",
              List.of(
                  Rule.of("^(?:[\\w.@:~/\\\\-]{0,60}|\\[[^\\]\\n]{0,60}\\])[$%>](?= )", META)
                      .enter("command"),
                  Rule.of("^(?:[\\w.@:~/-]{1,60}|\\[[^\\]\\n]{0,60}\\])#(?= )", META)
                      .enter("command"),
                  Rule.of("^# .*+", COMMENT),
                  Rule.plain("[^\\n]++")),
              "command",
              List.of(
                  END,
                  CONTINUED,
                  Rule.of("#.*+", COMMENT),
                  Rule.of("\\w++(?==)", VARIABLE).become("arguments"),
                  Rule.of("[\\w./~-]++", FUNCTION).become("arguments"),
                  Rule.plain("\\S").become("arguments")),
              "arguments",
              List.of(
                  END,
                  CONTINUED,
                  Rule.of("(?<=\\s)#.*+", COMMENT),
                  Rule.of("(?<=\\s)--?[\\w-]++", ATTRIBUTE),
                  Rule.of("\"", STRING).enter("quoted"),
                  Rule.of("'[^']*+'?", STRING),
                  Rule.of("\\$(?:\\w++|\\{[^}\\n]*+\\}?)", VARIABLE),
                  Rule.of("&&|\\|\\|?|;", OPERATOR).become("command"),
                  Rule.of("[<>&]++", OPERATOR),
                  Rule.plain("[^\\s\"'$&|;<>\\\\]++"),
                  Rule.plain("\\\\.")),
              "quoted",
              List.of(
                  Rule.of("\"", STRING).leave(),
                  Rule.of("\\$(?:\\w++|\\{[^}\\n]*+\\}?)", VARIABLE),
                  Rule.of("[^\\\\\"$]++", STRING),
                  Rule.of("(?s)\\\\.", STRING),
                  Rule.of("\\$", STRING))));

  private ConsoleGrammar() {}
}
