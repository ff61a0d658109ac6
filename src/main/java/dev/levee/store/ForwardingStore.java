package dev.levee.store;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A store that asks another for all in which it does not differ.
abstract class ForwardingStore implements Store {

  final Store store;

  ForwardingStore(Store store) {
    this.store = store;
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
  public boolean listsInOrder() {
    return store.listsInOrder();
  }

  @Override
  public List<Listed> list(boolean wide) throws IOException {
    return store.list(wide);
  }

  @Override
  public Optional<Listed> stat(String path) throws IOException {
    return store.stat(path);
  }

  @Override
  public Optional<Fetched> get(String path) throws IOException {
    return store.get(path);
  }

  @Override
  public void copy(String from, String to, long size) throws IOException {
    store.copy(from, to, size);
  }

  @Override
  public void delete(String path) throws IOException {
    store.delete(path);
  }

  @Override
  public boolean isSettled() {
    return store.isSettled();
  }

  @Override
  public void removeUnfinished() {
    store.removeUnfinished();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
