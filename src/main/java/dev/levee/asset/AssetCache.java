package dev.levee.asset;

import dev.levee.trace.KeptFiles;
import dev.levee.trace.Pack;
import dev.levee.trace.PackedProblems;
import dev.levee.trace.Unpack;
import java.io.IOException;
import java.util.Optional;

/// What came of style sheets and scripts, each under the digest of its name and of what it was made
/// from.
final class AssetCache {

  private final KeptFiles kept;

  AssetCache(KeptFiles kept) {
    this.kept = kept;
  }

  /// What is kept for a key, if it is whole.
  Optional<Made> read(String key) {
    return kept.read(key).flatMap(AssetCache::unpacked);
  }

  private static Optional<Made> unpacked(byte[] bytes) {
    try {
      Unpack in = new Unpack(bytes);
      return Optional.of(
          new Made(in.list(() -> new Made.Text(in.text(), in.text())), PackedProblems.unpack(in)));
    } catch (RuntimeException e) {
      return Optional.empty(); // another Levee packed it in another way
    }
  }

  void write(String key, Made made) {
    Pack pack = new Pack();
    pack.list(made.files(), text -> pack.text(text.path()).text(text.text()));
    PackedProblems.pack(made.problems(), pack);
    try {
      kept.write(key, pack.bytes());
    } catch (IOException e) {
      // it is made again in the next build
    }
  }

  /// Removes what was not asked for.
  void removeUnused() {
    kept.removeUnused();
  }
}
