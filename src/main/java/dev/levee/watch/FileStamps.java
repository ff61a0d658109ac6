package dev.levee.watch;

import dev.levee.source.Stamp;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/// How files looked at a moment, so that what has changed since can be told without being told by
/// the file system.
record FileStamps(Map<Path, Stamp> files) {

  /// How they look now. What cannot be read is as if it were not there.
  static FileStamps of(WatchedPaths paths) {
    Map<Path, Stamp> files = new HashMap<>();
    paths.files().forEach(file -> add(file, files));
    for (Path folder : paths.folders()) {
      try {
        Path top = folder.toRealPath(); // no other link is followed
        Files.walkFileTree(top, new Look(folder, top, files));
      } catch (IOException e) {
        // it does not exist yet
      }
    }
    return new FileStamps(files);
  }

  private static void add(Path file, Map<Path, Stamp> files) {
    try {
      files.put(file, Stamp.of(file));
    } catch (IOException e) {
      // it went meanwhile
    }
  }

  /// Notes what is not as it was.
  void compare(FileStamps before, Noticed changes) {
    files.forEach((file, stamp) -> {
      if (!stamp.equals(before.files.get(file))) {
        changes.add(file);
      }
    });
    before.files.keySet().stream().filter(f -> !files.containsKey(f)).forEach(changes::add);
  }

  private static final class Look extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final Path top;
    private final Map<Path, Stamp> files;

    Look(Path folder, Path top, Map<Path, Stamp> files) {
      this.folder = folder;
      this.top = top;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
      boolean ours = at.equals(top) || !WatchedPaths.ignore(at);
      return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!WatchedPaths.ignore(file)) {
        add(folder.resolve(top.relativize(file)), files);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}
