package dev.levee.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A folder, such as the one that a web server reads from. It keeps no headers. That nothing may be
/// there is held against other processes too; that a certain object must be there is only looked
/// at. No object is reached through a symbolic link in the folder, which may lead out of it.
public final class FolderStore implements Store {

  private static final FileAttribute<Set<PosixFilePermission>> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwx---"));

  /// How file systems say that they are full.
  private static final Pattern FULL =
      Pattern.compile("(?i).*(no space left|disk quota|not enough space|disk full).*");

  private final String name;
  private final Path root;

  private FolderStore(String name, Path root) {
    this.name = name;
    this.root = root;
  }

  /// The store of a folder, of which nothing has been asked yet.
  ///
  /// @param folder the folder, which is made when something is put; it may be a link to one
  public static FolderStore open(Path folder) throws IOException {
    Path root = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    return new FolderStore(folder.toString(), root);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Listed> list(boolean wide) throws IOException {
    FolderWalk walk = new FolderWalk(root);
    try {
      Files.walkFileTree(root, walk);
    } catch (IOException e) {
      throw fault("read", name, e);
    }
    return walk.all();
  }

  static String tag(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "-" + attributes.size();
  }

  @Override
  public Optional<Listed> stat(String path) throws IOException {
    Path file = file(path);
    try {
      BasicFileAttributes there =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return there.isDirectory()
          ? Optional.empty()
          : Optional.of(new Listed(path, there.size(), tag(there)));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw fault("read", path, e);
    }
  }

  @Override
  public Optional<Fetched> get(String path) throws IOException {
    Path file = file(path);
    try {
      String tag = tag(Files.readAttributes(file, BasicFileAttributes.class));
      return Optional.of(new Fetched(Files.readAllBytes(file), tag));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw fault("read", path, e);
    }
  }

  /// Where an object is.
  private Path file(String path) throws StoreException {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root) || file.equals(root)) {
      throw new StoreException("'" + path + "' lies outside of " + name, false, null);
    }
    for (String folder : OwnFolder.foldersOf(path)) {
      if (Files.isSymbolicLink(root.resolve(folder))) {
        throw OwnFolder.throughLink(path, name, folder);
      }
    }
    return file;
  }

  @Override
  public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    Path file = file(path);
    Path next = file(OwnFolder.unfinished());
    try {
      makeFolders(file, next);
      check(path, file, condition);
      try {
        Files.write(next, bytes, StandardOpenOption.CREATE_NEW);
        condition.check().run();
        if (condition.absent()) {
          link(path, file, next);
        } else {
          Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        }
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (StoreException e) {
      throw e;
    } catch (IOException e) {
      throw fault("write", path, e);
    }
  }

  private void makeFolders(Path file, Path next) throws IOException {
    makeOwn(next.getParent());
    Files.createDirectories(file.getParent());
  }

  /// What is Levee's own is not for everybody on the machine, such as a web server.
  private void makeOwn(@Nullable Path own) throws IOException {
    if (own == null || Files.isDirectory(own)) {
      return;
    }
    Files.createDirectories(root);
    boolean says = Files.getFileStore(root).supportsFileAttributeView(PosixFileAttributeView.class);
    Files.createDirectories(own, says ? new FileAttribute<?>[] {OWNERS} : new FileAttribute<?>[0]);
  }

  private static void check(String path, Path file, Condition condition) throws IOException {
    if (!condition.tag().isEmpty()
        && (!Files.exists(file)
            || !tag(Files.readAttributes(file, BasicFileAttributes.class))
                .equals(condition.tag()))) {
      throw new ConflictException(path);
    }
  }

  /// Gives the whole file its name at once, unless something has that name.
  private static void link(String path, Path file, Path next) throws IOException {
    try {
      if (!isLinked(file, next)) {
        claim(file, next);
      }
    } catch (FileAlreadyExistsException e) {
      throw new ConflictException(path);
    }
  }

  /// Whether a file has a second name now; nothing is changed where the file system knows none.
  private static boolean isLinked(Path second, Path file) throws IOException {
    try {
      Files.createLink(second, file);
      return true;
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // file systems without links say so by either; any other fault the copy meets as well
      return false;
    }
  }

  /// Takes a name by an empty file, for which the whole one is put at once.
  static void claim(Path file, Path next) throws IOException {
    Files.createFile(file);
    try {
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /// Gives the file a second name where that can be: no file is ever changed, only replaced.
  @Override
  public void copy(String from, String to, long size) throws IOException {
    Path source = file(from);
    Path file = file(to);
    Path next = file(OwnFolder.unfinished());
    try {
      makeFolders(file, next);
      try {
        if (!Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS) || !isLinked(next, source)) {
          Files.copy(source, next);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(next);
      }
    } catch (IOException e) {
      throw fault("copy", from, e);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Path file = file(path);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
        || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw fault("remove", path, e);
    }
    removeEmptied(path);
  }

  private void removeEmptied(String path) {
    try {
      for (String folder : OwnFolder.foldersOf(path).reversed()) {
        Files.deleteIfExists(root.resolve(folder));
      }
    } catch (IOException e) {
      return; // others need it, or it is theirs
    }
  }

  @Override
  public void removeUnfinished() {
    Map<String, Instant> changed = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(file(OwnFolder.NAME + "/."))) {
      for (Path file : files) {
        String path = OwnFolder.NAME + "/" + file.getFileName();
        changed.put(path, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
      }
      for (String path : OwnFolder.leftBehind(changed)) {
        Files.deleteIfExists(file(path));
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // they are in nobody's way
    }
  }

  private StoreException fault(String what, String path, IOException e) {
    String reason =
        e instanceof FileSystemException fault && fault.getReason() != null
            ? fault.getReason()
            : e.getClass().getSimpleName().replace("Exception", "");
    if (isFull(e)) {
      return new StoreException(
          name + " is full; make room there, and publish again, which goes on from here", false, e);
    }
    return new StoreException(
        "cannot " + what + " '" + path + "' in " + name + ": " + reason, false, e);
  }

  /// Whether a file system says that it is full.
  static boolean isFull(IOException e) {
    return FULL.matcher(String.valueOf(e.getMessage())).matches();
  }

  @Override
  public void close() {
    // holds nothing
  }
}
