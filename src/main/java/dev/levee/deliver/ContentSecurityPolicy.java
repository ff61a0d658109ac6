package dev.levee.deliver;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What pages may run, show and ask for: all that comes from the site itself, all that they name in
/// their HTML, scripts and styles in it by their hashes, and what the settings add.
///
/// @param text the header as it is sent
/// @param wanted how many characters it would have with all that pages name
public record ContentSecurityPolicy(String text, int wanted) {

  static final String NAME = "Content-Security-Policy";

  /// nginx reads no word of a configuration that has 4,096 bytes.
  static final int MOST_CHARACTERS = 3_500;

  /// The hashes of `style` attributes, which old browsers know as those of styles.
  private static final String ATTRIBUTES = "style-src-attr ";

  private static final String SELF = "'self'";
  private static final String NONE = "'none'";

  /// Where it would be longer than servers read, what pages can do without is left out first:
  /// `style` attributes, then what else is allowed by its hash, then other hosts.
  ///
  /// @param settings more sources by directive
  /// @param pages what pages take from where, each a directive and a source
  static ContentSecurityPolicy of(Map<String, List<String>> settings, Collection<String> pages) {
    String all = text(settings, pages);
    List<Predicate<String>> needed =
        List.of(
            page -> !page.startsWith(ATTRIBUTES), page -> page.indexOf('\'') < 0, page -> false);
    String text = all;
    for (int i = 0; i < needed.size() && text.length() > MOST_CHARACTERS; i++) {
      text = text(settings, pages.stream().filter(needed.get(i)).toList());
    }
    return new ContentSecurityPolicy(text, all.length());
  }

  /// Whether it cannot allow all that pages name.
  public boolean isTooLong() {
    return wanted > MOST_CHARACTERS;
  }

  /// Says that it is too long.
  ///
  /// @param worst a page that asks for much of it
  /// @param sources how much
  public void tell(Location worst, int sources, Problems problems) {
    problems.add(
        ProblemCode.POLICY_LIMIT,
        worst,
        "the Content-Security-Policy would have "
            + wanted
            + " characters, more than the "
            + MOST_CHARACTERS
            + " that every server takes, and nothing asks for more of it than this page: "
            + sources
            + (sources == 1 ? " source" : " sources"),
        "until scripts and styles are in files of templates/assets/, 'style' attributes"
            + " and, if need be, more do not apply");
  }

  private static String text(Map<String, List<String>> settings, Collection<String> pages) {
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
      String directive = page.startsWith(ATTRIBUTES) ? "style-src" : page.substring(0, space);
      add(directive, page.substring(space + 1), sources);
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
