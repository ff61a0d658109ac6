package dev.levee.live;

import dev.levee.config.Hosting;
import dev.levee.deliver.Headers;
import dev.levee.deliver.Published;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What is said with each file while it is not known what all others ask for: the table of a site
/// that has pages of that kind alone. Safe to use from several threads.
final class LiveHeaders {

  private final Hosting hosting;
  private final String base;
  private final Map<Asked, Headers> tables = new ConcurrentHashMap<>();

  /// What a table hangs on; most pages ask for the same.
  private record Asked(Set<String> sources, Set<String> styles) {}

  /// @param base the path of the site's URL, without a slash at its end
  LiveHeaders(Hosting hosting, String base) {
    this.hosting = hosting;
    this.base = base;
  }

  /// The headers of a page, and of any other file whose address may have another content.
  ///
  /// @param sources what it takes from where
  /// @param styles the style sheets that may be fetched before it is there
  Map<String, String> of(String file, Set<String> sources, Set<String> styles) {
    Headers table =
        tables.computeIfAbsent(
            new Asked(sources, styles),
            asked -> table(List.of(), new TreeSet<>(asked.sources), new TreeSet<>(asked.styles)));
    return table.of(table.addressOf(file));
  }

  /// The headers of a file that is the same for ever.
  Map<String, String> ofFingerprinted(String file) {
    Headers table = table(List.of(file), new TreeSet<>(), Set.of());
    return table.of(table.addressOf(file));
  }

  private Headers table(List<String> fingerprinted, SortedSet<String> sources, Set<String> styles) {
    return Headers.of(hosting, Published.of(base, fingerprinted, fingerprinted, sources, styles));
  }
}
