package dev.levee.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A folder, such as the one that a web server reads from. It keeps no headers. That nothing may be
/// there is held against other processes too; that a certain object must be there is only looked
/// at. No object is reached through a symbolic link in the folder, which may lead out of it.
public final class FolderStore implements Store {

  private static final String OWN = ".levee";

  /// How the names start under which files are written before they are moved in place.
  private static final String UNFINISHED = "unfinished-";

  private static final FileAttribute<Set<PosixFilePermission>> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwx---"));

  /// How file systems say that they are full.
  private static final Pattern FULL =
      Pattern.compile("(?i).*(no space left|disk quota|not enough space|disk full).*");

  private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);

  private final String name;
  private final Path root;

  private FolderStore(String name, Path root) {
    this.name = name;
    this.root = root;
  }

  /// Removes what was never finished there.
  ///
  /// @param folder the folder, which is made when something is put; it may be a link to one
  /// @param now tells what was left behind from what somebody else is writing
  public static FolderStore open(Path folder, Instant now) throws IOException {
    Path root = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    FolderStore store = new FolderStore(folder.toString(), root);
    store.removeUnfinished(now.minus(LEFT_BEHIND));
    return store;
  }

  private void removeUnfinished(Instant before) {
    Path own = root.resolve(OWN);
    if (!Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(own, UNFINISHED + "*")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      return; // they are in nobody's way
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Listed> list() throws IOException {
    Walk walk = new Walk(root);
    try {
      Files.walkFileTree(root, walk);
    } catch (IOException e) {
      throw fault("read", name, e);
    }
    return walk.all;
  }

  /// Finds all files below a folder, but for those in folders that are closed to Levee, which holds
  /// none of its own there, and those that somebody removes meanwhile.
  static final class Walk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Listed> all = new ArrayList<>();

    Walk(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = root.relativize(file).toString().replace('\\', '/');
      if (!path.startsWith(OWN + "/" + UNFINISHED)) {
        all.add(new Listed(path, attributes.size(), tag(attributes)));
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

  private static String tag(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "-" + attributes.size();
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
    for (Path folder = file.getParent();
        folder != null && !folder.equals(root);
        folder = folder.getParent()) {
      if (Files.isSymbolicLink(folder)) {
        throw new StoreException(
            "cannot reach '"
                + path
                + "' in "
                + name
                + ": '"
                + root.relativize(folder)
                + "' is a symbolic link, which may lead out of it; make it a folder",
            false,
            null);
      }
    }
    return file;
  }

  /// Where the bytes of an object are written at first, by nobody else.
  private Path unfinished() throws StoreException {
    return file(OWN + "/" + UNFINISHED + UUID.randomUUID());
  }

  @Override
  public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    Path file = file(path);
    Path next = unfinished();
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
      try {
        Files.createLink(file, next);
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (UnsupportedOperationException | FileSystemException e) {
        Files.copy(next, file); // on a file system without links
      }
    } catch (FileAlreadyExistsException e) {
      throw new ConflictException(path);
    }
  }

  @Override
  public void copy(String from, String to, long size) throws IOException {
    Path source = file(from);
    Path file = file(to);
    Path next = unfinished();
    try {
      makeFolders(file, next);
      try {
        Files.copy(source, next);
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
    removeEmptied(file.getParent());
  }

  private void removeEmptied(@Nullable Path emptied) {
    try {
      for (Path folder = emptied;
          folder != null && !folder.equals(root) && !Files.isSymbolicLink(folder);
          folder = folder.getParent()) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      return; // others need it, or it is theirs
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
