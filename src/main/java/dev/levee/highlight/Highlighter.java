package dev.levee.highlight;

import java.util.Optional;

/// Turns code into HTML that style sheets can colour. Any number of threads may ask at once.
public final class Highlighter {

  /// Longer blocks are left plain.
  public static final int MAX_BLOCK = 200_000;

  /// Blocks with a longer line are left plain: some tokenizers take time by the square of it.
  public static final int MAX_LINE = 5_000;

  /// The code as HTML, its text unchanged; nothing when the language is not known.
  ///
  /// @param language a name or other name of a [Language], in upper or lower case
  public Optional<Highlighted> highlight(String code, String language) {
    return Language.of(language).map(known -> new Highlighted(html(code, known)));
  }

  private static String html(String code, Language language) {
    if (language == Language.TEXT || isTooLarge(code)) {
      return SpanWriter.plain(code);
    }
    return html(code, tokenizer(language));
  }

  /// A fault of a tokenizer costs the colours and nothing else.
  static String html(String code, Tokenizer tokenizer) {
    SpanWriter spans = new SpanWriter(code);
    try {
      tokenizer.tokenize(code, spans);
      return spans.finish();
    } catch (RuntimeException | StackOverflowError e) {
      return SpanWriter.plain(code);
    } catch (Error e) {
      if (e.getClass() == Error.class) { // as JFlex's scanners throw
        return SpanWriter.plain(code);
      }
      throw e;
    }
  }

  private static boolean isTooLarge(String code) {
    if (code.length() > MAX_BLOCK) {
      return true;
    }
    int start = 0;
    for (int end = code.indexOf('\n'); end >= 0; end = code.indexOf('\n', start)) {
      if (end - start > MAX_LINE) {
        return true;
      }
      start = end + 1;
    }
    return code.length() - start > MAX_LINE;
  }

  private static Tokenizer tokenizer(Language language) {
    return switch (language) {
      case CONSOLE -> ConsoleGrammar.GRAMMAR;
      case DIFF -> DiffGrammar.GRAMMAR;
      case FREEMARKER, LIQUID -> TemplateGrammar.GRAMMAR;
      case HTTP -> HttpGrammar.GRAMMAR;
      case JSX, TSX -> JsxGrammar.GRAMMAR;
      case NGINX -> NginxGrammar.GRAMMAR;
      case RUST -> RustGrammar.GRAMMAR;
      case SWIFT -> SwiftGrammar.GRAMMAR;
      case TOML -> TomlGrammar.GRAMMAR;
      case YAML -> YamlGrammar.GRAMMAR;
      default -> TokenMakers.tokenizer(language);
    };
  }
}
