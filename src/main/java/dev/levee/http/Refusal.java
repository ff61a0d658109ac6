package dev.levee.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request that is not for the site to answer.
final class Refusal extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  /// @param reason a sentence for who sent the request
  Refusal(int status, String reason) {
    super(reason, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  /// What is said in place of a page.
  Reply.Content content(Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Content-Type", "text/plain; charset=utf-8");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Cache-Control", "no-store");
    byte[] body = (getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
    return new Reply.Content(status, headers, body);
  }
}
