package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.TestProgram;
import dev.levee.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A line on which the other side does not do as it should: `ssh` is a script.
@Timeout(60)
class SftpConnectionTest {

  private static final Duration SILENCE = Duration.ofMillis(600);
  private static final String GREETING = "printf '\\000\\000\\000\\005\\002\\000\\000\\000\\003'\n";

  private static SftpConnection open(String script) throws StoreException {
    Path ssh = Path.of(TestProgram.written(TestSite.of(""), "ssh", script), "ssh");
    return SftpConnection.open("the server", List.of(ssh.toString()), Map.of(), SILENCE);
  }

  private static void isSilent(Throwable fault) {
    assertThat(fault)
        .isInstanceOf(SilentException.class)
        .hasMessage(
            "the server did not answer within 600 ms; look at the network, and whether the key"
                + " waits to be touched, and publish again");
  }

  @Test
  void whoeverDoesNotGreetIsNotWaitedForForEver() {
    assertThatThrownBy(() -> open("exec sleep 50")).satisfies(SftpConnectionTest::isSilent);
  }

  @Test
  void whoeverStopsToReadLetsNobodyHang() throws Exception {
    try (SftpConnection line = open(GREETING + "exec sleep 50")) {
      List<Callable<Throwable>> writers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        writers.add(() -> failureOfWriting(line));
      }
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Throwable> failure : threads.invokeAll(writers)) {
          isSilent(failure.get());
        }
      }
      assertThat(line.isBroken()).isTrue();
    }
  }

  /// Fills the pipe, in which no more than a few of these have room.
  private static Throwable failureOfWriting(SftpConnection line) {
    try {
      SftpPacket.Builder piece = new SftpPacket.Builder().bytes(new byte[32 << 10]);
      line.answer(line.ask(SftpPacket.WRITE, piece));
      throw new AssertionError("was answered");
    } catch (IOException e) {
      return e;
    }
  }

  @Test
  void aLineOnWhichNothingIsAskedMayBeSilent() throws Exception {
    try (SftpConnection line = open(GREETING + "exec sleep 50")) {
      TimeUnit.MILLISECONDS.sleep(2 * SILENCE.toMillis());
      assertThat(line.isBroken()).isFalse();
      assertThat(failureOfWriting(line)).satisfies(SftpConnectionTest::isSilent);
    }
  }

  @Test
  void aShellThatTalksAtLoginIsToldOf() {
    assertThatThrownBy(() -> open("echo 'Welcome to the harbour'\n" + GREETING + "exec sleep 50"))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.isTemporary()).as("temporary").isFalse())
        .hasMessage(
            "the server says something that is not SFTP: 'Welcome to the harbour'; does its shell"
                + " print something at login?");
  }

  @Test
  void aProgramThatCannotBeStartedIsToldOf(@TempDir Path temp) throws IOException {
    String file = Files.writeString(temp.resolve("ssh"), "").toString();
    assertThatThrownBy(() -> SftpConnection.open("it", List.of(file), Map.of(), SILENCE))
        .hasMessageStartingWith("cannot start 'ssh' to reach it: ")
        .hasMessageContaining("Permission denied");
  }
}
