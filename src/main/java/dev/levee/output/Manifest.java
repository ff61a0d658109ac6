package dev.levee.output;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What Levee wrote to a destination. A file that is not in it is somebody else's.
///
/// The entries that are not [Known] are the journal: they say what a build that was stopped had in
/// its hands.
public record Manifest(SortedMap<OutputPath, Entry> entries) {

  public Manifest {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /// Nothing was written yet.
  public static Manifest empty() {
    return new Manifest(new TreeMap<>());
  }

  public Optional<Entry> get(OutputPath path) {
    return Optional.ofNullable(entries.get(path));
  }

  /// The entry when its content is known.
  public Optional<Known> known(OutputPath path) {
    return get(path).filter(Known.class::isInstance).map(Known.class::cast);
  }

  /// Whether this very content is known to be at the path.
  public boolean holds(OutputPath path, Digest digest) {
    return known(path).filter(k -> k.digest().equals(digest)).isPresent();
  }

  /// A file that is ours.
  public sealed interface Entry {
    Kind kind();
  }

  /// A file that is there as it was put.
  ///
  /// @param modified the time of its last change in nanoseconds since 1970
  public record Known(Kind kind, Digest digest, long size, long modified) implements Entry {

    /// The same file, being something else to readers.
    Known as(Kind other) {
      return new Known(other, digest, size, modified);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Known known
          && kind == known.kind
          && size == known.size
          && modified == known.modified
          && digest.equals(known.digest);
    }

    @Override
    public int hashCode() {
      return digest.hashCode();
    }
  }

  /// A file that may be there in its old form, its new one or somebody's; pages may lead to it.
  public record Doubtful(Kind kind) implements Entry {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Doubtful entry && kind == entry.kind;
    }

    @Override
    public int hashCode() {
      return kind.hashCode();
    }
  }

  /// A file that may be there and that no page leads to: on its way in or out. What it points at
  /// need not be there.
  public record Adrift(Kind kind) implements Entry {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Adrift entry && kind == entry.kind;
    }

    @Override
    public int hashCode() {
      return kind.hashCode();
    }
  }
}
