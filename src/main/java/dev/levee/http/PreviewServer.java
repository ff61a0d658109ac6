package dev.levee.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/// Serves pages over HTTP until it is closed.
public final class PreviewServer implements AutoCloseable {

  /// As many as may wait to be let in.
  private static final int BACKLOG = 1_024;

  private static final int PORTS_TO_TRY = 100;

  /// What the server of the JDK is told before its first use; the times are in seconds. Whoever
  /// starts Java may set them otherwise.
  private static final Map<String, String> LIMITS =
      Map.of(
          "sun.net.httpserver.nodelay", "true",
          // a request that has not come as a whole by then is not waited for
          "sun.net.httpserver.maxReqTime", "10",
          "sun.net.httpserver.maxReqHeaders", "100",
          // cookies of all that ever ran on localhost come along
          "sun.net.httpserver.maxReqHeaderSize", "65536",
          "sun.net.httpserver.drainAmount", "65536",
          "sun.net.httpserver.idleInterval", "60",
          "sun.net.httpserver.maxIdleConnections", "2000",
          "jdk.httpserver.maxConnections", "2000");

  private final HttpServer server;
  private final Workers workers = new Workers();

  private PreviewServer(HttpServer server) {
    this.server = server;
  }

  /// Starts to listen.
  ///
  /// @param address where; with the port 0, at any that is free
  /// @throws PortTakenException when another listens there
  /// @throws IOException when the address is not one of this machine
  public static PreviewServer start(InetSocketAddress address, Pages pages) throws IOException {
    LIMITS.forEach(System.getProperties()::putIfAbsent);
    PreviewServer preview = new PreviewServer(listening(address));
    preview.server.setExecutor(preview.workers);
    preview.server.createContext(
        "/", new RequestHandler(AllowedHosts.of(address), pages, preview.workers.forLong()));
    preview.server.start();
    return preview;
  }

  private static HttpServer listening(InetSocketAddress address) throws IOException {
    try {
      return HttpServer.create(address, BACKLOG);
    } catch (BindException e) {
      if (!isFree(new InetSocketAddress(address.getAddress(), 0))) {
        throw e;
      }
      throw new PortTakenException(
          address.getPort(), String.valueOf(e.getMessage()), next(address));
    }
  }

  private static int next(InetSocketAddress taken) {
    int last = Math.min(taken.getPort() + PORTS_TO_TRY, 65_535);
    for (int port = taken.getPort() + 1; port <= last; port++) {
      if (isFree(new InetSocketAddress(taken.getAddress(), port))) {
        return port;
      }
    }
    return 0;
  }

  private static boolean isFree(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /// Stops at once, whoever is still being answered.
  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
