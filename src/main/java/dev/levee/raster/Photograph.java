package dev.levee.raster;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A picture that others are made of. Its pixels are read when the first is asked for. Used by one
/// thread.
public final class Photograph {

  /// Changes when the same picture and the same wishes give another file.
  public static final String VERSION = "1 webp-imageio 0.11.0";

  private static final int GLANCE = 48;

  private final Decoder decoder;
  private final Header header;
  private @Nullable Scaler scaler;

  /// @param file the bytes of which `header` is the header
  public Photograph(byte[] file, Header header) {
    this.decoder = new Decoder(file, header);
    this.header = header;
  }

  /// How much memory a picture takes at most while others are made of it, in bytes: its file with a
  /// copy, its pixels as they are decoded (a PNG may have four samples of 16 bits), the same with 8
  /// bits a sample, and what they become: halves, and what is written of them.
  public static long memory(Header header, long fileSize) {
    long decoded = header.format() == RasterFormat.PNG ? 8 : 4;
    return 2 * fileSize + header.pixels() * (decoded + 4 + 4);
  }

  /// Makes a picture of a part of this one.
  ///
  /// @param part in pixels as they are shown
  /// @param quality from 1 to 100
  /// @throws UnusableException when the pixels cannot be read
  /// @throws IOException when the encoder fails
  public byte[] file(Crop part, int width, int height, RasterFormat format, int quality)
      throws IOException {
    try {
      return Encoder.file(shown(part, width, height), format, quality);
    } catch (RuntimeException e) {
      throw UnusableException.of(e);
    }
  }

  /// Makes a picture of a part of this one as AVIF.
  ///
  /// @param part in pixels as they are shown
  /// @param quality from 1 to 100
  /// @throws UnusableException when the pixels cannot be read
  /// @throws IOException when the encoder fails
  public byte[] avif(Crop part, int width, int height, int quality, Avifenc encoder)
      throws IOException {
    try {
      return encoder.file(shown(part, width, height), quality);
    } catch (RuntimeException e) {
      throw UnusableException.of(e);
    }
  }

  private Pixels shown(Crop part, int width, int height) {
    Scaler from = scaler;
    if (from == null) {
      from = new Scaler(decoder.pixels(1));
      scaler = from;
    }
    boolean across = header.orientation() > 4;
    Pixels stored =
        from.scaled(part.stored(header), across ? height : width, across ? width : height);
    return Colours.inSrgb(stored, decoder.profile()).turned(header.orientation());
  }

  /// The mean colour, as `0xRRGGBB`, by a glance at some of the pixels; white lies behind what can
  /// be seen through.
  ///
  /// @throws UnusableException when the pixels cannot be read
  public int tint() {
    try {
      return mean();
    } catch (RuntimeException e) {
      throw UnusableException.of(e);
    }
  }

  private int mean() {
    int step = Math.max(1, Math.max(header.width(), header.height()) / GLANCE);
    Pixels seen = Colours.inSrgb(decoder.pixels(step), decoder.profile());
    int count = seen.model().count();
    byte[] samples = seen.samples();
    long[] sums = new long[3];
    for (int at = 0; at < samples.length; at += count) {
      int behind = count == 4 ? 255 - (samples[at + 3] & 0xFF) : 0;
      for (int i = 0; i < 3; i++) {
        sums[i] += (samples[at + i] & 0xFF) + behind;
      }
    }
    int pixels = Math.max(1, samples.length / count);
    return (int) (sums[0] / pixels) << 16
        | (int) (sums[1] / pixels) << 8
        | (int) (sums[2] / pixels);
  }
}
