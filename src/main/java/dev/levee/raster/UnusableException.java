package dev.levee.raster;

/// A picture cannot be used. The message says why, as the end of a sentence about the file.
public final class UnusableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableException(String why) {
    super(why);
  }

  private UnusableException(String why, RuntimeException cause) {
    super(why, cause);
  }

  /// What is told of a file on which its reader failed, in whatever way.
  static UnusableException of(RuntimeException failure) {
    return failure instanceof UnusableException known
        ? known
        : new UnusableException("is damaged", failure);
  }

  static UnusableException cutShort() {
    return new UnusableException("is cut short");
  }

  /// The reason.
  public String why() {
    return String.valueOf(getMessage());
  }
}
