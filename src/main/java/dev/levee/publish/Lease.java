package dev.levee.publish;

import dev.levee.output.Digest;
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

  /// How long a stamp is, in characters.
  private static final int STAMP = 16;

  private final Store store;
  private final InstantSource clock;
  private final String holder;
  private final Duration time;
  private final Thread renewal = new Thread(this::renew, "lease");
  private Instant until;
  private Instant latest;
  private int stamps;
  private volatile boolean ended;
  private volatile boolean lost;

  /// @param holder who publishes, told to others; no two are alike
  /// @param time how long it holds unless it is renewed
  Lease(Store store, InstantSource clock, String holder, Duration time) {
    this.store = store;
    this.clock = clock;
    this.holder = holder;
    this.time = time;
    this.until = clock.instant().plus(time);
    this.latest = until;
    renewal.setDaemon(true);
  }

  /// Takes it. Whatever comes of that, it has to be closed.
  ///
  /// @param force whether it is taken from whoever has it
  /// @throws StoreException when somebody else has it
  synchronized void take(boolean force) throws IOException {
    try {
      store.put(Places.LOCK, text(until), Map.of(), Condition.ABSENT);
    } catch (ConflictException e) {
      takeOver(force);
    }
    // there are stores that put whatever the condition was
    if (!isOurs(store.get(Places.LOCK))) {
      throw busy("somebody", clock.instant().plus(time));
    }
    if (ended) {
      throw interrupted();
    }
    renewal.start();
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
    lost = true;
    return new StoreException(
        who
            + " is publishing to "
            + store.name()
            + "; nothing was changed. The lock runs out at "
            + end
            + " unless it is renewed: wait, or take the lock of one that died with --allow lock",
        false,
        null);
  }

  /// A word that is given once, to nobody else either.
  synchronized String stamp() {
    String one = holder + "\n" + clock.instant() + "\n" + stamps++;
    return Digest.of(one.getBytes(StandardCharsets.UTF_8)).hex().substring(0, STAMP);
  }

  private byte[] text(Instant end) {
    return (holder + "\n" + end + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /// Looks at it now and then, however long a transfer takes. A line that is bad for a moment is no
  /// reason to give up.
  private synchronized void renew() {
    try {
      while (!ended && !lost) {
        wait(time.dividedBy(LOOKS).toMillis());
        look();
      }
    } catch (InterruptedException e) {
      return; // the next put notices that it runs out
    }
  }

  private void look() {
    try {
      if (!ended) {
        check();
      }
    } catch (IOException | RuntimeException e) {
      return; // whoever puts something is told
    }
  }

  /// Renews it when half of the time is over.
  ///
  /// @throws StoreException when somebody else has taken it, or it was given back
  synchronized void keep() throws IOException {
    if (ended) {
      throw interrupted();
    }
    if (lost) {
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
    if (ended) {
      throw interrupted();
    }
    if (!isOurs(held)) {
      throw lost();
    }
    if (!isHalfOver()) {
      return;
    }
    Instant next = clock.instant().plus(time);
    latest = next;
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
    return new StoreException(
        "somebody else has begun to publish to " + store.name() + "; this publish was stopped",
        false,
        null);
  }

  private static StoreException interrupted() {
    return new StoreException("the publish was interrupted", false, null);
  }

  /// Gives it back, unless somebody else has taken it. A renewal that is on its way is waited for.
  ///
  /// @throws StoreException when it stays, as something may still be done that others must not meet
  void close() throws IOException {
    ended = true;
    giveBack();
  }

  private synchronized void giveBack() throws IOException {
    notifyAll();
    if (lost) {
      return;
    }
    if (!store.isSettled()) {
      throw new StoreException(stays(), false, null);
    }
    if (isOurs(store.get(Places.LOCK))) {
      store.delete(Places.LOCK);
    }
  }

  /// A fault, and that the lock stays where it has to.
  IOException withWhatStays(IOException fault) {
    return lost || store.isSettled()
        ? fault
        : new StoreException(fault.getMessage() + "; " + stays(), false, fault);
  }

  private String stays() {
    return store.name()
        + " may still do what it was asked to and did not answer, so its lock stays until "
        + latest;
  }
}
