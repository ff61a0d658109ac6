package dev.levee.serve;

import dev.levee.http.Reply;
import dev.levee.http.Served;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Served server;

  final LiveReload live = new LiveReload(path -> at(path).edition());

  LivePages() throws IOException {
    this(0);
  }

  /// @param port 0 for any that is free
  LivePages(int port) throws IOException {
    server = new Served(new InetSocketAddress("127.0.0.1", port), this::answer);
  }

  String url(String path) {
    return server.url(path).toString();
  }

  int port() {
    return server.port();
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

  private Reply answer(String path, String query) {
    asked.add(path);
    return switch (path) {
      case "/.levee/live.js" -> content(200, "text/javascript", script());
      case "/.levee/events" -> new Reply.Stream(live.subscribe(query));
      default -> {
        Page page = at(path);
        yield content(page.status(), page.type(), page.text().getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private static Reply content(int status, String type, byte[] body) {
    Map<String, String> headers =
        Map.of(
            "Content-Type", type, "Cache-Control", "no-cache", "Content-Security-Policy", POLICY);
    return new Reply.Content(status, headers, body);
  }

  private static byte[] script() {
    try (InputStream in = LiveReload.class.getResourceAsStream("live.js")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
