package dev.levee.raster;

import java.util.Optional;

/// What a file of pixels is, by its first bytes; the ending of its name may say anything.
public enum RasterFormat {
  JPEG("jpg"),
  PNG("png"),
  GIF("gif"),
  WEBP("webp"),
  AVIF("avif"),
  /// What telephones take and browsers do not show.
  HEIC("heic"),
  /// What scanners write, and cameras under names of their own.
  TIFF("tif");

  /// How many bytes of a file tell its format.
  public static final int HEAD = 512;

  private final String extension;

  RasterFormat(String extension) {
    this.extension = extension;
  }

  /// The usual ending of a file's name, without the dot.
  public String extension() {
    return extension;
  }

  /// The format of a file; nothing when it is none of these.
  ///
  /// @param file its first [#HEAD] bytes will do
  public static Optional<RasterFormat> of(byte[] file) {
    Bytes bytes = new Bytes(file);
    if (file.length < 12) {
      return Optional.empty();
    } else if (bytes.u8(0) == 0xFF && bytes.u8(1) == 0xD8 && bytes.u8(2) == 0xFF) {
      return Optional.of(JPEG);
    } else if (bytes.u32(0) == 0x89504E47L && bytes.u32(4) == 0x0D0A1A0AL) {
      return Optional.of(PNG);
    } else if (bytes.is(0, "GIF87a") || bytes.is(0, "GIF89a")) {
      return Optional.of(GIF);
    } else if (bytes.is(0, "RIFF") && bytes.is(8, "WEBP")) {
      return Optional.of(WEBP);
    } else if (isTiff(bytes)) {
      return Optional.of(TIFF);
    } else if (bytes.is(4, "ftyp")) {
      return IsoMedia.format(bytes);
    }
    return Optional.empty();
  }

  /// The format of a whole file.
  ///
  /// @throws UnusableException when it is none of these
  static RasterFormat known(byte[] file) {
    if (file.length == 0) {
      throw new UnusableException("is empty");
    }
    return of(file)
        .orElseThrow(() -> new UnusableException("is no picture of a format that Levee knows"));
  }

  /// In either order of bytes; 43 in place of 42 is that for files of more than 4 GB.
  private static boolean isTiff(Bytes bytes) {
    int number = bytes.is(0, "II") ? bytes.low16(2) : bytes.is(0, "MM") ? bytes.u16(2) : 0;
    return number == 42 || number == 43;
  }
}
