package dev.levee.raster;

/// The pixels of a picture, eight bits a sample, row by row with the samples of a pixel side by
/// side. What may be seen through has its colours multiplied by how little that is.
///
/// @param samples belong to the pixels from now on
@SuppressWarnings("ArrayRecordComponent")
record Pixels(int width, int height, Model model, byte[] samples) {

  /// What the samples of a pixel are.
  enum Model {
    GRAY(1),
    GRAY_ALPHA(2),
    RGB(3),
    RGBA(4),
    CMYK(4);

    private final int count;

    Model(int count) {
      this.count = count;
    }

    /// How many there are.
    int count() {
      return count;
    }

    boolean hasAlpha() {
      return this == GRAY_ALPHA || this == RGBA;
    }
  }

  /// The same, turned as an orientation of EXIF says.
  Pixels turned(int orientation) {
    if (orientation == 1) {
      return this;
    }
    boolean across = orientation > 4;
    int newWidth = across ? height : width;
    int newHeight = across ? width : height;
    int count = model.count;
    byte[] turned = new byte[samples.length];
    int to = 0;
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        int across0 = across ? y : x;
        int down0 = across ? x : y;
        int u = isFlippedAcross(orientation) ? width - 1 - across0 : across0;
        int v = isFlippedDown(orientation) ? height - 1 - down0 : down0;
        int from = (v * width + u) * count;
        for (int i = 0; i < count; i++) {
          turned[to++] = samples[from++];
        }
      }
    }
    return new Pixels(newWidth, newHeight, model, turned);
  }

  /// Whether the stored columns are shown from the last to the first.
  static boolean isFlippedAcross(int orientation) {
    return orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  }

  /// Whether the stored rows are shown from the last to the first.
  static boolean isFlippedDown(int orientation) {
    return orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  }
}
