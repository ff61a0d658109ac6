package dev.levee.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of a file's bytes: two files with the same digest are the same.
///
/// @param hex 64 lower-case hexadecimal digits
public record Digest(String hex) {

  private static final HexFormat HEX = HexFormat.of();
  private static final int BUFFER = 1 << 16;

  public Digest {
    boolean valid = hex.length() == 64;
    for (int i = 0; valid && i < hex.length(); i++) {
      valid = isLowerHex(hex.charAt(i));
    }
    if (!valid) {
      throw new IllegalArgumentException("'" + hex + "' is not a SHA-256");
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest digest && hex.equals(digest.hex);
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  /// The first eight bytes, enough to tell one content of a file from another.
  public long prefix() {
    return Long.parseUnsignedLong(hex, 0, 16, 16);
  }

  public static Digest of(byte[] bytes) {
    return new Digest(HEX.formatHex(sha256().digest(bytes)));
  }

  public static Digest of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copying(in, OutputStream.nullOutputStream());
    }
  }

  /// Copies everything and gives the digest of what was copied.
  static Digest copying(InputStream in, OutputStream out) throws IOException {
    MessageDigest sha256 = sha256();
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      sha256.update(buffer, 0, n);
      out.write(buffer, 0, n);
    }
    return new Digest(HEX.formatHex(sha256.digest()));
  }

  private static boolean isLowerHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
