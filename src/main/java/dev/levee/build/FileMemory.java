package dev.levee.build;

import dev.levee.source.Stamp;
import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/// The digests of files that are published as they are, for those that have not been touched since
/// an earlier build. Safe to use from several threads.
final class FileMemory {

  private final Map<String, Known> before;
  private final Map<String, Known> now = new ConcurrentHashMap<>();

  /// @param digest the first bytes of the digest of the content
  /// @param trusted whether the file cannot have changed since without another stamp
  private record Known(Stamp stamp, long digest, boolean trusted) {}

  private FileMemory(Map<String, Known> before) {
    this.before = before;
  }

  /// Nothing is known yet.
  static FileMemory empty() {
    return new FileMemory(Map.of());
  }

  /// The digest of a file that has the same stamp as when it was read.
  ///
  /// @param path the file's path below the content folder
  OptionalLong recall(String path, Stamp stamp) {
    Known known = before.get(path);
    return known != null && known.trusted && known.stamp.equals(stamp)
        ? OptionalLong.of(known.digest)
        : OptionalLong.empty();
  }

  /// Remembers a file for the next build.
  void note(String path, Stamp stamp, long digest) {
    now.put(path, new Known(stamp, digest, true));
  }

  /// Whether the next build would know anything else than this one did.
  boolean isNews() {
    return !now.equals(before);
  }

  void pack(Pack pack) {
    pack.list(
        now.entrySet(),
        entry -> {
          pack.text(entry.getKey());
          entry.getValue().stamp.pack(pack);
          pack.fixed(entry.getValue().digest);
        });
  }

  /// Reads what an earlier build packed.
  ///
  /// @param scanned when that build began to look at files, on the clock of the file system
  static FileMemory unpack(Unpack in, long scanned) {
    Map<String, Known> before = new HashMap<>();
    in.list(() -> {
      String path = in.text();
      Stamp stamp = Stamp.unpack(in);
      Known known = new Known(stamp, in.fixed(), stamp.isOlderThan(scanned));
      return before.put(path, known) == null;
    });
    return new FileMemory(before);
  }
}
