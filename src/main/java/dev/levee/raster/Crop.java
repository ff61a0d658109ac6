package dev.levee.raster;

/// A part of a picture as it is shown, in pixels.
public record Crop(int x, int y, int width, int height) {

  /// The same part of the pixels as they are stored.
  Crop stored(Header header) {
    int orientation = header.orientation();
    boolean across = orientation > 4;
    int left = across ? y : x;
    int top = across ? x : y;
    int wide = across ? height : width;
    int high = across ? width : height;
    return new Crop(
        Pixels.isFlippedAcross(orientation) ? header.width() - left - wide : left,
        Pixels.isFlippedDown(orientation) ? header.height() - top - high : top,
        wide,
        high);
  }
}
