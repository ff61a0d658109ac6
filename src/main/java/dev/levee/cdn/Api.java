package dev.levee.cdn;

import dev.levee.store.Patience;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a cache is asked over HTTP. What it says is told in a line; a secret that it repeats is not.
final class Api {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  /// Where the answers of the providers say in words what is wrong.
  private static final Pattern REASON =
      Pattern.compile(
          "<Code>(?<code>\\w{1,80})</Code>|\"(?:message|msg|detail)\"\\s*:\\s*\"(?<words>[^\"\\\\]{1,200})\"");

  private final String name;
  private final String rights;
  private final Map<String, String> environment;
  private final List<String> variables;
  private final Patience patience;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /// @param name the cache as messages call it
  /// @param rights what credentials need to be allowed to do
  /// @param variables the variables of the environment that hold credentials
  Api(
      String name,
      String rights,
      Map<String, String> environment,
      List<String> variables,
      Patience patience) {
    this.name = name;
    this.rights = rights;
    this.environment = environment;
    this.variables = variables;
    this.patience = patience;
  }

  String name() {
    return name;
  }

  /// The headers of one attempt, which may hold its time.
  @FunctionalInterface
  interface Headers {
    Map<String, String> of(byte[] body) throws IOException;
  }

  /// A credential.
  ///
  /// @throws StoreException when it is not there
  String credential(String variable) throws StoreException {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      throw failed("there is no " + variable + " in the environment", false, null);
    }
    if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw failed(variable + " holds what no credential does", false, null);
    }
    return value;
  }

  /// A credential that need not be there; empty when it is not.
  ///
  /// @throws StoreException when it cannot be one
  String optional(String variable) throws StoreException {
    return environment.getOrDefault(variable, "").isBlank() ? "" : credential(variable);
  }

  /// Posts something until that goes well, or there is no hope.
  ///
  /// @return what was answered
  String post(String url, String type, String text, Headers headers) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return patience.with(() -> {
      Map<String, String> more = headers.of(body);
      return answer(request(url, type, body, more));
    });
  }

  private HttpRequest request(String url, String type, byte[] body, Map<String, String> headers)
      throws StoreException {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(ANSWER)
              .POST(body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      if (!type.isEmpty()) {
        request.header("Content-Type", type);
      }
      headers.forEach(request::header);
      return request.build();
    } catch (IllegalArgumentException e) {
      // without the cause, whose words repeat the header
      throw failed("the address or a header of the request is malformed", false, null);
    }
  }

  private String answer(HttpRequest request) throws IOException {
    HttpResponse<String> response;
    try {
      response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("the publish was interrupted", false, e);
    } catch (IOException e) {
      throw failed("it cannot be reached (" + e.getClass().getSimpleName() + ")", true, e);
    }
    int status = response.statusCode();
    if (status / 100 == 2) {
      return response.body();
    }
    boolean temporary = status == 429 || status / 100 == 5;
    throw failed(because(status) + said(response.body()), temporary, null);
  }

  private String because(int status) {
    return switch (status) {
      case 401, 403 ->
          "it does not let these credentials do that, which need to "
              + rights
              + "; look at "
              + String.join(" and ", variables);
      case 404 -> "it does not know that name";
      case 429 -> "it asks to be left alone for a while";
      default -> "it answers " + status;
    };
  }

  private String said(String body) {
    Matcher reason = REASON.matcher(body);
    if (!reason.find()) {
      return "";
    }
    String words = reason.group("code") == null ? reason.group("words") : reason.group("code");
    for (String variable : variables) {
      String secret = environment.getOrDefault(variable, "");
      words = secret.isBlank() ? words : words.replace(secret, "…");
    }
    return " (" + words + ")";
  }

  /// A failure, as a sentence about the cache.
  StoreException failed(String why, boolean temporary, @Nullable Throwable cause) {
    return new StoreException(name + ": " + why, temporary, cause);
  }
}
