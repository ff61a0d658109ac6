package dev.levee.store;

/// The condition of a put does not hold: somebody else was there.
public final class ConflictException extends StoreException {

  private static final long serialVersionUID = 1L;

  public ConflictException(String path) {
    super("'" + path + "' was changed by somebody else in the meantime", false, null);
  }
}
