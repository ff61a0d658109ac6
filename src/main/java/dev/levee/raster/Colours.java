package dev.levee.raster;

import dev.levee.raster.Pixels.Model;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Turns what samples mean into what every browser takes them for: sRGB.
final class Colours {

  /// In the profiles that most cameras and programs write, and that change nothing.
  private static final String SRGB = "sRGB IEC61966-2";

  private static final int DESCRIBED_WITHIN = 1024;

  private Colours() {}

  /// The same pixels in sRGB.
  ///
  /// @param profile the colour profile of the file; empty for none
  static Pixels inSrgb(Pixels pixels, byte[] profile) {
    int colours = pixels.model().count() - (pixels.model().hasAlpha() ? 1 : 0);
    Optional<ICC_Profile> icc = profile(profile, colours);
    if (icc.isPresent()) {
      try {
        return converted(pixels, icc.get(), colours);
      } catch (CMMException | IllegalArgumentException e) {
        // a profile that does not hold together says nothing
      }
    }
    return switch (pixels.model()) {
      case RGB, RGBA -> pixels;
      case GRAY, GRAY_ALPHA -> fromGray(pixels);
      case CMYK -> fromInks(pixels);
    };
  }

  private static Optional<ICC_Profile> profile(byte[] profile, int colours) {
    String start =
        new String(
            profile, 0, Math.min(profile.length, DESCRIBED_WITHIN), StandardCharsets.ISO_8859_1);
    if (profile.length == 0 || start.contains(SRGB)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ICC_Profile.getInstance(profile))
          .filter(icc -> icc.getNumComponents() == colours);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Pixels converted(Pixels pixels, ICC_Profile icc, int colours) {
    int count = pixels.width() * pixels.height();
    boolean alpha = pixels.model().hasAlpha();
    byte[] in = alpha ? withoutAlpha(pixels, colours) : pixels.samples();
    WritableRaster to = Raster.createInterleavedRaster(0, count, 1, 3, null);
    new ColorConvertOp(new ICC_Profile[] {icc, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null)
        .filter(
            Raster.createInterleavedRaster(
                new DataBufferByte(in, in.length),
                count,
                1,
                count * colours,
                colours,
                offsets(colours),
                null),
            to);
    byte[] rgb = ((DataBufferByte) to.getDataBuffer()).getData();
    return alpha
        ? withAlpha(rgb, pixels)
        : new Pixels(pixels.width(), pixels.height(), Model.RGB, rgb);
  }

  /// The offsets of samples side by side.
  static int[] offsets(int count) {
    int[] offsets = new int[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = i;
    }
    return offsets;
  }

  private static byte[] withoutAlpha(Pixels pixels, int colours) {
    byte[] in = unmultiplied(pixels).samples();
    byte[] out = new byte[pixels.width() * pixels.height() * colours];
    for (int from = 0, to = 0; to < out.length; from++) {
      for (int i = 0; i < colours; i++) {
        out[to++] = in[from++];
      }
    }
    return out;
  }

  private static Pixels withAlpha(byte[] rgb, Pixels pixels) {
    int count = pixels.model().count();
    byte[] out = new byte[rgb.length / 3 * 4];
    for (int from = 0, to = 0, a = count - 1; from < rgb.length; a += count) {
      int alpha = pixels.samples()[a] & 0xFF;
      for (int i = 0; i < 3; i++) {
        out[to++] = (byte) times(rgb[from++] & 0xFF, alpha);
      }
      out[to++] = (byte) alpha;
    }
    return new Pixels(pixels.width(), pixels.height(), Model.RGBA, out);
  }

  private static Pixels fromGray(Pixels pixels) {
    byte[] in = pixels.samples();
    boolean alpha = pixels.model().hasAlpha();
    byte[] out = new byte[in.length / pixels.model().count() * (alpha ? 4 : 3)];
    int to = 0;
    for (int from = 0; from < in.length; from++) {
      out[to++] = in[from];
      out[to++] = in[from];
      out[to++] = in[from];
      if (alpha) {
        out[to++] = in[++from];
      }
    }
    Model model = alpha ? Model.RGBA : Model.RGB;
    return new Pixels(pixels.width(), pixels.height(), model, out);
  }

  private static Pixels fromInks(Pixels pixels) {
    byte[] in = pixels.samples();
    byte[] out = new byte[in.length / 4 * 3];
    for (int from = 0, to = 0; from < in.length; from += 4) {
      int light = 255 - (in[from + 3] & 0xFF);
      for (int i = 0; i < 3; i++) {
        out[to++] = (byte) times(255 - (in[from + i] & 0xFF), light);
      }
    }
    return new Pixels(pixels.width(), pixels.height(), Model.RGB, out);
  }

  /// The product of two parts of 255.
  static int times(int a, int b) {
    return (a * b + 127) / 255;
  }

  /// The same pixels with their colours as files have them, not multiplied.
  static Pixels unmultiplied(Pixels pixels) {
    int count = pixels.model().count();
    byte[] out = pixels.samples().clone();
    for (int a = count - 1; a < out.length; a += count) {
      int alpha = out[a] & 0xFF;
      if (alpha > 0 && alpha < 255) {
        for (int i = a - count + 1; i < a; i++) {
          out[i] = (byte) Math.min(255, ((out[i] & 0xFF) * 255 + alpha / 2) / alpha);
        }
      }
    }
    return new Pixels(pixels.width(), pixels.height(), pixels.model(), out);
  }
}
