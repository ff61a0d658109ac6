package dev.levee.content;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlNode.Mapping;
import dev.levee.yaml.YamlNode.Scalar;
import dev.levee.yaml.YamlReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The head of a Markdown file: its front matter, and the line at which the body starts.
///
/// @param bodyStart the index in the text at which the body starts
record FrontMatterBlock(Mapping mapping, int bodyLine, int bodyStart) {

  private static final String FENCE = "---";
  private static final Pattern LANGUAGE = Pattern.compile("(--- ?[A-Za-z]+)[ \\t]*\\n");
  private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]");

  /// Splits a text; empty, with a problem, when it has a head that cannot be read.
  ///
  /// @param path what problems call the file
  static Optional<FrontMatterBlock> read(String text, String path, Problems problems) {
    if (text.isBlank()) {
      problems.add(
          ProblemCode.EMPTY_FILE,
          Location.of(path),
          "this file is empty",
          "write front matter and a text, or delete the file");
      return Optional.empty();
    }
    if (foreign(text, path, problems)) {
      return Optional.empty();
    }
    if (!isFence(text, 0, false)) {
      return Optional.of(new FrontMatterBlock(Mapping.empty(new Location(path, 1, 1)), 1, 0));
    }
    int start = lineEnd(text, 0) + 1;
    int line = 2;
    for (int at = start; at < text.length(); at = lineEnd(text, at) + 1) {
      if (isFence(text, at, true)) {
        int end = Math.min(lineEnd(text, at) + 1, text.length());
        int bodyLine = line + 1;
        return mapping(text.substring(start, at), path, problems)
            .map(mapping -> new FrontMatterBlock(mapping, bodyLine, end));
      }
      line++;
    }
    problems.add(
        ProblemCode.UNCLOSED_FRONT_MATTER,
        new Location(path, 1, 1),
        "the front matter that starts here never ends",
        "write a line '---' below it");
    return Optional.empty();
  }

  /// The text from a line on.
  static String body(String text, int line) {
    int at = 0;
    for (int i = 1; i < line && at <= text.length(); i++) {
      at = lineEnd(text, at) + 1;
    }
    return at >= text.length() ? "" : text.substring(at);
  }

  private static Optional<Mapping> mapping(String yaml, String path, Problems problems) {
    Optional<YamlNode> node = YamlReader.read(yaml, path, 2, problems);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    if (node.get() instanceof Scalar scalar && scalar.isNull()) {
      return Optional.of(Mapping.empty(scalar.at()));
    }
    problems.add(
        ProblemCode.BAD_YAML,
        node.get().at(),
        "front matter must be keys with values, not " + node.get().kind(),
        "title: …");
    return Optional.empty();
  }

  private static boolean foreign(String text, String path, Problems problems) {
    if (text.startsWith("+++")) {
      problems.add(
          ProblemCode.NOT_YAML,
          new Location(path, 1, 1),
          "this is TOML front matter, and Levee reads YAML",
          "write it between lines '---', with 'key: value' for 'key = value'");
      return true;
    }
    Matcher language = LANGUAGE.matcher(text);
    if (language.lookingAt()) {
      problems.add(
          ProblemCode.NOT_YAML,
          new Location(path, 1, 1),
          "'" + language.group(1) + "' names a language, and Levee reads YAML",
          "write the front matter in YAML between lines '---'");
      return true;
    }
    if (JSON.matcher(text).lookingAt()) {
      problems.add(
          ProblemCode.NOT_YAML,
          new Location(path, 1, 1),
          "this is JSON front matter, and Levee reads YAML",
          "put it between lines '---': JSON is YAML as well");
      return true;
    }
    return false;
  }

  private static boolean isFence(String text, int at, boolean closing) {
    int end = lineEnd(text, at);
    String line = text.substring(at, Math.min(end, text.length())).stripTrailing();
    return line.equals(FENCE) || (closing && line.equals("..."));
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
