package dev.levee.raster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The chunks of a PNG file.
final class Png {

  private static final int SIGNATURE = 8;

  /// More than any colour profile that is one.
  private static final int MAX_PROFILE = 8 << 20;

  /// What says how the pixels are to be shown, beside the chunks that no PNG is without.
  private static final Set<String> SHOWING =
      Set.of(
          "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "hIST", "acTL",
          "fcTL", "fdAT");

  private final Bytes bytes;

  Png(Bytes bytes) {
    this.bytes = bytes;
  }

  /// @param start the offset of its length, which stands first
  private record Chunk(String type, int start, int body, int length) {

    int end() {
      return body + length + 4;
    }
  }

  /// Gives every chunk until the last, or until somebody has seen enough.
  ///
  /// @return whether the picture has an end
  private boolean walk(Predicate<Chunk> goesOn) {
    int at = SIGNATURE;
    while (at + 12 <= bytes.length()) {
      long length = bytes.u32(at);
      if (at + 12L + length > bytes.length()) {
        return false;
      }
      Chunk chunk = new Chunk(bytes.word(at + 4, 4), at, at + 8, (int) length);
      if (!goesOn.test(chunk) || chunk.type.equals("IEND")) {
        return true;
      }
      at = chunk.end();
    }
    return false;
  }

  Header header() {
    boolean[] seen = new boolean[2];
    int[] orientation = {1};
    boolean whole =
        walk(chunk -> {
          switch (chunk.type) {
            case "tRNS" -> seen[0] = true;
            case "acTL" -> seen[1] = true;
            case "eXIf" ->
                orientation[0] = Exif.orientation(bytes, chunk.body, chunk.body + chunk.length);
            default -> {}
          }
          return true;
        });
    if (!whole || !bytes.is(SIGNATURE + 4, "IHDR")) {
      throw UnusableException.cutShort();
    }
    boolean alpha = seen[0] || (bytes.u8(SIGNATURE + 17) & 4) != 0;
    return new Header(
        RasterFormat.PNG,
        (int) Math.min(Integer.MAX_VALUE, bytes.u32(SIGNATURE + 8)),
        (int) Math.min(Integer.MAX_VALUE, bytes.u32(SIGNATURE + 12)),
        orientation[0],
        seen[1],
        alpha);
  }

  /// The colour profile; empty when there is none, or none that can be read.
  byte[] profile() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    walk(chunk -> {
      if (chunk.type.equals("iCCP")) {
        int name = chunk.body;
        while (bytes.u8(name) != 0) {
          name++;
        }
        inflate(name + 2, chunk.body + chunk.length, out);
      }
      return !chunk.type.equals("IDAT");
    });
    return out.toByteArray();
  }

  private void inflate(int start, int end, ByteArrayOutputStream out) {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes.all(), start, Math.max(0, end - start));
      byte[] buffer = new byte[4096];
      for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
        out.write(buffer, 0, n);
        if (out.size() > MAX_PROFILE) {
          out.reset();
          return;
        }
      }
    } catch (DataFormatException e) {
      out.reset();
    }
  }

  /// The file with nothing but what is needed to show it.
  byte[] stripped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length());
    out.write(bytes.all(), 0, SIGNATURE);
    walk(chunk -> {
      boolean needed = Character.isUpperCase(chunk.type.charAt(0));
      if (needed || SHOWING.contains(chunk.type)) {
        out.write(bytes.all(), chunk.start, chunk.end() - chunk.start);
      } else if (chunk.type.equals("eXIf")) {
        int orientation = Exif.orientation(bytes, chunk.body, chunk.body + chunk.length);
        if (orientation != 1) {
          write("eXIf", Exif.saying(orientation), out);
        }
      }
      return true;
    });
    return out.toByteArray();
  }

  private static void write(String type, byte[] body, ByteArrayOutputStream out) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(body);
    number(body.length, out);
    out.writeBytes(name);
    out.writeBytes(body);
    number((int) crc.getValue(), out);
  }

  private static void number(int number, ByteArrayOutputStream out) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(number >>> shift);
    }
  }
}
