package dev.levee.publish;

import dev.levee.output.Digest;
import dev.levee.output.Kind;
import java.util.HexFormat;
import java.util.Set;

/// One file of a release.
///
/// @param headers what stores are told to say with it
/// @param tag the store's own mark of what it holds; empty where it was not asked yet
public record Item(Kind kind, Digest digest, long size, ItemHeaders headers, String tag) {

  /// As many digits as are 64 bits.
  private static final int PREFIX = 16;

  Item withTag(String other) {
    return new Item(kind, digest, size, headers, other);
  }

  /// Whether both have the same bytes and headers.
  ///
  /// @param kept the headers that count
  boolean isSame(Item other, Set<String> kept) {
    return digest.equals(other.digest) && headers.sum(kept) == other.headers.sum(kept);
  }

  /// Stands for bytes and headers together, since a file whose headers change has to be put anew
  /// where they are kept: the digest of the bytes, with a sum of the headers in its first part, as
  /// another SHA-256 for each file would take longer than all else.
  ///
  /// @param kept the headers that count
  Digest identity(Set<String> kept) {
    return new Digest(
        HexFormat.of().toHexDigits(digest.prefix() ^ headers.sum(kept))
            + digest.hex().substring(PREFIX));
  }
}
