package dev.levee.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A folder, such as the one that a web server reads from. It keeps no headers. That nothing may be
/// there is held against other processes too; that a certain object must be there is only looked
/// at.
public final class FolderStore implements Store {

  /// Where files are written before they are moved in place, and where no reader gets.
  private static final String UNFINISHED = ".levee/unfinished-";

  private final Path root;
  private final AtomicLong unfinished = new AtomicLong();

  /// @param root the folder, which is made when something is put
  public FolderStore(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return root.toString();
  }

  @Override
  public List<Listed> list() throws IOException {
    List<Listed> all = new ArrayList<>();
    if (!Files.exists(root)) {
      return all;
    }
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String path = root.relativize(file).toString().replace('\\', '/');
              if (!path.startsWith(UNFINISHED)) {
                all.add(new Listed(path, attributes.size(), tag(attributes)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw fault("read", root.toString(), e);
    }
    return all;
  }

  private static String tag(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "-" + attributes.size();
  }

  @Override
  public Optional<Fetched> get(String path) throws IOException {
    Path file = root.resolve(path);
    try {
      String tag = tag(Files.readAttributes(file, BasicFileAttributes.class));
      return Optional.of(new Fetched(Files.readAllBytes(file), tag));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw fault("read", path, e);
    }
  }

  @Override
  public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      if (condition.absent()) {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return;
      }
      check(path, condition);
      Path next = unfinished();
      Files.write(next, bytes);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (StoreException e) {
      throw e;
    } catch (FileAlreadyExistsException e) {
      throw condition.absent() ? new ConflictException(path) : fault("write", path, e);
    } catch (IOException e) {
      throw fault("write", path, e);
    }
  }

  private void check(String path, Condition condition) throws IOException {
    if (!condition.tag().isEmpty()) {
      Path file = root.resolve(path);
      if (!Files.exists(file)
          || !tag(Files.readAttributes(file, BasicFileAttributes.class)).equals(condition.tag())) {
        throw new ConflictException(path);
      }
    }
  }

  private Path unfinished() throws IOException {
    Path file = root.resolve(UNFINISHED + unfinished.getAndIncrement());
    Files.createDirectories(file.getParent());
    return file;
  }

  @Override
  public void copy(String from, String to) throws IOException {
    Path file = root.resolve(to);
    try {
      Files.createDirectories(file.getParent());
      Path next = unfinished();
      Files.copy(root.resolve(from), next, StandardCopyOption.REPLACE_EXISTING);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw fault("copy", from, e);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Path file = root.resolve(path);
    try {
      Files.deleteIfExists(file);
      for (Path folder = file.getParent();
          folder != null && !folder.equals(root);
          folder = folder.getParent()) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      return; // others need it
    } catch (IOException e) {
      throw fault("remove", path, e);
    }
  }

  private StoreException fault(String what, String path, IOException e) {
    String reason =
        e instanceof FileSystemException fault && fault.getReason() != null
            ? fault.getReason()
            : e.getClass().getSimpleName().replace("Exception", "");
    return new StoreException(
        "cannot " + what + " '" + path + "' in " + name() + ": " + reason, false, e);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
