package dev.levee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {

  private static final String LISTEN =
      "GET /.levee/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private Served served;

  private final class Listener implements Reply.Events {
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CountDownLatch gone = new CountDownLatch(1);

    /// Nobody has to wait for a quarter of a minute.
    @Override
    public Optional<String> next(Duration wait) throws InterruptedException {
      return Optional.ofNullable(messages.poll(100, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
      listeners.remove(this);
      gone.countDown();
    }
  }

  @BeforeEach
  void start() throws IOException {
    served =
        new Served((path, _) -> {
          if (!path.equals("/.levee/events")) {
            return new Reply.Content(200, Map.of(), new byte[] {'a'});
          }
          Listener listener = new Listener();
          listeners.add(listener);
          return new Reply.Stream(listener);
        });
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private BufferedReader listen(Socket socket) throws IOException {
    socket.getOutputStream().write(LISTEN.getBytes(StandardCharsets.US_ASCII));
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static List<String> head(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  /// Reads up to a line, and gives all before it that is not the frame of a chunk or a heartbeat.
  private static List<String> readTo(BufferedReader in, String last) throws IOException {
    List<String> lines = new ArrayList<>();
    while (lines.isEmpty() || !lines.getLast().equals(last)) {
      String line = in.readLine();
      assertThat(line).as("after " + lines).isNotNull();
      if (!line.isEmpty() && !line.equals(":") && !line.matches("[0-9a-f]+")) {
        lines.add(line);
      }
    }
    return lines;
  }

  @Test
  void messagesAreSentWhileSomebodyListens() throws Exception {
    try (Socket socket = served.connect()) {
      BufferedReader in = listen(socket);
      assertThat(head(in))
          .contains(
              "HTTP/1.1 200 OK", "Content-type: text/event-stream", "Cache-control: no-store");
      await(() -> listeners.size() == 1);
      Listener listener = listeners.iterator().next();
      listener.messages.add("one");
      assertThat(readTo(in, "data: one").getLast()).isEqualTo("data: one");
      listener.messages.add("two\nlines\r\nof é\r");
      assertThat(readTo(in, "data: "))
          .containsExactly("data: two", "data: lines", "data: of é", "data: ");
      socket.close();
      assertThat(listener.gone.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void headDoesNotListen() throws Exception {
    assertThat(served.ask("HEAD", "/.levee/events").headers().firstValue("Content-Type"))
        .hasValue("text/event-stream");
    await(listeners::isEmpty);
  }

  @Test
  void manyListenAndStoppingEndsThemAll() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        Socket socket = served.connect();
        sockets.add(socket);
        socket.getOutputStream().write(LISTEN.getBytes(StandardCharsets.US_ASCII));
      }
      await(() -> listeners.size() == 500);
      assertThat(served.get("/").body()).isEqualTo(new byte[] {'a'});
      List<Listener> all = List.copyOf(listeners);
      served.close();
      for (Listener listener : all) {
        assertThat(listener.gone.await(5, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
