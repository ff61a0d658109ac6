package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatientStoreTest {

  private final List<Duration> pauses = new ArrayList<>();
  private int failures;

  private Store failing(int times, boolean temporary) {
    failures = times;
    MemoryStore store = new MemoryStore();
    store.answer(() -> {
      if (failures-- > 0) {
        throw new StoreException("busy", temporary, null);
      }
    });
    return new PatientStore(store, new Patience(new Random(1), pauses::add));
  }

  @Test
  void whatFailsForAMomentIsTriedAgainAfterLongerAndLonger() throws IOException {
    assertThat(failing(4, true).list(false)).isEmpty();
    assertThat(pauses).hasSize(4).isSorted();
    assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(pauses.getLast()).isBetween(Duration.ofMillis(800), Duration.ofMillis(1600));
  }

  @Test
  void whatWillNotGoWellIsNot() {
    assertThatThrownBy(() -> failing(1, false).list(false)).hasMessage("busy");
    assertThat(pauses).isEmpty();
    assertThatThrownBy(() -> failing(9, true).list(false)).hasMessage("busy");
    assertThat(pauses).hasSize(5);
  }
}
