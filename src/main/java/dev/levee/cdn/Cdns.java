package dev.levee.cdn;

import dev.levee.config.PublishTarget;
import dev.levee.config.PublishTarget.Cache;
import dev.levee.store.Patience;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Finds the caches in front of a target.
public final class Cdns {

  private Cdns() {}

  /// The caches, none of which was asked for anything.
  ///
  /// @param site the URL that readers know
  /// @param environment where credentials are looked for
  public static List<Cdn> of(
      PublishTarget target,
      URI site,
      Map<String, String> environment,
      Patience patience,
      InstantSource clock) {
    return target.caches().stream()
        .map(cache -> cdn(cache, site, environment, patience, clock))
        .toList();
  }

  private static Cdn cdn(
      Cache cache,
      URI site,
      Map<String, String> environment,
      Patience patience,
      InstantSource clock) {
    String id = cache.id();
    return switch (cache.kind()) {
      case CLOUDFRONT ->
          new CloudFront(
              "https://cloudfront.amazonaws.com", id, site, environment, patience, clock);
      case CLOUDFLARE ->
          new Cloudflare("https://api.cloudflare.com", id, site, environment, patience);
      case FASTLY -> new Fastly("https://api.fastly.com", id, site, environment, patience);
      case WEBHOOK -> new Webhook(id, site, environment, patience);
    };
  }
}
