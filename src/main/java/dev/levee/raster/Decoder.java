package dev.levee.raster;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import dev.levee.raster.Pixels.Model;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads the pixels of a file.
final class Decoder {

  private static final String DAMAGED = "is damaged";

  private final byte[] file;
  private final Header header;

  Decoder(byte[] file, Header header) {
    this.file = file;
    this.header = header;
  }

  /// The pixels as they are stored.
  ///
  /// @param step 1 for all of them, 2 for every second of every second row, …
  /// @throws UnusableException when they cannot be read
  Pixels pixels(int step) {
    try {
      return header.format() == RasterFormat.JPEG ? ofJpeg(step) : pixels(image(file, step));
    } catch (IOException e) {
      throw new UnusableException(DAMAGED);
    } catch (RuntimeException e) {
      throw UnusableException.of(e);
    }
  }

  /// The colour profile; empty when there is none.
  byte[] profile() {
    Bytes bytes = new Bytes(file);
    try {
      return switch (header.format()) {
        case JPEG -> new Jpeg(bytes).profile();
        case PNG -> new Png(bytes).profile();
        case WEBP -> new Webp(bytes).profile();
        case GIF, AVIF, HEIC, TIFF -> new byte[0];
      };
    } catch (UnusableException e) {
      return new byte[0];
    }
  }

  private Pixels ofJpeg(int step) throws IOException {
    Jpeg jpeg = new Jpeg(new Bytes(file));
    byte[] bare = step > 1 ? jpeg.glance() : jpeg.bare();
    if (jpeg.components() < 4) {
      return pixels(image(bare, step));
    }
    ImageReader reader = reader(bare);
    try {
      return inks(reader.readRaster(0, param(reader, step)), jpeg.adobeTransform());
    } finally {
      reader.dispose();
    }
  }

  private BufferedImage image(byte[] bytes, int step) throws IOException {
    ImageReader reader = reader(bytes);
    try {
      return reader.read(0, param(reader, step));
    } finally {
      reader.dispose();
    }
  }

  private ImageReader reader(byte[] bytes) throws IOException {
    ImageReader reader =
        header.format() == RasterFormat.WEBP
            ? new WebPImageReaderSpi().createReaderInstance(null)
            : ImageIO.getImageReadersByFormatName(header.format().name().toLowerCase(Locale.ROOT))
                .next();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), true, true);
    return reader;
  }

  private static ImageReadParam param(ImageReader reader, int step) {
    ImageReadParam param = reader.getDefaultReadParam();
    if (step > 1) {
      param.setSourceSubsampling(step, step, 0, 0);
    }
    return param;
  }

  private static Pixels pixels(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    return colours instanceof IndexColorModel palette
        ? ofPalette(image.getRaster(), palette)
        : ofSamples(image.getRaster(), colours);
  }

  private static Pixels ofPalette(Raster raster, IndexColorModel palette) {
    int[] argb = new int[palette.getMapSize()];
    palette.getRGBs(argb);
    boolean alpha = palette.hasAlpha();
    int count = alpha ? 4 : 3;
    byte[] samples = new byte[raster.getWidth() * raster.getHeight() * count];
    int[] row = new int[raster.getWidth()];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, row.length, 1, 0, row);
      for (int index : row) {
        int colour = index < argb.length ? argb[index] : 0;
        int opaque = alpha ? colour >>> 24 : 255;
        samples[to++] = (byte) Colours.times(colour >> 16 & 0xFF, opaque);
        samples[to++] = (byte) Colours.times(colour >> 8 & 0xFF, opaque);
        samples[to++] = (byte) Colours.times(colour & 0xFF, opaque);
        if (alpha) {
          samples[to++] = (byte) opaque;
        }
      }
    }
    return new Pixels(
        raster.getWidth(), raster.getHeight(), alpha ? Model.RGBA : Model.RGB, samples);
  }

  private static Pixels ofSamples(Raster raster, ColorModel colours) {
    Model model = model(raster.getNumBands(), colours.hasAlpha());
    if (model == Model.RGB && isReversed(raster)) {
      byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
      for (int i = 0; i < samples.length; i += 3) {
        byte blue = samples[i];
        samples[i] = samples[i + 2];
        samples[i + 2] = blue;
      }
      return new Pixels(raster.getWidth(), raster.getHeight(), model, samples);
    }
    int count = model.count();
    int shift = Math.max(0, colours.getComponentSize(0) - 8);
    boolean multiply = model.hasAlpha() && !colours.isAlphaPremultiplied();
    byte[] samples = new byte[raster.getWidth() * raster.getHeight() * count];
    int[] row = new int[raster.getWidth() * count];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int at = 0; at < row.length; at += count) {
        int alpha = multiply ? row[at + count - 1] >> shift : 255;
        for (int i = 0; i < count; i++) {
          int value = row[at + i] >> shift;
          boolean colour = multiply && i < count - 1;
          samples[to++] = (byte) (colour ? Colours.times(value, alpha) : value);
        }
      }
    }
    return new Pixels(raster.getWidth(), raster.getHeight(), model, samples);
  }

  private static Model model(int bands, boolean alpha) {
    if (alpha != (bands == 2 || bands == 4)) {
      throw new UnusableException(DAMAGED);
    }
    return switch (bands) {
      case 1 -> Model.GRAY;
      case 2 -> Model.GRAY_ALPHA;
      case 3 -> Model.RGB;
      default -> Model.RGBA;
    };
  }

  /// Whether the samples lie as those of most JPEGs: blue first and nothing between.
  private static boolean isReversed(Raster raster) {
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel samples
        && raster.getDataBuffer() instanceof DataBufferByte data
        && samples.getBandOffsets()[0] == 2
        && samples.getPixelStride() == 3
        && data.getData().length == 3 * raster.getWidth() * raster.getHeight();
  }

  /// @param transform what Adobe's segment says; where there is one, no ink is 255
  private static Pixels inks(Raster raster, int transform) {
    int pixels = raster.getWidth() * raster.getHeight();
    byte[] samples = new byte[pixels * 4];
    int[] row = new int[raster.getWidth() * 4];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int at = 0; at < row.length; at += 4) {
        if (transform == 2) {
          unmix(row, at);
        }
        for (int i = 0; i < 4; i++) {
          samples[to++] = (byte) (transform >= 0 ? 255 - row[at + i] : row[at + i]);
        }
      }
    }
    return new Pixels(raster.getWidth(), raster.getHeight(), Model.CMYK, samples);
  }

  /// Brightness and two colour differences to inks, see ITU-T T.871; the black stays as it is.
  private static void unmix(int[] row, int at) {
    double y = row[at];
    double blue = row[at + 1] - 128.0;
    double red = row[at + 2] - 128.0;
    row[at] = 255 - limited(y + 1.402 * red);
    row[at + 1] = 255 - limited(y - 0.344136 * blue - 0.714136 * red);
    row[at + 2] = 255 - limited(y + 1.772 * blue);
  }

  private static int limited(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
