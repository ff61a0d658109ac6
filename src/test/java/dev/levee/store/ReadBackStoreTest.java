package dev.levee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.store.Store.Condition;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadBackStoreTest {

  private static final byte[] MINE = {1};
  private static final byte[] AGAIN = {2};

  private final MemoryStore memory = new MemoryStore();
  private final List<Duration> waits = new ArrayList<>();

  private Store store(Patience.Pause pause) {
    return new ReadBackStore(memory, pause);
  }

  private Condition asItIs() throws IOException {
    return Condition.tag(memory.get("lock").orElseThrow().tag());
  }

  @Test
  void whatIsNotAsSaidIsNotReplaced() throws IOException {
    memory.meddle("lock", "theirs");
    Store store = store(waits::add);
    assertThatThrownBy(() -> store.put("lock", MINE, Map.of(), Condition.tag("other")))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> store.put("lock", MINE, Map.of(), Condition.ABSENT))
        .isInstanceOf(ConflictException.class);
    assertThat(memory.files()).containsEntry("lock", "theirs");
  }

  @Test
  void whatIsOfOthersIsReplacedWithAWaitAndWhatIsOurOwnWithoutOne() throws IOException {
    memory.meddle("lock", "theirs");
    Store store = store(waits::add);
    store.put("lock", MINE, Map.of(), asItIs());
    assertThat(waits)
        .singleElement()
        .satisfies(time -> assertThat(time).isGreaterThan(Duration.ofSeconds(1)));
    store.put("lock", AGAIN, Map.of(), asItIs());
    store.put("lock", MINE, Map.of(), asItIs());
    assertThat(waits).hasSize(1);
  }

  @Test
  void ofTwoWhoSawTheSameTheFirstHasLostIt() throws IOException {
    memory.meddle("lock", "theirs");
    Condition seen = asItIs();
    Store first = store(time -> memory.meddle("lock", "of the second"));
    assertThatThrownBy(() -> first.put("lock", MINE, Map.of(), seen))
        .isInstanceOf(ConflictException.class);
    assertThat(memory.files()).containsEntry("lock", "of the second");
  }
}
