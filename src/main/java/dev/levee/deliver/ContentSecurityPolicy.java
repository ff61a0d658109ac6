package dev.levee.deliver;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What pages may run, show and ask for: all that comes from the site itself, all that they name in
/// their HTML, scripts and styles in it by their hashes, and what the settings add.
final class ContentSecurityPolicy {

  static final String NAME = "Content-Security-Policy";

  private static final String SELF = "'self'";
  private static final String NONE = "'none'";

  private ContentSecurityPolicy() {}

  /// @param settings more sources by directive
  /// @param pages what pages take from where, each a directive and a source
  static String of(Map<String, List<String>> settings, Collection<String> pages) {
    Map<String, SortedSet<String>> sources = new TreeMap<>();
    // what is not named here is as default-src says
    for (String own :
        List.of("base-uri", "default-src", "form-action", "frame-ancestors", "img-src")) {
      add(own, SELF, sources);
    }
    add("object-src", NONE, sources);
    add("img-src", "data:", sources);
    for (String page : pages) {
      int space = page.indexOf(' ');
      add(page.substring(0, space), page.substring(space + 1), sources);
    }
    settings.forEach((directive, more) -> more.forEach(source -> add(directive, source, sources)));
    StringBuilder policy = new StringBuilder();
    sources.forEach((directive, from) -> {
      policy.append(policy.isEmpty() ? "" : "; ").append(directive);
      from.forEach(source -> policy.append(' ').append(source));
    });
    return policy.toString();
  }

  /// A directive that is not among our own takes the place of `default-src`, so it has to allow the
  /// site itself; and nothing may stand beside a word that says that nothing is allowed.
  private static void add(String directive, String source, Map<String, SortedSet<String>> sources) {
    SortedSet<String> all = sources.computeIfAbsent(directive, d -> new TreeSet<>());
    if (source.equals(NONE)) {
      all.clear();
    } else {
      all.remove(NONE);
      if (!directive.equals("object-src")) {
        all.add(SELF);
      }
    }
    all.add(source);
  }
}
