package dev.levee.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is watched: folders with all that is in them, and single files.
///
/// @param folders absolute; need not exist
/// @param files absolute; need not exist
record WatchedPaths(List<Path> folders, List<Path> files) {

  /// File systems that are elsewhere.
  private static final Pattern SILENT =
      Pattern.compile(
          "nfs.*|cifs|smb.*|9p|v9fs|fuse|fuse\\..*|drvfs|afs|ceph|lustre|davfs.*|vboxsf|vmhgfs"
              + "|prl_fs|virtiofs|grpcfuse|osxfs");

  /// What editors write for themselves, and what is not the site's.
  private static final Pattern IGNORED =
      Pattern.compile("\\..*|.*~|#.*#|.*___jb_(tmp|old)___|4913|node_modules");

  static WatchedPaths of(Collection<Path> folders, Collection<Path> files) {
    return new WatchedPaths(absolute(folders), absolute(files));
  }

  private static List<Path> absolute(Collection<Path> paths) {
    return paths.stream().map(p -> p.toAbsolutePath().normalize()).distinct().toList();
  }

  Stream<Path> all() {
    return Stream.concat(folders.stream(), files.stream());
  }

  /// Whether what happens at a path says something of what is watched.
  boolean concern(Path path) {
    return files.contains(path)
        || folders.contains(path)
        || (folders.stream().anyMatch(path::startsWith) && !ignore(path));
  }

  /// Whether a file or folder within a folder that is watched is none of the site's, by its name.
  static boolean ignore(Path path) {
    return IGNORED.matcher(path.getFileName().toString()).matches();
  }

  /// Whether any of them lies where the file system cannot be trusted to tell of changes.
  boolean areFarAway() {
    return all().anyMatch(WatchedPaths::isFarAway);
  }

  private static boolean isFarAway(Path path) {
    try {
      return isSilent(Files.getFileStore(nearestFolder(path)).type());
    } catch (IOException e) {
      return true; // nothing is known of it
    }
  }

  /// Whether a file system does not tell of what others do to it.
  ///
  /// @param type what the JDK calls it
  static boolean isSilent(String type) {
    return SILENT.matcher(type.toLowerCase(Locale.ROOT)).matches();
  }

  /// The folder at a path, or the nearest one around it that there is.
  static Path nearestFolder(Path path) {
    Path at = path;
    while (!Files.isDirectory(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }
}
