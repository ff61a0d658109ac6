package dev.levee.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A place that holds objects by their paths, such as a bucket. Safe to use from several threads.
///
/// Every method throws a [StoreException] when the place says no or does not answer.
public interface Store extends AutoCloseable {

  /// The place as messages call it.
  String name();

  /// Everything that is there.
  List<Listed> list() throws IOException;

  /// One object; nothing when it is not there.
  Optional<Fetched> get(String path) throws IOException;

  /// Puts one object in place, whole or not at all.
  ///
  /// @param headers what is to be said with it, as far as the store keeps it: `Content-Type`,
  ///   `Cache-Control`, `Content-Encoding` and `Content-Disposition`
  /// @throws ConflictException when the condition does not hold
  void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException;

  /// Copies one object within the store.
  void copy(String from, String to) throws IOException;

  /// Removes one object; one that is gone already is no fault.
  void delete(String path) throws IOException;

  /// Removes what somebody began to put there and never finished, as far as that can be. For
  /// whoever has the place for themselves.
  default void removeUnfinished() {}

  @Override
  void close() throws IOException;

  /// An object of a list.
  ///
  /// @param tag changes whenever the object does
  record Listed(String path, long size, String tag) {}

  /// An object with its bytes, which belong to whoever asked.
  ///
  /// @param tag that of the bytes, or an older one
  @SuppressWarnings("ArrayRecordComponent")
  record Fetched(byte[] bytes, String tag) {}

  /// What must hold for a put to happen.
  ///
  /// @param absent whether nothing may be there
  /// @param tag the tag of what must be there; empty where anything may be
  record Condition(boolean absent, String tag) {

    /// Nothing must hold.
    public static final Condition NONE = new Condition(false, "");

    /// Nothing may be there.
    public static final Condition ABSENT = new Condition(true, "");

    /// What is there must have a tag.
    public static Condition tag(String tag) {
      return new Condition(false, tag);
    }
  }
}
