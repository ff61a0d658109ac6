package dev.levee.store;

import dev.levee.store.Store.Listed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds all files below a folder, but for those in folders that are closed to Levee, which holds
/// none of its own there, and those that somebody removes meanwhile or has not finished.
final class FolderWalk extends SimpleFileVisitor<Path> {

  private final Path root;
  private final List<Listed> all = new ArrayList<>();

  FolderWalk(Path root) {
    this.root = root;
  }

  List<Listed> all() {
    return all;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String path = root.relativize(file).toString().replace('\\', '/');
    if (!OwnFolder.isUnfinished(path)) {
      all.add(new Listed(path, attributes.size(), FolderStore.tag(attributes)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    boolean closed = e instanceof AccessDeniedException && !file.equals(root);
    if (closed || e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
      throws IOException {
    return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
  }
}
