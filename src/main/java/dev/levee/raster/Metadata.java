package dev.levee.raster;

import java.util.Optional;

/// What a picture's file tells beside the picture: where it was taken, when, by whom, on what.
public final class Metadata {

  private Metadata() {}

  /// The file without it, every pixel as it was: what is left says how the picture is to be turned
  /// and what its colours mean.
  ///
  /// @return nothing when the file is none of the formats
  /// @throws UnusableException when the one cannot be told from the other
  public static Optional<byte[]> stripped(byte[] file) {
    Optional<RasterFormat> format = RasterFormat.of(file);
    if (format.isEmpty()) {
      return Optional.empty();
    }
    Bytes bytes = new Bytes(file);
    return Optional.of(
        switch (format.get()) {
          case JPEG -> new Jpeg(bytes).stripped();
          case PNG -> new Png(bytes).stripped();
          case GIF -> new Gif(bytes).stripped();
          case WEBP -> new Webp(bytes).stripped();
          case AVIF, HEIC -> new IsoMedia(bytes).stripped();
        });
  }
}
