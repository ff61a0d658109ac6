package dev.levee.watch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the file system tells of folders and all that is in them. It tells of one folder at a time,
/// so every folder is watched by itself, and new ones as soon as they are seen.
final class FolderEvents implements AutoCloseable {

  private final WatchService service;
  private final WatchedPaths paths;

  /// A folder that was moved keeps its key, which goes on to call it by its old path.
  private final Map<WatchKey, Path> watched = new HashMap<>();

  private FolderEvents(WatchService service, WatchedPaths paths) {
    this.service = service;
    this.paths = paths;
  }

  /// Ready to watch; nothing where the JDK would only look every few seconds.
  static Optional<FolderEvents> open(WatchedPaths paths) {
    try {
      WatchService service = FileSystems.getDefault().newWatchService();
      FolderEvents events = new FolderEvents(service, paths);
      if (!service.getClass().getSimpleName().equals("PollingWatchService")) {
        return Optional.of(events);
      }
      events.close();
    } catch (IOException | UnsupportedOperationException e) {
      // the system has no more of them
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      // nothing is left to be done with it
    }
  }

  /// The next folder in which something happened; nothing when none did in time.
  ///
  /// @param nanoseconds how long to wait
  /// @throws java.nio.file.ClosedWatchServiceException when this is closed
  @Nullable WatchKey next(long nanoseconds) throws InterruptedException {
    return service.poll(nanoseconds, TimeUnit.NANOSECONDS);
  }

  /// Notes what happened in a folder.
  ///
  /// @throws IOException when a new folder cannot be watched
  void read(WatchKey key, Noticed changes) throws IOException {
    Path folder = watched.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
        changes.addEverything();
      } else if (folder != null && event.context() instanceof Path name) {
        happened(folder.resolve(name), event.kind(), changes);
      }
    }
    if (!key.reset()) {
      watched.remove(key);
      if (folder != null) {
        watchOnTheWayTo(folder, changes);
      }
    }
  }

  private void happened(Path path, WatchEvent.Kind<?> kind, Noticed changes) throws IOException {
    watchOnTheWayTo(path, changes);
    if (!paths.concern(path)) {
      return;
    }
    boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    if (kind.equals(StandardWatchEventKinds.ENTRY_DELETE)) {
      forget(path);
      changes.add(path);
    } else if (!folder) {
      changes.add(path);
    } else if (kind.equals(StandardWatchEventKinds.ENTRY_CREATE)) {
      watchBelow(path, changes);
    }
  }

  /// Watches again what lies at or below a path that came or went.
  private void watchOnTheWayTo(Path path, Noticed changes) throws IOException {
    for (Path target : paths.all().filter(t -> t.startsWith(path)).toList()) {
      watch(target, changes);
      if (!target.equals(path)) {
        changes.add(target);
      }
    }
  }

  /// Watches all there is.
  ///
  /// @param changes takes what is found that was not watched
  /// @throws IOException when a folder cannot be watched
  void watchAgain(Noticed changes) throws IOException {
    for (Path target : paths.all().toList()) {
      watch(target, changes);
    }
  }

  /// Watches the folder around a file or folder too, since only there it is told that it comes or
  /// goes. Where that is missing, it is the nearest one around.
  private void watch(Path target, Noticed changes) throws IOException {
    Path around = Optional.ofNullable(target.getParent()).orElse(target);
    Path nearest;
    do {
      nearest = WatchedPaths.nearestFolder(around);
      register(nearest);
    } while (!WatchedPaths.nearestFolder(around).equals(nearest));
    if (paths.folders().contains(target)) {
      watchBelow(target, changes);
    }
  }

  private void watchBelow(Path top, Noticed changes) throws IOException {
    Deque<Path> folders = new ArrayDeque<>(List.of(top));
    while (!folders.isEmpty()) {
      Path folder = folders.pop();
      boolean known = register(folder); // before it is listed, so that nothing comes in between
      for (Path inside : list(folder)) {
        if (WatchedPaths.ignore(inside)) {
          continue;
        }
        if (Files.isDirectory(inside, LinkOption.NOFOLLOW_LINKS)) {
          folders.push(inside);
        } else if (!known) {
          changes.add(inside);
        }
      }
    }
  }

  /// @return whether it was watched already
  private boolean register(Path folder) throws IOException {
    try {
      WatchKey key =
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
      return folder.equals(watched.put(key, folder));
    } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
      return false; // it went meanwhile, or whoever reads it will be told
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> inside = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(inside::add);
    } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException e) {
      // as above
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return inside;
  }

  /// A folder that went, and may come back elsewhere.
  private void forget(Path folder) {
    watched
        .entrySet()
        .removeIf(entry -> {
          boolean below = entry.getValue().startsWith(folder);
          if (below) {
            entry.getKey().cancel();
          }
          return below;
        });
  }
}
