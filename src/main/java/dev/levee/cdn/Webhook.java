package dev.levee.cdn;

import dev.levee.store.Patience;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An address of the user's own that is told what changed, for caches that Levee does not know.
final class Webhook implements Cdn {

  private static final int MOST = 1_000;
  private static final String TOKEN = "LEVEE_WEBHOOK_TOKEN";

  private final String url;
  private final URI site;
  private final Api api;

  Webhook(String url, URI site, Map<String, String> environment, Patience patience) {
    this.url = url;
    this.site = site;
    this.api =
        new Api(
            "the webhook at " + URI.create(url).getRawAuthority(),
            "call it",
            environment,
            List.of(TOKEN),
            patience);
  }

  @Override
  public String name() {
    return api.name();
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public void forget(List<String> addresses) throws IOException {
    Origin origin = Origin.of(site);
    post(
        addresses.stream()
            .map(address -> '"' + origin.url(address) + '"')
            .collect(Collectors.joining(",", "\"all\":false,\"urls\":[", "]")));
  }

  @Override
  public void forgetAll() throws IOException {
    post("\"all\":true,\"urls\":[]");
  }

  private void post(String what) throws IOException {
    String token = api.optional(TOKEN);
    Map<String, String> headers =
        token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
    api.post(url, "application/json", "{\"site\":\"" + site + "\"," + what + "}", body -> headers);
  }
}
