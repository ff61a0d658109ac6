package dev.levee.raster;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/// The blocks of a GIF file.
final class Gif {

  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;
  private static final int CONTROL = 0xF9;
  private static final int APPLICATION = 0xFF;

  /// What says how often an animation is repeated.
  private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

  private final Bytes bytes;
  private final ByteArrayOutputStream shown;
  private int frames;
  private boolean covers;
  private boolean alpha;

  Gif(Bytes bytes) {
    this.bytes = bytes;
    this.shown = new ByteArrayOutputStream(bytes.length());
  }

  Header header() {
    walk();
    if (frames == 0) {
      throw UnusableException.cutShort();
    }
    // a single frame that leaves a part of the picture bare can only be shown as it is
    boolean asItIs = frames > 1 || !covers;
    return new Header(RasterFormat.GIF, bytes.low16(6), bytes.low16(8), 1, asItIs, alpha);
  }

  /// The file with nothing but what is needed to show it.
  byte[] stripped() {
    try {
      walk();
    } catch (UnusableException e) {
      // what there is of it
    }
    return shown.toByteArray();
  }

  private void walk() {
    int at = 13 + table(bytes.u8(10));
    keep(0, at);
    while (at < bytes.length()) {
      int block = bytes.u8(at);
      int end;
      boolean kept = true;
      if (block == IMAGE) {
        covers = bytes.low32(at + 1) == 0 && bytes.low32(at + 5) == bytes.low32(6);
        end = blocksEnd(at + 11 + table(bytes.u8(at + 9)));
        frames++;
      } else if (block == EXTENSION) {
        int label = bytes.u8(at + 1);
        alpha |= label == CONTROL && (bytes.u8(at + 3) & 1) != 0;
        kept = label == CONTROL || (label == APPLICATION && LOOPS.contains(bytes.word(at + 3, 11)));
        end = blocksEnd(at + 2);
      } else {
        break;
      }
      if (kept) {
        keep(at, end);
      }
      at = end;
    }
    shown.write(TRAILER);
  }

  private void keep(int start, int end) {
    shown.write(bytes.all(), start, Math.min(end, bytes.length()) - start);
  }

  private static int table(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private int blocksEnd(int start) {
    int at = start;
    for (int length = bytes.u8(at); length > 0; length = bytes.u8(at)) {
      at += 1 + length;
    }
    return at + 1;
  }
}
