package dev.levee.config;

import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `headers`, `precompress`, `servers` and `budget`: how the site is served.
final class HostingSettings {

  static final Map<String, List<String>> KEYS = keys();

  private final Fields settings;
  private final Problems problems;

  HostingSettings(Fields settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  private static Map<String, List<String>> keys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    keys.put("headers", List.of("hsts", "csp", "paths"));
    keys.put("precompress", List.of());
    keys.put("servers", List.of());
    keys.put("budget", List.of("html", "css", "js", "pictures"));
    return keys;
  }

  Hosting read() {
    Optional<Fields> headers = group("headers");
    Optional<Fields> budget = group("budget");
    return new Hosting(
        headers.flatMap(h -> h.flag("hsts")).orElse(false),
        headers.map(h -> new HeaderSettings(h, problems).policy()).orElse(Map.of()),
        headers.map(h -> new HeaderSettings(h, problems).paths()).orElse(Map.of()),
        settings.flag("precompress").orElse(false),
        servers(),
        budget.map(this::budget).orElse(null));
  }

  private Optional<Fields> group(String key) {
    Optional<Fields> group = settings.fields(key);
    group.ifPresent(
        g -> g.reportUnknown(ProblemCode.UNKNOWN_SETTING, KEYS.getOrDefault(key, List.of())));
    return group;
  }

  private List<String> servers() {
    List<String> servers = new ArrayList<>();
    for (Scalar server : settings.scalars("servers")) {
      if (Hosting.SERVERS.contains(server.text())) {
        servers.add(server.text());
      } else {
        bad(
            server.at(),
            "'" + server.text() + "' is not a server that Levee can write for",
            NearestWord.hint(server.text(), Hosting.SERVERS, "known: nginx, caddy"));
      }
    }
    return servers;
  }

  private Hosting.Budget budget(Fields budget) {
    return new Hosting.Budget(
        size(budget, "html"), size(budget, "css"), size(budget, "js"), size(budget, "pictures"));
  }

  private long size(Fields budget, String key) {
    Optional<String> text = budget.text(key);
    if (text.isEmpty()) {
      return Long.MAX_VALUE;
    }
    Matcher size =
        Pattern.compile("(\\d{1,9}) ?(B|KB|MB)?").matcher(text.get().toUpperCase(Locale.ROOT));
    if (!size.matches()) {
      bad(budget.at(key), "'" + text.get() + "' is not a number of bytes", "such as 200KB or 1MB");
      return Long.MAX_VALUE;
    }
    String unit = Optional.ofNullable(size.group(2)).orElse("B");
    long factor = unit.equals("MB") ? 1_000_000 : unit.equals("KB") ? 1_000 : 1;
    return Long.parseLong(size.group(1)) * factor;
  }

  private void bad(Location at, String message, String hint) {
    problems.add(ProblemCode.BAD_SETTINGS, at, message, hint);
  }
}
