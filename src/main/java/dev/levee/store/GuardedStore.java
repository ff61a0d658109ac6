package dev.levee.store;

import java.io.IOException;
import java.util.Map;

/// Asks before each change whether it may still be made.
final class GuardedStore extends ForwardingStore {

  private final Check check;

  GuardedStore(Store store, Check check) {
    super(store);
    this.check = check;
  }

  @Override
  public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    check.run();
    store.put(path, bytes, headers, condition.with(check));
  }

  @Override
  public void copy(String from, String to, long size) throws IOException {
    check.run();
    store.copy(from, to, size);
  }

  @Override
  public void delete(String path) throws IOException {
    check.run();
    store.delete(path);
  }
}
