package dev.levee.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatcherTest {

  private record Change(List<Path> paths, boolean everything) {}

  /// Longer than a watcher that is told by the file system takes, by far.
  private static final long PATIENCE = 10_000;

  /// Long enough for a change to be told.
  private static final long WHILE = 150;

  @TempDir Path site;
  private Path content;
  private Path templates;
  private Path settings;
  private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
  private final AtomicInteger heard = new AtomicInteger();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final ReentrantLock busy = new ReentrantLock();
  private final List<Watcher> watchers = new ArrayList<>();

  @BeforeEach
  void makeSite() throws Exception {
    content = Files.createDirectories(site.resolve("content"));
    templates = site.resolve("templates");
    settings = site.resolve("levee.yaml");
    Files.createDirectories(content.resolve("news"));
    Files.writeString(content.resolve("news/flood.md"), "The river rose.");
  }

  @AfterEach
  void close() {
    watchers.forEach(Watcher::close);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFileThatIsSavedIsTold(boolean poll) throws Exception {
    watch(poll);
    Files.writeString(content.resolve("news/flood.md"), "The river fell.");
    assertThat(told(1)).containsExactly("content/news/flood.md");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFileThatIsDeletedIsTold(boolean poll) throws Exception {
    watch(poll);
    Files.delete(content.resolve("news/flood.md"));
    assertThat(told(1)).containsExactly("content/news/flood.md");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void settingsAreTold(boolean poll) throws Exception {
    watch(poll);
    Files.writeString(site.resolve("README.md"), "not watched");
    Files.writeString(settings, "title: T");
    assertThat(told(1)).containsExactly("levee.yaml");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFolderMayComeLater(boolean poll) throws Exception {
    watch(poll);
    write(templates.resolve("assets/css/site.css"), "a{}");
    assertThat(told(1)).contains("templates/assets/css/site.css");
    settle();
    write(templates.resolve("assets/css/site.css"), "b{}");
    assertThat(told(1)).containsExactly("templates/assets/css/site.css");
  }

  @Test
  void aSingleSaveIsToldAtOnce() throws Exception {
    watch(false);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      Files.writeString(content.resolve("news/flood.md"), "The river is at " + i);
      told(1);
      best = Math.min(best, System.nanoTime() - start);
      settle();
    }
    assertThat(TimeUnit.NANOSECONDS.toMillis(best)).isLessThan(100);
  }

  /// A busy machine may pause between two files: then it is tried again.
  @Test
  void filesThatAreSavedTogetherAreOneChange() throws Exception {
    watch(false);
    int fewest = Integer.MAX_VALUE;
    for (int round = 0; round < 10 && fewest > 1; round++) {
      Set<String> expected = new TreeSet<>();
      int before = heard.get();
      for (int i = 0; i < 20; i++) {
        Files.writeString(content.resolve("news/" + i + ".md"), "The river is at " + round);
        expected.add("content/news/" + i + ".md");
        TimeUnit.MILLISECONDS.sleep(1); // or the system itself tells of all at once
      }
      assertThat(told(20)).isEqualTo(expected);
      settle();
      fewest = Math.min(fewest, heard.get() - before);
    }
    assertThat(fewest).isLessThanOrEqualTo(2);
  }

  @Test
  void whatEditorsWriteBesideAFileIsNotTold() throws Exception {
    watch(false);
    Path file = content.resolve("news/flood.md");
    for (String other :
        List.of("4913", ".flood.md.swp", "flood.md~", "#flood.md#", "flood.md___jb_tmp___")) {
      Files.writeString(content.resolve("news/" + other), "x");
      Files.delete(content.resolve("news/" + other));
    }
    Files.createDirectories(content.resolve(".git/objects"));
    Files.writeString(content.resolve(".git/HEAD"), "ref: refs/heads/main");
    write(content.resolve("node_modules/a/index.js"), "x");
    assertThat(changes.poll(WHILE, TimeUnit.MILLISECONDS)).isNull();
    Path temporary = content.resolve("news/.flood.md.tmp");
    Files.writeString(temporary, "The river fell.");
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    assertThat(told(1)).containsExactly("content/news/flood.md");
  }

  @Test
  void vimSaves() throws Exception {
    watch(false);
    Path file = content.resolve("news/flood.md");
    Files.writeString(content.resolve("news/4913"), "");
    Files.delete(content.resolve("news/4913"));
    Files.move(file, content.resolve("news/flood.md~"));
    Files.writeString(file, "The river fell.");
    Files.delete(content.resolve("news/flood.md~"));
    assertThat(told(1)).containsExactly("content/news/flood.md");
    assertThat(changes.poll(WHILE, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void filesInNewFoldersAreNotMissed() throws Exception {
    watch(false);
    Set<String> expected = new TreeSet<>();
    for (int i = 0; i < 50; i++) {
      String path = "content/" + i + "/deep/er/index.md";
      write(site.resolve(path), "x");
      expected.add(path);
    }
    assertThat(told(50)).containsAll(expected);
    settle();
    Files.writeString(content.resolve("7/deep/er/index.md"), "y");
    assertThat(told(1)).containsExactly("content/7/deep/er/index.md");
  }

  @Test
  void aFolderThatIsDeletedAndMadeAnewIsWatchedAgain() throws Exception {
    watch(false);
    for (int i = 0; i < 3; i++) {
      Files.deleteIfExists(content.resolve("news/flood.md"));
      Files.delete(content.resolve("news"));
      Files.delete(content);
      settle();
      write(content.resolve("news/flood.md"), "The river rose again.");
      assertThat(told(1)).contains("content/news/flood.md");
      settle();
      Files.writeString(content.resolve("news/flood.md"), "And fell.");
      assertThat(told(1)).containsExactly("content/news/flood.md");
      settle();
    }
  }

  @Test
  void aFolderThatIsRenamedIsKnownByItsNewName() throws Exception {
    watch(false);
    Files.move(content.resolve("news"), content.resolve("world"));
    assertThat(told(2)).contains("content/news", "content/world/flood.md");
    settle();
    Files.writeString(content.resolve("world/flood.md"), "The river fell.");
    assertThat(told(1)).containsExactly("content/world/flood.md");
  }

  @Test
  void thousandsOfFilesAtOnceAreEverything() throws Exception {
    Path branch = Files.createDirectories(site.resolve("branch"));
    for (int i = 0; i < 1_500; i++) {
      Files.writeString(branch.resolve(i + ".md"), "x");
    }
    watch(false);
    Files.move(branch, content.resolve("world"));
    assertThat(next()).isEqualTo(new Change(List.of(), true));
    Files.writeString(content.resolve("world/7.md"), "y");
    assertThat(told(1)).containsExactly("content/world/7.md");
  }

  @Test
  void whereTheSystemLosesCountEverythingIsToldAndWatched() throws Exception {
    watch(false);
    busy.lock(); // so many changes pile up while the listener is at the first
    try {
      Files.writeString(content.resolve("news/flood.md"), "The river fell.");
      for (int i = 0; !busy.hasQueuedThreads(); i++) {
        Files.writeString(content.resolve("news/" + i + ".md"), "x");
      }
      for (int i = 0; i < 1_500; i++) {
        Files.writeString(content.resolve("news/" + i + ".md"), "x");
      }
      write(content.resolve("late/er/index.md"), "x");
    } finally {
      busy.unlock();
    }
    while (!next().everything()) {}
    // what piled up may be told in several parts, with all else that the machine does between them
    while (changes.poll(20 * WHILE, TimeUnit.MILLISECONDS) != null) {}
    Files.writeString(content.resolve("late/er/index.md"), "y");
    assertThat(told(1)).containsExactly("content/late/er/index.md");
  }

  @Test
  void aFolderBehindALinkIsWatched() throws Exception {
    Path real = Files.move(content, site.resolve("texts"));
    try {
      Files.createSymbolicLink(content, real);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "there are no links here");
    }
    for (boolean poll : List.of(false, true)) {
      watch(poll);
      Files.writeString(content.resolve("news/flood.md"), "The river fell " + poll);
      assertThat(told(1)).containsExactly("content/news/flood.md");
      settle();
    }
  }

  @Test
  void whoClosesItIsToldNothingMore() throws Exception {
    watch(false);
    watch(true);
    watchers.forEach(Watcher::close);
    Files.writeString(content.resolve("news/flood.md"), "The river fell.");
    assertThat(changes.poll(WHILE * 3, TimeUnit.MILLISECONDS)).isNull();
    assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
  }

  private void watch(boolean poll) throws Exception {
    watchers.forEach(Watcher::close);
    watchers.add(new Watcher(List.of(content, templates), List.of(settings), poll, this::changed));
    assertThat(next()).isEqualTo(new Change(List.of(), true)); // it has begun
  }

  private void changed(Collection<Path> paths, boolean everything) {
    busy.lock();
    busy.unlock();
    threads.add(Thread.currentThread());
    heard.incrementAndGet();
    changes.add(new Change(List.copyOf(paths), everything));
  }

  /// The paths of changes, until there are at least so many.
  private Set<String> told(int least) throws Exception {
    Set<String> told = new TreeSet<>();
    while (told.size() < least) {
      Change change = next();
      assertThat(change).as("told so far: %s", told).isNotNull();
      assertThat(change.everything()).isFalse();
      change.paths().forEach(p -> told.add(site.relativize(p).toString().replace('\\', '/')));
    }
    return told;
  }

  private Change next() throws Exception {
    return changes.poll(PATIENCE, TimeUnit.MILLISECONDS);
  }

  /// Waits until all has been told.
  private void settle() throws Exception {
    while (changes.poll(WHILE, TimeUnit.MILLISECONDS) != null) {}
  }

  private static void write(Path file, String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
