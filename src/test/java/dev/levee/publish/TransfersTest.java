package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TransfersTest {

  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private void step() {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    now.decrementAndGet();
  }

  @Test
  void noMoreIsInMemoryAtOnceThanThereIsRoomFor() throws IOException {
    try (Transfers transfers = new Transfers(4)) {
      for (int i = 0; i < 4; i++) {
        transfers.add("large " + i, 150L << 20, this::step);
      }
      transfers.run();
      assertThat(most).hasValue(1);
      for (int i = 0; i < 4; i++) {
        transfers.add("larger than all room " + i, 1L << 40, this::step);
      }
      for (int i = 0; i < 4; i++) {
        transfers.add("small " + i, 1000, this::step);
      }
      transfers.run();
      assertThat(most).hasValueGreaterThan(1);
    }
  }
}
