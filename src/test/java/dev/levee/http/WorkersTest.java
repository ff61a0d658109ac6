package dev.levee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void nobodyWaitsForThoseWhoWait() throws Exception {
    try (Workers workers = new Workers()) {
      CountDownLatch end = new CountDownLatch(1);
      CountDownLatch begun = new CountDownLatch(200);
      for (int i = 0; i < 200; i++) {
        workers.execute(() -> {
          begun.countDown();
          awaitQuietly(end);
        });
      }
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 5; i++) {
        CountDownLatch done = new CountDownLatch(1);
        workers.execute(done::countDown);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
      }
      end.countDown();
    }
  }

  @Test
  void closingInterruptsWhatIsGoingOn() throws Exception {
    CountDownLatch begun = new CountDownLatch(20);
    CountDownLatch ended = new CountDownLatch(20);
    try (Workers workers = new Workers()) {
      for (int i = 0; i < 20; i++) {
        workers.execute(() -> {
          begun.countDown();
          awaitQuietly(new CountDownLatch(1));
          ended.countDown();
        });
      }
      assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
