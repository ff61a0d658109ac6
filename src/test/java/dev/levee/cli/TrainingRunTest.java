package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "OpenDAL has a library here for Linux alone")
  void itsSiteIsComparedWithABucket(@TempDir Path folder) throws IOException {
    TrainingRun.write(folder);
    assertThat(TrainingRun.publish(folder)).isEqualTo(ExitCode.DONE);
  }
}
