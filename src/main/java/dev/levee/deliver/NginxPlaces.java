package dev.levee.deliver;

import dev.levee.deliver.Headers.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the table says of places: all addresses of a folder that end alike. For nearly every place
/// it is one value, so nginx need not look it up for each file.
final class NginxPlaces {

  /// Names of files that mean more than their endings: that of a page, which is left out of its
  /// address, and those of feeds.
  static final List<String> NAMES = List.of("/", "/rss.xml", "/atom.xml", "/feed.json");

  private final Headers table;
  private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
  private final List<String> endings = new ArrayList<>(NAMES);
  private final Set<String> folders = new LinkedHashSet<>();

  NginxPlaces(Headers table) {
    this.table = table;
    MediaTypes.all().keySet().forEach(ending -> endings.add("." + ending));
    folders.add(table.base() + "/");
    for (Rule rule : table.rules()) {
      PathPattern where = rule.where();
      rules.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(rule);
      if (where.wild() && where.end().isEmpty() && where.start().endsWith("/")) {
        folders.add(where.start());
      }
    }
  }

  /// The folders that the table speaks of as a whole, the site itself first. An address belongs to
  /// the innermost.
  Set<String> folders() {
    return folders;
  }

  /// The value that all addresses of a place have for a header, empty when they have none. Nothing
  /// when it is not the same for all.
  ///
  /// @param end one of the [#NAMES], the ending of a media type with its dot, or empty for the rest
  Optional<String> value(String name, String folder, String end) {
    String value = null;
    if (end.startsWith("/")) { // a pattern has a slash before its * and one behind it
      value = table.of(folder + end.substring(1)).getOrDefault(name, "");
    }
    for (Rule rule : rules.getOrDefault(name, List.of())) {
      if (!mayFit(rule.where(), folder, end)) {
        continue;
      }
      if (value != null && !value.equals(rule.value())) {
        return Optional.empty();
      }
      value = rule.value();
      if (fitsAll(rule.where(), folder, end)) {
        return Optional.of(value);
      }
    }
    return Optional.of("").filter(value == null ? none -> true : value::equals);
  }

  private boolean mayFit(PathPattern where, String folder, String end) {
    if (!where.wild()) {
      return !hasItsOwnPlace(where.start())
          && folder(where.start()).equals(folder)
          && ending(where.start()).equals(end);
    }
    return (folder.startsWith(where.start()) || folder(where.start()).equals(folder))
        && (where.end().isEmpty()
            || endsWith(end, where.end(), true)
            || ending(where.end()).equals(end));
  }

  private boolean hasItsOwnPlace(String address) {
    return address.equals(table.base() + Headers.NOT_FOUND)
        || address.equals(table.base() + Headers.SERVER_ERROR);
  }

  private static boolean fitsAll(PathPattern where, String folder, String end) {
    boolean anyCase = where.end().startsWith(".");
    return where.wild()
        && folder.startsWith(where.start())
        && (where.end().isEmpty() || anyCase || end.startsWith("/"))
        && endsWith(end, where.end(), anyCase);
  }

  private String folder(String address) {
    String innermost = "";
    for (String folder : folders) {
      if (address.startsWith(folder) && folder.length() > innermost.length()) {
        innermost = folder;
      }
    }
    return innermost;
  }

  private String ending(String address) {
    return endings.stream()
        .filter(end -> endsWith(address, end, end.startsWith(".")))
        .findFirst()
        .orElse("");
  }

  private static boolean endsWith(String text, String end, boolean anyCase) {
    return text.regionMatches(anyCase, text.length() - end.length(), end, 0, end.length());
  }
}
