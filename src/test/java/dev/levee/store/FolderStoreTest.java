package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.store.Store.Condition;
import dev.levee.store.Store.Listed;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderStoreTest {

  private static final byte[] ONE = {1};

  @TempDir Path temp;
  private Path out;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    out = temp.resolve("out");
    store = FolderStore.open(out, Instant.now());
  }

  @Test
  void whatIsLeveesOwnIsNotForEverybody() throws IOException {
    store.put(".levee/lock", ONE, Map.of(), Condition.NONE);
    store.put("a", ONE, Map.of(), Condition.NONE);
    assumeTrue(Files.getFileStore(out).supportsFileAttributeView("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve(".levee"))))
        .startsWith("rwx")
        .endsWith("---");
    assertThat(Files.getPosixFilePermissions(out.resolve("a")))
        .contains(PosixFilePermission.OTHERS_READ);
  }

  @Test
  void aFullDiskIsKnownByItsWords() {
    assertThat(FolderStore.isFull(new IOException("No space left on device"))).isTrue();
    assertThat(FolderStore.isFull(new FileSystemException("/a", null, "Disk quota exceeded")))
        .isTrue();
    assertThat(FolderStore.isFull(new AccessDeniedException("/a"))).isFalse();
    assertThat(FolderStore.isFull(new IOException())).isFalse();
  }

  @Test
  void whatIsPutIsThere() throws IOException {
    assertThat(store.list()).isEmpty();
    assertThat(store.get("a/b")).isEmpty();
    store.put("a/b", ONE, Map.of(), Condition.NONE);
    assertThat(store.get("a/b").orElseThrow().bytes()).isEqualTo(ONE);
    assertThat(store.get("a/b/c")).isEmpty();
    Listed listed = store.list().getFirst();
    assertThat(listed.path()).isEqualTo("a/b");
    assertThat(listed.tag()).isEqualTo(store.get("a/b").orElseThrow().tag());
    store.copy("a/b", "c/d", 1);
    store.delete("a/b");
    store.delete("a/b");
    assertThat(store.list()).extracting(Listed::path).containsExactly("c/d");
    assertThat(temp.resolve("out/a")).as("a folder that is left empty").doesNotExist();
  }

  @Test
  void conditionsAreHeld() throws IOException {
    store.put("a", ONE, Map.of(), Condition.ABSENT);
    assertThatThrownBy(() -> store.put("a", ONE, Map.of(), Condition.ABSENT))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> store.put("a", ONE, Map.of(), Condition.tag("other")))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> store.put("b", ONE, Map.of(), Condition.tag("other")))
        .isInstanceOf(ConflictException.class);
    store.put("a", ONE, Map.of(), Condition.tag(store.list().getFirst().tag()));
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
  void aFaultNamesTheFile() throws IOException {
    store.put("a", ONE, Map.of(), Condition.NONE);
    assertThatThrownBy(() -> store.put("a/b", ONE, Map.of(), Condition.NONE))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("'a/b'");
  }

  @Test
  void aLinkAsTheFolderIsThatFolder() throws IOException {
    store.put("a/b", ONE, Map.of(), Condition.NONE);
    Store linked =
        FolderStore.open(Files.createSymbolicLink(temp.resolve("link"), out), Instant.now());
    assertThat(linked.name()).isEqualTo(temp.resolve("link").toString());
    assertThat(linked.list()).isEqualTo(store.list()).hasSize(1);
    linked.put("c", ONE, Map.of(), Condition.NONE);
    linked.delete("a/b");
    assertThat(out).isDirectoryNotContaining("glob:**/a").isDirectoryContaining("glob:**/c");
  }

  @Test
  void noLinkLeadsOut() throws IOException {
    Path theirs = Files.createDirectories(temp.resolve("theirs/sub")).getParent();
    Files.writeString(theirs.resolve("a"), "theirs");
    store.put("mine", ONE, Map.of(), Condition.NONE);
    Files.createSymbolicLink(out.resolve("blog"), theirs);
    for (String path : List.of("blog/a", "blog/sub/a")) {
      refused(() -> store.get(path), "'blog' is a symbolic link");
      refused(() -> store.put(path, ONE, Map.of(), Condition.NONE), "'blog' is a symbolic link");
      refused(() -> store.put(path, ONE, Map.of(), Condition.ABSENT), "'blog' is a symbolic link");
      refused(() -> store.copy("mine", path, 1), "'blog' is a symbolic link");
      refused(() -> store.copy(path, "mine", 1), "'blog' is a symbolic link");
      refused(() -> store.delete(path), "'blog' is a symbolic link");
    }
    assertThat(theirs.resolve("a")).content().isEqualTo("theirs");
    assertThat(theirs.resolve("sub")).isEmptyDirectory();
  }

  @Test
  void aLinkInPlaceOfAnObjectIsReplaced() throws IOException {
    Path theirs = Files.writeString(temp.resolve("theirs"), "theirs");
    Files.createDirectory(out);
    Files.createSymbolicLink(out.resolve("a"), theirs);
    assertThatThrownBy(() -> store.put("a", ONE, Map.of(), Condition.ABSENT))
        .isInstanceOf(ConflictException.class);
    store.put("a", ONE, Map.of(), Condition.NONE);
    assertThat(out.resolve("a")).isRegularFile().hasBinaryContent(ONE);
    assertThat(theirs).content().isEqualTo("theirs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../../b", "/a", "", "a/.."})
  void noPathLeadsOut(String path) throws IOException {
    store.put("mine", ONE, Map.of(), Condition.NONE);
    refused(() -> store.put(path, ONE, Map.of(), Condition.NONE), "lies outside of");
    refused(() -> store.copy("mine", path, 1), "lies outside of");
    refused(() -> store.delete(path), "lies outside of");
  }

  private static void refused(ThrowingCallable call, String why) {
    assertThatThrownBy(call).isInstanceOf(StoreException.class).hasMessageContaining(why);
  }

  @Test
  void nothingUnfinishedIsLeft() throws IOException {
    store.put("a", ONE, Map.of(), Condition.ABSENT);
    store.put("b", ONE, Map.of(), Condition.NONE);
    store.copy("b", "c", 1);
    assertThatThrownBy(() -> store.put("a", ONE, Map.of(), Condition.ABSENT))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> store.copy("never", "d", 1)).isInstanceOf(StoreException.class);
    assertThat(out.resolve(".levee")).isEmptyDirectory();
  }

  @Test
  void whatWasLeftBehindIsRemovedAndWhatIsBeingWrittenIsNot() throws IOException {
    Instant now = Instant.parse("2026-11-01T10:00:00Z");
    Path own = Files.createDirectories(out.resolve(".levee"));
    for (String name : List.of("unfinished-old", "unfinished-new", "manifest")) {
      Duration age = Duration.ofMinutes(name.endsWith("new") ? 9 : 11);
      Files.setLastModifiedTime(Files.write(own.resolve(name), ONE), FileTime.from(now.minus(age)));
    }
    assertThat(FolderStore.open(out, now).list())
        .extracting(Listed::path)
        .containsExactly(".levee/manifest");
    assertThat(own.resolve("unfinished-old")).doesNotExist();
    assertThat(own.resolve("unfinished-new")).exists();
  }

  @Test
  void onlyOneOfManyPutsWhatMayNotBeThere() throws Exception {
    byte[] bytes = new byte[100_000];
    Store other = FolderStore.open(out, Instant.now());
    List<Callable<Boolean>> puts = new ArrayList<>();
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

  @Test
  void whatVanishesOrIsClosedIsNoFaultOfAList() throws IOException {
    FolderStore.Walk walk = new FolderStore.Walk(out);
    String inside = out.resolve("lost+found").toString();
    assertThat(walk.visitFileFailed(Path.of(inside), new NoSuchFileException(inside)))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThat(walk.visitFileFailed(Path.of(inside), new AccessDeniedException(inside)))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThat(walk.postVisitDirectory(Path.of(inside), new NoSuchFileException(inside)))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThatThrownBy(() -> walk.visitFileFailed(out, new AccessDeniedException(out.toString())))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> walk.visitFileFailed(Path.of(inside), new IOException("broken")))
        .hasMessage("broken");
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
}
