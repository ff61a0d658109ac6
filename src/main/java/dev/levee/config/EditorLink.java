package dev.levee.config;

import dev.levee.problem.NearestWord;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The URL that opens a place of a file in the editor of whoever writes.
///
/// @param pattern a URL with `{path}` and, where the editor takes them, `{line}` and `{column}`
public record EditorLink(String pattern) {

  /// The patterns of editors that are known by name.
  static final Map<String, String> KNOWN =
      new TreeMap<>(
          Map.of(
              "idea", "idea://open?file={path}&line={line}&column={column}",
              "vscode", "vscode://file/{path}:{line}:{column}",
              "vscodium", "vscodium://file/{path}:{line}:{column}",
              "zed", "zed://file/{path}:{line}:{column}"));

  private static final List<String> PLACEHOLDERS = List.of("{path}", "{line}", "{column}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");

  /// A link of such a scheme would not leave the page.
  private static final Pattern WITHIN_THE_PAGE = Pattern.compile("javascript|data|vbscript|blob");

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*", Pattern.DOTALL);
  private static final String UNRESERVED = "-._~/";

  /// What is wrong with a pattern, and what to do about it.
  record Mistake(String message, String hint) {}

  /// The mistake in a pattern; empty when there is none.
  static Optional<Mistake> mistake(String pattern) {
    if (!pattern.contains(":")) {
      String all = "known: " + String.join(", ", KNOWN.keySet()) + "; or a URL with {path}";
      return Optional.of(
          new Mistake(
              "'" + pattern + "' is not an editor that is known by name",
              NearestWord.hint(pattern, KNOWN.keySet(), all)));
    }
    Matcher found = PLACEHOLDER.matcher(pattern);
    while (found.find()) {
      if (!PLACEHOLDERS.contains(found.group())) {
        return Optional.of(
            new Mistake(
                "'" + found.group() + "' does not stand for anything here",
                NearestWord.hint(
                    found.group(), PLACEHOLDERS, "known: " + String.join(", ", PLACEHOLDERS))));
      }
    }
    if (!pattern.contains("{path}")) {
      return Optional.of(
          new Mistake(
              "'" + pattern + "' does not say where the file goes",
              "such as vscode://file/{path}:{line}:{column}"));
    }
    return isUrl(pattern)
        ? Optional.empty()
        : Optional.of(
            new Mistake(
                "'" + pattern + "' is not a URL that opens a program",
                "such as vscode://file/{path}:{line}:{column}"));
  }

  private static boolean isUrl(String pattern) {
    try {
      String scheme = new URI(PLACEHOLDER.matcher(pattern).replaceAll("1")).getScheme();
      return scheme != null && !WITHIN_THE_PAGE.matcher(scheme.toLowerCase(Locale.ROOT)).matches();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /// The URL of a place in a file.
  ///
  /// @param file an absolute path
  /// @param line counted from 1; 0 for the top of the file
  /// @param column counted from 1; 0 for the start of the line
  public String to(Path file, int line, int column) {
    String path = encoded(file.toString().replace('\\', '/'));
    return pattern
        // a path that starts with a slash brings its own
        .replace("/{path}", path.startsWith("/") ? path : "/" + path)
        .replace("{path}", path)
        .replace("{line}", Integer.toString(Math.max(1, line)))
        .replace("{column}", Integer.toString(Math.max(1, column)));
  }

  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    boolean drive = DRIVE.matcher(path).matches();
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xFF);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || UNRESERVED.indexOf(c) >= 0 || (drive && i == 1)) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }
}
