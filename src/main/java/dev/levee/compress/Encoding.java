package dev.levee.compress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A way to compress.
enum Encoding {
  /// What every browser takes.
  GZ,
  /// What browsers take over `https`, and what is smaller.
  BR;

  /// What is added to the name of a file.
  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /// Whatever decides, beside the input, what comes out.
  String how(boolean best) {
    return this == GZ ? "gzip-" + Runtime.version().feature() : Brotli.how(best);
  }

  /// The same bytes for the same input.
  ///
  /// @param best whether time matters less than bytes, for what is fetched for a year
  byte[] compress(byte[] bytes, boolean best) {
    return this == GZ ? gzip(bytes) : Brotli.compress(bytes, best);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream gzip = new BestGzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
