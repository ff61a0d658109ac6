package dev.levee.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks before each change whether it may still be made.
final class GuardedStore implements Store {

  private final Store store;
  private final Check check;

  GuardedStore(Store store, Check check) {
    this.store = store;
    this.check = check;
  }

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public Set<String> headers() {
    return store.headers();
  }

  @Override
  public List<Listed> list() throws IOException {
    return store.list();
  }

  @Override
  public Optional<Fetched> get(String path) throws IOException {
    return store.get(path);
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

  @Override
  public boolean isSettled() {
    return store.isSettled();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
