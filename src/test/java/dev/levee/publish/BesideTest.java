package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.store.StoreException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a store is asked for while something else is done.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class BesideTest {

  private final AtomicBoolean ended = new AtomicBoolean();

  /// A question that takes a while to end when nobody wants to know any more.
  private Boolean slow(CountDownLatch begun) {
    begun.countDown();
    try {
      TimeUnit.MINUTES.sleep(1);
    } catch (InterruptedException e) {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      ended.set(true);
    }
    return true;
  }

  @Test
  void closingItEndsTheQuestionAndWaitsUntilItHasEnded() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (Beside<Boolean> _ = Beside.of(() -> slow(begun))) {
      begun.await();
    }
    assertThat(ended).isTrue();
  }

  @Test
  void evenWhoIsInterruptedWaits() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (Beside<Boolean> beside = Beside.of(() -> slow(begun))) {
      begun.await();
      Thread.currentThread().interrupt();
      assertThatThrownBy(beside::answer)
          .isInstanceOf(StoreException.class)
          .hasMessage("the publish was interrupted");
    }
    assertThat(ended).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatIsThrownIsThrownOn() {
    try (Beside<Object> beside =
        Beside.of(() -> {
          throw new OutOfMemoryError("full");
        })) {
      assertThatThrownBy(beside::answer).isInstanceOf(OutOfMemoryError.class).hasMessage("full");
    }
  }
}
