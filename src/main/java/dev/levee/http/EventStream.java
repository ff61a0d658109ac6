package dev.levee.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Sends messages to one who listens until either side goes away.
record EventStream(HttpExchange exchange, Reply.Events events) implements Runnable {

  /// How often something is sent to find out whether anybody is there.
  private static final Duration BEAT = Duration.ofSeconds(15);

  private static final String HEARTBEAT = ":\n\n";

  @Override
  public void run() {
    try (events;
        exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "text/event-stream");
      headers.set("Cache-Control", "no-store");
      // a connection that broke is forgotten by the server only if it was to end here
      headers.set("Connection", "close");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      exchange.sendResponseHeaders(200, 0);
      send(exchange.getResponseBody());
    } catch (IOException e) {
      // nobody listens any more
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(OutputStream out) throws IOException, InterruptedException {
    send(out, HEARTBEAT);
    while (!Thread.currentThread().isInterrupted()) {
      send(out, events.next(BEAT).map(EventStream::event).orElse(HEARTBEAT));
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String event(String message) {
    StringBuilder event = new StringBuilder();
    for (String line : message.split("\r\n|\r|\n", -1)) {
      event.append("data: ").append(line).append('\n');
    }
    return event.append('\n').toString();
  }
}
