package dev.levee.cdn;

import dev.levee.store.Patience;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A zone of Cloudflare.
final class Cloudflare implements Cdn {

  /// What one request may hold.
  private static final int AT_ONCE = 100;

  private static final int MOST = 10 * AT_ONCE;
  private static final String TOKEN = "CLOUDFLARE_API_TOKEN";

  private final String url;
  private final Origin origin;
  private final Api api;

  /// @param endpoint where Cloudflare listens
  Cloudflare(
      String endpoint, String zone, URI site, Map<String, String> environment, Patience patience) {
    this.url = endpoint + "/client/v4/zones/" + zone + "/purge_cache";
    this.origin = Origin.of(site);
    this.api =
        new Api(
            "Cloudflare's zone " + zone,
            "purge the cache of the zone",
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
    for (int from = 0; from < addresses.size(); from += AT_ONCE) {
      purge(
          addresses.subList(from, Math.min(addresses.size(), from + AT_ONCE)).stream()
              .map(address -> '"' + origin.url(address) + '"')
              .collect(Collectors.joining(",", "{\"files\":[", "]}")));
    }
  }

  @Override
  public void forgetAll() throws IOException {
    purge("{\"purge_everything\":true}");
  }

  private void purge(String json) throws IOException {
    String authorization = "Bearer " + api.credential(TOKEN);
    api.post(url, "application/json", json, body -> Map.of("Authorization", authorization));
  }
}
