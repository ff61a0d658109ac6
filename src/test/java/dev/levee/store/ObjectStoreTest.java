package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.cdn.Recorder;
import dev.levee.store.Store.Condition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of what the outside world does not say, or says no to.
class ObjectStoreTest {

  @BeforeEach
  void onLinuxAlone() {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "OpenDAL has a library here for it");
  }

  private static Store open(String endpoint, Duration answer) throws StoreException {
    return ObjectStore.open(
        "s3://bucket",
        ObjectService.S3,
        Map.of(
            "bucket", "bucket",
            "endpoint", endpoint,
            "region", "us-east-1",
            "access_key_id", "AKIDEXAMPLE",
            "secret_access_key", "a-secret-that-nobody-prints"),
        answer);
  }

  @Test
  void aStoreThatIsSilentIsWaitedForTwice() throws IOException {
    List<Duration> pauses = new ArrayList<>();
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Store store =
            new PatientStore(
                open("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(300)),
                new Patience(new Random(1), pauses::add))) {
      assertThatThrownBy(() -> store.get("a"))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "s3://bucket did not answer within 300 ms; look at the network and at 'endpoint',"
                  + " and publish again");
      assertThat(store.isSettled()).as("what was only read changes nothing").isTrue();
      assertThatThrownBy(() -> store.put("a", new byte[10], Map.of(), Condition.NONE))
          .hasMessageContaining("did not answer");
      assertThat(store.isSettled()).isFalse();
      assertThatThrownBy(() -> store.copy("a", "b")).hasMessageContaining("did not answer");
      assertThatThrownBy(() -> store.delete("a")).hasMessageContaining("did not answer");
      assertThat(pauses).hasSize(4);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, NoSuchKey, ConflictException",
    "409, ConditionalRequestConflict, ConflictException",
    "412, PreconditionFailed, ConflictException",
    "404, NoSuchBucket, StoreException",
    "409, OperationAborted, StoreException"
  })
  void whatAnotherChangedMeanwhileIsAConflict(int status, String code, String kind)
      throws IOException {
    try (Recorder recorder = Recorder.start();
        Store store = open(recorder.url(), Duration.ofSeconds(30))) {
      recorder.answer(
          status,
          "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>No.</Message></Error>");
      assertThatThrownBy(() -> store.put("a", new byte[10], Map.of(), Condition.tag("\"1\"")))
          .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind));
    }
  }

  @Test
  void oneThatIsClosedIsAskedNothingMore() throws IOException {
    Store store = open("http://127.0.0.1:1", Duration.ofSeconds(30));
    store.close();
    store.close();
    assertThatThrownBy(() -> store.get("a")).hasMessage("s3://bucket was closed");
  }

  @Test
  void aClockThatIsWrongIsSaid() throws IOException {
    try (Recorder recorder = Recorder.start();
        Store store = open(recorder.url(), Duration.ofSeconds(30))) {
      recorder.answer(
          403,
          "<?xml version=\"1.0\"?><Error><Code>RequestTimeTooSkewed</Code>"
              + "<Message>The difference is too large.</Message></Error>");
      assertThatThrownBy(() -> store.put("a", new byte[10], Map.of(), Condition.NONE))
          .hasMessage(
              "s3://bucket refuses to talk: the clock of this machine is wrong; set it and publish"
                  + " again");
    }
  }
}
