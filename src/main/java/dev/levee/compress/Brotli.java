package dev.levee.compress;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Brotli, RFC 7932, by the library for this machine, which is looked for when it is first wanted.
final class Brotli {

  /// Fifty times as fast as the best for a page, and a ninth larger.
  private static final int GOOD = 9;

  private static final int BEST = 11;

  private static final int LEAST_WINDOW = 10;

  private static final int MOST_WINDOW = 22;

  /// So many bytes of a window hold nothing.
  private static final int OF_WINDOW = 16;

  private Brotli() {}

  /// Whether there is a library for this machine.
  static boolean isThere() {
    return Brotli4jLoader.isAvailable();
  }

  static String how(boolean best) {
    String version = Brotli4jLoader.class.getPackage().getImplementationVersion();
    return "brotli-" + version + "-" + (best ? BEST : GOOD) + "-fit";
  }

  static byte[] compress(byte[] bytes, boolean best) {
    try {
      return Encoder.compress(
          bytes, Encoder.Parameters.create(best ? BEST : GOOD).setWindow(window(bytes.length)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The smallest window that holds the whole text, as a power of two: to make ready a large one
  /// takes a hundred times as long as to compress a page with it.
  private static int window(int length) {
    int holds = Integer.SIZE - Integer.numberOfLeadingZeros(length + OF_WINDOW - 1);
    return Math.clamp(holds, LEAST_WINDOW, MOST_WINDOW);
  }
}
