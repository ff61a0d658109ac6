package dev.levee.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What stands in a folder on disk. It looks at each folder once and never follows a symbolic link.
/// Any number of threads may look, and one at a time may change something.
final class Ground {

  /// What is at a path, links not followed.
  enum Thing {
    NOTHING,
    FOLDER,
    FILE,
    OTHER
  }

  private final Path root;
  private final String name;
  private final Map<String, Thing> seen = new ConcurrentHashMap<>();

  /// @param name the folder as messages call it
  Ground(Path root, String name) {
    this.root = root;
    this.name = name;
  }

  Path root() {
    return root;
  }

  /// The file as messages call it.
  String named(String path) {
    return path.isEmpty() ? name : name + "/" + path;
  }

  Path resolve(String path) throws IOException {
    try {
      return root.resolve(path);
    } catch (InvalidPathException e) {
      throw new IOException(
          "cannot name the file "
              + named(path)
              + " in the character set of this system; set LC_ALL to C.UTF-8",
          e);
    }
  }

  /// What is at the path; nothing when a folder above is missing or is none, so that whatever is
  /// found lies inside the root.
  Thing at(String path) throws IOException {
    if (path.isEmpty()) {
      return Thing.FOLDER;
    }
    Thing known = seen.get(path);
    if (known == null) {
      known = at(above(path)) == Thing.FOLDER ? look(path) : Thing.NOTHING;
      seen.put(path, known);
    }
    return known;
  }

  /// The first path on the way down to the file at which something stands that is no folder.
  Optional<String> blockAbove(OutputPath path) throws IOException {
    for (int slash = path.value().indexOf('/'); slash > 0; ) {
      String folder = path.value().substring(0, slash);
      switch (at(folder)) {
        case FOLDER -> slash = path.value().indexOf('/', slash + 1);
        case NOTHING -> {
          return Optional.empty();
        }
        case FILE, OTHER -> {
          return Optional.of(folder);
        }
      }
    }
    return Optional.empty();
  }

  /// Forgets what was at the path, since it is about to change.
  void forget(String path) {
    seen.remove(path);
  }

  void forgetAll() {
    seen.clear();
  }

  void makeFolders(String folder) throws IOException {
    Thing thing = at(folder);
    if (thing == Thing.FOLDER) {
      return;
    }
    makeFolders(above(folder));
    try {
      Files.createDirectory(resolve(folder));
    } catch (FileAlreadyExistsException e) {
      if (look(folder) != Thing.FOLDER) {
        throw new FileSystemException(
            named(folder), null, named(folder) + " is in the way of a folder");
      }
    }
    seen.put(folder, Thing.FOLDER);
  }

  /// Size and time of a file; empty when no file is there.
  Optional<BasicFileAttributes> file(OutputPath path) throws IOException {
    return attributes(path.value()).filter(BasicFileAttributes::isRegularFile);
  }

  /// The first file in a folder, or below it, that fits.
  Optional<String> anyFile(String folder, Predicate<String> fits) throws IOException {
    class Finder extends SimpleFileVisitor<Path> {
      @Nullable String found;

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String path = root.relativize(file).toString().replace('\\', '/');
        if (!fits.test(path)) {
          return FileVisitResult.CONTINUE;
        }
        found = path;
        return FileVisitResult.TERMINATE;
      }
    }
    Finder finder = new Finder();
    Files.walkFileTree(resolve(folder), finder);
    return Optional.ofNullable(finder.found);
  }

  static long nanoseconds(BasicFileAttributes attributes) {
    return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
  }

  static String above(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  private Thing look(String path) throws IOException {
    return attributes(path)
        .map(a -> a.isDirectory() ? Thing.FOLDER : a.isRegularFile() ? Thing.FILE : Thing.OTHER)
        .orElse(Thing.NOTHING);
  }

  private Optional<BasicFileAttributes> attributes(String path) throws IOException {
    try {
      return Optional.of(
          Files.readAttributes(
              resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (FileSystemException e) {
      if (e.getReason() != null && e.getReason().contains("Not a directory")) {
        return Optional.empty();
      }
      throw FileFault.of("look at " + named(path), e);
    }
  }
}
