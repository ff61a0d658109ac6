package dev.levee.trace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What builds make and keep for later ones, in a folder that may be lost, shared and copied. A
/// file is called by a key, which says all that it came of, and by the hash of its own bytes, so
/// that one that was cut short is not believed. Safe to use from several threads.
public final class KeptFiles {

  private static final String UNFINISHED = "unfinished-";

  private final Path folder;
  private final boolean ignored;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private @Nullable Map<String, String> names;

  /// @param folder may not be there yet
  /// @param ignored whether nothing that is there is looked at
  public KeptFiles(Path folder, boolean ignored) {
    this.folder = folder;
    this.ignored = ignored;
  }

  /// The file of a key, which may turn out to be damaged once it is [read][#read].
  public synchronized Optional<Path> file(String key) {
    used.add(key);
    return Optional.ofNullable(names().get(key)).map(folder::resolve);
  }

  /// The bytes that are kept for a key; nothing when there are none, or they are not whole.
  public Optional<byte[]> read(String key) {
    Optional<Path> file = file(key);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file.get());
      return file.get().endsWith(name(key, bytes)) ? Optional.of(bytes) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Keeps bytes under a key.
  ///
  /// @throws IOException when they cannot be written
  public void write(String key, byte[] bytes) throws IOException {
    String name = name(key, bytes);
    Files.createDirectories(folder);
    String moment = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    Path unfinished = folder.resolve(UNFINISHED + key + "-" + moment);
    Files.write(unfinished, bytes);
    Files.move(
        unfinished,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    synchronized (this) {
      names().put(key, name);
      used.add(key);
    }
  }

  private static String name(String key, byte[] bytes) {
    return key + "." + HexFormat.of().toHexDigits(Hash.of(bytes));
  }

  private Map<String, String> names() {
    if (names == null) {
      names = new HashMap<>();
      if (!ignored && Files.isDirectory(folder)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
          for (Path file : files) {
            String name = file.getFileName().toString();
            names.put(key(name), name);
          }
        } catch (IOException e) {
          names.clear();
        }
      }
    }
    return names;
  }

  private static String key(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /// Removes what was not asked for. That it cannot is no fault of a build.
  public synchronized void removeUnused() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Map<String, String> kept = names == null ? Map.of() : names;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        String key = key(name);
        if (!used.contains(key) || !name.equals(kept.get(key))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      // the next build tries again
    }
  }

  /// Removes a folder with all that is kept in it.
  ///
  /// @throws IOException when it cannot be removed
  public static void clear(Path folder) throws IOException {
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
}
