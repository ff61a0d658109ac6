package dev.levee.raster;

/// A picture cannot be used. The message says why, as the end of a sentence about the file.
public final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableException(String why) {
    super(why);
  }

  static UnusableException cutShort() {
    return new UnusableException("is cut short");
  }

  /// The reason.
  public String why() {
    return String.valueOf(getMessage());
  }
}
