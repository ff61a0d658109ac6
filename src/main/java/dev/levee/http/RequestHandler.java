package dev.levee.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// Answers one request: looks whether it is one that a browser of this site makes, asks what stands
/// at its path, and sends it.
final class RequestHandler implements HttpHandler {

  /// Where the preview keeps what is for itself, and not a part of the site.
  static final String OWN = "/.levee";

  private static final Map<String, String> ALLOW = Map.of("Allow", "GET, HEAD");

  private final AllowedHosts hosts;
  private final Pages pages;
  private final Executor listeners;

  /// @param listeners has a thread for each who listens to events
  RequestHandler(AllowedHosts hosts, Pages pages, Executor listeners) {
    this.hosts = hosts;
    this.pages = pages;
    this.listeners = listeners;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    switch (reply(exchange)) {
      case Reply.Content content -> send(exchange, content);
      case Reply.Stream stream -> listeners.execute(new EventStream(exchange, stream.events()));
    }
  }

  private Reply reply(HttpExchange exchange) {
    try {
      RequestTarget target = RequestTarget.of(exchange.getRequestURI().toString());
      check(exchange, target);
      return pages.at(target.path(), target.query());
    } catch (Refusal e) {
      return e.content(e.status() == 405 ? ALLOW : Map.of());
    } catch (RuntimeException | Error e) {
      return new Refusal(500, "The preview failed, which is a mistake in Levee: " + e)
          .content(Map.of());
    }
  }

  private void check(HttpExchange exchange, RequestTarget target) throws Refusal {
    String version = exchange.getProtocol();
    if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0")) {
      throw new Refusal(505, "The preview speaks HTTP/1.1 and HTTP/1.0.");
    }
    List<String> named = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    if (named.size() > 1 || (named.isEmpty() && version.equals("HTTP/1.1"))) {
      throw new Refusal(400, "The request must name one host.");
    }
    check(named);
    check(target.authority().isEmpty() ? List.of() : List.of(target.authority()));
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      throw new Refusal(405, "The preview only shows: it answers GET and HEAD.");
    }
    if (isOwn(target.path()) && CrossSite.made(exchange.getRequestHeaders())) {
      throw new Refusal(403, "Pages of other sites may not ask for this.");
    }
  }

  private void check(List<String> named) throws Refusal {
    for (String host : named) {
      if (!hosts.allow(host)) {
        throw new Refusal(
            403, "The preview is not shown by this name; open it by localhost or its IP address.");
      }
    }
  }

  private static boolean isOwn(String path) {
    return path.regionMatches(true, 0, OWN, 0, OWN.length())
        && (path.length() == OWN.length() || path.charAt(OWN.length()) == '/');
  }

  private static void send(HttpExchange exchange, Reply.Content content) throws IOException {
    boolean get = !exchange.getRequestMethod().equals("HEAD");
    Response response = Response.of(content, exchange.getRequestHeaders(), get);
    Headers headers = exchange.getResponseHeaders();
    response.describe(headers);
    if (!get && response.status() != 304) {
      headers.set("Content-Length", Long.toString(response.length()));
    }
    // here 0 would mean that the length is not known, and -1 is nothing
    boolean sends = get && response.length() > 0;
    exchange.sendResponseHeaders(response.status(), sends ? response.length() : -1);
    if (sends) {
      try (OutputStream out = exchange.getResponseBody()) {
        response.send(out);
      }
    }
  }
}
