package dev.levee.asset;

import dev.levee.trace.Hash;
import dev.levee.trace.Pack;
import dev.levee.trace.PackedProblems;
import dev.levee.trace.Unpack;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What came of style sheets and scripts, in a folder, each under the digest of its name and of
/// what it was made from. Whatever is not whole is made again; that nothing can be kept is no fault
/// of a build.
final class AssetCache {

  private static final String UNFINISHED = "unfinished-";

  private final Path folder;
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  AssetCache(Path folder) {
    this.folder = folder;
  }

  /// What is kept for a key, if it is whole.
  Optional<Made> read(String key) {
    used.add(key);
    Path file = folder.resolve(key);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - Long.BYTES;
      if (end < 0 || new Unpack(bytes, end, bytes.length).fixed() != hash(bytes, end)) {
        return Optional.empty();
      }
      Unpack in = new Unpack(bytes, 0, end);
      return Optional.of(
          new Made(in.list(() -> new Made.Text(in.text(), in.text())), PackedProblems.unpack(in)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  void write(String key, Made made) {
    Pack pack = new Pack();
    pack.list(made.files(), text -> pack.text(text.path()).text(text.text()));
    PackedProblems.pack(made.problems(), pack);
    byte[] bytes = pack.bytes();
    byte[] whole = pack.fixed(hash(bytes, bytes.length)).bytes();
    Path next = folder.resolve(UNFINISHED + Long.toString(System.nanoTime(), Character.MAX_RADIX));
    try {
      Files.createDirectories(folder);
      Files.write(next, whole);
      Files.move(next, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // it is made again in the next build
    }
  }

  /// Removes what was not asked for.
  void removeUnused() {
    if (Files.isDirectory(folder)) {
      removeBut(used);
    }
  }

  private void removeBut(Set<String> wanted) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!wanted.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      // the next build tries again
    }
  }

  /// Removes all of it.
  void clear() throws IOException {
    if (Files.isDirectory(folder)) {
      removeBut(Set.of());
      Files.deleteIfExists(folder);
    }
  }

  private static long hash(byte[] bytes, int length) {
    return new Hash().add(bytes, length).value();
  }
}
