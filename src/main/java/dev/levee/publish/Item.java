package dev.levee.publish;

import dev.levee.output.Digest;
import dev.levee.output.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// One file of a release.
///
/// @param headers what stores are told to say with it
/// @param tag the store's own mark of what it holds; empty where it was not asked yet
public record Item(Kind kind, Digest digest, long size, Map<String, String> headers, String tag) {

  public Item {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
  }

  Item withTag(String other) {
    return new Item(kind, digest, size, headers, other);
  }

  /// Stands for bytes and headers together, since a file whose headers change has to be put anew.
  Digest identity() {
    return Digest.of((digest.hex() + headers).getBytes(StandardCharsets.UTF_8));
  }
}
