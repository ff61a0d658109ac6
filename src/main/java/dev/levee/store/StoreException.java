package dev.levee.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A store says no, or does not answer.
public class StoreException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  /// @param temporary whether it may go well another time
  public StoreException(String message, boolean temporary, @Nullable Throwable cause) {
    super(message, cause);
    this.temporary = temporary;
  }

  /// Whether it may go well another time.
  public boolean isTemporary() {
    return temporary;
  }
}
