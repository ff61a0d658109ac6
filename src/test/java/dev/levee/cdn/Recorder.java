package dev.levee.cdn;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A server on this machine that notes what it is asked, and answers as it is told.
public final class Recorder implements AutoCloseable {

  /// A request.
  public record Asked(String line, Headers headers, String body) {
    public String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = new ArrayList<>();
  private final Deque<Answer> answers = new ArrayDeque<>();

  private Recorder(HttpServer server) {
    this.server = server;
  }

  public static Recorder start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Recorder recorder = new Recorder(HttpServer.create(any, 0));
    recorder.server.createContext("/", recorder::handle);
    recorder.server.start();
    return recorder;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      asked.add(new Asked(line, exchange.getRequestHeaders(), body));
      Answer answer = answers.size() > 1 ? answers.pop() : answers.peek();
      byte[] said = (answer == null ? "" : answer.body()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(
          answer == null ? 200 : answer.status(), said.length == 0 ? -1 : said.length);
      exchange.getResponseBody().write(said);
    }
  }

  /// Answers with this after what it was told before, and from then on.
  public synchronized Recorder answer(int status, String body) {
    answers.add(new Answer(status, body));
    return this;
  }

  /// Answers that all is well.
  public synchronized void mend() {
    answers.clear();
  }

  /// What it was asked since this was last called.
  public synchronized List<Asked> asked() {
    List<Asked> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
