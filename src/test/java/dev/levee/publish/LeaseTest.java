package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.store.MemoryStore;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How a target is kept for one publish, by the real clock.
class LeaseTest {

  private static final Duration SHORT = Duration.ofMillis(1500);

  private final MemoryStore store = new MemoryStore();

  private Lease take(String holder) throws IOException {
    return take(holder, false);
  }

  private Lease take(String holder, boolean force) throws IOException {
    Lease lease = new Lease(store, InstantSource.system(), holder, SHORT);
    lease.take(force);
    return lease;
  }

  @Test
  void itIsKeptHoweverLongATransferTakes() throws Exception {
    Lease lease = take("ada");
    Thread.sleep(SHORT.multipliedBy(2));
    assertThatThrownBy(() -> take("bea")).hasMessageStartingWith("ada is publishing to memory");
    lease.keep();
    lease.close();
    take("bea").close();
    assertThat(store.list(false)).isEmpty();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void whoeverLostItIsToldBeforeTheNextPut() throws Exception {
    Lease lease = take("ada");
    Lease other = take("bea", true);
    StoreException told = null;
    while (told == null) {
      Thread.sleep(20);
      told = lost(lease);
    }
    assertThat(told)
        .hasMessage("somebody else has begun to publish to memory; this publish was stopped");
    lease.close();
    other.keep();
    other.close();
  }

  private static StoreException lost(Lease lease) throws IOException {
    try {
      lease.keep();
      return null;
    } catch (StoreException e) {
      return e;
    }
  }

  @Test
  void aLineThatIsBadForAMomentLosesNothing() throws Exception {
    Lease lease = take("ada");
    store.answer(() -> {
      throw new StoreException("the line is bad", false, null);
    });
    Thread.sleep(SHORT.dividedBy(2));
    store.answer(() -> {});
    lease.keep();
    lease.close();
    assertThat(store.list(false)).isEmpty();
  }

  @Test
  void aStoreThatFailsInAWayOfItsOwnLosesNothing() throws Exception {
    Lease lease = take("ada");
    store.answer(() -> {
      if (Thread.currentThread().getName().equals("lease")) {
        throw new IllegalStateException("a bug");
      }
    });
    Thread.sleep(SHORT.dividedBy(3));
    store.answer(() -> {});
    Thread.sleep(SHORT);
    assertThatThrownBy(() -> take("bea")).hasMessageStartingWith("ada is publishing to memory");
    lease.close();
  }

  @Test
  void aRenewalThatIsOnItsWayIsWaitedFor() throws Exception {
    Lease lease = take("ada");
    CountDownLatch renewing = new CountDownLatch(1);
    AtomicBoolean cut = new AtomicBoolean();
    store.afterwards(() -> {
      if (Thread.currentThread().getName().equals("lease")) {
        renewing.countDown();
        cut.set(isInterruptedWithin(SHORT.dividedBy(5)));
      }
    });
    renewing.await();
    lease.close();
    assertThat(cut).isFalse();
    assertThat(store.list(false)).isEmpty();
  }

  private static boolean isInterruptedWithin(Duration time) {
    try {
      Thread.sleep(time);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Test
  void aStoreThatPutsWhateverIsThereIsNotBelieved() {
    store.afterwards(() -> store.meddle(".levee/lock", "bea\n2999-01-01T00:00:00Z\n"));
    assertThatThrownBy(() -> take("ada"))
        .hasMessageStartingWith("somebody is publishing to memory");
  }
}
