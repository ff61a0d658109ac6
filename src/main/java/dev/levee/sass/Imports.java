package dev.levee.sass;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a text in Sass takes in: by `@use`, `@forward`, `@import` and `meta.load-css(…)`.
final class Imports {

  /// Possessive, as a font may stand in it: what can go back takes some stack for each letter.
  private static final String STRING = "\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'";

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)/\\*.*?(?:\\*/|\\z)|//[^\\n]*|url\\(\\s*[^\"'\\s)][^)]*\\)"
              + "|(?<string>"
              + STRING
              + ")|@(?<rule>use|forward|import)\\b|(?<load>(?:[\\w-]+\\.)?load-css\\s*\\()"
              + "|(?<end>[;{}\\n])|[\\w-]+|.");

  /// A name in a list of the indented syntax, which needs no quotes there.
  private static final Pattern NAME = Pattern.compile(STRING + "|[^\\s,;\"']+");

  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");

  private Imports() {}

  /// Something that is taken in.
  ///
  /// @param offset where it is named
  /// @param name as it stands there, without quotes
  /// @param listed whether it is in an `@import`, which may be one of CSS
  record Import(int offset, String name, boolean listed) {

    /// Whether this can be a file of the machine that is not below the folder of a text.
    ///
    /// @param from the name of the file that takes it in
    boolean leadsOut(String from) {
      if (name.startsWith("sass:") || isPlainCss()) {
        return false;
      }
      // a sign in disguise is one too many
      return SCHEME.matcher(name).matches()
          || name.indexOf('\\') >= 0
          || name.indexOf('%') >= 0
          || name.startsWith("/")
          || at(from).startsWith("..");
    }

    private boolean isPlainCss() {
      return listed && (name.endsWith(".css") || name.matches("(?i)(https?:)?//.*"));
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
  /// @param indented whether it is written without braces, where a line ends a rule and names may
  ///   stand without quotes
  static List<Import> of(String text, boolean indented) {
    List<Import> imports = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    boolean open = false;
    boolean list = false;
    while (token.find()) {
      String string = token.group("string");
      if (indented && "import".equals(token.group("rule"))) {
        int end = text.indexOf('\n', token.end());
        Matcher name = NAME.matcher(text).region(token.end(), end < 0 ? text.length() : end);
        while (name.find()) {
          imports.add(new Import(name.start(), unquoted(name.group()), true));
        }
      } else if (token.group("rule") != null || token.group("load") != null) {
        open = true;
        list = "import".equals(token.group("rule"));
      } else if (open && string != null) {
        imports.add(new Import(token.start(), unquoted(string), list));
        open = list; // what else stands behind a @use are values
      } else if (token.group("end") != null && (indented || !token.group().equals("\n"))) {
        open = false;
      }
    }
    return imports;
  }

  private static String unquoted(String name) {
    boolean quoted = name.startsWith("\"") || name.startsWith("'");
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
