package dev.levee.highlight;

import java.util.Map;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.jspecify.annotations.Nullable;

/// Lets a token maker of rsyntaxtextarea read a text line by line, each line starting in the state
/// in which the one before it ended.
final class LineTokenizer implements Tokenizer {

  private final TokenMaker maker;
  private final Map<TokenClass, TokenClass> others;

  /// @param maker one of its own: token makers keep state
  /// @param others what the maker calls by another name than Levee
  LineTokenizer(TokenMaker maker, Map<TokenClass, TokenClass> others) {
    this.maker = maker;
    this.others = Map.copyOf(others);
  }

  @Override
  public void tokenize(String code, Tokens tokens) {
    char[] chars = code.toCharArray();
    int state = TokenTypes.NULL;
    for (int start = 0; start < chars.length; ) {
      int newline = code.indexOf('\n', start);
      int end = newline < 0 ? chars.length : newline;
      state = line(new Segment(chars, start, end - start), state, tokens);
      start = end + 1;
    }
  }

  private int line(Segment line, int state, Tokens tokens) {
    int last = state;
    for (Token token = maker.getTokenList(line, state, line.offset);
        token != null;
        token = token.getNextToken()) {
      last = token.getType();
      TokenClass kind = kind(last);
      if (kind != null && token.length() > 0) {
        int start = token.getTextOffset();
        tokens.token(start, start + token.length(), others.getOrDefault(kind, kind));
      }
    }
    return last;
  }

  /// Names, space and brackets are plain. So is what only an editor would call a mistake: a snippet
  /// may well end in the middle of a string.
  private static @Nullable TokenClass kind(int type) {
    return switch (type) {
      case TokenTypes.COMMENT_EOL,
          TokenTypes.COMMENT_MULTILINE,
          TokenTypes.COMMENT_DOCUMENTATION,
          TokenTypes.COMMENT_KEYWORD,
          TokenTypes.COMMENT_MARKUP,
          TokenTypes.MARKUP_COMMENT ->
          TokenClass.COMMENT;
      case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2 -> TokenClass.KEYWORD;
      case TokenTypes.FUNCTION -> TokenClass.FUNCTION;
      case TokenTypes.LITERAL_BOOLEAN,
          TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
          TokenTypes.LITERAL_NUMBER_FLOAT,
          TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
          TokenTypes.ERROR_NUMBER_FORMAT ->
          TokenClass.NUMBER;
      case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
          TokenTypes.LITERAL_CHAR,
          TokenTypes.LITERAL_BACKQUOTE,
          TokenTypes.REGEX,
          TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
          TokenTypes.MARKUP_CDATA,
          TokenTypes.ERROR_STRING_DOUBLE,
          TokenTypes.ERROR_CHAR ->
          TokenClass.STRING;
      case TokenTypes.DATA_TYPE, TokenTypes.MARKUP_TAG_NAME -> TokenClass.TYPE;
      case TokenTypes.VARIABLE -> TokenClass.VARIABLE;
      case TokenTypes.MARKUP_TAG_ATTRIBUTE -> TokenClass.ATTRIBUTE;
      case TokenTypes.OPERATOR, TokenTypes.MARKUP_TAG_DELIMITER -> TokenClass.OPERATOR;
      case TokenTypes.ANNOTATION,
          TokenTypes.PREPROCESSOR,
          TokenTypes.MARKUP_DTD,
          TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
          TokenTypes.MARKUP_CDATA_DELIMITER,
          TokenTypes.MARKUP_ENTITY_REFERENCE ->
          TokenClass.META;
      default -> null;
    };
  }
}
