package dev.levee.raster;

/// What a picture's file says of itself before any pixel is read.
///
/// @param width of the pixels as they are stored
/// @param height likewise
/// @param orientation how they are to be turned, as EXIF counts: 1 is as they are, up to 8
/// @param animated whether there are several pictures in it, so that it can only be shown as it is
/// @param alpha whether some of it may be seen through
public record Header(
    RasterFormat format, int width, int height, int orientation, boolean animated, boolean alpha) {

  /// Reads the header of a file.
  ///
  /// @throws UnusableException when it is not that of a picture, or the file is not whole
  public static Header of(byte[] file) {
    Header header;
    try {
      header = read(file);
    } catch (RuntimeException e) {
      throw UnusableException.of(e);
    }
    if (header.width <= 0 || header.height <= 0) {
      throw new UnusableException("has no size");
    }
    return header;
  }

  private static Header read(byte[] file) {
    RasterFormat format = RasterFormat.known(file);
    Bytes bytes = new Bytes(file);
    return switch (format) {
      case JPEG -> new Jpeg(bytes).header();
      case PNG -> new Png(bytes).header();
      case GIF -> new Gif(bytes).header();
      case WEBP -> new Webp(bytes).header();
      case AVIF -> new IsoMedia(bytes).header();
      case HEIC, TIFF ->
          throw new UnusableException("is in the format " + format + ", which browsers lack");
    };
  }

  /// Whether smaller pictures can be made of it.
  public boolean canBeScaled() {
    return !animated && format != RasterFormat.AVIF;
  }

  /// The width as it is shown.
  public int shownWidth() {
    return isTurned() ? height : width;
  }

  /// The height as it is shown.
  public int shownHeight() {
    return isTurned() ? width : height;
  }

  /// How many pixels there are.
  public long pixels() {
    return (long) width * height;
  }

  private boolean isTurned() {
    return orientation > 4;
  }
}
