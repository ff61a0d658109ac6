package dev.levee.serve;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A headless Chromium, steered by its DevTools protocol.
public final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// What a page prints, what it throws, and what the browser says of it.
  private static final Set<String> COMPLAINTS =
      Set.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded");

  private final Process process;
  private final WebSocket socket;
  private final HttpClient client;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final Queue<JsonObject> complaints = new ConcurrentLinkedQueue<>();

  private Browser(Process process, String address) {
    this.process = process;
    this.client = HttpClient.newHttpClient();
    this.socket =
        client.newWebSocketBuilder().buildAsync(URI.create(address), new Answers()).join();
  }

  /// Whether there is a Chromium.
  public static boolean isThere() {
    return Stream.of("/usr/bin", "/usr/local/bin")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromium")));
  }

  /// Starts one that keeps its files in an empty folder.
  static Browser start(Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("profile"),
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    Path port = folder.resolve("profile/DevToolsActivePort");
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> lines = List.of();
    while (lines.size() < 2 && process.isAlive() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
      lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
    }
    if (lines.size() < 2) {
      process.destroyForcibly();
      throw new IllegalStateException(Files.readString(folder.resolve("chromium.log")));
    }
    return new Browser(process, "ws://127.0.0.1:" + lines.get(0) + lines.get(1));
  }

  /// A new tab with a page that has been loaded.
  Tab open(String url) throws Exception {
    JsonObject target = call("Target.createTarget", Map.of("url", "about:blank"), "");
    Map<String, Object> attach = Map.of("targetId", target.getString("targetId"), "flatten", true);
    String session = call("Target.attachToTarget", attach, "").getString("sessionId");
    Tab tab = new Tab(target.getString("targetId"), session);
    tab.go(url);
    return tab;
  }

  @Override
  public void close() throws Exception {
    List<ProcessHandle> children = process.descendants().toList();
    call("Browser.close", Map.of(), "");
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      children.forEach(ProcessHandle::destroyForcibly);
    }
    socket.abort();
    client.shutdownNow();
  }

  private JsonObject call(String method, Map<String, Object> parameters, String session)
      throws Exception {
    int id = calls.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    answers.put(id, answer);
    var message = Json.createObjectBuilder().add("id", id).add("method", method);
    message.add("params", Json.createObjectBuilder(parameters));
    if (!session.isEmpty()) {
      message.add("sessionId", session);
    }
    synchronized (this) {
      socket.sendText(message.build().toString(), true).get();
    }
    JsonObject said = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (said.containsKey("error")) {
      throw new IllegalStateException(method + ": " + said.getJsonObject("error"));
    }
    return said.getJsonObject("result");
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonObject message = Json.createReader(new StringReader(text.toString())).readObject();
        text.setLength(0);
        CompletableFuture<JsonObject> answer = answers.remove(message.getInt("id", 0));
        if (answer != null) {
          answer.complete(message);
        } else if (COMPLAINTS.contains(message.getString("method", ""))) {
          complaints.add(message);
        }
      }
      socket.request(1);
      return null;
    }
  }

  /// One page, as whoever sits in front of it has it.
  public final class Tab {
    private final String target;
    private final String session;

    private Tab(String target, String session) {
      this.target = target;
      this.session = session;
    }

    void close() throws Exception {
      call("Target.closeTarget", Map.of("targetId", target), "");
    }

    public void go(String url) throws Exception {
      call("Page.navigate", Map.of("url", url), session);
      until(
          "document.readyState === 'complete' && location.href === "
              + Json.createValue(url).toString());
    }

    /// The value of an expression as text; that of a promise is waited for.
    public String value(String expression) throws Exception {
      JsonObject result =
          call(
              "Runtime.evaluate",
              Map.of("expression", expression, "awaitPromise", true, "returnByValue", true),
              session);
      if (result.containsKey("exceptionDetails")) {
        throw new IllegalStateException(expression + ": " + result);
      }
      JsonValue value = result.getJsonObject("result").get("value");
      return value instanceof JsonString s ? s.getString() : String.valueOf(value);
    }

    /// Has the console written down, from the next page on.
    public void listen() throws Exception {
      call("Runtime.enable", Map.of(), session);
      call("Log.enable", Map.of(), session);
    }

    /// All that stood in the console since the tab listens.
    public List<String> console() {
      return complaints.stream()
          .filter(said -> said.getString("sessionId", "").equals(session))
          .map(JsonObject::toString)
          .toList();
    }

    /// Waits until an expression holds.
    void until(String expression) throws Exception {
      long end = System.nanoTime() + PATIENCE.toNanos();
      String last = "";
      while (System.nanoTime() < end) {
        try {
          last = value("!!(" + expression + ")");
        } catch (IllegalStateException e) {
          last = e.getMessage(); // the page was being left
        }
        if (last.equals("true")) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(10);
      }
      throw new AssertionError(expression + " never came true; " + last);
    }

    void press(String key) throws Exception {
      for (String type : List.of("keyDown", "keyUp")) {
        call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key), session);
      }
    }

    /// Presses the key that goes on to the next link.
    void tab() throws Exception {
      for (String type : List.of("rawKeyDown", "keyUp")) {
        Map<String, Object> key =
            Map.of("type", type, "key", "Tab", "code", "Tab", "windowsVirtualKeyCode", 9);
        call("Input.dispatchKeyEvent", key, session);
      }
    }

    /// Whether scripts of pages run, from the next page on.
    void scripts(boolean run) throws Exception {
      call("Emulation.setScriptExecutionDisabled", Map.of("value", !run), session);
    }

    /// The page on paper, as PDF with an outline of its headings.
    byte[] pdf() throws Exception {
      Map<String, Object> how = Map.of("generateDocumentOutline", true, "preferCSSPageSize", true);
      JsonObject pdf = call("Page.printToPDF", how, session);
      return Base64.getDecoder().decode(pdf.getString("data"));
    }

    /// Sets the size of the window and which colours the reader prefers.
    void look(int width, int height, String scheme) throws Exception {
      call(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600),
          session);
      var feature =
          Json.createObjectBuilder().add("name", "prefers-color-scheme").add("value", scheme);
      call(
          "Emulation.setEmulatedMedia",
          Map.of("features", Json.createArrayBuilder().add(feature).build()),
          session);
    }

    byte[] screenshot() throws Exception {
      JsonObject shot = call("Page.captureScreenshot", Map.of("format", "png"), session);
      return Base64.getDecoder().decode(shot.getString("data"));
    }
  }
}
