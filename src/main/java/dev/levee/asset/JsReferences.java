package dev.levee.asset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// Finds the files that a script names: in `import` and `export … from`, in `import("…")` and in
/// `new URL("…", import.meta.url)`, where the name is a plain string.
final class JsReferences {

  /// Behind one of these a slash begins a regular expression, though a word stands before it.
  private static final Set<String> BEFORE_VALUES =
      Set.of(
          "return",
          "typeof",
          "case",
          "in",
          "of",
          "do",
          "else",
          "void",
          "delete",
          "throw",
          "new",
          "instanceof",
          "await",
          "yield");

  /// Behind what stands in brackets after one of these a statement begins, and no division.
  private static final Set<String> BEFORE_CONDITIONS = Set.of("if", "while", "for", "with");

  private final String text;

  /// Whether a condition stands in each of the round brackets that are open.
  private final Deque<Boolean> conditions = new ArrayDeque<>();

  private boolean afterCondition;

  private final List<Token> tokens = new ArrayList<>();
  private int at;

  /// A word, a sign, or a string without its quotes.
  private record Token(int start, int end, Type type) {}

  private enum Type {
    WORD,
    SIGN,
    STRING,
    /// A number, a template or a regular expression: a value that names nothing.
    VALUE
  }

  /// @param references the files that it names
  /// @param module whether it has what only modules have
  record Found(List<Reference> references, boolean module) {}

  private JsReferences(String text) {
    this.text = text;
  }

  static Found of(String text) {
    JsReferences js = new JsReferences(text);
    js.tokenize();
    return js.find();
  }

  private Found find() {
    List<Reference> found = new ArrayList<>();
    boolean module = false;
    for (int i = 0; i < tokens.size(); i++) {
      if (is(i - 1, ".") && !is(i - 2, ".")) {
        continue; // a property
      }
      if (is(i, "import") && is(i + 1, "(")) {
        add(i + 2, Reference.Kind.LATER, found);
      } else if (is(i, "import") || is(i, "export")) {
        module |= !is(i + 1, ":");
        int from = is(i, "import") && isString(i + 1) ? i + 1 : source(i + 1);
        add(from, Reference.Kind.IMPORT, found);
      } else if (is(i, "new") && is(i + 1, "URL") && is(i + 2, "(") && ofThisModule(i + 4)) {
        add(i + 3, Reference.Kind.LINK, found);
      }
    }
    return new Found(found, module);
  }

  private boolean ofThisModule(int i) {
    return is(i, ",") && is(i + 1, "import") && is(i + 3, "meta") && is(i + 5, "url");
  }

  /// The string behind the `from` of an import or export; -1 where there is none.
  private int source(int start) {
    int depth = 0;
    for (int i = start; i < tokens.size(); i++) {
      if (is(i, "{")) {
        depth++;
      } else if (is(i, "}")) {
        depth--;
      } else if (is(i, "from") && depth == 0 && isString(i + 1)) {
        return i + 1;
      } else if (depth == 0 && !is(i, ",") && !is(i, "*") && tokens.get(i).type != Type.WORD) {
        return -1;
      } else if (is(i, "function") || is(i, "class") || is(i, "const")) {
        return -1;
      }
    }
    return -1;
  }

  private void add(int token, Reference.Kind kind, List<Reference> found) {
    if (isString(token)) {
      Token t = tokens.get(token);
      String name = text.substring(t.start, t.end);
      if (name.indexOf('\\') < 0) {
        found.add(new Reference(t.start, t.end, name, kind));
      }
    }
  }

  private boolean isString(int token) {
    return token >= 0 && token < tokens.size() && tokens.get(token).type == Type.STRING;
  }

  private boolean is(int token, String word) {
    if (token < 0 || token >= tokens.size()) {
      return false;
    }
    Token t = tokens.get(token);
    return (t.type == Type.WORD || t.type == Type.SIGN)
        && t.end - t.start == word.length()
        && text.startsWith(word, t.start);
  }

  private void tokenize() {
    Deque<Boolean> braces = new ArrayDeque<>();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '/' && (text.startsWith("//", at) || text.startsWith("/*", at))) {
        comment();
      } else if (c == '/' && beginsValue()) {
        value(this::regularExpression);
      } else if (c == '"' || c == '\'') {
        string(c);
      } else if (c == '`' || (c == '}' && Boolean.TRUE.equals(braces.peek()))) {
        if (c == '}') {
          braces.pop();
        }
        if (template()) {
          braces.push(true);
        }
      } else if (Character.isJavaIdentifierStart(c)) {
        token(Type.WORD, wordEnd());
      } else if (Character.isDigit(c)) {
        token(Type.VALUE, wordEnd());
      } else {
        sign(c, braces);
      }
    }
  }

  private void sign(char c, Deque<Boolean> braces) {
    switch (c) {
      case '{' -> braces.push(false);
      case '}' -> braces.poll();
      case '(' -> conditions.push(beginsCondition());
      case ')' -> afterCondition = Boolean.TRUE.equals(conditions.poll());
      default -> {}
    }
    token(Type.SIGN, at + 1);
  }

  private void token(Type type, int end) {
    tokens.add(new Token(at, end, type));
    at = end;
  }

  private void value(Runnable reader) {
    int start = at;
    reader.run();
    at = Math.min(at, text.length());
    tokens.add(new Token(start, at, Type.VALUE));
  }

  private int wordEnd() {
    int end = at + 1;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void comment() {
    boolean line = text.charAt(at + 1) == '/';
    int end = text.indexOf(line ? "\n" : "*/", at + 2);
    at = end < 0 ? text.length() : end + (line ? 1 : 2);
  }

  private void string(char quote) {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    int end = Math.min(at, text.length());
    tokens.add(new Token(start, end, Type.STRING));
    at = end + 1;
  }

  /// Reads a template as far as its end or the next expression in it.
  ///
  /// @return whether an expression follows
  private boolean template() {
    int start = at++;
    while (at < text.length() && text.charAt(at) != '`') {
      if (text.startsWith("${", at)) {
        at += 2;
        return true;
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at + 1, text.length());
    tokens.add(new Token(start, at, Type.VALUE));
    return false;
  }

  private void regularExpression() {
    boolean inClass = false;
    for (at++; at < text.length() && text.charAt(at) != '\n'; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        at++;
        return;
      }
    }
  }

  /// Whether a slash here begins a regular expression and does not divide.
  private boolean beginsValue() {
    if (tokens.isEmpty()) {
      return true;
    }
    Token last = tokens.getLast();
    return switch (last.type) {
      case STRING, VALUE -> false;
      case WORD -> BEFORE_VALUES.contains(text.substring(last.start, last.end));
      case SIGN ->
          is(tokens.size() - 1, ")")
              ? afterCondition
              : !is(tokens.size() - 1, "]") && !is(tokens.size() - 1, "}");
    };
  }

  /// Whether a round bracket here holds the condition of a statement.
  private boolean beginsCondition() {
    int last = tokens.size() - 1;
    int word = is(last, "await") && is(last - 1, "for") ? last - 1 : last;
    return !is(word - 1, ".") && BEFORE_CONDITIONS.stream().anyMatch(each -> is(word, each));
  }
}
