package dev.levee.store;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Asks again when something fails for a moment: after twice as long each time, less some luck, so
/// that many who wait do not come back together.
public final class Patience {

  private static final int ATTEMPTS = 6;

  /// Whoever said nothing was waited for already.
  private static final int ATTEMPTS_IN_SILENCE = 2;

  private static final long FIRST_MILLIS = 200;

  private final RandomGenerator luck;
  private final Pause pause;

  /// Waits.
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /// Asks for something.
  @FunctionalInterface
  public interface Call<T> {
    T run() throws IOException;
  }

  /// @param pause waits between two attempts
  public Patience(RandomGenerator luck, Pause pause) {
    this.luck = luck;
    this.pause = pause;
  }

  /// What is answered in the end.
  ///
  /// @throws StoreException the last one, or the first that is not temporary
  public <T> T with(Call<T> call) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.run();
      } catch (StoreException e) {
        int most = e instanceof SilentException ? ATTEMPTS_IN_SILENCE : ATTEMPTS;
        if (!e.isTemporary() || attempt >= most) {
          throw e;
        }
        await(FIRST_MILLIS << (attempt - 1), e);
      }
    }
  }

  private void await(long most, StoreException why) throws StoreException {
    try {
      pause.of(Duration.ofMillis(luck.nextLong(most / 2, most + 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw why;
    }
  }
}
