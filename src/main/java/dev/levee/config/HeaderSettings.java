package dev.levee.config;

import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Entry;
import dev.levee.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads what stands in `headers`: sources that the Content-Security-Policy allows, and headers by
/// path.
final class HeaderSettings {

  /// Directives that list where something may come from.
  private static final List<String> DIRECTIVES =
      List.of(
          "base-uri",
          "child-src",
          "connect-src",
          "default-src",
          "font-src",
          "form-action",
          "frame-ancestors",
          "frame-src",
          "img-src",
          "manifest-src",
          "media-src",
          "object-src",
          "script-src",
          "style-src",
          "worker-src");

  /// What servers say by themselves, of the very bytes that they send.
  private static final List<String> OF_SERVERS =
      List.of(
          "accept-ranges",
          "connection",
          "content-encoding",
          "content-length",
          "content-range",
          "content-type",
          "date",
          "etag",
          "last-modified",
          "location",
          "server",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "vary");

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
  private static final Pattern VALUE = Pattern.compile("[ -~&&[^$\\\\]]*");

  /// Caddy would put something in its place.
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z0-9_.-]+}");

  private static final Pattern SOURCE = Pattern.compile("[!-~&&[^;,$\"\\\\{}]]+");
  private static final Pattern PATH =
      Pattern.compile("/[^*?#\\s\\\\\\p{Cntrl}]*\\*?[^*?#\\s\\\\\\p{Cntrl}]*");

  private static final int MOST_CHARACTERS = 200;

  private final Fields headers;
  private final Problems problems;

  HeaderSettings(Fields headers, Problems problems) {
    this.headers = headers;
    this.problems = problems;
  }

  /// What the Content-Security-Policy allows, by directive.
  Map<String, List<String>> policy() {
    Map<String, List<String>> policy = new LinkedHashMap<>();
    headers.fields("csp").ifPresent(csp -> policy(csp, policy));
    return policy;
  }

  private void policy(Fields csp, Map<String, List<String>> policy) {
    for (Entry entry : csp.mapping().entries()) {
      String directive = entry.key();
      if (!DIRECTIVES.contains(directive)) {
        bad(
            entry.keyAt(),
            "'" + directive + "' is not a directive that lists sources",
            NearestWord.hint(directive, DIRECTIVES, "known: " + String.join(", ", DIRECTIVES)));
        continue;
      }
      List<String> sources = new ArrayList<>();
      for (Scalar source : csp.scalars(directive)) {
        if (SOURCE.matcher(source.text()).matches()) {
          sources.add(source.text());
        } else {
          bad(
              source.at(),
              "'" + source.text() + "' is not a source",
              "such as https://example.net");
        }
      }
      policy.put(directive, sources);
    }
  }

  /// Headers by path pattern and name.
  Map<String, Map<String, String>> paths() {
    Map<String, Map<String, String>> byPath = new LinkedHashMap<>();
    headers.fields("paths").ifPresent(paths -> paths(paths, byPath));
    return byPath;
  }

  private void paths(Fields paths, Map<String, Map<String, String>> byPath) {
    for (Entry entry : paths.mapping().entries()) {
      if (!isPattern(entry.key())) {
        bad(
            entry.keyAt(),
            "'" + entry.key() + "' is not a path with at most one *",
            "such as /downloads/* or /news/*.pdf");
        continue;
      }
      Map<String, String> values = new LinkedHashMap<>();
      paths.fields(entry.key()).ifPresent(fields -> values(fields, values));
      byPath.put(entry.key(), values);
    }
  }

  private static boolean isPattern(String path) {
    return path.length() <= MOST_CHARACTERS
        && !path.contains("//")
        && !path.contains("/.")
        && PATH.matcher(path).matches();
  }

  private void values(Fields fields, Map<String, String> values) {
    for (Entry entry : fields.mapping().entries()) {
      String name = entry.key();
      if (!NAME.matcher(name).matches()) {
        bad(entry.keyAt(), "'" + name + "' is not the name of a header", "such as X-Robots-Tag");
      } else if (OF_SERVERS.contains(name.toLowerCase(Locale.ROOT))) {
        bad(entry.keyAt(), "'" + name + "' is what the server says by itself", "take it out");
      } else if (!(entry.value() instanceof Scalar value)) {
        bad(entry.value().at(), "'" + name + "' must be text, not " + entry.value().kind(), "");
      } else if (!VALUE.matcher(value.text()).matches()
          || PLACEHOLDER.matcher(value.text()).find()) {
        bad(
            value.at(),
            "'" + name + "' has a character or a placeholder that not every server can send",
            "write it without $, \\ and names in braces");
      } else {
        values.put(name, value.isNull() ? "" : value.text().strip());
      }
    }
  }

  private void bad(Location at, String message, String hint) {
    problems.add(ProblemCode.BAD_SETTINGS, at, message, hint);
  }
}
