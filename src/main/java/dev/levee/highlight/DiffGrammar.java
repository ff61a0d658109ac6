package dev.levee.highlight;

import static dev.levee.highlight.TokenClass.COMMENT;
import static dev.levee.highlight.TokenClass.DELETED;
import static dev.levee.highlight.TokenClass.INSERTED;
import static dev.levee.highlight.TokenClass.META;

import dev.levee.highlight.Grammar.Rule;
import java.util.List;
import java.util.Map;

/// What `diff` and `git diff` print.
final class DiffGrammar {

  static final Grammar GRAMMAR =
      new Grammar(
          "start",
          Map.of(
              "start",
              List.of(
                  Rule.of(
                      "^(?:diff|index|similarity|dissimilarity|rename|copy|new file|deleted file"
                          + "|old mode|new mode|Only in|Binary files|Index:) ?.*+",
                      META),
                  Rule.of("^(?:--- .*+(?=\\n\\+\\+\\+ )|\\+\\+\\+ .*+|={60,}+$)", META),
                  Rule.of("^(?:@@.*+|\\*{3,}.*+|\\d[\\d,]*+[acd]\\d[\\d,]*+$)", META),
                  Rule.of("^[+>].*+", INSERTED),
                  Rule.of("^[-<].*+", DELETED),
                  Rule.of("^[#\\\\].*+", COMMENT),
                  Rule.plain(".++"))));

  private DiffGrammar() {}
}
