package dev.levee.raster;

/// What a picture's file tells beside the picture: where it was taken, when, by whom, on what.
public final class Metadata {

  private Metadata() {}

  /// The file without it, every pixel as it was: what is left says how the picture is to be turned
  /// and what its colours mean.
  ///
  /// @throws UnusableException when the one cannot be told from the other
  public static byte[] stripped(byte[] file) {
    Bytes bytes = new Bytes(file);
    try {
      return switch (RasterFormat.known(file)) {
        case JPEG -> new Jpeg(bytes).stripped();
        case PNG -> new Png(bytes).stripped();
        case GIF -> new Gif(bytes).stripped();
        case WEBP -> new Webp(bytes).stripped();
        case AVIF, HEIC -> new IsoMedia(bytes).stripped();
        case TIFF -> throw new UnusableException("is in the format TIFF");
      };
    } catch (RuntimeException e) {
      throw UnusableException.of(e);
    }
  }
}
