package dev.levee.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Pages that change while browsers show them, with the script of the preview and its messages, all
/// under the policy that built sites have.
final class LivePages implements AutoCloseable {

  private static final String POLICY =
      "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'self';"
          + " img-src 'self' data:; object-src 'none'";

  private record Page(int status, String type, String text, String edition) {}

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final AtomicInteger editions = new AtomicInteger();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  final LiveReload live = new LiveReload(path -> at(path).edition());

  LivePages() throws IOException {
    this(0);
  }

  /// @param port 0 for any that is free
  LivePages(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// Puts a page, of which the body and what the head has beside the title are said.
  void put(String path, String head, String body) {
    put(path, 200, head, "", body);
  }

  /// @param attributes of the preview's script
  void put(String path, int status, String head, String attributes, String body) {
    String edition = next();
    String text =
        """
        <!doctype html>
        <html lang="en"><head>
        <script src="/.levee/live.js" defer data-edition="%s" data-status="%d"%s></script>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width">
        %s
        </head><body>
        %s
        </body></html>
        """
            .formatted(edition, status, attributes, head, body);
    pages.put(path, new Page(status, "text/html; charset=utf-8", text, edition));
    live.changed();
  }

  void file(String path, String type, String text) {
    pages.put(path, new Page(200, type, text, next()));
  }

  /// How often a path was asked for.
  long asked(String path) {
    return asked.stream().filter(path::equals).count();
  }

  private String next() {
    return "e" + editions.incrementAndGet();
  }

  private Page at(String path) {
    return pages.getOrDefault(path, new Page(404, "text/plain", "nothing", "none"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    switch (path) {
      case "/.levee/live.js" -> send(exchange, 200, "text/javascript", script());
      case "/.levee/events" -> stream(exchange);
      default -> {
        Page page = at(path);
        byte[] body = page.text().getBytes(StandardCharsets.UTF_8);
        send(exchange, page.status(), page.type(), body);
      }
    }
  }

  private static byte[] script() throws IOException {
    try (InputStream in = LiveReload.class.getResourceAsStream("live.js")) {
      return in.readAllBytes();
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody();
        Reply.Events events = live.subscribe(exchange.getRequestURI().getRawQuery())) {
      while (!closed) {
        String message = events.next(Duration.ofMillis(500)).map(m -> "data: " + m).orElse(":");
        out.write((message + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    live.changed();
    server.stop(0);
    threads.shutdownNow();
  }
}
