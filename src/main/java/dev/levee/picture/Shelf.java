package dev.levee.picture;

import dev.levee.trace.KeptFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps renditions, and what is known of pictures, from build to build. Safe to use from several
/// threads.
public final class Shelf {

  private static final String KNOWN = "known";

  private final KeptFiles kept;
  private @Nullable PictureMemory memory;

  /// @param folder may not be there yet
  /// @param ignored whether nothing that is there is looked at
  public Shelf(Path folder, boolean ignored) {
    this.kept = new KeptFiles(folder, ignored);
  }

  /// What earlier builds knew of pictures.
  public synchronized PictureMemory memory() {
    if (memory == null) {
      memory = kept.read(KNOWN).map(PictureMemory::unpacked).orElseGet(PictureMemory::empty);
    }
    return memory;
  }

  /// The file of a rendition, which may turn out to be damaged once it is [read][#bytes].
  public Optional<Path> file(Rendition rendition) {
    return kept.file(rendition.key());
  }

  /// The bytes of a rendition; nothing when they are not here, or not whole.
  public Optional<byte[]> bytes(Rendition rendition) {
    return kept.read(rendition.key());
  }

  /// Keeps a rendition.
  ///
  /// @throws IOException when it cannot be written
  void put(Rendition rendition, byte[] bytes) throws IOException {
    kept.write(rendition.key(), bytes);
  }

  /// Keeps what is known of pictures, and removes what this build had no use for. That it cannot is
  /// no fault of a build.
  ///
  /// @param scanned when the build began to look at files, on the clock of the file system
  public synchronized void tidy(long scanned) {
    if (memory != null && memory.isNews()) {
      try {
        kept.write(KNOWN, memory.packed(scanned));
      } catch (IOException e) {
        // the next build does without
      }
    }
    kept.removeUnused();
  }
}
