package dev.levee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// Temporary folders of tests: in memory where the system has a folder for that with much room, as
/// thousands of small sites on a disk keep the system busy twice as long.
public final class TestFolders implements TempDirFactory {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM = 6L << 30; // tests leave about a gigabyte
  private static final @Nullable Path PARENT = inMemory() ? MEMORY : null;

  /// An empty folder; its name begins with a prefix.
  public static Path create(String prefix) throws IOException {
    return PARENT == null
        ? Files.createTempDirectory(prefix)
        : Files.createTempDirectory(PARENT, prefix);
  }

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
      throws IOException {
    return create("junit-");
  }

  private static boolean inMemory() {
    try {
      return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
    } catch (IOException e) {
      return false;
    }
  }
}
