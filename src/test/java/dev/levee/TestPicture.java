package dev.levee;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Small pictures whose pixels are known: four fields, red and green above blue and white.
public final class TestPicture {

  private static final String WHERE = "45 degrees 25 minutes north";

  private TestPicture() {}

  /// The four fields.
  public static BufferedImage fields(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colour(2 * x < width, 2 * y < height).getRGB());
      }
    }
    return image;
  }

  private static Color colour(boolean left, boolean top) {
    if (top) {
      return left ? Color.RED : Color.GREEN;
    }
    return left ? Color.BLUE : Color.WHITE;
  }

  /// The four fields in a JPEG.
  public static byte[] jpeg(int width, int height) {
    return jpeg(width, height, ImageWriteParam.MODE_DISABLED);
  }

  /// The same, sharpened step by step.
  public static byte[] progressiveJpeg(int width, int height) {
    return jpeg(width, height, ImageWriteParam.MODE_DEFAULT);
  }

  private static byte[] jpeg(int width, int height, int progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.95f);
      param.setProgressiveMode(progressive);
      BufferedImage image = fields(width, height, BufferedImage.TYPE_INT_RGB);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /// The four fields in a PNG.
  public static byte[] png(int width, int height) {
    return png(fields(width, height, BufferedImage.TYPE_INT_RGB));
  }

  public static byte[] png(BufferedImage image) {
    return written(image, "png");
  }

  /// A picture in a format of ImageIO.
  public static byte[] written(BufferedImage image, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new AssertionError("no " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A GIF of two frames.
  public static byte[] animatedGif(int width, int height) {
    byte[] one = written(fields(width, height, BufferedImage.TYPE_BYTE_INDEXED), "gif");
    int frame = 13 + (3 << ((one[10] & 7) + 1));
    return joined(Arrays.copyOf(one, one.length - 1), Arrays.copyOfRange(one, frame, one.length));
  }

  /// A JPEG that says how it is to be turned, where it was taken, and whose it is.
  public static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] words = WHERE.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + words.length);
    tiff.put(new byte[] {'M', 'M', 0, '*'}).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putShort((short) 0x9286).putShort((short) 2).putInt(words.length).putInt(38);
    tiff.putInt(0).put(words);
    byte[] exif = joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff.array());
    return joined(
        new byte[] {(byte) 0xFF, (byte) 0xD8},
        segment(0xE1, exif),
        segment(0xED, ("Photoshop 3.0\0 " + WHERE).getBytes(StandardCharsets.ISO_8859_1)),
        segment(0xFE, WHERE.getBytes(StandardCharsets.ISO_8859_1)),
        Arrays.copyOfRange(jpeg, 2, jpeg.length),
        withoutExif(jpeg));
  }

  /// What some telephones append: another picture, with what it says.
  private static byte[] withoutExif(byte[] jpeg) {
    return joined(jpeg, WHERE.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// A segment of a JPEG.
  public static byte[] segment(int marker, byte[] body) {
    int length = body.length + 2;
    return joined(
        new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, body);
  }

  /// A chunk of a PNG.
  public static byte[] chunk(String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    return joined(
        ByteBuffer.allocate(4).putInt(body.length).array(),
        name,
        body,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /// A PNG with more chunks behind its header.
  public static byte[] withChunks(byte[] png, byte[]... chunks) {
    return joined(Arrays.copyOf(png, 33), joined(chunks), Arrays.copyOfRange(png, 33, png.length));
  }

  /// The head of a PNG that says to have a size, and nothing behind it but an end.
  public static byte[] bomb(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    return joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
        chunk("IHDR", header),
        chunk("IEND", new byte[0]));
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// Whether a file says where the picture was taken.
  public static boolean saysWhere(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1).contains(WHERE);
  }

  /// The words that [#saysWhere] looks for.
  public static String where() {
    return WHERE;
  }

  /// The pixels of a file.
  public static BufferedImage decoded(byte[] file) {
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new AssertionError("no picture");
      }
      ImageReader reader = readers.next();
      reader.setInput(in);
      return reader.read(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The colours of the four corners, from the top left by rows: `RGBW` for the four fields.
  public static String corners(byte[] file) {
    BufferedImage image = decoded(file);
    int right = image.getWidth() * 7 / 8;
    int bottom = image.getHeight() * 7 / 8;
    int left = image.getWidth() / 8;
    int top = image.getHeight() / 8;
    return letter(image.getRGB(left, top))
        + letter(image.getRGB(right, top))
        + letter(image.getRGB(left, bottom))
        + letter(image.getRGB(right, bottom));
  }

  private static String letter(int argb) {
    int alpha = argb >>> 24;
    String bits =
        (alpha < 128 ? "-" : "")
            + ((argb >> 16 & 0xFF) > 200 ? "1" : (argb >> 16 & 0xFF) < 60 ? "0" : "?")
            + ((argb >> 8 & 0xFF) > 200 ? "1" : (argb >> 8 & 0xFF) < 60 ? "0" : "?")
            + ((argb & 0xFF) > 200 ? "1" : (argb & 0xFF) < 60 ? "0" : "?");
    return switch (bits) {
      case "100" -> "R";
      case "010" -> "G";
      case "001" -> "B";
      case "111" -> "W";
      case "000" -> "K";
      default -> "(" + Integer.toHexString(argb) + ")";
    };
  }
}
