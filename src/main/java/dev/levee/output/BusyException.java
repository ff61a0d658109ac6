package dev.levee.output;

import java.io.IOException;

/// Another build is writing to the same destination.
public final class BusyException extends IOException {

  private static final long serialVersionUID = 1L;

  BusyException(String destination) {
    super(
        "another build is writing to '"
            + destination
            + "' and holds "
            + destination
            + "/.levee/lock; wait until it has ended");
  }
}
