package dev.levee.deliver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A web server of this machine, on a free port of 127.0.0.1 until it is closed.
final class WebServer implements AutoCloseable {

  private final Process process;
  private final int port;
  private final Path log;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private WebServer(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /// Whether a program is there.
  static boolean has(String program) {
    return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/bin")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// nginx with the generated includes, or with nothing but a root.
  static WebServer nginx(Path root, List<Path> http, List<Path> server, Path work)
      throws Exception {
    int port = freePort();
    String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
    String configuration =
        """
        %6$s
        daemon off;
        worker_processes 1;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log warn;
        events { worker_connections 256; }
        http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        %2$s
        server {
        listen 127.0.0.1:%3$d;
        root %4$s;
        %5$s
        }
        }
        """
            .formatted(work, includes(http), port, root, includes(server), user);
    Path file = Files.writeString(work.resolve("nginx.conf"), configuration);
    return start(work, port, "nginx", "-p", work.toString(), "-c", file.toString());
  }

  private static String includes(List<Path> files) {
    StringBuilder text = new StringBuilder();
    files.forEach(file -> text.append("include ").append(file).append(";\n"));
    return text.toString();
  }

  static WebServer caddy(Path root, Path site, Path work) throws Exception {
    int port = freePort();
    String configuration =
        """
        {
        	admin off
        	auto_https off
        }
        http://127.0.0.1:%d {
        	bind 127.0.0.1
        	root * %s
        	import %s
        }
        """
            .formatted(port, root, site);
    Path file = Files.writeString(work.resolve("Caddyfile"), configuration);
    return start(work, port, "caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
  }

  private static WebServer start(Path work, int port, String... command) throws Exception {
    Path log = work.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_DATA_HOME", work.toString());
    builder.environment().put("XDG_CONFIG_HOME", work.toString());
    builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    WebServer server = new WebServer(process, port, log);
    for (int i = 0; i < 200; i++) {
      if (!process.isAlive()) {
        break;
      }
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return server;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    server.close();
    throw new AssertionError(command[0] + " does not start: " + Files.readString(log));
  }

  String url(String address) {
    return "http://127.0.0.1:" + port + ServedMagazine.encoded(address);
  }

  int port() {
    return port;
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /// Asks for an address, with headers as names and values in turn.
  HttpResponse<byte[]> get(String address, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(address)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
