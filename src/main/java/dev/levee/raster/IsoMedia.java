package dev.levee.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The boxes of AVIF and HEIC files, which are ISO base media files (ISO/IEC 14496-12) of images
/// (ISO/IEC 23008-12).
final class IsoMedia {

  /// What is said about the picture, rather than being part of it.
  private static final Set<String> SAID = Set.of("Exif", "mime", "uri ");

  private final Bytes bytes;

  IsoMedia(Bytes bytes) {
    this.bytes = bytes;
  }

  private record Box(String type, int body, int end) {}

  /// Which of the formats such a file is, by what it says it is readable as.
  static Optional<RasterFormat> format(Bytes bytes) {
    int end = (int) Math.min(bytes.length(), bytes.u32(0));
    boolean heic = false;
    for (int at = 8; at + 4 <= end; at += 4) {
      String brand = bytes.word(at, 4);
      if (brand.equals("avif") || brand.equals("avis")) {
        return Optional.of(RasterFormat.AVIF);
      }
      heic |= brand.startsWith("hei") || brand.startsWith("hev") || brand.equals("mif1");
    }
    return heic ? Optional.of(RasterFormat.HEIC) : Optional.empty();
  }

  /// The size is that of the largest picture in it, as it is shown.
  Header header() {
    int[] size = new int[2];
    boolean turned = false;
    for (Box box : properties()) {
      if (box.type.equals("ispe") && bytes.u32(box.body + 4) > size[0]) {
        size[0] = (int) Math.min(Integer.MAX_VALUE, bytes.u32(box.body + 4));
        size[1] = (int) Math.min(Integer.MAX_VALUE, bytes.u32(box.body + 8));
      }
      turned |= box.type.equals("irot") && (bytes.u8(box.body) & 1) != 0;
    }
    return new Header(
        RasterFormat.AVIF, size[turned ? 1 : 0], size[turned ? 0 : 1], 1, false, false);
  }

  private List<Box> properties() {
    return children("meta", 4, 0, bytes.length()).stream()
        .flatMap(meta -> children("iprp", 0, meta.body, meta.end).stream())
        .flatMap(iprp -> children("ipco", 0, iprp.body, iprp.end).stream())
        .flatMap(ipco -> boxes(ipco.body, ipco.end).stream())
        .toList();
  }

  /// The file with zeros in place of what is said about the picture: offsets in it stay right.
  byte[] stripped() {
    byte[] out = bytes.all().clone();
    for (Box meta : children("meta", 4, 0, bytes.length())) {
      Set<Long> said = new HashSet<>();
      for (Box iinf : children("iinf", 0, meta.body, meta.end)) {
        boolean wide = bytes.u8(iinf.body) > 0;
        for (Box infe : boxes(iinf.body + (wide ? 8 : 6), iinf.end)) {
          boolean wideId = bytes.u8(infe.body) > 2;
          long id = wideId ? bytes.u32(infe.body + 4) : bytes.u16(infe.body + 4);
          if (SAID.contains(bytes.word(infe.body + (wideId ? 10 : 8), 4))) {
            said.add(id);
          }
        }
      }
      int data =
          children("idat", 0, meta.body, meta.end).stream().findFirst().map(Box::body).orElse(0);
      for (Box iloc : children("iloc", 0, meta.body, meta.end)) {
        clear(iloc, said, data, out);
      }
    }
    return out;
  }

  /// Follows the table of places, whose numbers are as wide as it says.
  ///
  /// @param data where the box of data within the table starts, from which some places count
  private void clear(Box iloc, Set<Long> said, int data, byte[] out) {
    int version = bytes.u8(iloc.body);
    int widths = bytes.u16(iloc.body + 4);
    int offset = widths >> 12;
    int length = widths >> 8 & 15;
    int base = widths >> 4 & 15;
    int index = version == 0 ? 0 : widths & 15;
    int at = iloc.body + 6;
    long items = number(at, version < 2 ? 2 : 4);
    at += version < 2 ? 2 : 4;
    for (long item = 0; item < items; item++) {
      long id = number(at, version < 2 ? 2 : 4);
      at += version < 2 ? 2 : 4;
      boolean within = version > 0 && (bytes.u16(at) & 15) == 1;
      at += version == 0 ? 2 : 4;
      long start = number(at, base) + (within ? data : 0);
      at += base;
      int extents = bytes.u16(at);
      at += 2;
      for (int extent = 0; extent < extents; extent++) {
        long from = start + number(at + index, offset);
        long to = from + number(at + index + offset, length);
        at += index + offset + length;
        if (said.contains(id) && from >= 0 && to <= out.length && from < to) {
          Arrays.fill(out, (int) from, (int) to, (byte) 0);
        }
      }
    }
  }

  private long number(int at, int width) {
    return switch (width) {
      case 2 -> bytes.u16(at);
      case 4 -> bytes.u32(at);
      case 8 -> bytes.u32(at) << 32 | bytes.u32(at + 4);
      default -> 0;
    };
  }

  private List<Box> children(String type, int skipped, int start, int end) {
    return boxes(start, end).stream()
        .filter(box -> box.type.equals(type))
        .map(box -> new Box(type, box.body + skipped, box.end))
        .toList();
  }

  private List<Box> boxes(int start, int end) {
    List<Box> boxes = new ArrayList<>();
    int at = start;
    while (at + 8 <= end) {
      long size = bytes.u32(at);
      int body = at + 8;
      if (size == 1) {
        size = bytes.u32(at + 8) << 32 | bytes.u32(at + 12);
        body += 8;
      }
      if (size == 0) {
        size = (long) end - at;
      }
      if (size < body - at || size > end - at) {
        throw UnusableException.cutShort();
      }
      boxes.add(new Box(bytes.word(at + 4, 4), body, (int) (at + size)));
      at += (int) size;
    }
    return boxes;
  }
}
