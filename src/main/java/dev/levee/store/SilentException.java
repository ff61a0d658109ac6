package dev.levee.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A store does not answer in time.
final class SilentException extends StoreException {

  private static final long serialVersionUID = 1L;

  /// @param most how long it was waited for
  SilentException(String name, Duration most, Throwable cause) {
    this(name, most, "the network and at 'endpoint'", cause);
  }

  /// @param look what is to be looked at
  SilentException(String name, Duration most, String look, @Nullable Throwable cause) {
    super(
        name
            + " did not answer within "
            + (most.toSeconds() > 0 ? most.toSeconds() + " s" : most.toMillis() + " ms")
            + "; look at "
            + look
            + ", and publish again",
        true,
        cause);
  }
}
