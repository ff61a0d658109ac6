package dev.levee.cdn;

import dev.levee.store.Patience;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// A service of Fastly.
final class Fastly implements Cdn {

  /// Each is a request of its own, of which an hour has a thousand.
  private static final int MOST = 250;

  private static final String TOKEN = "FASTLY_API_TOKEN";

  private final String endpoint;
  private final String service;
  private final Origin origin;
  private final Api api;

  /// @param endpoint where Fastly listens
  Fastly(
      String endpoint,
      String service,
      URI site,
      Map<String, String> environment,
      Patience patience) {
    this.endpoint = endpoint;
    this.service = service;
    this.origin = Origin.of(site);
    this.api =
        new Api(
            "Fastly's service " + service,
            "have the scopes purge_select and purge_all",
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
    for (String address : addresses) {
      purge("/purge/" + origin.authority() + address);
    }
  }

  @Override
  public void forgetAll() throws IOException {
    purge("/service/" + service + "/purge_all");
  }

  private void purge(String path) throws IOException {
    String token = api.credential(TOKEN);
    api.post(endpoint + path, "", "", body -> Map.of("Fastly-Key", token));
  }
}
