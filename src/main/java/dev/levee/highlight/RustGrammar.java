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

/// Rust 2024. A quote may begin a lifetime, which rsyntaxtextarea takes for a character.
final class RustGrammar {

  private static final Map<String, TokenClass> WORDS =
      Rules.both(
          Rules.words(
              KEYWORD,
              """
              as async await break const continue crate dyn else enum extern fn for if impl in let \
              loop match mod move mut pub ref return self static struct super trait type union \
              unsafe use where while yield\
              """),
          Rules.both(
              Rules.words(NUMBER, "true false"),
              Rules.words(
                  TYPE,
                  "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize")));

  static final Grammar GRAMMAR =
      new Grammar(
          "code",
          Map.of(
              "code",
              List.of(
                  Rules.SPACE,
                  Rules.SLASHES,
                  Rule.of("/\\*", COMMENT).enter("comment"),
                  Rule.of("#!?\\[", META).enter("attribute"),
                  Rule.of("\\b[bc]?r(#{0,9})\"[^\"]*+\"\\1", STRING),
                  Rule.of("\\b[bc]?r#{1,9}\"", STRING).enter("raw"),
                  Rule.of("(?:\\b[bc])?\"", STRING).enter("string"),
                  Rule.of("(?:\\bb)?'(?:\\\\[^\\n]{1,12}?|[^\\\\'\\n]{1,2})'", STRING),
                  Rule.of("'\\w++", META),
                  Rule.of(
                      "\\b(?:0x[\\da-fA-F_]++|0b[01_]++|0o[0-7_]++"
                          + "|\\d[\\d_]*+(?:\\.\\d[\\d_]*+)?(?:[eE][+-]?\\d++)?)"
                          + "(?:[iuf]\\d{1,3}|[iu]size)?\\b",
                      NUMBER),
                  Rule.of("\\w++!(?!=)", FUNCTION),
                  Rule.of("\\bSelf\\b", KEYWORD),
                  Rule.of("\\b[A-Z]\\w*+", TYPE),
                  Rule.of("\\w++(?=\\(|::<)", FUNCTION).except(WORDS),
                  Rule.plain("\\w++").except(WORDS),
                  Rule.of("[-+*/%=!<>&|^?]++", OPERATOR)),
              "attribute",
              List.of(
                  Rule.of("\\]", META).leave(),
                  Rule.of("\\[", META).enter("attribute"),
                  Rule.of("\"", STRING).enter("string"),
                  Rule.of("[^\\[\\]\"]++", META)),
              "comment",
              List.of(
                  Rule.of("/\\*", COMMENT).enter("comment"),
                  Rule.of("\\*/", COMMENT).leave(),
                  Rule.of("[^*/]++", COMMENT),
                  Rule.of("[*/]", COMMENT)),
              "raw",
              List.of(
                  Rule.of("\"#++", STRING).leave(),
                  Rule.of("[^\"]++", STRING),
                  Rule.of("\"", STRING)),
              "string",
              List.of(
                  Rule.of("\"", STRING).leave(),
                  Rule.of("[^\\\\\"]++", STRING),
                  Rule.of("(?s)\\\\.", STRING))));

  private RustGrammar() {}
}
