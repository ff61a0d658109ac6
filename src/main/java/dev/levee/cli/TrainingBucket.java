package dev.levee.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A bucket on this machine that always holds the same few objects, for a [TrainingRun]. It knows
/// one list, and has no bytes of any object.
final class TrainingBucket implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private static final int PATIENCE_MILLIS = 5_000;

  private static final String NOTHING =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

  private static final String LIST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
        <IsTruncated>false</IsTruncated>
        <Contents>
          <Key>letters/of-others.html</Key>
          <LastModified>2026-01-01T00:00:00.000Z</LastModified>
          <ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag>
          <Size>0</Size>
        </Contents>
      </ListBucketResult>
      """;

  private final ServerSocket server;

  private TrainingBucket(ServerSocket server) {
    this.server = server;
  }

  /// Opens one at a free port.
  static TrainingBucket open() throws IOException {
    TrainingBucket bucket = new TrainingBucket(new ServerSocket(0, 0, InetAddress.ofLiteral(HOST)));
    Thread.ofPlatform().daemon().start(bucket::serve);
    return bucket;
  }

  String url() {
    return "http://" + HOST + ":" + server.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        serve(server.accept());
      }
    } catch (IOException e) {
      return; // it is closed
    }
  }

  private static void serve(Socket from) {
    try (Socket visitor = from;
        BufferedReader request =
            new BufferedReader(new InputStreamReader(visitor.getInputStream(), UTF_8));
        OutputStream out = visitor.getOutputStream()) {
      visitor.setSoTimeout(PATIENCE_MILLIS);
      String first = String.valueOf(request.readLine());
      for (String line = first; line != null && !line.isEmpty(); ) {
        line = request.readLine();
      }
      out.write((first.contains("?list-type=") ? list() : NOTHING).getBytes(UTF_8));
    } catch (IOException e) {
      return; // whoever it was has gone, or said nothing
    }
  }

  private static String list() {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: "
        + LIST.length()
        + "\r\nConnection: close\r\n\r\n"
        + LIST;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
