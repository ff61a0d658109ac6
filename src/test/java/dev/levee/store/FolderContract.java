package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.store.Store.Condition;
import dev.levee.store.Store.Listed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every store whose objects are files in a folder.
abstract class FolderContract {

  static final byte[] ONE = {1};

  @TempDir Path temp;
  Path out;
  Store store;

  /// The store of a folder of this machine.
  abstract Store open(Path folder) throws IOException;

  @BeforeEach
  void open() throws IOException {
    out = Files.createDirectory(temp.resolve("out"));
    store = open(out);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  static void conflict(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ConflictException.class);
  }

  static void refused(ThrowingCallable call, String... why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.isTemporary()).as("temporary").isFalse())
        .message()
        .contains(why);
  }

  @Test
  void whatIsPutIsThere() throws IOException {
    assertThat(store.list(false)).isEmpty();
    assertThat(store.get("a/b")).isEmpty();
    store.put("a/b", ONE, Map.of(), Condition.NONE);
    assertThat(store.get("a/b").orElseThrow().bytes()).isEqualTo(ONE);
    assertThat(store.get("a/b/c")).isEmpty();
    Listed listed = store.list(false).getFirst();
    assertThat(listed.path()).isEqualTo("a/b");
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.tag()).isEqualTo(store.get("a/b").orElseThrow().tag());
    assertThat(store.stat("a/b")).contains(listed);
    assertThat(store.stat("a")).as("a folder").isEmpty();
    store.copy("a/b", "c/d", 1);
    store.delete("a/b");
    store.delete("a/b");
    store.delete("c");
    assertThat(store.list(false)).extracting(Listed::path).containsExactly("c/d");
    assertThat(out.resolve("a")).as("a folder that is left empty").doesNotExist();
  }

  @Test
  void conditionsAreHeld() throws IOException {
    store.put("a", ONE, Map.of(), Condition.ABSENT);
    conflict(() -> store.put("a", ONE, Map.of(), Condition.ABSENT));
    conflict(() -> store.put("a", ONE, Map.of(), Condition.tag("other")));
    conflict(() -> store.put("b", ONE, Map.of(), Condition.tag("other")));
    store.put("a", new byte[2], Map.of(), Condition.tag(store.list(false).getFirst().tag()));
    assertThat(out.resolve("a")).hasSize(2);
    assertThat(out.resolve(".levee")).isEmptyDirectory();
  }

  @Test
  void whatMayNoLongerBeDoneWhenItIsWrittenIsNotDone() throws IOException {
    store.put("a", ONE, Map.of(), Condition.NONE);
    Condition no =
        Condition.NONE.with(() -> {
          throw new StoreException("no longer", false, null);
        });
    assertThatThrownBy(() -> store.put("a", new byte[2], Map.of(), no)).hasMessage("no longer");
    assertThat(out.resolve("a")).hasSize(1);
    assertThat(out.resolve(".levee")).isEmptyDirectory();
  }

  @Test
  void onlyOneOfManyPutsWhatMayNotBeThere() throws Exception {
    byte[] bytes = new byte[100_000];
    List<Callable<Boolean>> puts = new ArrayList<>();
    try (Store other = open(out)) {
      for (int i = 0; i < 16; i++) {
        Store one = i % 2 == 0 ? store : other;
        puts.add(() -> {
          try {
            one.put("lock", bytes, Map.of(), Condition.ABSENT);
            return true;
          } catch (ConflictException e) {
            assertThat(out.resolve("lock")).as("whole").hasSize(bytes.length);
            return false;
          }
        });
      }
      int done = 0;
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Boolean> put : threads.invokeAll(puts)) {
          done += put.get() ? 1 : 0;
        }
      }
      assertThat(done).isEqualTo(1);
    }
  }

  @Test
  void aCopyIsTheSameFileUntilOneOfTheTwoIsReplaced() throws IOException {
    store.put("page", ONE, Map.of(), Condition.NONE);
    store.copy("page", ".levee/objects/one", 1);
    assertThat(inode(".levee/objects/one")).as("nothing was sent").isEqualTo(inode("page"));
    store.copy("page", ".levee/objects/one", 1);
    store.put("page", new byte[2], Map.of(), Condition.NONE);
    assertThat(store.get(".levee/objects/one").orElseThrow().bytes()).isEqualTo(ONE);
    store.copy("page", ".levee/objects/one", 1);
    store.delete("page");
    assertThat(store.get(".levee/objects/one").orElseThrow().bytes()).hasSize(2);
    assertThat(out.resolve(".levee")).isDirectoryNotContaining("glob:**unfinished*");
  }

  private Object inode(String path) throws IOException {
    return Files.getAttribute(out.resolve(path), "unix:ino");
  }

  @Test
  void aCopyOfALinkIsAFile() throws IOException {
    Path theirs = Files.write(temp.resolve("theirs"), ONE);
    Files.createSymbolicLink(out.resolve("page"), theirs);
    store.copy("page", "copy", 1);
    assertThat(out.resolve("copy")).hasBinaryContent(ONE);
    assertThat(Files.isSymbolicLink(out.resolve("copy"))).isFalse();
  }

  @Test
  void aFaultNamesTheFile() throws IOException {
    store.put("a", ONE, Map.of(), Condition.NONE);
    refused(() -> store.put("a/b", ONE, Map.of(), Condition.NONE), "'a/b' in " + store.name());
    store.put("b/c", ONE, Map.of(), Condition.NONE);
    refused(() -> store.put("b", ONE, Map.of(), Condition.NONE), "cannot write 'b' in ");
    refused(() -> store.copy("never", "d", 1), "cannot copy 'never' in " + store.name());
    conflict(() -> store.put("a", ONE, Map.of(), Condition.ABSENT));
    assertThat(out.resolve(".levee")).isEmptyDirectory();
  }

  @Test
  void noLinkLeadsOut() throws IOException {
    Path theirs = Files.createDirectories(temp.resolve("theirs/sub")).getParent();
    Files.writeString(theirs.resolve("a"), "theirs");
    store.put("mine", ONE, Map.of(), Condition.NONE);
    Files.createSymbolicLink(out.resolve("blog"), theirs);
    for (String path : List.of("blog/a", "blog/sub/a", "blog/new/a")) {
      refused(() -> store.get(path), "'blog' is a symbolic link");
      refused(() -> store.put(path, ONE, Map.of(), Condition.NONE), "'blog' is a symbolic link");
      refused(() -> store.put(path, ONE, Map.of(), Condition.ABSENT), "'blog' is a symbolic link");
      refused(() -> store.copy("mine", path, 1), "'blog' is a symbolic link");
      refused(() -> store.copy(path, "mine", 1), "'blog' is a symbolic link");
      refused(() -> store.delete(path), "'blog' is a symbolic link");
    }
    assertThat(store.list(false))
        .extracting(Listed::path)
        .contains("blog")
        .doesNotContain("blog/a");
    assertThat(theirs).isDirectoryNotContaining("glob:**/new");
    assertThat(theirs.resolve("a")).content().isEqualTo("theirs");
    assertThat(theirs.resolve("sub")).isEmptyDirectory();
  }

  @Test
  void aLinkInPlaceOfAnObjectIsReplaced() throws IOException {
    Path theirs = Files.writeString(temp.resolve("theirs"), "theirs");
    Files.createSymbolicLink(out.resolve("a"), theirs);
    conflict(() -> store.put("a", ONE, Map.of(), Condition.ABSENT));
    store.put("a", ONE, Map.of(), Condition.NONE);
    assertThat(out.resolve("a")).isRegularFile().hasBinaryContent(ONE);
    assertThat(theirs).content().isEqualTo("theirs");
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), out);
    try (Store linked = open(link)) {
      linked.put("a/b", ONE, Map.of(), Condition.NONE);
      assertThat(linked.list(false)).isEqualTo(store.list(false)).hasSize(1);
      linked.delete("a/b");
      assertThat(out).isDirectoryNotContaining("glob:**/a");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "../new/a", "a/../../b", "/a", "", "a/.."})
  void noPathLeadsOut(String path) throws IOException {
    store.put("mine", ONE, Map.of(), Condition.NONE);
    refused(() -> store.put(path, ONE, Map.of(), Condition.NONE), "lies outside of");
    refused(() -> store.copy("mine", path, 1), "lies outside of");
    refused(() -> store.delete(path), "lies outside of");
    assertThat(temp).isDirectoryNotContaining("glob:**/new");
  }

  @Test
  void foldersOfOthersStay() throws IOException {
    store.put("a/b/c", ONE, Map.of(), Condition.NONE);
    Files.createDirectories(out.resolve("a/empty"));
    store.delete("a/b/c");
    assertThat(out.resolve("a/b")).as("emptied").doesNotExist();
    store.delete("a/empty");
    store.delete("a/empty/gone");
    assertThat(out.resolve("a/empty")).isEmptyDirectory();
  }

  @Test
  void whatWasLeftBehindIsRemovedByWhoeverHasThePlaceAndByItsOwnClock() throws IOException {
    Path own = Files.createDirectories(out.resolve(".levee"));
    Instant there = Instant.now().minus(Duration.ofDays(400));
    for (String file : List.of("unfinished-old", "unfinished-new", "manifest", "lock")) {
      Duration age =
          Duration.ofMinutes(file.equals("lock") ? 0 : file.equals("unfinished-new") ? 9 : 11);
      Files.setLastModifiedTime(
          Files.write(own.resolve(file), ONE), FileTime.from(there.minus(age)));
    }
    assertThat(open(out).list(false))
        .extracting(Listed::path)
        .containsExactlyInAnyOrder(".levee/manifest", ".levee/lock");
    assertThat(own.resolve("unfinished-old")).as("whoever only looks changes nothing").exists();
    store.removeUnfinished();
    assertThat(own.resolve("unfinished-old")).doesNotExist();
    assertThat(own.resolve("unfinished-new")).exists();
    assertThat(own.resolve("manifest")).exists();
  }

  @Test
  void whereNothingWasEverPutNothingWasLeftBehind() {
    store.removeUnfinished();
    assertThat(out).isEmptyDirectory();
  }
}
