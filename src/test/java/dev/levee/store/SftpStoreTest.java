package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.config.PublishTarget.RemoteFolder;
import dev.levee.store.Store.Condition;
import dev.levee.store.Store.Listed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A folder through OpenSSH's own server.
class SftpStoreTest {

  private static final byte[] ONE = {1};

  @TempDir static Path keys;
  private static SshServer server;

  @TempDir Path temp;
  private Path out;
  private Store store;

  @BeforeAll
  static void start() throws Exception {
    server = SshServer.start(keys);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() throws IOException {
    out = Files.createDirectory(temp.resolve("out"));
    store = server.open(out, Instant.now());
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    server.known("host");
    server.client("user");
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
    assertThat(listed.size()).isEqualTo(1);
    assertThat(listed.tag()).isEqualTo(store.get("a/b").orElseThrow().tag());
    store.copy("a/b", "c/d");
    store.delete("a/b");
    store.delete("a/b");
    store.delete("c");
    assertThat(store.list()).extracting(Listed::path).containsExactly("c/d");
    assertThat(out.resolve("a")).as("a folder that is left empty").doesNotExist();
  }

  @Test
  void bytesAndNamesOfAnyKindArriveWhole() throws IOException {
    byte[] bytes = new byte[3_000_001];
    new Random(1).nextBytes(bytes);
    for (String path : List.of("übergroß/日本 'q\" \\ ; $(x)`.html", "-rf", "a b/%41", "empty")) {
      byte[] put = path.equals("empty") ? new byte[0] : bytes;
      store.put(path, put, Map.of(), Condition.NONE);
      assertThat(out.resolve(path)).hasBinaryContent(put);
      assertThat(store.get(path).orElseThrow().bytes()).isEqualTo(put);
    }
    assertThat(store.list()).hasSize(4);
  }

  @Test
  void conditionsAreHeld() throws IOException {
    store.put("a", ONE, Map.of(), Condition.ABSENT);
    conflict(() -> store.put("a", ONE, Map.of(), Condition.ABSENT));
    conflict(() -> store.put("a", ONE, Map.of(), Condition.tag("other")));
    conflict(() -> store.put("b", ONE, Map.of(), Condition.tag("other")));
    store.put("a", new byte[2], Map.of(), Condition.tag(store.list().getFirst().tag()));
    assertThat(out.resolve("a")).hasSize(2);
    assertThat(out.resolve(".levee")).isEmptyDirectory();
  }

  private static void conflict(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ConflictException.class);
  }

  @Test
  void onlyOneOfManyPutsWhatMayNotBeThere() throws Exception {
    byte[] bytes = new byte[100_000];
    List<Callable<Boolean>> puts = new ArrayList<>();
    try (Store other = server.open(out, Instant.now())) {
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
  void aFileIsReplacedWholeForWhoeverReadsIt() throws Exception {
    store.put("page", new byte[500_000], Map.of(), Condition.NONE);
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                for (int i = 0; i < 40; i++) {
                  store.put("page", new byte[500_000 + i % 2], Map.of(), Condition.NONE);
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    while (writer.isAlive()) {
      assertThat(Files.readAllBytes(out.resolve("page")).length).isBetween(500_000, 500_001);
    }
  }

  @Test
  void aFaultNamesTheFile() throws IOException {
    store.put("a", ONE, Map.of(), Condition.NONE);
    refused(() -> store.put("a/b", ONE, Map.of(), Condition.NONE), "'a/b'", "'a' is a file");
    store.put("b/c", ONE, Map.of(), Condition.NONE);
    refused(() -> store.put("b", ONE, Map.of(), Condition.NONE), "cannot write 'b' in the server");
    refused(() -> store.copy("never", "d"), "cannot copy 'never' in the server: it is gone");
    assertThat(out.resolve(".levee")).isEmptyDirectory();
  }

  private static void refused(ThrowingCallable call, String... why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.isTemporary()).as("temporary").isFalse())
        .message()
        .contains(why);
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
      refused(() -> store.copy("mine", path), "'blog' is a symbolic link");
      refused(() -> store.copy(path, "mine"), "'blog' is a symbolic link");
      refused(() -> store.delete(path), "'blog' is a symbolic link");
    }
    assertThat(store.list()).extracting(Listed::path).contains("blog").doesNotContain("blog/a");
    store.put("blog", ONE, Map.of(), Condition.NONE);
    assertThat(out.resolve("blog")).isRegularFile();
    assertThat(theirs.resolve("a")).content().isEqualTo("theirs");
    assertThat(theirs.resolve("sub")).isEmptyDirectory();
  }

  @Test
  void theFolderItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), out);
    try (Store linked = server.open(link, Instant.now())) {
      linked.put("a/b", ONE, Map.of(), Condition.NONE);
      assertThat(linked.list()).isEqualTo(store.list()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../../b", "/a", "", "a/..", "a//b"})
  void noPathLeadsOut(String path) throws IOException {
    store.put("mine", ONE, Map.of(), Condition.NONE);
    refused(() -> store.put(path, ONE, Map.of(), Condition.NONE), "lies outside of");
    refused(() -> store.copy("mine", path), "lies outside of");
    refused(() -> store.delete(path), "lies outside of");
  }

  @Test
  void whatWasLeftBehindIsRemovedAndWhatIsBeingWrittenIsNot() throws IOException {
    Path own = Files.createDirectories(out.resolve(".levee"));
    for (String file : List.of("unfinished-old", "unfinished-new", "manifest")) {
      Duration age = Duration.ofMinutes(file.endsWith("new") ? 50 : 70);
      Files.setLastModifiedTime(
          Files.write(own.resolve(file), ONE), FileTime.from(Instant.now().minus(age)));
    }
    assertThat(store.list()).extracting(Listed::path).containsExactly(".levee/manifest");
    assertThat(own.resolve("unfinished-old")).doesNotExist();
    assertThat(own.resolve("unfinished-new")).exists();
  }

  @Test
  void theWebServerHasNoBusinessInLeveesOwnFolder() throws IOException {
    store.put(".levee/manifest", ONE, Map.of(), Condition.NONE);
    assertThat(Files.getPosixFilePermissions(out.resolve(".levee")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aLineThatBreaksIsMadeAnew() throws IOException {
    store.put("a", ONE, Map.of(), Condition.NONE);
    server.cut();
    Store patient = new PatientStore(store, new Patience(new Random(1), time -> {}));
    patient.put("b", ONE, Map.of(), Condition.NONE);
    assertThat(store.list()).hasSize(2);
  }

  @Test
  void whatEndsLeveeLeavesTheLineOverWhichTheLockIsGivenBack() throws Exception {
    store.put("a", ONE, Map.of(), Condition.NONE);
    List<ProcessHandle> lines =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().commandLine().orElse("").contains(keys.toString()))
            .toList();
    assertThat(lines).isNotEmpty();
    for (ProcessHandle line : lines) {
      // what the terminal does to all that it runs
      for (String signal : List.of("-INT", "-HUP")) {
        assertThat(new ProcessBuilder("kill", signal, "" + line.pid()).start().waitFor()).isZero();
      }
    }
    TimeUnit.MILLISECONDS.sleep(300);
    assertThat(lines).allMatch(ProcessHandle::isAlive);
    store.delete("a");
    assertThat(store.list()).isEmpty();
  }

  @Test
  void whereThereIsNoSshThatIsSaid() {
    RemoteFolder folder = new RemoteFolder("", "127.0.0.1", 1, "/srv");
    Ssh nowhere = new Ssh("the server", folder, Map.of("PATH", temp.toString()));
    assertThatThrownBy(nowhere::connect)
        .hasMessageStartingWith("there is no program 'ssh' on this machine to reach the server");
  }

  @Test
  void aServerThatIsGoneMayComeBack() throws Exception {
    server.stop();
    try {
      assertThatThrownBy(store::list)
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.isTemporary()).as("temporary").isTrue())
          .hasMessageStartingWith("cannot reach the server: ")
          .hasMessageContaining("Connection refused");
    } finally {
      server.begin();
    }
    assertThat(store.list()).isEmpty();
  }

  @Test
  void whoeverIsNotWhoTheySayIsToldSo() throws IOException {
    server.client("stranger");
    refused(store::list, "the server does not know these credentials");
    server.client("user");
    server.knowNone();
    refused(store::list, "the key of the server is not known, so nothing was sent");
    server.known("stranger");
    refused(store::list, "the server has another key than the one that is known of it");
  }

  @Test
  void aFolderThatIsMissingIsNotMade() {
    Path missing = temp.resolve("missing");
    Store nowhere = server.open(missing, Instant.now());
    refused(nowhere::list, "there is no folder the server; make it");
    assertThat(missing).doesNotExist();
  }
}
