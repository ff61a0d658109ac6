package dev.levee.publish;

import dev.levee.output.Digest;
import dev.levee.output.Kind;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One file of a release.
///
/// @param headers what stores are told to say with it
/// @param tag the store's own mark of what it holds; empty where it was not asked yet
public record Item(Kind kind, Digest digest, long size, Map<String, String> headers, String tag) {

  // of the 64 bits of Fowler, Noll and Vo
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  /// As many digits as are 64 bits.
  private static final int PREFIX = 16;

  public Item {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
  }

  Item withTag(String other) {
    return new Item(kind, digest, size, headers, other);
  }

  /// Stands for bytes and headers together, since a file whose headers change has to be put anew
  /// where they are kept: the digest of the bytes, with a sum of the headers in its first part, as
  /// another SHA-256 for each file would take longer than all else.
  ///
  /// @param kept the headers that count
  Digest identity(Set<String> kept) {
    long sum = FNV_BASIS;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (kept.contains(header.getKey())) {
        sum = add(header.getValue(), add(header.getKey(), sum));
      }
    }
    return new Digest(
        HexFormat.of().toHexDigits(digest.prefix() ^ sum) + digest.hex().substring(PREFIX));
  }

  private static long add(String text, long sum) {
    long all = sum;
    for (int i = 0; i < text.length(); i++) {
      all = (all ^ text.charAt(i)) * FNV_PRIME;
    }
    return all * FNV_PRIME;
  }
}
