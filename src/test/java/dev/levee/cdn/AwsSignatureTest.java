package dev.levee.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Signatures as Amazon's own library makes them; the first is of its published examples.
class AwsSignatureTest {

  @Test
  void aRequestWithoutABodyIsSigned() {
    Map<String, String> headers =
        new AwsSignature(
                "AKIDEXAMPLE",
                "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
                "",
                "us-east-1",
                "service")
            .headers(
                "GET",
                URI.create("https://example.amazonaws.com/"),
                new byte[0],
                Instant.parse("2015-08-30T12:36:00Z"));
    assertThat(headers)
        .containsOnly(
            Map.entry("x-amz-date", "20150830T123600Z"),
            Map.entry(
                "Authorization",
                "AWS4-HMAC-SHA256"
                    + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature="
                    + "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"));
  }

  @Test
  void aRequestWithABodyIsSigned() {
    assertThat(signed("").get("Authorization"))
        .endsWith("=5bf8c0b0a8a2c20a74f00702b0c3d71e9a769681c3be10e2f99277db9a5d74a5");
    Map<String, String> session = signed("a-session");
    assertThat(session).containsEntry("x-amz-security-token", "a-session");
    assertThat(session.get("Authorization"))
        .contains("SignedHeaders=host;x-amz-date;x-amz-security-token,")
        .endsWith("=458ffbbc16f274e8f225fd36f27f1647c9f1971dff17d5a54ce99c7291478b5e");
  }

  private static Map<String, String> signed(String session) {
    return signature(session)
        .headers(
            "POST",
            URI.create(
                "https://cloudfront.amazonaws.com/2020-05-31/distribution/E2EXAMPLE51Z/invalidation"),
            "<InvalidationBatch/>".getBytes(StandardCharsets.UTF_8),
            Instant.parse("2026-11-09T12:00:00Z"));
  }

  private static AwsSignature signature(String session) {
    return new AwsSignature(
        "AKIDEXAMPLE", "a-secret-that-nobody-prints", session, "us-east-1", "cloudfront");
  }

  @Test
  void noSecretIsInItsWords() {
    assertThat(signature("a-session").toString()).doesNotContain("secret", "session");
  }
}
