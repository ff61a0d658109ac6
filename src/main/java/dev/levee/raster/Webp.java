package dev.levee.raster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/// The chunks of a WebP file.
final class Webp {

  private static final int START = 12;
  private static final int ANIMATION = 0x02;
  private static final int XMP = 0x04;
  private static final int EXIF = 0x08;
  private static final int ALPHA = 0x10;

  private final Bytes bytes;

  Webp(Bytes bytes) {
    this.bytes = bytes;
  }

  private record Chunk(String type, int start, int body, int length) {

    int end() {
      return body + length + (length & 1);
    }
  }

  private boolean walk(Predicate<Chunk> goesOn) {
    long all = bytes.low32(4) + 8;
    int at = START;
    while (at + 8 <= Math.min(all, bytes.length())) {
      long length = bytes.low32(at + 4);
      if (at + 8L + length > bytes.length()) {
        return false;
      }
      Chunk chunk = new Chunk(bytes.word(at, 4), at, at + 8, (int) length);
      if (!goesOn.test(chunk)) {
        return true;
      }
      at = chunk.end();
    }
    return all <= bytes.length() + 1L;
  }

  Header header() {
    int[] size = new int[2];
    int[] flags = {0};
    int[] orientation = {1};
    boolean whole =
        walk(chunk -> {
          int body = chunk.body;
          switch (chunk.type) {
            case "VP8X" -> {
              flags[0] |= bytes.u8(body);
              size(size, bytes.low24(body + 4) + 1, bytes.low24(body + 7) + 1);
            }
            case "VP8 " ->
                size(size, bytes.low16(body + 6) & 0x3FFF, bytes.low16(body + 8) & 0x3FFF);
            case "VP8L" -> {
              long packed = bytes.low32(body + 1);
              flags[0] |= (packed >> 28 & 1) != 0 ? ALPHA : 0;
              size(size, (int) (packed & 0x3FFF) + 1, (int) (packed >> 14 & 0x3FFF) + 1);
            }
            case "EXIF" -> orientation[0] = orientation(chunk);
            default -> {}
          }
          return true;
        });
    if (!whole) {
      throw UnusableException.cutShort();
    }
    boolean animated = (flags[0] & ANIMATION) != 0;
    boolean alpha = (flags[0] & ALPHA) != 0;
    return new Header(RasterFormat.WEBP, size[0], size[1], orientation[0], animated, alpha);
  }

  private static void size(int[] size, int width, int height) {
    if (size[0] == 0) {
      size[0] = width;
      size[1] = height;
    }
  }

  private int orientation(Chunk chunk) {
    int tiff = bytes.is(chunk.body, "Exif\0\0") ? chunk.body + 6 : chunk.body;
    return Exif.orientation(bytes, tiff, Math.max(tiff, chunk.body + chunk.length));
  }

  /// The colour profile; empty when there is none.
  byte[] profile() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    walk(chunk -> {
      if (chunk.type.equals("ICCP")) {
        out.write(bytes.all(), chunk.body, chunk.length);
      }
      return !chunk.type.startsWith("VP8 ") && !chunk.type.equals("VP8L");
    });
    return out.toByteArray();
  }

  /// The file with nothing but what is needed to show it.
  byte[] stripped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length());
    out.write(bytes.all(), 0, START);
    int[] orientation = {1};
    walk(chunk -> {
      if (chunk.type.equals("EXIF")) {
        orientation[0] = orientation(chunk);
      } else if (!chunk.type.equals("XMP ") && isKnown(chunk.type)) {
        out.write(bytes.all(), chunk.start, Math.min(chunk.end(), bytes.length()) - chunk.start);
      }
      return true;
    });
    if (orientation[0] != 1) {
      byte[] exif = Exif.saying(orientation[0]);
      out.writeBytes("EXIF".getBytes(StandardCharsets.ISO_8859_1));
      number(exif.length, out);
      out.writeBytes(exif);
    }
    return withSizeAndFlags(out.toByteArray(), orientation[0] != 1);
  }

  private static byte[] withSizeAndFlags(byte[] file, boolean exif) {
    int size = file.length - 8;
    for (int i = 0; i < 4; i++) {
      file[4 + i] = (byte) (size >>> (8 * i));
    }
    if (new Bytes(file).is(START, "VP8X")) {
      if (new Bytes(file).low32(START + 4) == 0) {
        throw UnusableException.cutShort();
      }
      file[START + 8] &= (byte) ~(XMP | EXIF);
      file[START + 8] |= (byte) (exif ? EXIF : 0);
    }
    return file;
  }

  private static boolean isKnown(String type) {
    return switch (type) {
      case "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP" -> true;
      default -> false;
    };
  }

  private static void number(int number, ByteArrayOutputStream out) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(number >>> shift);
    }
  }
}
