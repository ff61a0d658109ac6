package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class TrainingRunTest {

  @Test
  void itsSiteBuilds() {
    assertThatNoException().isThrownBy(() -> TrainingRun.main(new String[0]));
  }

  @Test
  void itsSiteIsShown() {
    assertThatNoException().isThrownBy(() -> TrainingRun.main(new String[] {"serve"}));
  }

  @Test
  void itsSiteIsPublished() {
    assertThatNoException().isThrownBy(() -> TrainingRun.main(new String[] {"publish"}));
  }
}
