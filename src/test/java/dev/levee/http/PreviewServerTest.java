package dev.levee.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewServerTest {

  private static final String HELLO = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

  /// More than the buffers of a connection hold.
  private static final byte[] LARGE = new byte[16 << 20];

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private Served served;

  @BeforeEach
  void start() throws IOException {
    served = new Served(this::at);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private final Reply.Content large =
      new Reply.Content(200, Map.of("Content-Type", "video/mp4"), LARGE);

  private Reply at(String path, String query) {
    asked.add(query.isEmpty() ? path : path + "?" + query);
    return switch (path) {
      case "/large" -> large;
      case "/broken" -> throw new IllegalStateException("no template");
      case "/empty" -> new Reply.Content(200, Map.of(), new byte[0]);
      case "/moved" -> new Reply.Content(301, Map.of("Location", "/"), new byte[0]);
      case "/" -> page(200, "Hello");
      case "/.levee/routes" -> page(200, "Routes");
      default -> page(404, "Not here");
    };
  }

  private static Reply.Content page(int status, String text) {
    return new Reply.Content(
        status,
        Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-cache"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static String body(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void pagesAreSentWithTheirHeaders() throws Exception {
    HttpResponse<byte[]> home = served.get("/");
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(body(home)).isEqualTo("Hello");
    assertThat(home.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(home.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(home.headers().firstValue("Content-Length")).hasValue("5");
    assertThat(home.headers().map()).containsKeys("date", "etag", "accept-ranges");
    assertThat(served.get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(body(served.get("/nowhere?a=%20b"))).isEqualTo("Not here");
    assertThat(asked).containsExactly("/", "/nowhere", "/nowhere?a=%20b");
  }

  @Test
  void emptyBodiesHaveTheirLength() throws Exception {
    assertThat(served.get("/empty").headers().firstValue("Content-Length")).hasValue("0");
    HttpResponse<byte[]> moved = served.get("/moved");
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location")).hasValue("/");
    assertThat(moved.headers().map()).doesNotContainKeys("etag", "transfer-encoding");
  }

  @Test
  void headGivesWhatGetWouldButTheBody() throws Exception {
    HttpResponse<byte[]> head = served.ask("HEAD", "/");
    HttpResponse<byte[]> get = served.get("/");
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length")).hasValue("5");
    assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    assertThat(served.ask("HEAD", "/nowhere").statusCode()).isEqualTo(404);
    assertThat(served.ask("HEAD", "/", "Range", "bytes=0-1").statusCode()).isEqualTo(200);
    String tag = get.headers().firstValue("ETag").orElseThrow();
    assertThat(served.ask("HEAD", "/", "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW", "get"})
  void nothingIsAskedButGetAndHead(String method) throws Exception {
    String said =
        served.raw(
            method
                + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Length: 3\r\n\r\nabc");
    assertThat(said).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD\r\n");
    assertThat(asked).isEmpty();
  }

  @Test
  void requestBodiesAreReadUpToALimit() throws Exception {
    String post = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n";
    try (Socket socket = served.connect()) {
      send(socket, post.formatted(30_000) + "x".repeat(30_000) + HELLO);
      assertThat(read(socket, "Hello")).startsWith("HTTP/1.1 405 ").contains("HTTP/1.1 200 OK");
    }
    try (Socket socket = served.connect()) {
      send(socket, post.formatted(Integer.MAX_VALUE) + "x".repeat(70_000));
      assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 405");
    }
    assertThat(body(served.get("/"))).isEqualTo("Hello");
  }

  @Test
  void malformedAddressesAreRefusedAndStrangeOnesAreNotThere() throws Exception {
    for (String path :
        List.of(
            "/../x",
            "/%2e%2e/x",
            "/a//b",
            "//a/b",
            "/a%2fb",
            "/a%5cb",
            "/%00",
            "/a\\b",
            "/%ff",
            "/%c0%ae",
            "/\u00e9",
            "/%",
            "/|")) {
      assertThat(served.status("GET " + path)).as(path).isEqualTo(400);
    }
    assertThat(served.status("GET http://localhost/..")).isEqualTo(400);
    assertThat(served.status("GET http://localhost/")).isEqualTo(200);
    assertThat(served.status("GET http://evil.example/")).isEqualTo(403);
    assertThat(asked).containsExactly("/");
    assertThat(served.status("GET /%252e%252e/")).isEqualTo(404);
    assertThat(served.status("GET /" + "a".repeat(9_000))).isEqualTo(414);
  }

  @Test
  void oddVersionsAreRefused() throws Exception {
    assertThat(served.raw("GET / HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 ").endsWith("Hello");
    assertThat(served.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
    assertThat(served.raw("GET /\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    for (String version : List.of("HTTP/2.0", "HTTP/0.9", "HTTP/1.2", "http/1.1", "ICE", "")) {
      String said =
          served.raw("GET / " + version + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(said).as(version).startsWith("HTTP/1.1 505 ");
    }
  }

  @Test
  void namesOfOtherHostsAreRefused() throws Exception {
    String request = "GET / HTTP/1.1\r\nConnection: close\r\n";
    assertThat(served.raw(request + "Host: evil.example\r\n\r\n"))
        .startsWith("HTTP/1.1 403 ")
        .contains("localhost");
    assertThat(served.raw(request + "Host: localhost\r\nHost: evil.example\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
    assertThat(asked).isEmpty();
    assertThat(served.raw(request + "Host: [::1]:1\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void pagesOfOtherSitesMayNotAskForWhatIsForThePreview() throws Exception {
    String own = "http://127.0.0.1:" + served.port();
    for (List<String> header :
        List.of(
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site"),
            List.of("Origin", "https://evil.example"),
            List.of("Origin", "null"),
            List.of("Origin", own.replace("http:", "https:")),
            List.of("Origin", "http://127.0.0.1:1"),
            List.of("Referer", "http://evil.example/"),
            List.of("Referer", own + "1/"),
            List.of("Referer", "?"))) {
      String[] headers = header.toArray(String[]::new);
      assertThat(served.get("/.levee/routes", headers).statusCode()).isEqualTo(403);
      assertThat(served.get("/.LEVEE", headers).statusCode()).isEqualTo(403);
      assertThat(served.get("/", headers).statusCode()).isEqualTo(200);
    }
    for (List<String> header :
        List.of(
            List.of("Sec-Fetch-Site", "same-origin"),
            List.of("Sec-Fetch-Site", "none"),
            List.of("Origin", own),
            List.of("Referer", own + "/a"))) {
      assertThat(served.get("/.levee/routes", header.toArray(String[]::new)).statusCode())
          .isEqualTo(200);
    }
    assertThat(asked).doesNotContain("/.LEVEE");
  }

  @Test
  void aMistakeInThePreviewIsToldAndSurvived() throws Exception {
    HttpResponse<byte[]> broken = served.get("/broken");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(body(broken)).contains("no template");
    assertThat(broken.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(body(served.get("/"))).isEqualTo("Hello");
  }

  @Test
  void requestsInOneGoAreAnsweredInTheirOrder() throws Exception {
    try (Socket socket = served.connect()) {
      send(socket, HELLO.replace("/ ", "/1 ") + HELLO.replace("/ ", "/2 ") + HELLO);
      read(socket, "Hello");
    }
    assertThat(asked).containsExactly("/1", "/2", "/");
  }

  @Test
  void whoReadsSlowlyHoldsUpNobody() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = served.connect();
        slow.add(socket);
        send(socket, HELLO.replace("/ ", "/large "));
      }
      for (int i = 0; i < 100; i++) {
        Socket socket = served.connect();
        slow.add(socket);
        send(socket, "GET / HT");
      }
      long begin = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        assertThat(body(served.get("/"))).isEqualTo("Hello");
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
      Socket patient = slow.getFirst();
      assertThat(patient.getInputStream().readNBytes(LARGE.length)).hasSize(LARGE.length);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void aThousandConnectionsAreKept() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        sockets.add(served.connect());
      }
      for (int round = 0; round < 2; round++) {
        for (Socket socket : sockets) {
          send(socket, HELLO);
        }
        for (Socket socket : sockets) {
          assertThat(read(socket, "Hello")).startsWith("HTTP/1.1 200 OK");
        }
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void requestsThatDoNotComeAreNotWaitedFor() throws Exception {
    try (Socket silent = served.connect();
        Socket begun = served.connect();
        Socket almost = served.connect()) {
      send(begun, "GET");
      send(almost, "GET / HTTP/1.1\r\nHost: loc");
      for (Socket socket : List.of(silent, begun, almost)) {
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  @Test
  void requestsWithoutEndAreNotRead() throws Exception {
    String endless = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    for (String request :
        List.of(
            "GET /" + "a".repeat(200_000),
            endless + "X: " + "a".repeat(200_000),
            endless + "X: a\r\n".repeat(20_000) + "\r\n",
            endless + headers(2_000) + "\r\n")) {
      try (Socket socket = served.connect()) {
        send(socket, request);
        socket.getInputStream().readAllBytes();
      } catch (IOException e) {
        // refused while it was being sent
      }
    }
    assertThat(asked).isEmpty();
    assertThat(body(served.get("/"))).isEqualTo("Hello");
  }

  private static String headers(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("X-").append(i).append(": a\r\n");
    }
    return text.toString();
  }

  @Test
  void stopsAtOnceWhateverIsGoingOn() throws Exception {
    try (Socket slow = served.connect();
        Socket idle = served.connect();
        Socket begun = served.connect()) {
      send(slow, HELLO.replace("/ ", "/large "));
      slow.getInputStream().read();
      send(idle, HELLO);
      read(idle, "Hello");
      send(begun, "GET /");
      long begin = System.nanoTime();
      served.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
      assertThat(isOver(idle)).isTrue();
    }
  }

  private static boolean isOver(Socket connection) throws IOException {
    try {
      return connection.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  @Test
  void aTakenPortIsSaidWithTheNextFreeOne() throws Exception {
    InetSocketAddress taken = new InetSocketAddress("127.0.0.1", served.port());
    assertThatThrownBy(() -> PreviewServer.start(taken, this::at))
        .isInstanceOfSatisfying(
            PortTakenException.class,
            e -> {
              assertThat(e.next()).isGreaterThan(served.port());
              assertThat(e)
                  .hasMessageStartingWith("port " + served.port() + " cannot be had (")
                  .hasMessageEndingWith("; port " + e.next() + " is free");
            });
    assertThatThrownBy(() -> PreviewServer.start(new InetSocketAddress("192.0.2.1", 0), this::at))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(PortTakenException.class);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// All that comes up to a word.
  private static String read(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int c = socket.getInputStream().read();
      assertThat(c).as(text.toString()).isNotNegative();
      text.append((char) c);
    }
    return text.toString();
  }
}
