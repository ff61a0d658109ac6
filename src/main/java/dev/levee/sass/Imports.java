package dev.levee.sass;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text in Sass takes in: by `@use`, `@forward`, `@import` and `meta.load-css(…)`.
final class Imports {

  /// Possessive, as a font may stand in it: what can go back takes some stack for each letter.
  private static final String STRING = "\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)(?<string>"
              + STRING
              + ")|(?<word>@?(?:[\\w-]|\\\\(?:[0-9a-fA-F]{1,6}\\s?|.))++)|(?<end>[;{}])|.");

  private static final Pattern CALL = Pattern.compile("\\s*\\(");

  /// What names the style sheet in a call of `load-css`, where that is plain.
  private static final Pattern ARGUMENT =
      Pattern.compile("\\s*\\(\\s*(?:\\$url\\s*:\\s*)?(?<string>" + STRING + ")\\s*[,)]");

  /// A name in a list of the indented syntax, which needs no quotes there.
  private static final Pattern NAME = Pattern.compile(STRING + "|[^\\s,;\"']+");

  private static final Pattern END_OF_LIST = Pattern.compile("(?<!,)[ \\t]*(?:\\n|\\z)");

  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");

  private Imports() {}

  /// How something is taken in.
  enum Kind {
    /// By `@use`, `@forward` or `load-css`.
    MODULE,

    /// By `@import`, which may be one of CSS.
    LISTED,

    /// So that it cannot be told what.
    UNCLEAR
  }

  /// Something that is taken in.
  ///
  /// @param offset where it is named
  /// @param name as it stands there, without quotes
  record Import(int offset, String name, Kind kind) {

    /// Whether this can be a file of the machine that is not below the folder of a text.
    ///
    /// @param from the name of the file that takes it in
    boolean leadsOut(String from) {
      if (kind != Kind.UNCLEAR && (name.startsWith("sass:") || isPlainCss())) {
        return false;
      }
      // a sign in disguise is one too many
      return kind == Kind.UNCLEAR
          || SCHEME.matcher(name).matches()
          || name.contains("#{")
          || name.indexOf('\\') >= 0
          || name.indexOf('%') >= 0
          || name.startsWith("/")
          || at(from).startsWith("..");
    }

    private boolean isPlainCss() {
      return kind == Kind.LISTED && (name.endsWith(".css") || name.matches("(?i)(https?:)?//.*"));
    }

    /// The files that this may be, some of which are there.
    ///
    /// @param from the name of the file that takes it in
    List<String> candidates(String from) {
      if (name.startsWith("sass:") || isPlainCss() || !isPath()) {
        return List.of();
      }
      List<String> candidates = new ArrayList<>();
      for (Path path : List.of(at(from), Path.of(name).normalize())) {
        String whole = path.toString().replace('\\', '/');
        int slash = whole.lastIndexOf('/') + 1;
        String folder = whole.substring(0, slash);
        String last = whole.substring(slash);
        for (String stem : List.of(last, "_" + last, last + "/index", last + "/_index")) {
          candidates.add(folder + stem);
          for (String ending : List.of(".scss", ".sass", ".css", ".import.scss", ".import.sass")) {
            candidates.add(folder + stem + ending);
          }
        }
      }
      return candidates;
    }

    private boolean isPath() {
      try {
        return !Path.of(name).toString().isEmpty();
      } catch (InvalidPathException e) {
        return false;
      }
    }

    private Path at(String from) {
      try {
        return Path.of(from).resolveSibling(name).normalize();
      } catch (InvalidPathException e) {
        return Path.of("..");
      }
    }
  }

  /// What a text takes in, in order.
  ///
  /// @param indented whether it is written without braces, where names may stand without quotes
  static List<Import> of(String text, boolean indented) {
    List<Import> imports = new ArrayList<>();
    String code = SassCode.of(text);
    Matcher token = TOKEN.matcher(code);
    Optional<Kind> open = Optional.empty();
    while (token.find()) {
      String word = token.group("word");
      if (word != null && word.equals("@import") && indented) {
        addList(text, code, token.end(), imports);
      } else if (word != null) {
        open = isRule(word) ? Optional.of(kind(word)) : open;
        called(word, token, text, code).ifPresent(imports::add);
      } else if (open.isPresent() && token.group("string") != null) {
        imports.add(named(text, token.start(), token.end(), open.get()));
        open = open.filter(Kind.LISTED::equals); // what else stands behind a @use are values
      } else if (token.group("end") != null) {
        open = Optional.empty();
      }
    }
    return imports;
  }

  private static boolean isRule(String word) {
    return word.equals("@use") || word.equals("@forward") || word.equals("@import");
  }

  private static Kind kind(String rule) {
    return rule.equals("@import") ? Kind.LISTED : Kind.MODULE;
  }

  /// What a word takes in that is no rule with a name behind it.
  private static Optional<Import> called(String word, Matcher token, String text, String code) {
    boolean call = CALL.matcher(code).region(token.end(), code.length()).lookingAt();
    boolean rule = word.startsWith("@");
    boolean disguised = word.indexOf('\\') >= 0 && (rule || call);
    String plain = word.replace('_', '-'); // which are the same in names
    if (disguised || (call && plain.equals("get-mixin"))) {
      return Optional.of(new Import(token.start(), word, Kind.UNCLEAR));
    }
    if (!call || !plain.equals("load-css")) {
      return Optional.empty();
    }
    Matcher argument = ARGUMENT.matcher(code).region(token.end(), code.length());
    return Optional.of(
        argument.lookingAt()
            ? named(text, argument.start("string"), argument.end("string"), Kind.MODULE)
            : new Import(token.start(), word, Kind.UNCLEAR));
  }

  private static void addList(String text, String code, int start, List<Import> imports) {
    Matcher end = END_OF_LIST.matcher(code);
    Matcher name = NAME.matcher(code).region(start, end.find(start) ? end.start() : code.length());
    while (name.find()) {
      imports.add(named(text, name.start(), name.end(), Kind.LISTED));
    }
  }

  private static Import named(String text, int start, int end, Kind kind) {
    boolean quoted = text.charAt(start) == '"' || text.charAt(start) == '\'';
    int quotes = quoted ? 1 : 0;
    return new Import(start, text.substring(start + quotes, end - quotes), kind);
  }
}
