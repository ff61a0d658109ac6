package dev.levee.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Says which files have changed, shortly after they have. Several files that change at once, as
/// when another branch is checked out, are one change.
public final class Watcher implements AutoCloseable {

  /// Is told of changes, on the watcher's own thread; those that come meanwhile are told next.
  @FunctionalInterface
  public interface Listener {

    /// Hears of one change.
    ///
    /// @param paths absolute; a folder's stands for all that has been in it
    /// @param everything whether anything else may have changed as well
    void changed(Collection<Path> paths, boolean everything);
  }

  /// What follows within this time belongs to the same change: editors write more than once.
  private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(10);

  /// After this time the listener is told, even while more is changing.
  private static final long MOST = TimeUnit.MILLISECONDS.toNanos(100);

  private static final Duration OFTEN = Duration.ofMillis(250);
  private static final Duration SELDOM = Duration.ofSeconds(5);

  /// How many times as long as looking took nobody looks again.
  private static final int REST = 20;

  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final WatchedPaths paths;
  private final Listener listener;
  private final Optional<FolderEvents> events;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /// Begins to watch, and tells the listener that everything may have changed as soon as it does:
  /// from then on nothing is missed.
  ///
  /// @param folders are watched with all that is in them; need not exist yet
  /// @param files likewise
  /// @param poll whether to look again and again rather than to trust the file system to tell; done
  ///   anyway where it is known not to
  public Watcher(
      Collection<Path> folders, Collection<Path> files, boolean poll, Listener listener) {
    this.paths = WatchedPaths.of(folders, files);
    this.listener = listener;
    this.events = poll || paths.areFarAway() ? Optional.empty() : FolderEvents.open(paths);
    this.thread = Thread.ofPlatform().name("watcher").daemon().start(this::watch);
  }

  @Override
  public void close() {
    closed.countDown();
    events.ifPresent(FolderEvents::close);
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      if (events.isPresent()) {
        try {
          listen(events.get());
        } catch (IOException e) {
          events.get().close(); // the system lets no more folders be watched
        }
      }
      look();
    } catch (InterruptedException | ClosedWatchServiceException e) {
      // closed
    }
  }

  private void listen(FolderEvents events) throws IOException, InterruptedException {
    events.watchAgain(new Noticed());
    listener.changed(List.of(), true);
    while (true) {
      @Nullable WatchKey key = events.next(Long.MAX_VALUE);
      long start = System.nanoTime();
      Noticed changes = new Noticed();
      while (key != null) {
        events.read(key, changes);
        long left = MOST - (System.nanoTime() - start);
        key = left > 0 ? events.next(Math.min(left, QUIET)) : null;
      }
      if (changes.everything()) {
        events.watchAgain(changes);
      }
      tell(changes);
    }
  }

  private void look() throws InterruptedException {
    FileStamps known = FileStamps.of(paths);
    listener.changed(List.of(), true);
    long took = 0;
    while (!closed.await(rest(took), TimeUnit.NANOSECONDS)) {
      long start = System.nanoTime();
      FileStamps now = FileStamps.of(paths);
      Noticed changes = new Noticed();
      now.compare(known, changes);
      known = now;
      took = System.nanoTime() - start;
      tell(changes);
    }
  }

  private static long rest(long took) {
    return Math.clamp(took * REST, OFTEN.toNanos(), SELDOM.toNanos());
  }

  private void tell(Noticed changes) {
    if (!changes.isEmpty()) {
      listener.changed(changes.paths(), changes.everything());
    }
  }
}
