package dev.levee.store;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Asks a store again when it fails for a moment: after twice as long each time, less some luck, so
/// that many who wait do not come back together.
public final class PatientStore implements Store {

  private static final int ATTEMPTS = 6;
  private static final long FIRST_MILLIS = 200;

  private final Store store;
  private final RandomGenerator luck;
  private final Pause pause;

  /// Waits.
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /// @param pause waits between two attempts
  public PatientStore(Store store, RandomGenerator luck, Pause pause) {
    this.store = store;
    this.luck = luck;
    this.pause = pause;
  }

  @FunctionalInterface
  private interface Call<T> {
    T run() throws IOException;
  }

  private <T> T call(Call<T> call) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.run();
      } catch (StoreException e) {
        if (!e.isTemporary() || attempt == ATTEMPTS) {
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

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public List<Listed> list() throws IOException {
    return call(store::list);
  }

  @Override
  public Optional<Fetched> get(String path) throws IOException {
    return call(() -> store.get(path));
  }

  @Override
  public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    call(() -> {
      store.put(path, bytes, headers, condition);
      return path;
    });
  }

  @Override
  public void copy(String from, String to) throws IOException {
    call(() -> {
      store.copy(from, to);
      return to;
    });
  }

  @Override
  public void delete(String path) throws IOException {
    call(() -> {
      store.delete(path);
      return path;
    });
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
