package dev.levee.raster;

import java.util.Arrays;

/// The one thing of EXIF that a picture needs: how it is to be turned.
final class Exif {

  private static final int ORIENTATION = 0x0112;

  private Exif() {}

  /// The orientation in a block of EXIF; 1 when it says none that makes sense.
  ///
  /// @param start where its TIFF header starts, behind the word `Exif`
  static int orientation(Bytes bytes, int start, int end) {
    if (start > end) {
      return 1;
    }
    try {
      Bytes tiff = new Bytes(Arrays.copyOfRange(bytes.all(), start, end));
      boolean low = tiff.is(0, "II");
      int folder = (int) Math.min(Integer.MAX_VALUE - 2, low ? tiff.low32(4) : tiff.u32(4));
      int entries = low ? tiff.low16(folder) : tiff.u16(folder);
      for (int i = 0; i < entries; i++) {
        int entry = folder + 2 + 12 * i;
        if ((low ? tiff.low16(entry) : tiff.u16(entry)) == ORIENTATION) {
          int value = low ? tiff.low16(entry + 8) : tiff.u16(entry + 8);
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
    } catch (UnusableException e) {
      // what cameras write there is often odd, and never a reason to lose the picture
    }
    return 1;
  }

  /// A block of EXIF that says nothing else, from its TIFF header on.
  static byte[] saying(int orientation) {
    return new byte[] {
      'M',
      'M',
      0,
      '*',
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
  }
}
