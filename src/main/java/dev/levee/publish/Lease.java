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
import java.util.Map;
import java.util.Optional;

/// Keeps a target for one publish. It ends by itself after a while, so that one that died does not
/// keep others out for ever; while it is held a thread renews it.
final class Lease {

  static final Duration TIME = Duration.ofMinutes(5);

  /// How often in its time it is looked at.
  private static final int LOOKS = 10;

  private final Store store;
  private final InstantSource clock;
  private final String holder;
  private final Duration time;
  private final Thread renewal = new Thread(this::renew, "lease");
  private Instant until;
  private volatile boolean ended;
  private volatile boolean lost;

  private Lease(Store store, InstantSource clock, String holder, Duration time) {
    this.store = store;
    this.clock = clock;
    this.holder = holder;
    this.time = time;
    this.until = clock.instant().plus(time);
    renewal.setDaemon(true);
  }

  /// @param holder who publishes, told to others; no two are alike
  /// @param force whether it is taken from whoever has it
  /// @param time how long it holds unless it is renewed
  /// @throws StoreException when somebody else has it
  static Lease take(Store store, InstantSource clock, String holder, boolean force, Duration time)
      throws IOException {
    Lease lease = new Lease(store, clock, holder, time);
    try {
      store.put(Places.LOCK, lease.text(lease.until), Map.of(), Condition.ABSENT);
    } catch (ConflictException e) {
      lease.takeOver(force);
    }
    // there are stores that put whatever the condition was
    if (!lease.isOurs(store.get(Places.LOCK))) {
      throw lease.busy("somebody", clock.instant().plus(time));
    }
    lease.renewal.start();
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
    String[] said = lines(other.get());
    Instant end = end(said);
    if (!force && clock.instant().isBefore(end)) {
      throw busy(said[0], end);
    }
    try {
      store.put(Places.LOCK, text(until), Map.of(), Condition.tag(other.get().tag()));
    } catch (ConflictException e) {
      if (!isOurs(store.get(Places.LOCK))) {
        throw busy("somebody", clock.instant().plus(time));
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

  private byte[] text(Instant end) {
    return (holder + "\n" + end + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// Looks at it now and then, however long a transfer takes. A line that is bad for a moment is no
  /// reason to give up.
  private void renew() {
    try {
      while (!ended && !lost) {
        Thread.sleep(time.dividedBy(LOOKS));
        look();
      }
    } catch (InterruptedException e) {
      return; // it was given back
    }
  }

  private void look() {
    try {
      check();
    } catch (IOException e) {
      return; // whoever puts something is told
    }
  }

  /// Renews it when half of the time is over.
  ///
  /// @throws StoreException when somebody else has taken it, or it was given back
  synchronized void keep() throws IOException {
    if (lost || ended) {
      throw lost();
    }
    if (isHalfOver()) {
      check();
    }
  }

  private boolean isHalfOver() {
    return !clock.instant().isBefore(until.minus(time.dividedBy(2)));
  }

  /// Asks whether it is still held, and renews it as [#keep] does.
  ///
  /// @throws StoreException when somebody else has taken it, or it was given back
  synchronized void check() throws IOException {
    Optional<Fetched> held = store.get(Places.LOCK);
    if (ended || !isOurs(held)) {
      throw lost();
    }
    if (!isHalfOver()) {
      return;
    }
    Instant next = clock.instant().plus(time);
    try {
      store.put(Places.LOCK, text(next), Map.of(), Condition.tag(held.orElseThrow().tag()));
    } catch (ConflictException e) {
      if (!isOurs(store.get(Places.LOCK))) {
        throw lost();
      }
    }
    until = next;
  }

  /// Whether the lock is our own, also where the answer to our put was lost.
  private boolean isOurs(Optional<Fetched> lock) {
    return lock.isPresent() && lines(lock.get())[0].equals(holder);
  }

  private static String[] lines(Fetched lock) {
    return new String(lock.bytes(), StandardCharsets.UTF_8).split("\n", -1);
  }

  private StoreException lost() {
    lost = true;
    if (ended) {
      return new StoreException("the publish was interrupted", false, null);
    }
    return new StoreException(
        "somebody else has begun to publish to " + store.name() + "; this publish was stopped",
        false,
        null);
  }

  /// Gives it back, unless somebody else has taken it.
  void close() throws IOException {
    ended = true;
    renewal.interrupt();
    giveBack();
  }

  private synchronized void giveBack() throws IOException {
    if (isOurs(store.get(Places.LOCK))) {
      store.delete(Places.LOCK);
    }
  }
}
