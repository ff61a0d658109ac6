package dev.levee.compress;

import dev.levee.output.Digest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Compressed forms by the content that they are of, in a folder. A file's name has the digest of
/// that content, how it was compressed, and the digest of the form, so that one that was cut short
/// is noticed. That it cannot be read or written is no fault of a build.
final class CompressedCache {

  private static final String UNFINISHED = "unfinished-";

  private final Path folder;
  private final Map<String, Path> known = new ConcurrentHashMap<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  private CompressedCache(Path folder) {
    this.folder = folder;
  }

  static CompressedCache open(Path folder) {
    CompressedCache cache = new CompressedCache(folder);
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          cache.known.put(name.substring(0, name.lastIndexOf('-') + 1), file);
        }
      } catch (IOException e) {
        cache.known.clear();
      }
    }
    return cache;
  }

  /// The form that was kept for a content; an empty one where nothing is gained by it.
  Optional<byte[]> get(Digest content, String how) {
    String key = key(content, how);
    used.add(key);
    Path file = known.get(key);
    if (file == null) {
      return Optional.empty();
    }
    try {
      byte[] form = Files.readAllBytes(file);
      return file.getFileName().toString().equals(name(key, form))
          ? Optional.of(form)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void put(Digest content, String how, byte[] form) {
    String key = key(content, how);
    try {
      Files.createDirectories(folder);
      Path next = folder.resolve(UNFINISHED + key + Thread.currentThread().threadId());
      Files.write(next, form);
      Files.move(next, folder.resolve(name(key, form)), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // the next build makes it again
    }
  }

  /// Removes what was not asked for.
  void removeUnused() {
    known.forEach((key, file) -> {
      if (!used.contains(key)) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          // the next build tries again
        }
      }
    });
  }

  static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }

  private static String key(Digest content, String how) {
    return content.hex() + "-" + how + "-";
  }

  private static String name(String key, byte[] form) {
    return key + Digest.of(form).hex().substring(0, 16);
  }
}
