package dev.levee.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks a store again when it fails for a moment.
public final class PatientStore extends ForwardingStore {

  private final Patience patience;

  public PatientStore(Store store, Patience patience) {
    super(store);
    this.patience = patience;
  }

  @Override
  public List<Listed> list(boolean wide) throws IOException {
    return patience.with(() -> store.list(wide));
  }

  @Override
  public Optional<Listed> stat(String path) throws IOException {
    return patience.with(() -> store.stat(path));
  }

  @Override
  public Optional<Fetched> get(String path) throws IOException {
    return patience.with(() -> store.get(path));
  }

  @Override
  public void put(String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    patience.with(() -> {
      store.put(path, bytes, headers, condition);
      return path;
    });
  }

  @Override
  public void copy(String from, String to, long size) throws IOException {
    patience.with(() -> {
      store.copy(from, to, size);
      return to;
    });
  }

  @Override
  public void delete(String path) throws IOException {
    patience.with(() -> {
      store.delete(path);
      return path;
    });
  }

  @Override
  public Store guardedBy(Check check) {
    return new PatientStore(store.guardedBy(check), patience);
  }
}
