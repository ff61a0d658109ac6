package dev.levee.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeftoversTest {

  private static final long MEGABYTE = 1 << 20;

  private long used;
  private int cleared;
  private final Leftovers leftovers =
      new Leftovers(
          () -> used * MEGABYTE,
          () -> {
            cleared++;
            used = 100;
          });

  private int clearedAt(long megabytes) {
    used = megabytes;
    leftovers.clear();
    return cleared;
  }

  @Test
  void theyAreClearedWhenTheyAreMoreThanHalfOfWhatIsNeeded() {
    assertThat(clearedAt(60)).isZero();
    assertThat(clearedAt(200)).isEqualTo(1);
    assertThat(clearedAt(213)).isEqualTo(1);
    assertThat(clearedAt(215)).isEqualTo(2);
    assertThat(clearedAt(100)).isEqualTo(2);
  }
}
