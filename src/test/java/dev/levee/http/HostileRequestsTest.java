package dev.levee.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever is sent, no page is asked for outside of the site, and the preview goes on.
class HostileRequestsTest {

  private static final int REQUESTS = 10_000;
  private static final int AT_ONCE = 8;

  private static final Path URLS =
      Path.of(System.getProperty("project.root"), "../shared/conformance/url").normalize();

  /// Nothing, or answers of which none says that the preview itself failed.
  private static final Pattern ANSWER = Pattern.compile("(?s)(HTTP/1\\.1 ([1-4]|50[15]).*)?");

  private static final Pattern OUTSIDE =
      Pattern.compile("(?s)[^/].*|.*(//|\\\\|[\\x00-\\x1f\\x7f-\\x9f]|/\\.\\.?(/.*)?$).*|");

  private final Queue<String> outside = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final Reply.Content page =
      new Reply.Content(200, Map.of("Content-Type", "text/html"), new byte[3_000]);
  private Served served;

  @BeforeEach
  void start() throws IOException {
    served = new Served(this::at);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private Reply at(String path, String query) {
    asked.incrementAndGet();
    if (OUTSIDE.matcher(path).matches()) {
      outside.add(path);
    }
    return page;
  }

  @Test
  void requestsAtRandom() throws Exception {
    sendAll(REQUESTS, HostileRequests::request);
    assertThat(asked).hasValueGreaterThan(REQUESTS / 20);
  }

  @Test
  void theAddressesOfOtherTests() throws Exception {
    assumeTrue(Files.isDirectory(URLS), () -> "skipped: " + URLS + " is not here");
    List<String> targets = new ArrayList<>();
    for (String file : List.of("urltestdata.json", "setters_tests.json")) {
      try (JsonReader reader = Json.createReader(Files.newBufferedReader(URLS.resolve(file)))) {
        collect(reader.readValue(), targets);
      }
    }
    assertThat(targets).hasSizeGreaterThan(1_000);
    sendAll(
        targets.size(),
        i ->
            ("GET " + targets.get(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(asked).hasPositiveValue();
  }

  private static void collect(JsonValue value, List<String> targets) {
    switch (value.getValueType()) {
      case ARRAY -> value.asJsonArray().forEach(each -> collect(each, targets));
      case OBJECT ->
          value
              .asJsonObject()
              .forEach((key, each) -> {
                if (each instanceof JsonString string
                    && List.of("input", "pathname", "new_value").contains(key)) {
                  targets.add(string.getString());
                  targets.add("/" + string.getString());
                } else {
                  collect(each, targets);
                }
              });
      default -> {}
    }
  }

  private void sendAll(int count, IntFunction<byte[]> requests) throws Exception {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        done.add(
            senders.submit(() -> {
              for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                assertThat(send(requests.apply(n))).as("request %d", n).matches(ANSWER);
              }
              return null;
            }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
    assertThat(outside).isEmpty();
    assertThat(served.get("/").body()).hasSize(3_000);
  }

  /// Sends a request and says that no more will come, so that nobody waits for the rest of it.
  private String send(byte[] request) throws IOException {
    try (Socket socket = served.connect()) {
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException e) {
      // refused while it was being sent
      return "";
    }
  }
}
