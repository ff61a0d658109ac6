package dev.levee.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a folder for one build, whether others run in this process or elsewhere. The system lets
/// go of it when the process dies.
final class FolderLock implements AutoCloseable {

  private static final String NAME = "lock";

  /// The files that this process holds: opening and closing such a file a second time would give
  /// the lock away, which is how POSIX has it.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// @param own the folder, without links, that holds the lock file
  /// @param destination the folder that is locked, as messages call it
  /// @throws BusyException when somebody else has it
  static FolderLock take(Path own, String destination) throws IOException {
    Path file = own.resolve(NAME);
    if (!HELD.add(file)) {
      throw new BusyException(destination);
    }
    boolean taken = false;
    FolderLock lock = null;
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
      lock = new FolderLock(file, channel);
      taken = channel.tryLock() != null && Files.exists(file);
    } catch (OverlappingFileLockException e) {
      throw new BusyException(destination);
    } finally {
      if (!taken) {
        if (lock == null) {
          HELD.remove(file);
        } else {
          lock.close();
        }
      }
    }
    if (!taken) {
      throw new BusyException(destination);
    }
    return lock;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }
}
