package dev.levee.picture;

import dev.levee.trace.Hash;
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

/// Keeps renditions from build to build, in a folder that may be lost, shared and copied: a file is
/// called by what it came of and by the hash of its own bytes, so that one that was cut short is
/// not believed. Safe to use from several threads.
public final class Shelf {

  private static final String KNOWN = "known";
  private static final String UNFINISHED = "unfinished-";

  private final Path folder;
  private final boolean ignored;
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private @Nullable Map<String, String> names;
  private @Nullable PictureMemory memory;

  /// @param folder may not be there yet
  /// @param ignored whether nothing that is there is looked at
  public Shelf(Path folder, boolean ignored) {
    this.folder = folder;
    this.ignored = ignored;
  }

  /// What earlier builds knew of pictures.
  public synchronized PictureMemory memory() {
    if (memory == null) {
      memory = read();
    }
    return memory;
  }

  private PictureMemory read() {
    try {
      Path file = folder.resolve(KNOWN);
      return ignored || !Files.exists(file)
          ? PictureMemory.empty()
          : PictureMemory.unpacked(Files.readAllBytes(file));
    } catch (IOException e) {
      return PictureMemory.empty();
    }
  }

  /// The file of a rendition, which may turn out to be damaged once it is [read][#bytes].
  public synchronized Optional<Path> file(Rendition rendition) {
    used.add(rendition.key());
    return Optional.ofNullable(names().get(rendition.key())).map(folder::resolve);
  }

  /// The bytes of a rendition; nothing when they are not here, or not whole.
  public Optional<byte[]> bytes(Rendition rendition) {
    Optional<Path> file = file(rendition);
    try {
      byte[] bytes = file.isPresent() ? Files.readAllBytes(file.get()) : new byte[0];
      return file.isPresent() && file.get().endsWith(name(rendition, bytes))
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Keeps a rendition.
  ///
  /// @throws IOException when it cannot be written
  void put(Rendition rendition, byte[] bytes) throws IOException {
    String name = name(rendition, bytes);
    Files.createDirectories(folder);
    Path unfinished = folder.resolve(UNFINISHED + rendition.key());
    Files.write(unfinished, bytes);
    Files.move(
        unfinished,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    synchronized (this) {
      names().put(rendition.key(), name);
      used.add(rendition.key());
    }
  }

  private static String name(Rendition rendition, byte[] bytes) {
    return rendition.key() + "." + HexFormat.of().toHexDigits(Hash.of(bytes));
  }

  private Map<String, String> names() {
    if (names == null) {
      names = new HashMap<>();
      if (!ignored && Files.isDirectory(folder)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
          for (Path file : files) {
            String name = file.getFileName().toString();
            names.put(name.substring(0, Math.max(0, name.indexOf('.'))), name);
          }
        } catch (IOException e) {
          names.clear();
        }
      }
    }
    return names;
  }

  /// Keeps what is known of pictures, and removes what this build had no use for. That it cannot is
  /// no fault of a build.
  ///
  /// @param scanned when the build began to look at files, on the clock of the file system
  public synchronized void tidy(long scanned) {
    if (!Files.isDirectory(folder) && memory == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Map<String, String> kept = names == null ? Map.of() : names;
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          String key = name.substring(0, Math.max(0, name.indexOf('.')));
          boolean wanted = used.contains(key) && name.equals(kept.get(key));
          if (!wanted && !name.equals(KNOWN)) {
            Files.deleteIfExists(file);
          }
        }
      }
      if (memory().isNews()) {
        Path next = folder.resolve(UNFINISHED + KNOWN);
        Files.write(next, memory().packed(scanned));
        Files.move(
            next,
            folder.resolve(KNOWN),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      // the next build does without
    }
  }

  /// Removes everything.
  ///
  /// @throws IOException when it cannot be removed
  public static void clear(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(folder);
    }
  }
}
