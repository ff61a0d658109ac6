package dev.levee.store;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Holds a store to conditions on tags that it cannot hold itself. It looks at what is there, puts,
/// and looks again whether that is still there. When it took the place of what somebody else had
/// put, it looks again only after a while: of two who saw the same object, the one whose put came
/// first has lost it by then. That holds as long as the other is not much slower.
final class ReadBackStore extends ForwardingStore {

  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Patience.Pause pause;
  private final Map<String, byte[]> own = new ConcurrentHashMap<>();

  /// @param pause waits before it looks again
  ReadBackStore(Store store, Patience.Pause pause) {
    super(store);
    this.pause = pause;
  }

  @Override
  public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    if (condition.tag().isEmpty()) {
      store.put(path, bytes, headers, condition);
      if (condition.absent()) {
        own.put(path, bytes);
      }
      return;
    }
    long start = System.nanoTime();
    byte[] there =
        store
            .get(path)
            .filter(found -> found.tag().equals(condition.tag()))
            .map(Fetched::bytes)
            .orElseThrow(() -> new ConflictException(path));
    store.put(path, bytes, headers, condition.withoutTag());
    if (!Arrays.equals(there, own.put(path, bytes))) {
      await(LEAST.plusNanos(2 * (System.nanoTime() - start)));
    }
    if (!store.get(path).map(Fetched::bytes).filter(now -> Arrays.equals(now, bytes)).isPresent()) {
      throw new ConflictException(path);
    }
  }

  private void await(Duration time) throws StoreException {
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the publish was interrupted", false, e);
    }
  }
}
