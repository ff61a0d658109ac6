package dev.levee.publish;

import dev.levee.store.StoreException;

/// What a target says of a release cannot be read.
final class DamagedNoteException extends StoreException {

  private static final long serialVersionUID = 1L;

  DamagedNoteException(String message, Throwable cause) {
    super(message, false, cause);
  }
}
