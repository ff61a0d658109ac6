package dev.levee.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.cdn.Recorder.Asked;
import dev.levee.store.Patience;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What each cache is asked, to the letter.
class CdnsTest {

  private static final URI SITE = URI.create("https://example.org/mag/");
  private static final String SECRET = "a-secret-that-nobody-prints";
  private static final List<String> TWO = List.of("/mag/", "/mag/a&b/'%C3%BC'");

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_ACCESS_KEY_ID",
          "AKIDEXAMPLE",
          "AWS_SECRET_ACCESS_KEY",
          SECRET,
          "CLOUDFLARE_API_TOKEN",
          SECRET,
          "FASTLY_API_TOKEN",
          SECRET);

  private final List<Duration> pauses = new ArrayList<>();
  private final Patience patience = new Patience(new Random(1), pauses::add);
  private Recorder recorder;

  @BeforeEach
  void start() throws IOException {
    recorder = Recorder.start();
  }

  @AfterEach
  void stop() {
    recorder.close();
  }

  private CloudFront cloudFront(Map<String, String> environment) {
    Instant now = Instant.parse("2026-11-09T12:00:00Z");
    return new CloudFront(recorder.url(), "E2EXAMPLE51Z", SITE, environment, patience, () -> now);
  }

  private Cloudflare cloudflare(Map<String, String> environment) {
    return new Cloudflare(recorder.url(), "0123456789abcdef", SITE, environment, patience);
  }

  private Fastly fastly(Map<String, String> environment) {
    return new Fastly(recorder.url(), "SU1Z0isxPaozGVKXdv0eY", SITE, environment, patience);
  }

  private Webhook webhook(Map<String, String> environment) {
    return new Webhook(recorder.url() + "/purge?of=mag", SITE, environment, patience);
  }

  private List<Cdn> all(Map<String, String> environment) {
    return List.of(
        cloudFront(environment),
        cloudflare(environment),
        fastly(environment),
        webhook(environment));
  }

  @Test
  void cloudFrontIsSentABatch() throws IOException {
    CloudFront cdn = cloudFront(ENVIRONMENT);
    cdn.forget(TWO);
    cdn.forgetAll();
    List<Asked> asked = recorder.asked();
    assertThat(asked)
        .extracting(Asked::line)
        .containsOnly("POST /2020-05-31/distribution/E2EXAMPLE51Z/invalidation");
    assertThat(asked.getFirst().body())
        .matches(
            "<\\?xml version=\"1.0\" encoding=\"UTF-8\"\\?>\n"
                + "<InvalidationBatch xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">"
                + "<Paths><Quantity>2</Quantity><Items>"
                + "<Path>/mag/</Path><Path>/mag/a&amp;b/'%C3%BC'</Path></Items></Paths>"
                + "<CallerReference>levee-[0-9a-f-]{36}</CallerReference></InvalidationBatch>");
    assertThat(asked.getFirst().header("Authorization"))
        .matches(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261109/us-east-1/cloudfront/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature=[0-9a-f]{64}");
    assertThat(asked.getFirst().header("X-Amz-Date")).isEqualTo("20261109T120000Z");
    assertThat(asked.getFirst().header("Content-Type")).isEqualTo("application/xml");
    assertThat(asked.getLast().body()).contains("<Quantity>1</Quantity>", "<Path>/mag/*</Path>");
  }

  @Test
  void cloudflareIsSentUrlsByTheHundred() throws IOException {
    Cloudflare cdn = cloudflare(ENVIRONMENT);
    cdn.forget(TWO);
    cdn.forget(IntStream.range(0, 201).mapToObj(i -> "/" + i).toList());
    cdn.forgetAll();
    List<Asked> asked = recorder.asked();
    assertThat(asked)
        .extracting(Asked::line)
        .containsOnly("POST /client/v4/zones/0123456789abcdef/purge_cache");
    assertThat(asked).extracting(a -> a.header("Authorization")).containsOnly("Bearer " + SECRET);
    assertThat(asked.getFirst().header("Content-Type")).isEqualTo("application/json");
    assertThat(asked.getFirst().body())
        .isEqualTo(
            "{\"files\":[\"https://example.org/mag/\",\"https://example.org/mag/a&b/'%C3%BC'\"]}");
    assertThat(asked).hasSize(5);
    assertThat(asked.get(1).body().split(",")).hasSize(100);
    assertThat(asked.get(3).body()).isEqualTo("{\"files\":[\"https://example.org/200\"]}");
    assertThat(asked.getLast().body()).isEqualTo("{\"purge_everything\":true}");
  }

  @Test
  void fastlyIsSentOneAddressAtATime() throws IOException {
    Fastly cdn = fastly(ENVIRONMENT);
    cdn.forget(TWO);
    cdn.forgetAll();
    List<Asked> asked = recorder.asked();
    assertThat(asked)
        .extracting(Asked::line)
        .containsExactly(
            "POST /purge/example.org/mag/",
            "POST /purge/example.org/mag/a&b/'%C3%BC'",
            "POST /service/SU1Z0isxPaozGVKXdv0eY/purge_all");
    assertThat(asked).extracting(a -> a.header("Fastly-Key")).containsOnly(SECRET);
    assertThat(asked).extracting(Asked::body).containsOnly("");
  }

  @Test
  void aWebhookIsSentTheUrls() throws IOException {
    webhook(Map.of()).forget(TWO);
    webhook(Map.of("LEVEE_WEBHOOK_TOKEN", SECRET)).forgetAll();
    List<Asked> asked = recorder.asked();
    assertThat(asked).extracting(Asked::line).containsOnly("POST /purge?of=mag");
    assertThat(asked.getFirst().body())
        .isEqualTo(
            "{\"site\":\"https://example.org/mag/\",\"all\":false,\"urls\":["
                + "\"https://example.org/mag/\",\"https://example.org/mag/a&b/'%C3%BC'\"]}");
    assertThat(asked.getFirst().headers()).doesNotContainKey("Authorization");
    assertThat(asked.getLast().body())
        .isEqualTo("{\"site\":\"https://example.org/mag/\",\"all\":true,\"urls\":[]}");
    assertThat(asked.getLast().header("Authorization")).isEqualTo("Bearer " + SECRET);
  }

  @Test
  void whatFailsForAMomentIsAskedAgain() throws IOException {
    for (Cdn cdn : all(ENVIRONMENT)) {
      recorder.answer(503, "").answer(429, "").answer(200, "{\"success\":true}");
      cdn.forgetAll();
      assertThat(recorder.asked()).as(cdn.name()).hasSize(3);
      recorder.mend();
    }
    assertThat(pauses).hasSize(8);
  }

  @Test
  void whatStaysRefusedIsSaidInALineWithoutSecrets() throws IOException {
    recorder.answer(403, "{\"errors\":[{\"message\":\"not with " + SECRET + "\"}]}");
    for (Cdn cdn : all(ENVIRONMENT).subList(1, 3)) {
      assertThatThrownBy(() -> cdn.forget(TWO))
          .hasMessageStartingWith(cdn.name() + ": it does not let these credentials do that")
          .hasMessageEndingWith("_API_TOKEN (not with …)");
      assertThat(recorder.asked()).hasSize(1);
    }
    recorder.mend();
    recorder.answer(
        400, "<ErrorResponse><Error><Code>TooManyInvalidationsInProgress</Code></Error>");
    assertThatThrownBy(() -> cloudFront(ENVIRONMENT).forget(TWO))
        .hasMessage(
            "CloudFront's distribution E2EXAMPLE51Z: it answers 400"
                + " (TooManyInvalidationsInProgress)");
    recorder.mend();
    recorder.answer(404, "");
    assertThatThrownBy(() -> fastly(ENVIRONMENT).forgetAll())
        .hasMessage("Fastly's service SU1Z0isxPaozGVKXdv0eY: it does not know that name");
  }

  @Test
  void whatCannotBeReachedIsSaid() {
    recorder.close();
    assertThatThrownBy(() -> webhook(Map.of()).forgetAll())
        .hasMessageMatching(
            "the webhook at 127.0.0.1:\\d+: it cannot be reached .ConnectException.");
    assertThat(pauses).hasSize(5);
  }

  @Test
  void aCredentialThatNoHeaderHoldsIsNotRepeated() {
    Map<String, String> keys = new HashMap<>(ENVIRONMENT);
    keys.put("AWS_SESSION_TOKEN", SECRET + "\n");
    keys.put("LEVEE_WEBHOOK_TOKEN", SECRET + "\n");
    assertThatThrownBy(() -> cloudFront(keys).forget(TWO))
        .hasMessageEndingWith(": AWS_SESSION_TOKEN holds what no credential does");
    assertThatThrownBy(() -> webhook(keys).forget(TWO))
        .hasMessageEndingWith(": LEVEE_WEBHOOK_TOKEN holds what no credential does");
    Api api = new Api("the cache", "", Map.of(), List.of(), patience);
    assertThatThrownBy(
            () -> api.post(recorder.url(), "", "", body -> Map.of("A", SECRET + "\u0007")))
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
    assertThat(recorder.asked()).isEmpty();
  }

  @Test
  void whereThereAreNoCredentialsNothingIsAsked() {
    assertThatThrownBy(() -> cloudFront(Map.of()).forgetAll())
        .hasMessageEndingWith(": there is no AWS_ACCESS_KEY_ID in the environment");
    assertThatThrownBy(() -> cloudflare(Map.of()).forgetAll())
        .hasMessageEndingWith(": there is no CLOUDFLARE_API_TOKEN in the environment");
    assertThatThrownBy(() -> fastly(Map.of("FASTLY_API_TOKEN", "a\nb")).forgetAll())
        .hasMessageEndingWith(": FASTLY_API_TOKEN holds what no credential does");
    assertThat(recorder.asked()).isEmpty();
  }
}
