package dev.levee.publish;

import dev.levee.store.ConflictException;
import dev.levee.store.Store;
import dev.levee.store.Store.Condition;
import dev.levee.store.Store.Fetched;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Keeps a target for one publish. It ends by itself after a while, so that one that died does not
/// keep others out for ever; whoever works on renews it.
final class Lease {

  static final Duration TIME = Duration.ofMinutes(5);

  private final Store store;
  private final InstantSource clock;
  private final String holder;
  private Instant until;
  private byte[] bytes;

  private Lease(Store store, InstantSource clock, String holder) {
    this.store = store;
    this.clock = clock;
    this.holder = holder;
    this.until = clock.instant().plus(TIME);
    this.bytes = text();
  }

  /// @param holder who publishes, told to others; no two are alike
  /// @param force whether it is taken from whoever has it
  /// @throws StoreException when somebody else has it
  static Lease take(Store store, InstantSource clock, String holder, boolean force)
      throws IOException {
    Lease lease = new Lease(store, clock, holder);
    try {
      store.put(Places.LOCK, lease.bytes, Map.of(), Condition.ABSENT);
    } catch (ConflictException e) {
      lease.takeOver(force);
    }
    return lease;
  }

  private void takeOver(boolean force) throws IOException {
    Optional<Fetched> other = store.get(Places.LOCK);
    if (other.isEmpty()) {
      throw busy("somebody", clock.instant());
    }
    if (isOurs(other)) {
      return;
    }
    String[] said = new String(other.get().bytes(), StandardCharsets.UTF_8).split("\n", -1);
    Instant end = end(said);
    if (!force && clock.instant().isBefore(end)) {
      throw busy(said[0], end);
    }
    try {
      store.put(Places.LOCK, bytes, Map.of(), Condition.tag(other.get().tag()));
    } catch (ConflictException e) {
      if (!isOurs(store.get(Places.LOCK))) {
        throw busy("somebody", clock.instant().plus(TIME));
      }
    }
  }

  private Instant end(String[] said) {
    try {
      return Instant.parse(said[1]);
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      return Instant.MIN;
    }
  }

  private StoreException busy(String who, Instant end) {
    return new StoreException(
        who
            + " is publishing to "
            + store.name()
            + " until "
            + end
            + " at the latest; nothing was changed. Wait, or take the lock of one that died with"
            + " --allow lock",
        false,
        null);
  }

  private byte[] text() {
    return (holder + "\n" + until + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// Renews it when half of the time is over.
  ///
  /// @throws StoreException when somebody else has taken it
  synchronized void keep() throws IOException {
    if (isHalfOver()) {
      check();
    }
  }

  private boolean isHalfOver() {
    return !clock.instant().isBefore(until.minus(TIME.dividedBy(2)));
  }

  /// Asks whether it is still held, and renews it as [#keep] does.
  ///
  /// @throws StoreException when somebody else has taken it
  synchronized void check() throws IOException {
    Optional<Fetched> held = store.get(Places.LOCK);
    if (!isOurs(held)) {
      throw lost();
    }
    if (!isHalfOver()) {
      return;
    }
    until = clock.instant().plus(TIME);
    bytes = text();
    try {
      store.put(Places.LOCK, bytes, Map.of(), Condition.tag(held.orElseThrow().tag()));
    } catch (ConflictException e) {
      if (!isOurs(store.get(Places.LOCK))) {
        throw lost();
      }
    }
  }

  /// Whether the lock is our own, also where the answer to our put was lost.
  private boolean isOurs(Optional<Fetched> lock) {
    return lock.isPresent() && Arrays.equals(lock.get().bytes(), bytes);
  }

  private StoreException lost() {
    return new StoreException(
        "somebody else has begun to publish to " + store.name() + "; this publish was stopped",
        false,
        null);
  }

  /// Gives it back, unless somebody else has taken it.
  synchronized void close() throws IOException {
    if (isOurs(store.get(Places.LOCK))) {
      store.delete(Places.LOCK);
    }
  }
}
