package dev.levee.cdn;

import dev.levee.store.Patience;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A distribution of Amazon CloudFront.
final class CloudFront implements Cdn {

  /// As many as cost nothing in a month; of more than three thousand at once it hears nothing.
  private static final int MOST = 1_000;

  private static final String KEY = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
  private static final String SESSION = "AWS_SESSION_TOKEN";

  private final String url;
  private final String base;
  private final InstantSource clock;
  private final Api api;

  /// @param endpoint where Amazon listens
  CloudFront(
      String endpoint,
      String distribution,
      URI site,
      Map<String, String> environment,
      Patience patience,
      InstantSource clock) {
    this.url = endpoint + "/2020-05-31/distribution/" + distribution + "/invalidation";
    this.base = site.getRawPath() == null ? "" : site.getRawPath().replaceFirst("/$", "");
    this.clock = clock;
    this.api =
        new Api(
            "CloudFront's distribution " + distribution,
            "do cloudfront:CreateInvalidation",
            environment,
            List.of(KEY, SECRET, SESSION),
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
  public void forgetAll() throws IOException {
    forget(List.of(base + "/*"));
  }

  /// The reference is a new one each time, since Amazon does nothing for one that it has seen.
  @Override
  public void forget(List<String> addresses) throws IOException {
    StringBuilder paths = new StringBuilder();
    addresses.forEach(path ->
        paths
            .append("<Path>")
            .append(path.replace("&", "&amp;").replace("<", "&lt;"))
            .append("</Path>"));
    String batch =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<InvalidationBatch xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">"
            + "<Paths><Quantity>"
            + addresses.size()
            + "</Quantity><Items>"
            + paths
            + "</Items></Paths><CallerReference>levee-"
            + UUID.randomUUID()
            + "</CallerReference></InvalidationBatch>";
    AwsSignature signature =
        new AwsSignature(
            api.credential(KEY),
            api.credential(SECRET),
            api.optional(SESSION),
            "us-east-1",
            "cloudfront");
    api.post(
        url,
        "application/xml",
        batch,
        body -> signature.headers("POST", URI.create(url), body, clock.instant()));
  }
}
