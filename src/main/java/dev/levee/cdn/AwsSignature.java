package dev.levee.cdn;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests as Amazon's services ask for, by version 4 of their way.
///
/// @param session empty where the credentials are not for a while only
record AwsSignature(String key, String secret, String session, String region, String service) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final String WAY = "AWS4-HMAC-SHA256";
  private static final int DAY = 8;

  /// The headers that a request has to have beside those of its own.
  ///
  /// @param uri without a query
  Map<String, String> headers(String method, URI uri, byte[] body, Instant now) {
    String time = TIME.format(now);
    TreeMap<String, String> signed = new TreeMap<>();
    signed.put("host", uri.getRawAuthority());
    signed.put("x-amz-date", time);
    if (!session.isEmpty()) {
      signed.put("x-amz-security-token", session);
    }
    String names = String.join(";", signed.keySet());
    StringBuilder canonical = new StringBuilder(method + "\n" + uri.getRawPath() + "\n\n");
    signed.forEach((name, value) -> canonical.append(name + ":" + value + "\n"));
    canonical.append("\n" + names + "\n" + hash(body));
    String scope = time.substring(0, DAY) + "/" + region + "/" + service + "/aws4_request";
    String toSign = WAY + "\n" + time + "\n" + scope + "\n" + hash(bytes(canonical.toString()));
    byte[] signature = bytes("AWS4" + secret);
    for (String part : scope.split("/", -1)) {
      signature = mac(signature, part);
    }
    signed.remove("host"); // which the client says by itself
    signed.put(
        "Authorization",
        WAY
            + (" Credential=" + key + "/" + scope)
            + (", SignedHeaders=" + names)
            + (", Signature=" + HexFormat.of().formatHex(mac(signature, toSign))));
    return signed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Without the secrets.
  @Override
  public String toString() {
    return "AwsSignature[" + region + ", " + service + "]";
  }
}
