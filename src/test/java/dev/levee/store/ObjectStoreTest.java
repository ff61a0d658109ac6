package dev.levee.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.levee.cdn.Recorder;
import dev.levee.store.Store.Condition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
      assertThatThrownBy(() -> store.copy("a", "b", 1)).hasMessageContaining("did not answer");
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
  void aListThatIsRefusedForAMomentIsAskedForAgain() throws IOException {
    byte[] list =
        "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>".getBytes();
    AtomicInteger asked = new AtomicInteger();
    HttpServer busy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    busy.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(asked.incrementAndGet() == 1 ? 503 : 200, list.length);
          exchange.getResponseBody().write(list);
          exchange.close();
        });
    busy.start();
    try (Store store =
        open("http://127.0.0.1:" + busy.getAddress().getPort(), Duration.ofSeconds(30))) {
      assertThat(store.list(true)).isEmpty();
      assertThat(asked).as("its own twice, and the top").hasValue(3);
    } finally {
      busy.stop(0);
    }
  }

  @Test
  void aLargeFileHasItsTimeWhicheverWayItGoes() throws IOException {
    byte[] large = new byte[12_000];
    HttpServer slow =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slow.createContext("/", exchange -> answerSlowly(exchange, large));
    slow.start();
    try (Store store =
        open("http://127.0.0.1:" + slow.getAddress().getPort(), Duration.ofSeconds(1))) {
      assertThat(store.get("a").orElseThrow().bytes()).isEqualTo(large);
      store.put("a", large, Map.of(), Condition.NONE);
      store.copy("a", "b", large.length);
    } finally {
      slow.stop(0);
    }
  }

  private static void answerSlowly(HttpExchange exchange, byte[] bytes) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("ETag", "\"1\"");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
      byte[] said =
          exchange.getRequestMethod().equals("GET")
              ? bytes
              : "<CopyObjectResult><ETag>1</ETag></CopyObjectResult>".getBytes(UTF_8);
      exchange.sendResponseHeaders(200, said.length);
      exchange.getResponseBody().write(said);
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
