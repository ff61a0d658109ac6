package dev.levee.raster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The segments of a JPEG file.
final class Jpeg {

  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int COMMENT = 0xFE;
  private static final int PROGRESSIVE = 0xC2;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  private static final String EXIF = "Exif\0\0";
  private static final String ICC = "ICC_PROFILE\0";

  private final Bytes bytes;

  Jpeg(Bytes bytes) {
    this.bytes = bytes;
  }

  /// A part of the file: a marker with what belongs to it, and the data behind the start of a scan.
  ///
  /// @param start the offset of the marker's first byte
  /// @param body the offset behind the marker and the length
  private record Segment(int marker, int start, int body, int end) {

    boolean isFrame() {
      boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
      return marker >= 0xC0 && marker <= 0xCF && !table;
    }
  }

  /// Gives every segment until the end of the picture, or until somebody has seen enough.
  ///
  /// @return whether the picture has an end
  private boolean walk(Predicate<Segment> goesOn) {
    int at = 2;
    while (at + 1 < bytes.length()) {
      if (bytes.u8(at) != 0xFF) {
        at++; // between segments some programs leave bytes, which every reader passes over
        continue;
      }
      int marker = bytes.u8(at + 1);
      if (marker == 0xFF || marker == 0) {
        at++;
        continue;
      }
      if (marker == END_OF_IMAGE) {
        return true;
      }
      boolean bare = marker == 1 || (marker >= 0xD0 && marker <= 0xD8);
      int body = bare ? at + 2 : at + 4;
      int end = bare ? body : at + 2 + bytes.u16(at + 2);
      if (end > bytes.length() || end < body) {
        return false;
      }
      if (marker == START_OF_SCAN) {
        end = scanEnd(end);
      }
      if (!goesOn.test(new Segment(marker, at, body, end))) {
        return true;
      }
      at = end;
    }
    return false;
  }

  /// Where the data of a scan end: at the next marker that is not one of theirs.
  private int scanEnd(int start) {
    byte[] all = bytes.all();
    for (int i = start; i + 1 < all.length; i++) {
      if (all[i] == (byte) 0xFF) {
        int next = all[i + 1] & 0xFF;
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          return i;
        }
      }
    }
    return all.length;
  }

  Header header() {
    int[] size = new int[2];
    int[] orientation = {1};
    boolean whole =
        walk(segment -> {
          if (segment.isFrame()) {
            size[0] = bytes.u16(segment.body + 3);
            size[1] = bytes.u16(segment.body + 1);
          } else if (segment.marker == APP1 && bytes.is(segment.body, EXIF)) {
            orientation[0] = Exif.orientation(bytes, segment.body + EXIF.length(), segment.end);
          }
          return true;
        });
    if (!whole) {
      throw UnusableException.cutShort();
    }
    return new Header(RasterFormat.JPEG, size[0], size[1], orientation[0], false, false);
  }

  /// How many colours each pixel is made of: 1, 3, or the 4 inks of print.
  int components() {
    int[] components = {0};
    walk(segment -> {
      if (segment.isFrame()) {
        components[0] = bytes.u8(segment.body + 5);
      }
      return components[0] == 0;
    });
    return components[0];
  }

  /// What Adobe's segment says of the colours: 0 for as they are, 2 for inks that are stored as
  /// brightness and colour; -1 where there is no such segment.
  int adobeTransform() {
    int[] transform = {-1};
    walk(segment -> {
      if (segment.marker == APP14 && bytes.is(segment.body, "Adobe")) {
        transform[0] = bytes.u8(segment.body + 11);
      }
      return segment.marker != START_OF_SCAN;
    });
    return transform[0];
  }

  /// The colour profile; empty when there is none.
  byte[] profile() {
    TreeMap<Integer, Segment> parts = new TreeMap<>();
    walk(segment -> {
      if (isProfile(segment)) {
        parts.put(bytes.u8(segment.body + ICC.length()), segment);
      }
      return segment.marker != START_OF_SCAN;
    });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Segment part : parts.values()) {
      int start = part.body + ICC.length() + 2;
      out.write(bytes.all(), start, Math.max(0, part.end - start));
    }
    return out.toByteArray();
  }

  /// The file with nothing but what is needed to show it: its orientation and its colours.
  byte[] stripped() {
    int orientation = orientation();
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length());
    start(out);
    if (orientation != 1) {
      byte[] exif = Exif.saying(orientation);
      int length = 2 + EXIF.length() + exif.length;
      out.writeBytes(new byte[] {(byte) 0xFF, (byte) APP1, (byte) (length >> 8), (byte) length});
      out.writeBytes(EXIF.getBytes(StandardCharsets.ISO_8859_1));
      out.writeBytes(exif);
    }
    return rest(out, segment -> !isSaid(segment) || isProfile(segment));
  }

  /// The file with nothing but its pixels, for a reader that minds the rest.
  byte[] bare() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length());
    start(out);
    return rest(out, segment -> !isSaid(segment));
  }

  /// The same for a first glance: of a file that is sharpened step by step, the first step.
  byte[] glance() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length());
    start(out);
    boolean[] progressive = {false};
    return rest(
        out,
        segment -> {
          progressive[0] |= segment.marker == PROGRESSIVE;
          boolean skipped = progressive[0] && segment.marker == START_OF_SCAN && isFiner(segment);
          return !skipped && !isSaid(segment);
        });
  }

  /// Whether a scan adds to the mean colours of the blocks, which come first.
  private boolean isFiner(Segment scan) {
    int behind = scan.body + 1 + 2 * bytes.u8(scan.body);
    return bytes.u8(behind) > 0 || bytes.u8(behind + 2) >> 4 > 0;
  }

  private int orientation() {
    int[] orientation = {1};
    walk(segment -> {
      if (segment.marker == APP1 && bytes.is(segment.body, EXIF)) {
        orientation[0] = Exif.orientation(bytes, segment.body + EXIF.length(), segment.end);
      }
      return segment.marker != START_OF_SCAN;
    });
    return orientation[0];
  }

  private static void start(ByteArrayOutputStream out) {
    out.write(0xFF);
    out.write(0xD8);
  }

  /// What lies behind the end of the picture is often another one, with a place of its own.
  private byte[] rest(ByteArrayOutputStream out, Predicate<Segment> kept) {
    boolean whole =
        walk(segment -> {
          if (kept.test(segment)) {
            out.write(bytes.all(), segment.start, segment.end - segment.start);
          }
          return true;
        });
    if (whole) {
      out.write(0xFF);
      out.write(END_OF_IMAGE);
    }
    return out.toByteArray();
  }

  private boolean isProfile(Segment segment) {
    return segment.marker == APP2 && bytes.is(segment.body, ICC);
  }

  /// Whether a segment says something, rather than being part of the pixels.
  private boolean isSaid(Segment segment) {
    boolean application = segment.marker >= APP0 && segment.marker <= 0xEF;
    if (segment.marker == APP14) {
      return !bytes.is(segment.body, "Adobe");
    }
    if (segment.marker == APP0) {
      // one with a small picture in it is not missed: no reader needs it for the colours
      return !bytes.is(segment.body, "JFIF") || segment.end - segment.body != 14;
    }
    return application || segment.marker == COMMENT;
  }
}
