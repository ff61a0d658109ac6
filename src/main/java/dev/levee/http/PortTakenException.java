package dev.levee.http;

import java.io.IOException;

/// The port that the preview was to listen at is not to be had.
public final class PortTakenException extends IOException {

  private static final long serialVersionUID = 1;

  private final int next;

  /// @param next a port that is free, or 0 where none was found
  PortTakenException(int port, String why, int next) {
    super(
        "port %d cannot be had (%s)".formatted(port, why)
            + (next == 0 ? "" : "; port " + next + " is free"));
    this.next = next;
  }

  /// The next port that is free; 0 where none was found.
  public int next() {
    return next;
  }
}
