package dev.levee.publish;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Tags of stores that are sums of what they hold, as those of S3 are of what was put in one piece.
final class Sums {

  private static final Pattern MD5 = Pattern.compile("\"?[0-9a-f]{32}\"?");

  private Sums() {}

  /// Whether a tag says that a store holds these bytes; a tag that is no sum says nothing.
  static boolean isOf(String tag, byte[] bytes) {
    if (!MD5.matcher(tag).matches()) {
      return false;
    }
    try {
      byte[] sum = MessageDigest.getInstance("MD5").digest(bytes);
      return tag.replace("\"", "").equals(HexFormat.of().formatHex(sum));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
