package dev.levee.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/// As much of Google Cloud Storage's JSON API as is asked for here, with one bucket in memory. It
/// is written after Google's documents, whose limit of one write a second to each object it holds.
public final class GoogleServer implements AutoCloseable {

  public static final String TOKEN = "a token that nobody may print";

  private static final int PAGE = 25;
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  @SuppressWarnings("ArrayRecordComponent")
  private record Kept(byte[] bytes, JsonObject said, long generation, Instant made) {}

  private record Answer(int code, String type, byte[] body) {}

  private final HttpServer server;
  private final String bucket;
  private final NavigableMap<String, Kept> objects = new TreeMap<>();
  private final Map<String, Integer> requests = new TreeMap<>();
  private long generation;

  private GoogleServer(HttpServer server, String bucket) {
    this.server = server;
    this.bucket = bucket;
  }

  public static GoogleServer start(String bucket) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    GoogleServer server = new GoogleServer(http, bucket);
    http.createContext("/", server::handle);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.start();
    return server;
  }

  public Map<String, String> environment() {
    return Map.of("CLOUDSDK_AUTH_ACCESS_TOKEN", TOKEN);
  }

  /// Where it listens, as the settings write it.
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// How often each thing was asked since the last time.
  public synchronized Map<String, Integer> requests() {
    Map<String, Integer> now = new TreeMap<>(requests);
    requests.clear();
    return now;
  }

  /// Puts something as somebody else would.
  public synchronized void meddle(String name, String text) {
    keep(name, text.getBytes(StandardCharsets.UTF_8), JsonObject.EMPTY_JSON_OBJECT);
  }

  private void keep(String name, byte[] bytes, JsonObject said) {
    generation++;
    objects.put(name, new Kept(bytes, said, generation, Instant.now()));
  }

  /// What a reader gets.
  public HttpResponse<byte[]> get(String name) throws IOException, InterruptedException {
    URI uri = URI.create(endpoint());
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri.resolve("/" + bucket + "/" + name)).build(),
            BodyHandlers.ofByteArray());
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getRawPath();
    Answer answer;
    synchronized (this) {
      if (path.startsWith("/" + bucket + "/")) {
        answer = read(decoded(path.substring(bucket.length() + 2)), exchange);
      } else if (!("Bearer " + TOKEN)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        answer = error(401, "Invalid Credentials");
      } else {
        answer = api(exchange, path, query(exchange.getRequestURI()), body);
      }
    }
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(
        answer.code(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    if (uri.getRawQuery() != null) {
      for (String part : uri.getRawQuery().split("&", -1)) {
        String[] pair = part.split("=", 2);
        query.put(pair[0], decoded(pair.length == 1 ? "" : pair[1]));
      }
    }
    return query;
  }

  private Answer read(String name, HttpExchange exchange) {
    Kept kept = objects.get(name);
    if (kept == null) {
      return error(404, "no such object");
    }
    if (kept.said().containsKey("cacheControl")) {
      exchange.getResponseHeaders().set("Cache-Control", kept.said().getString("cacheControl"));
    }
    if (kept.said().containsKey("contentEncoding")) {
      exchange
          .getResponseHeaders()
          .set("Content-Encoding", kept.said().getString("contentEncoding"));
    }
    return new Answer(
        200, kept.said().getString("contentType", "application/octet-stream"), kept.bytes());
  }

  private Answer api(HttpExchange exchange, String path, Map<String, String> query, byte[] body) {
    String method = exchange.getRequestMethod();
    if (!path.contains("/b/" + bucket + "/o")) {
      return error(404, "The specified bucket does not exist.");
    }
    if (path.startsWith("/upload/storage/v1/b/")) {
      return upload(exchange, query, body);
    }
    String[] rest = path.substring(("/storage/v1/b/" + bucket + "/o").length()).split("/", -1);
    if (rest.length == 1) {
      return list(query);
    }
    String name = decoded(rest[1]);
    Kept kept = objects.get(name);
    if (kept == null) {
      count("none");
      return error(404, "No such object: " + bucket + "/" + name);
    }
    if (rest.length > 2) {
      count("copy");
      String to = decoded(rest[rest.length - 1]);
      keep(to, kept.bytes(), kept.said());
      return json(resource(to, objects.get(to)).build());
    }
    if (method.equals("DELETE")) {
      count("delete");
      objects.remove(name);
      return new Answer(204, "application/json", new byte[0]);
    }
    count(query.containsKey("alt") ? "get" : "stat");
    return query.containsKey("alt")
        ? new Answer(200, "application/octet-stream", kept.bytes())
        : json(resource(name, kept).build());
  }

  private void count(String what) {
    requests.merge(what, 1, Integer::sum);
  }

  private Answer upload(HttpExchange exchange, Map<String, String> query, byte[] body) {
    count("put");
    String name = query.get("name");
    Kept there = objects.get(name);
    if ("0".equals(query.get("ifGenerationMatch")) && there != null) {
      return error(412, "At least one of the pre-conditions you specified did not hold.");
    }
    if (there != null && there.made().plus(BETWEEN_WRITES).isAfter(Instant.now())) {
      return error(429, "The object exceeded the rate limit for object mutation operations.");
    }
    if (query.get("uploadType").equals("media")) {
      keep(name, body, JsonObject.EMPTY_JSON_OBJECT);
    } else {
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      List<String> parts = parts(body, type.replaceFirst(".*boundary=\"?([^\";]+).*", "$1"));
      JsonObject said = Json.createReader(new StringReader(parts.getFirst())).readObject();
      keep(name, parts.get(1).getBytes(StandardCharsets.ISO_8859_1), said);
    }
    return json(resource(name, objects.get(name)).build());
  }

  /// The bodies of the parts of a multipart text, a character for each byte.
  private static List<String> parts(byte[] body, String boundary) {
    String[] all = new String(body, StandardCharsets.ISO_8859_1).split("--" + boundary, -1);
    return List.of(all).subList(1, all.length - 1).stream()
        .map(part -> part.substring(part.indexOf("\r\n\r\n") + 4, part.length() - 2))
        .toList();
  }

  private Answer list(Map<String, String> query) {
    count("list");
    JsonObjectBuilder answer = Json.createObjectBuilder().add("kind", "storage#objects");
    JsonArrayBuilder items = Json.createArrayBuilder();
    int left = PAGE;
    for (Map.Entry<String, Kept> entry :
        objects.tailMap(query.getOrDefault("pageToken", ""), true).entrySet()) {
      if (entry.getKey().startsWith(query.getOrDefault("prefix", ""))) {
        if (left == 0) {
          answer.add("nextPageToken", entry.getKey());
          break;
        }
        left--;
        items.add(resource(entry.getKey(), entry.getValue()));
      }
    }
    return json(answer.add("items", items).build());
  }

  private JsonObjectBuilder resource(String name, Kept kept) {
    return Json.createObjectBuilder(kept.said())
        .add("kind", "storage#object")
        .add("name", name)
        .add("bucket", bucket)
        .add("generation", String.valueOf(kept.generation()))
        .add("metageneration", "1")
        .add("size", String.valueOf(kept.bytes().length))
        .add("etag", "C" + kept.generation() + "=")
        .add("updated", kept.made().toString());
  }

  private static Answer json(JsonObject json) {
    return new Answer(200, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Answer error(int code, String message) {
    JsonObject error =
        Json.createObjectBuilder()
            .add("error", Json.createObjectBuilder().add("code", code).add("message", message))
            .build();
    return new Answer(code, "application/json", error.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
