package dev.levee.publish;

import dev.levee.output.Digest;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What stands at a target.
///
/// @param id sorts by time
/// @param commit what git calls the state of the sources; empty where there is no git
/// @param items the files that are known to be there
/// @param inHand the files that a publish which was stopped had in its hands; none when it was not
/// @param retired files that pages no longer ask for and that stay for readers of older ones
/// @param outdated files that say something else now, or are gone, which caches were not told yet
public record Release(
    String id,
    Instant made,
    String commit,
    SortedMap<OutputPath, Item> items,
    SortedMap<OutputPath, InHand> inHand,
    SortedMap<OutputPath, Retired> retired,
    SortedSet<OutputPath> outdated) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// A file that stays although no page of the release asks for it.
  ///
  /// @param since when pages stopped asking for it
  /// @param releases how many releases have come since, the first without it not counted
  public record Retired(Item item, Instant since, int releases) {}

  /// A file that a publish was about to change.
  ///
  /// @param put what was to be put, where its bytes were not there before, so that they tell
  ///   whether it was
  public record InHand(Manifest.Entry entry, Optional<Item> put) {}

  public Release {
    items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    inHand = Collections.unmodifiableSortedMap(new TreeMap<>(inHand));
    retired = Collections.unmodifiableSortedMap(new TreeMap<>(retired));
    outdated = Collections.unmodifiableSortedSet(new TreeSet<>(outdated));
  }

  /// Whether its files are at the same paths as others.
  boolean isAt(SortedMap<OutputPath, Item> others) {
    return List.copyOf(items.keySet()).equals(List.copyOf(others.keySet()));
  }

  /// Whether the publish that made it came to its end.
  public boolean isFinished() {
    return inHand.isEmpty();
  }

  /// The file at a path, one that stays for readers of older pages too.
  Optional<Item> item(OutputPath path) {
    return Optional.ofNullable(items.get(path))
        .or(() -> Optional.ofNullable(retired.get(path)).map(Retired::item));
  }

  /// What a publish that was stopped was about to put at a path.
  Optional<Item> put(OutputPath path) {
    return Optional.ofNullable(inHand.get(path)).flatMap(InHand::put);
  }

  /// The same, of which caches know everything.
  Release withCachesTold() {
    return new Release(id, made, commit, items, inHand, retired, new TreeSet<>());
  }

  /// A name for a release that is made now of these files.
  static String id(Instant made, Map<OutputPath, Item> items) {
    StringBuilder all = new StringBuilder();
    items.forEach((path, item) ->
        all.append(path).append(item.identity(item.headers().values().keySet()).hex()));
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
    return TIME.format(made) + "-" + Digest.of(bytes).hex().substring(0, 6);
  }
}
