package dev.levee.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A place that holds objects by their paths, such as a bucket. Safe to use from several threads.
///
/// Every method throws a [StoreException] when the place says no or does not answer.
public interface Store extends AutoCloseable {

  /// The place as messages call it.
  String name();

  /// The headers that it keeps with objects; by itself none.
  default Set<String> headers() {
    return Set.of();
  }

  /// Whether a list has all in the order in which it was looked at.
  default boolean listsInOrder() {
    return false;
  }

  /// Everything that is there.
  ///
  /// @param wide whether much is there in several folders, which may be sooner looked at together
  List<Listed> list(boolean wide) throws IOException;

  /// What a list would say of one object; nothing when it is not there.
  Optional<Listed> stat(String path) throws IOException;

  /// One object; nothing when it is not there.
  Optional<Fetched> get(String path) throws IOException;

  /// Puts one object in place, whole or not at all.
  ///
  /// @param headers what is to be said with it, as far as the store keeps it, see [#headers]
  /// @throws ConflictException when the condition does not hold
  void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException;

  /// Copies one object within the store.
  ///
  /// @param size how many bytes it has, as far as that is known: the more, the longer it may take
  void copy(String from, String to, long size) throws IOException;

  /// Removes one object; one that is gone already is no fault.
  void delete(String path) throws IOException;

  /// The same place, where a change is made only if a check passes, which is asked each time that
  /// it is tried.
  default Store guardedBy(Check check) {
    return new GuardedStore(this, check);
  }

  /// Whether nothing may still be done that was asked for, and whose answer nobody waits for any
  /// more.
  default boolean isSettled() {
    return true;
  }

  /// Removes what somebody began to put there and never finished, as far as that can be. For
  /// whoever has the place for themselves.
  default void removeUnfinished() {}

  @Override
  void close() throws IOException;

  /// Asks whether something may still be done, and throws a [StoreException] when it may not.
  @FunctionalInterface
  interface Check {
    void run() throws IOException;
  }

  /// An object of a list.
  ///
  /// @param tag changes whenever the object does
  record Listed(String path, long size, String tag) {

    /// Whether it has a tag, which some stores, or what stands before them, say with quotes or as a
    /// weak one in one answer and not in another.
    public boolean hasTag(String other) {
      return bare(tag).equals(bare(other));
    }

    private static String bare(String tag) {
      return (tag.startsWith("W/") ? tag.substring(2) : tag).replace("\"", "");
    }
  }

  /// An object with its bytes, which belong to whoever asked.
  ///
  /// @param tag that of the bytes, or an older one
  @SuppressWarnings("ArrayRecordComponent")
  record Fetched(byte[] bytes, String tag) {}

  /// What must hold for a put to happen.
  ///
  /// @param absent whether nothing may be there
  /// @param tag the tag of what must be there; empty where anything may be
  /// @param check passes right before the object takes its name, where that comes long after the
  ///   beginning
  record Condition(boolean absent, String tag, Check check) {

    /// Nothing must hold.
    public static final Condition NONE = new Condition(false, "", () -> {});

    /// Nothing may be there.
    public static final Condition ABSENT = new Condition(true, "", () -> {});

    /// What is there must have a tag.
    public static Condition tag(String tag) {
      return new Condition(false, tag, () -> {});
    }

    /// Whether anything may be there.
    boolean isForAll() {
      return !absent && tag.isEmpty();
    }

    Condition with(Check other) {
      return new Condition(absent, tag, other);
    }

    Condition withoutTag() {
      return new Condition(absent, "", check);
    }
  }
}
