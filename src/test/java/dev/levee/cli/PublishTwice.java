package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Two who publish to one target in the same moment.
final class PublishTwice {

  private PublishTwice() {}

  /// Runs both, of which one at least gets through, and the other is told why it does not.
  ///
  /// @param busy how the message begins that somebody is at the target
  static void oneIsKeptOut(String busy, Callable<Terminal> one, Callable<Terminal> other)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      int done = 0;
      for (Future<Terminal> run : threads.invokeAll(List.of(one, other))) {
        assertThat(run.get().code()).as(run.get().err()).isIn(0, 3);
        done += run.get().code() == 0 ? 1 : 0;
        if (run.get().code() == 3) {
          assertThat(run.get().err()).containsAnyOf(busy, "another build");
        }
      }
      assertThat(done).isPositive();
    }
  }
}
