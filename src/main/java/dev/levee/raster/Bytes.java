package dev.levee.raster;

import java.nio.charset.StandardCharsets;

/// Reads numbers and words of a file that may end anywhere.
///
/// @param all the file
@SuppressWarnings("ArrayRecordComponent")
record Bytes(byte[] all) {

  int length() {
    return all.length;
  }

  /// A byte, not negative.
  ///
  /// @throws UnusableException as all these methods do, when the file ends before it
  int u8(int at) {
    if (at < 0 || at >= all.length) {
      throw UnusableException.cutShort();
    }
    return all[at] & 0xFF;
  }

  /// Two bytes, the higher first.
  int u16(int at) {
    return u8(at) << 8 | u8(at + 1);
  }

  /// Four bytes, the highest first.
  long u32(int at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  /// Two bytes, the lower first.
  int low16(int at) {
    return u8(at) | u8(at + 1) << 8;
  }

  /// Three bytes, the lowest first.
  int low24(int at) {
    return low16(at) | u8(at + 2) << 16;
  }

  /// Four bytes, the lowest first.
  long low32(int at) {
    return low16(at) | (long) low16(at + 2) << 16;
  }

  /// A length or an offset of four bytes, the highest first, which has to lie within the file.
  int size(int at) {
    long size = u32(at);
    if (size > all.length) {
      throw UnusableException.cutShort();
    }
    return (int) size;
  }

  /// Whether a word of Latin letters stands at a place.
  boolean is(int at, String word) {
    if (at < 0 || at + word.length() > all.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((char) (all[at + i] & 0xFF) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// A word of Latin letters; shorter at the end of the file.
  String word(int at, int length) {
    int end = Math.min(all.length, at + length);
    return at >= end ? "" : new String(all, at, end - at, StandardCharsets.ISO_8859_1);
  }
}
