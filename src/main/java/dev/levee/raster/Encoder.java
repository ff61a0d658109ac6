package dev.levee.raster;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import dev.levee.raster.Pixels.Model;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pixels of sRGB into a file that says nothing else.
final class Encoder {

  private Encoder() {}

  /// The file.
  ///
  /// @param quality from 1 to 100; means nothing to PNG
  static byte[] file(Pixels pixels, RasterFormat format, int quality) throws IOException {
    return switch (format) {
      case JPEG -> written(writer("jpeg"), pixels, quality, true);
      case WEBP ->
          written(new WebPImageWriterSpi().createWriterInstance(null), pixels, quality, false);
      case PNG -> written(writer("png"), pixels, -1, false);
      default -> throw new IllegalArgumentException(format + " is not written");
    };
  }

  /// A PNG that is not compressed, for a program that reads it at once.
  static byte[] plainPng(Pixels pixels) throws IOException {
    return written(writer("png"), pixels, 100, false);
  }

  private static ImageWriter writer(String format) {
    return ImageIO.getImageWritersByFormatName(format).next();
  }

  private static byte[] written(ImageWriter writer, Pixels pixels, int quality, boolean progressive)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (quality >= 0) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(param.getCompressionTypes()[0]);
        param.setCompressionQuality(quality / 100f);
      }
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image(pixels), null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static BufferedImage image(Pixels pixels) {
    boolean alpha = pixels.model() == Model.RGBA;
    int count = pixels.model().count();
    byte[] samples = alpha ? Colours.unmultiplied(pixels).samples() : pixels.samples();
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(samples, samples.length),
            pixels.width(),
            pixels.height(),
            pixels.width() * count,
            count,
            Colours.offsets(count),
            null);
    ComponentColorModel colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            alpha,
            false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    return new BufferedImage(colours, raster, false, null);
  }
}
