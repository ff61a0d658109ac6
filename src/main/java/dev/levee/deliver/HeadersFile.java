package dev.levee.deliver;

import dev.levee.deliver.Headers.Rule;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `_headers`, the form of the table that Netlify and Cloudflare Pages share.
///
/// There all rules hold that fit an address, and two that name one header give both values. So a
/// line of the table that a line before it takes addresses from is written as rules that fit the
/// others alone: those of an ending, of an ending within a folder, or one by one.
///
/// Of addresses that the same lines fit, in the same folder at the top and with the same ending,
/// one is looked at for all: a site of many thousands has a few dozen kinds of them.
public final class HeadersFile {

  /// Where it stands in the site.
  public static final String PATH = "_headers";

  /// Cloudflare Pages reads no further than so many rules, and no longer lines.
  private static final int MOST_RULES = 100;

  private static final int LONGEST_LINE = 2_000;

  /// Hosts know the types of files by their endings, but those of feeds, which come first in the
  /// table.
  private static final int FEEDS = 6;

  private final Headers table;
  private final Map<String, List<String>> alike;
  private final Map<String, List<String>> byPattern = new LinkedHashMap<>();

  private HeadersFile(Headers table, Collection<String> addresses) {
    this.table = table;
    this.alike = alike(addresses, table.rules());
  }

  /// The addresses of each kind by the first of them.
  private Map<String, List<String>> alike(Collection<String> addresses, List<Rule> rules) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    for (String address : addresses) {
      StringBuilder kind = new StringBuilder();
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).where().matches(address)) {
          kind.append(i).append(' ');
        }
      }
      String folder = folder(address);
      kind.append(folder.equals(address) ? "=" : "").append(folder);
      kind.append(' ').append(ending(address));
      kinds.computeIfAbsent(kind.toString(), k -> new ArrayList<>()).add(address);
    }
    Map<String, List<String>> byFirst = new LinkedHashMap<>();
    kinds.values().forEach(same -> byFirst.put(same.getFirst(), same));
    return byFirst;
  }

  /// The ending as it is written, since hosts tell `.jpg` from `.JPG`; empty when there is none.
  private static String ending(String address) {
    String ending = MediaTypes.ending(address);
    return address.substring(address.length() - ending.length());
  }

  /// The folder at the top that an address lies in; empty for one that lies in none.
  private String folder(String address) {
    return address.substring(0, address.indexOf('/', table.base().length() + 1) + 1);
  }

  /// The file as text, with a problem where a host would not read all of it.
  ///
  /// @param addresses where files are served, see [Headers#of]
  public static String text(Headers table, Collection<String> addresses, Problems problems) {
    return new HeadersFile(table, addresses).text(problems);
  }

  private String text(Problems problems) {
    addAll(Headers.CONTENT_TYPE, table.rules(Headers.CONTENT_TYPE).subList(0, FEEDS));
    for (String name : table.names()) {
      addAll(name, table.rules(name));
    }
    StringBuilder text = new StringBuilder();
    // some hosts let the later of two rules count, and do not tell /*/ from /*
    List<String> patterns = new ArrayList<>(byPattern.keySet());
    patterns.sort(
        Comparator.comparing(pattern -> !pattern.endsWith("/*") && !pattern.endsWith("*/")));
    for (String pattern : patterns) {
      text.append(pattern).append('\n');
      for (String header : byPattern.getOrDefault(pattern, List.of())) {
        text.append("  ").append(header).append('\n');
      }
    }
    check(problems);
    return text.toString();
  }

  private void addAll(String name, List<Rule> rules) {
    Map<String, Integer> deciding = new HashMap<>();
    for (String address : alike.keySet()) {
      for (int i = 0; i < rules.size(); i++) {
        if (rules.get(i).where().matches(address)) {
          deciding.put(address, i);
          break;
        }
      }
    }
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (!rule.value().isEmpty()) {
        for (String pattern : alone(rule.where(), i, deciding)) {
          byPattern
              .computeIfAbsent(pattern, p -> new ArrayList<>())
              .add(name + ": " + rule.value());
        }
      }
    }
  }

  /// Patterns that fit the addresses for which a rule decides, and no others.
  private Set<String> alone(PathPattern where, int rule, Map<String, Integer> deciding) {
    Set<String> patterns = new LinkedHashSet<>();
    Map<String, Boolean> tried = new HashMap<>();
    alike.forEach((address, same) -> {
      if (deciding.getOrDefault(address, -1) != rule) {
        return;
      }
      for (PathPattern pattern : candidates(where, address)) {
        if (tried.computeIfAbsent(pattern.toString(), p -> decidesAll(rule, pattern, deciding))) {
          patterns.add(pattern.encoded());
          return;
        }
      }
      same.forEach(one -> patterns.add(new PathPattern(one, false, "").encoded()));
    });
    return patterns;
  }

  private boolean decidesAll(int rule, PathPattern pattern, Map<String, Integer> deciding) {
    for (String address : alike.keySet()) {
      if (pattern.matchesExactly(address) && deciding.getOrDefault(address, -1) != rule) {
        return false;
      }
    }
    return true;
  }

  /// The pattern itself, then narrower ones that still fit an address and all of its kind.
  private List<PathPattern> candidates(PathPattern pattern, String address) {
    List<PathPattern> candidates = new ArrayList<>();
    if (pattern.matchesExactly(address)) {
      candidates.add(pattern);
    }
    String ending = ending(address);
    if (pattern.wild() && !(ending.isEmpty() && pattern.end().isEmpty())) {
      int own = address.length() - pattern.end().length();
      String dot = pattern.end().isEmpty() ? "." + ending : address.substring(own);
      candidates.add(new PathPattern(pattern.start(), true, dot));
      String folder = folder(address);
      if (!folder.isEmpty() && folder.startsWith(pattern.start())) {
        candidates.add(new PathPattern(folder, true, dot));
      }
      candidates.removeIf(candidate -> !candidate.matchesExactly(address));
    }
    return candidates;
  }

  private void check(Problems problems) {
    if (byPattern.size() > MOST_RULES) {
      report(
          byPattern.size()
              + " rules are more than the "
              + MOST_RULES
              + " that Cloudflare Pages reads",
          "name fewer paths in headers.paths, or switch this off for another host",
          problems);
    }
    byPattern.forEach((pattern, headers) -> {
      for (String header : headers) {
        if (header.length() + 2 > LONGEST_LINE) {
          report(
              "the "
                  + header.substring(0, header.indexOf(':'))
                  + " of "
                  + header.length()
                  + " characters is longer than the "
                  + LONGEST_LINE
                  + " that Cloudflare Pages reads of a line",
              "move scripts and styles out of pages into files of templates/assets/",
              problems);
        }
      }
    });
  }

  private static void report(String message, String hint, Problems problems) {
    problems.add(ProblemCode.HOST_LIMIT, Location.of(PATH), message, hint);
  }
}
