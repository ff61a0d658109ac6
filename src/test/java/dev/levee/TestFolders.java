package dev.levee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// Temporary folders of tests: in memory where the system has a folder for that, with much room,
/// that programs can be started from, as thousands of small sites on a disk keep the system busy
/// twice as long. What is left of them is deleted when the tests end.
public final class TestFolders implements TempDirFactory {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM = 6L << 30; // tests leave about a gigabyte
  private static final @Nullable Path PARENT = inMemory() ? MEMORY : null;
  private static final Queue<Path> CREATED = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> CREATED.forEach(TestFolders::delete)));
  }

  /// An empty folder for as long as the tests run; its name begins with a prefix.
  public static Path create(String prefix) throws IOException {
    Path folder =
        PARENT == null
            ? Files.createTempDirectory(prefix)
            : Files.createTempDirectory(PARENT, prefix);
    CREATED.add(folder);
    return folder;
  }

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
      throws IOException {
    return create("junit-");
  }

  private static boolean inMemory() {
    try {
      return Files.isWritable(MEMORY)
          && Files.getFileStore(MEMORY).getUsableSpace() > ROOM
          && startsPrograms(MEMORY);
    } catch (IOException e) {
      return false;
    }
  }

  /// Many containers forbid it, and tests write programs into their sites.
  private static boolean startsPrograms(Path folder) throws IOException {
    Path program = Files.createTempFile(folder, "levee-program", "");
    try {
      return program.toFile().setExecutable(true) && Files.isExecutable(program);
    } finally {
      Files.delete(program);
    }
  }

  /// Deletes a folder that a test needs no longer. What a process is still writing there stays
  /// until the tests end.
  public static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println(folder + " stays: " + e);
    }
  }
}
