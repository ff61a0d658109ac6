package dev.levee.store;

import java.time.Duration;

/// A store does not answer in time.
final class SilentException extends StoreException {

  private static final long serialVersionUID = 1L;

  /// @param most how long it was waited for
  SilentException(String name, Duration most, Throwable cause) {
    super(
        name
            + " did not answer within "
            + (most.toSeconds() > 0 ? most.toSeconds() + " s" : most.toMillis() + " ms")
            + "; look at the network and at 'endpoint', and publish again",
        true,
        cause);
  }
}
