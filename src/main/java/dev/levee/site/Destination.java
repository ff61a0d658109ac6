package dev.levee.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// A destination within the site as an author wrote it, in its parts.
///
/// @param path what stands before `?` and `#`
/// @param query from the `?` on; empty when there is none
/// @param fragment from the `#` on; empty when there is none
public record Destination(String path, String query, String fragment) {

  /// Where the part of a fragment starts that names words of the text, see the specification "URL
  /// Fragment Text Directives".
  private static final String DIRECTIVE = ":~:";

  private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  public static Destination of(String written) {
    int hash = written.indexOf('#');
    String fragment = hash < 0 ? "" : written.substring(hash);
    String before = hash < 0 ? written : written.substring(0, hash);
    int mark = before.indexOf('?');
    String query = mark < 0 ? "" : before.substring(mark);
    return new Destination(mark < 0 ? before : before.substring(0, mark), query, fragment);
  }

  /// What stands behind the path.
  public String rest() {
    return query + fragment;
  }

  /// The path with its percent-escapes undone.
  public String decodedPath() {
    return decoded(path);
  }

  /// The id that the fragment asks for; empty when it asks for none, or for the top of the page.
  public Optional<String> anchor() {
    int directive = fragment.indexOf(DIRECTIVE);
    String id = directive < 0 ? fragment : fragment.substring(0, directive);
    return id.length() < 2 || id.equalsIgnoreCase("#top")
        ? Optional.empty()
        : Optional.of(decoded(id.substring(1)));
  }

  /// A text with its percent-escapes undone; a `%` that starts none is one.
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    String escaped = LONE_PERCENT.matcher(text).replaceAll("%25").replace("+", "%2B");
    return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
  }
}
