package dev.levee.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The folder of Levee's own in a folder that is published to, in which files are written before
/// they take their names, and what else holds for the paths of objects that are files.
final class OwnFolder {

  static final String NAME = ".levee";

  /// How the paths start under which files are written at first.
  private static final String UNFINISHED = NAME + "/unfinished-";

  /// Nobody writes that long without a change to the file.
  private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);

  private OwnFolder() {}

  /// Where the bytes of an object are written at first, by nobody else.
  static String unfinished() {
    return UNFINISHED + UUID.randomUUID();
  }

  static boolean isUnfinished(String path) {
    return path.startsWith(UNFINISHED);
  }

  /// What was never finished and is being written by nobody any more.
  ///
  /// @param changed when each file of the folder was changed, by its path. The newest, such as a
  ///   lock that was just taken, tells what time it is there
  static List<String> leftBehind(Map<String, Instant> changed) {
    if (changed.isEmpty()) {
      return List.of();
    }
    Instant before = Collections.max(changed.values()).minus(LEFT_BEHIND);
    return changed.keySet().stream()
        .filter(path -> isUnfinished(path) && changed.getOrDefault(path, before).isBefore(before))
        .toList();
  }

  /// The folders that a path leads through, from the outermost.
  static List<String> foldersOf(String path) {
    List<String> folders = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      folders.add(path.substring(0, slash));
    }
    return folders;
  }

  /// That a path leads through a symbolic link.
  ///
  /// @param store the place as messages call it
  static StoreException throughLink(String path, String store, String folder) {
    return new StoreException(
        "cannot reach '"
            + path
            + "' in "
            + store
            + ": '"
            + folder
            + "' is a symbolic link, which may lead out of it; make it a folder",
        false,
        null);
  }
}
