package dev.levee.markdown;

import com.vladsch.flexmark.util.ast.Node;
import dev.levee.markdown.InlineNode.Target;
import java.util.Optional;

/// Reads what is within the lines of the blocks of one text, by the algorithm in the appendix of
/// CommonMark 0.31.2. Made for a text once its definitions are known; used by one thread.
///
/// The time that it takes grows with the length of the text, whatever stands in it.
final class InlineParser {

  private static final int NO_TABLE = 128;
  private static final int NO_TEXT = '\uFFFC';

  private final MarkdownOptions options;
  private final boolean[] special = new boolean[NO_TABLE];
  private final Optional<SmartPunctuation> smart;
  private final Abbreviations abbreviations;
  private final Delimiters delimiters = new Delimiters();
  private final Brackets brackets;
  private final CodeSpans spans = new CodeSpans();
  private final AngleBrackets angles = new AngleBrackets();
  private final StringBuilder pending = new StringBuilder();
  private BareLinks bare = BareLinks.NONE;
  private Content content = Content.of("", 0);
  private String text = "";
  private Node parent = new BlockNode.Root();
  private int pendingStart;
  private int quotes;
  private int before;
  private boolean inAnchor;

  /// @param own what the text itself defines
  /// @param shared what its document defines
  /// @param smart how punctuation is set; empty when it is left alone
  InlineParser(
      MarkdownOptions options,
      Definitions own,
      Definitions shared,
      Optional<SmartPunctuation> smart) {
    this.options = options;
    this.smart = smart;
    this.brackets = new Brackets(own, shared, options.additions(), delimiters);
    this.abbreviations = new Abbreviations(shared.abbreviations());
    "\n\\`*_[]!<&".chars().forEach(c -> special[c] = true);
    special['~'] = options.dialect() != Dialect.COMMONMARK;
  }

  /// Reads a text into the children of a node.
  void parse(Content source, Node node) {
    content = source;
    text = source.text();
    parent = node;
    delimiters.clear();
    brackets.clear();
    spans.clear();
    angles.clear();
    quotes = 0;
    before = SmartPunctuation.NONE;
    inAnchor = false;
    bare = options.dialect() == Dialect.COMMONMARK ? BareLinks.NONE : BareLinks.in(text);
    for (int at = 0; at < text.length(); ) {
      at = step(at);
    }
    flush();
    delimiters.match(null);
  }

  /// How many nodes the last text was put into, which is the deepest that they can be nested.
  int nested() {
    return delimiters.joined() + brackets.made();
  }

  private int step(int start) {
    int address = bare.next(start);
    int at = start;
    while (at < text.length() && at < address && !isSpecial(at)) {
      at++;
    }
    if (at > start) {
      plain(start, at);
      return at;
    }
    return at == address ? bareLink(at) : special(at);
  }

  private boolean isSpecial(int at) {
    char c = text.charAt(at);
    if (c == '!') {
      return at + 1 < text.length() && text.charAt(at + 1) == '[';
    }
    return c < NO_TABLE ? special[c] : c == Placeholders.SIGN;
  }

  private int special(int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '\n' -> lineBreak(at);
      case '\\' -> escape(at);
      case '`' -> code(at);
      case '*', '_', '~' -> delimiters(at);
      case '[' -> opened(at, at + 1, false);
      case '!' -> opened(at, at + 2, true);
      case ']' -> closed(at);
      case '<' -> angle(at);
      case '&' -> reference(at);
      default -> mark(at);
    };
  }

  /// Running text, its punctuation set as the language has it.
  private void plain(int start, int end) {
    begin(start);
    if (smart.isPresent()) {
      quotes = smart.get().append(text, start, end, quotes, before(), after(end), pending);
    } else {
      pending.append(text, start, end);
    }
  }

  /// The character before what comes next, markup not counted.
  private int before() {
    return pending.isEmpty() ? before : pending.codePointBefore(pending.length());
  }

  /// The character behind a run of text, emphasis not counted.
  private int after(int end) {
    int i = end;
    while (i < text.length() && isEmphasis(text.charAt(i))) {
      i++;
    }
    int after = i == text.length() ? SmartPunctuation.NONE : text.codePointAt(i);
    return after == '`' ? NO_TEXT : after;
  }

  private static boolean isEmphasis(char c) {
    return c == '*' || c == '_' || c == '~';
  }

  /// Text that stays as it is.
  private int literal(int start, int end) {
    begin(start);
    pending.append(text, start, end);
    return end;
  }

  private void begin(int start) {
    if (pending.isEmpty()) {
      pendingStart = start;
    }
  }

  private void append(Node node) {
    flush();
    parent.appendChild(node);
    if (node instanceof InlineNode.LineBreak) {
      before = '\n';
    } else if (node instanceof InlineNode.Code
        || node instanceof InlineNode.Mark
        || node instanceof Target) {
      before = NO_TEXT;
    }
  }

  private void flush() {
    if (pending.isEmpty()) {
      return;
    }
    String words = pending.toString();
    before = pending.codePointBefore(pending.length());
    pending.setLength(0);
    int offset = content.origin(pendingStart);
    if (abbreviations.isEmpty()) {
      parent.appendChild(new InlineNode.Text(offset, words));
      return;
    }
    int from = 0;
    for (Abbreviations.Found found : abbreviations.in(words)) {
      if (from < found.start()) {
        parent.appendChild(new InlineNode.Text(offset, words.substring(from, found.start())));
      }
      String abbreviation = words.substring(found.start(), found.end());
      parent.appendChild(new InlineNode.Abbreviation(offset, abbreviation, found.meaning()));
      from = found.end();
    }
    if (from < words.length()) {
      parent.appendChild(new InlineNode.Text(offset, words.substring(from)));
    }
  }

  private int lineBreak(int at) {
    int spaces = 0;
    while (spaces < at && text.charAt(at - spaces - 1) == ' ') {
      spaces++;
    }
    pending.setLength(Math.max(0, pending.length() - spaces));
    append(new InlineNode.LineBreak(content.origin(at), spaces >= 2));
    return at + 1;
  }

  private int escape(int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
    if (next == '\n') {
      append(new InlineNode.LineBreak(content.origin(at), true));
      return at + 2;
    }
    return Escapes.isPunctuation(next) ? literal(at + 1, at + 2) : literal(at, at + 1);
  }

  private int code(int at) {
    int open = CodeSpans.runEnd(text, at);
    int close = spans.closing(text, open, open - at);
    if (close < 0) {
      return literal(at, open);
    }
    append(new InlineNode.Code(content.origin(at), CodeSpans.code(text, open, close)));
    return close + open - at;
  }

  private int delimiters(int at) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) == text.charAt(at)) {
      end++;
    }
    if (text.charAt(at) == '~' && end - at > 2) {
      return literal(at, end);
    }
    InlineNode.Text node = new InlineNode.Text(content.origin(at), text.substring(at, end));
    append(node);
    int before = at == 0 ? '\n' : text.codePointBefore(at);
    int after = end == text.length() ? '\n' : text.codePointAt(end);
    delimiters.add(node, before, after);
    return end;
  }

  private int opened(int at, int end, boolean picture) {
    InlineNode.Text node = new InlineNode.Text(content.origin(at), text.substring(at, end));
    append(node);
    brackets.open(node, picture, end);
    return end;
  }

  private int closed(int at) {
    flush();
    int end = brackets.close(content, at);
    if (end >= 0 && parent.getLastChild() instanceof Target target && target.isPicture()) {
      before = NO_TEXT;
    }
    return end < 0 ? literal(at, at + 1) : end;
  }

  private int angle(int at) {
    int address = AngleBrackets.addressEnd(text, at);
    int end = address < 0 ? AngleBrackets.mailEnd(text, at) : address;
    if (end >= 0) {
      String written = text.substring(at + 1, end - 1);
      String to = Escapes.undoReferences(address < 0 ? "mailto:" + written : written);
      link(at, to, Escapes.undoReferences(written));
      return end;
    }
    end = angles.htmlEnd(text, at);
    if (end < 0) {
      return literal(at, at + 1);
    }
    String html = text.substring(at, end);
    append(new InlineNode.Html(content.origin(at), html));
    boolean closing = html.charAt(1) == '/';
    if (isAnchor(html, closing ? 2 : 1)) {
      inAnchor = !closing;
    }
    return end;
  }

  private static boolean isAnchor(String html, int name) {
    return (html.charAt(name) | 0x20) == 'a' && !HtmlSyntax.isLetter(html.charAt(name + 1));
  }

  private int bareLink(int at) {
    int end = bare.end(text, !brackets.isEmpty(), delimiters.hasAsterisks());
    if (end <= at) {
      return literal(at, at + 1);
    }
    if (inAnchor) {
      return literal(at, end); // links hold no links, in HTML either
    }
    String written = text.substring(at, end);
    Target target = link(at, Escapes.undo(bare.scheme() + written), Escapes.undo(written));
    brackets.bare(target);
    return end;
  }

  private Target link(int at, String to, String shown) {
    Target target = new Target(content.origin(at), false, to, null);
    target.appendChild(new InlineNode.Text(content.origin(at), shown));
    append(target);
    return target;
  }

  private int reference(int at) {
    int end = Escapes.referenceEnd(text, at);
    if (end < 0) {
      return literal(at, at + 1);
    }
    begin(at);
    pending.append(Escapes.referenced(text, at, end));
    return end;
  }

  private int mark(int at) {
    int end = Placeholders.markEnd(text, at);
    int slot = Placeholders.number(text, at, end);
    append(new InlineNode.Mark(content.origin(at), slot));
    return end;
  }
}
