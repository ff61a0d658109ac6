package dev.levee.deliver;

import dev.levee.content.UrlPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the headers of a site depend on.
///
/// @param base the path of the site's URL, without a slash at its end
/// @param addresses where files are served, see [Headers#of]
/// @param immutable the addresses whose content is part of their name
/// @param policySources what pages take from where, each a directive and a source, such as `img-src
///   https://example.net`
/// @param preloads links to the style sheets that every page asks for
public record Published(
    String base,
    SortedSet<String> addresses,
    List<PathPattern> immutable,
    SortedSet<String> policySources,
    List<String> preloads) {

  /// What is told of a site by the names of its files.
  ///
  /// @param files every file of the site, without a slash at its start
  /// @param fingerprinted those of them whose content is part of their name
  /// @param styles the style sheets that every page asks for, as files of the site
  public static Published of(
      String base,
      Collection<String> files,
      Collection<String> fingerprinted,
      SortedSet<String> policySources,
      Collection<String> styles) {
    SortedSet<String> addresses = new TreeSet<>();
    files.forEach(file -> addresses.add(address(base, file)));
    return new Published(
        base,
        addresses,
        immutable(base, addresses, fingerprinted),
        policySources,
        styles.stream().map(style -> UrlPath.encoded(base + "/" + style)).toList());
  }

  /// The address of a file: that of an `index.html` is its folder.
  static String address(String base, String file) {
    boolean index = file.equals("index.html") || file.endsWith("/index.html");
    int end = file.length() - (index ? "index.html".length() : 0);
    return base + "/" + file.substring(0, end);
  }

  /// A folder as a whole where all that is in it has its content in its name, else file by file.
  private static List<PathPattern> immutable(
      String base, SortedSet<String> addresses, Collection<String> fingerprinted) {
    SortedMap<String, List<String>> byFolder = new TreeMap<>();
    for (String file : new TreeSet<>(fingerprinted)) {
      int slash = file.indexOf('/');
      String folder = base + "/" + file.substring(0, slash + 1);
      byFolder.computeIfAbsent(folder, f -> new ArrayList<>()).add(address(base, file));
    }
    List<PathPattern> patterns = new ArrayList<>();
    byFolder.forEach((folder, inside) -> {
      long all = addresses.tailSet(folder).stream().takeWhile(a -> a.startsWith(folder)).count();
      if (all == inside.size()) {
        patterns.add(new PathPattern(folder, true, ""));
      } else {
        inside.forEach(address -> patterns.add(new PathPattern(address, false, "")));
      }
    });
    return patterns;
  }
}
