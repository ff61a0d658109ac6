package dev.levee.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A preview on a free port of 127.0.0.1 until it is closed, and ways to ask it.
public final class Served implements AutoCloseable {

  private final PreviewServer server;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  public Served(Pages pages) throws IOException {
    this(new InetSocketAddress("127.0.0.1", 0), pages);
  }

  public Served(InetSocketAddress address, Pages pages) throws IOException {
    server = PreviewServer.start(address, pages);
  }

  public int port() {
    return server.address().getPort();
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /// Asks for a path, with headers as names and values in turn.
  public HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return ask("GET", path, headers);
  }

  public HttpResponse<byte[]> ask(String method, String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url(path))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /// Sends bytes as they are, one for each character, and gives all that comes until the end.
  public String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /// The status of what is said to a first line, sent by HTTP/1.1 to localhost.
  public int status(String methodAndTarget) throws IOException {
    String said =
        raw(methodAndTarget + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    return Integer.parseInt(said.substring(9, 12));
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
