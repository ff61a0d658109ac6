package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.config.PublishTarget.RemoteFolder;
import dev.levee.store.Store.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder through OpenSSH's own server.
class SftpStoreTest extends FolderContract {

  @TempDir static Path keys;
  private static SshServer server;

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

  @Override
  Store open(Path folder) {
    return server.open(folder);
  }

  @AfterEach
  void forget() throws IOException {
    server.known("host");
    server.client("user");
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
    assertThat(store.list(false)).hasSize(4);
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
  void whereTheServerGivesNoSecondNamesTheBytesGoThroughThisMachine() throws IOException {
    Path program = Path.of("/usr/lib/openssh/sftp-server");
    assumeTrue(Files.isExecutable(program), program + " is missing");
    List<String> command = List.of(program.toString(), "-P", "hardlink");
    try (Store plain =
        new SftpStore(
            "the server",
            out.toString(),
            () -> SftpConnection.open("it", command, Map.of(), Duration.ofSeconds(20)))) {
      plain.put("a", ONE, Map.of(), Condition.ABSENT);
      conflict(() -> plain.put("a", ONE, Map.of(), Condition.ABSENT));
      plain.copy("a", "b/c", 1);
      assertThat(out.resolve("b/c")).hasBinaryContent(ONE);
      assertThat(Files.getAttribute(out.resolve("a"), "unix:nlink")).isEqualTo(1);
      refused(() -> plain.copy("never", "d", 1), "cannot copy 'never' in the server: it is gone");
    }
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
    assertThat(store.list(false)).hasSize(2);
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
    assertThat(store.list(false)).isEmpty();
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
      assertThatThrownBy(() -> store.list(false))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.isTemporary()).as("temporary").isTrue())
          .hasMessageStartingWith("cannot reach the server: ")
          .hasMessageContaining("Connection refused");
    } finally {
      server.begin();
    }
    assertThat(store.list(false)).isEmpty();
  }

  @Test
  void whoeverIsNotWhoTheySayIsToldSo() throws IOException {
    server.client("stranger");
    refused(() -> store.list(false), "the server does not know these credentials");
    server.client("user");
    server.knowNone();
    refused(() -> store.list(false), "the key of the server is not known, so nothing was sent");
    server.known("stranger");
    refused(() -> store.list(false), "the server has another key than the one that is known of it");
  }

  @Test
  void aFolderThatIsMissingIsNotMade() {
    Path missing = temp.resolve("missing");
    Store nowhere = server.open(missing);
    refused(() -> nowhere.list(false), "there is no folder the server; make it");
    assertThat(missing).doesNotExist();
  }
}
