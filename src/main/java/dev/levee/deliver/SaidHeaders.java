package dev.levee.deliver;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a `_headers` file says with each file of a site, for whoever puts files where no server
/// reads it. All rules that fit an address hold; the first value of a header counts.
public final class SaidHeaders {

  private final String base;
  private final List<Rule> rules;

  private record Rule(PathPattern where, String name, String value) {}

  private SaidHeaders(String base, List<Rule> rules) {
    this.base = base;
    this.rules = rules;
  }

  /// Reads the file.
  ///
  /// @param base the path of the site's URL, without a slash at its end
  public static SaidHeaders read(String text, String base) {
    List<Rule> rules = new ArrayList<>();
    PathPattern where = new PathPattern("", false, "");
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(':');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!Character.isWhitespace(line.charAt(0))) {
        where = pattern(line.strip());
      } else if (colon > 0) {
        rules.add(
            new Rule(where, line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    return new SaidHeaders(base, rules);
  }

  private static PathPattern pattern(String written) {
    PathPattern pattern = PathPattern.of(written);
    return new PathPattern(decoded(pattern.start()), pattern.wild(), decoded(pattern.end()));
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path; // a percent sign that is meant
    }
  }

  /// What is said with a file of the site, by header, in a map of the caller's own; its media type
  /// always is.
  ///
  /// @param file its path in the site, such as `news/index.html`
  public Map<String, String> of(String file) {
    String address = Published.address(base, file);
    Map<String, String> headers = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (rule.where().matchesExactly(address)) {
        headers.putIfAbsent(rule.name(), rule.value());
      }
    }
    headers.putIfAbsent(Headers.CONTENT_TYPE, MediaTypes.sent(MediaTypes.of(file)));
    return headers;
  }
}
