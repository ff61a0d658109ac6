package dev.levee.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A store in memory that counts what it is asked, and that can be cut off.
public final class MemoryStore implements Store {

  /// An object with what is said of it.
  @SuppressWarnings("ArrayRecordComponent")
  public record Kept(byte[] bytes, Map<String, String> headers) {}

  private final Map<String, Kept> objects = new TreeMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> log = new ArrayList<>();
  private int left = Integer.MAX_VALUE;
  private Set<String> headers = Set.of("Content-Type", "Cache-Control");
  private boolean settled = true;
  private boolean ordered = true;
  private Answer answer = () -> {};
  private Answer afterwards = () -> {};

  /// Is asked before everything.
  @FunctionalInterface
  public interface Answer {
    void check() throws StoreException;
  }

  /// Has something be asked before everything.
  public synchronized void answer(Answer other) {
    answer = other;
  }

  /// Has something be asked after every change, when it is done.
  public synchronized void afterwards(Answer other) {
    afterwards = other;
  }

  /// Says from now on whether something may still be done that nobody waits for.
  public synchronized void settle(boolean other) {
    settled = other;
  }

  @Override
  public synchronized boolean isSettled() {
    return settled;
  }

  /// The same objects in another store.
  public synchronized MemoryStore copy() {
    MemoryStore copy = new MemoryStore();
    copy.objects.putAll(objects);
    return copy;
  }

  /// Fails after a number of changes, and goes on failing.
  public synchronized MemoryStore cutAfter(int changes) {
    left = changes;
    return this;
  }

  /// Answers again, and counts from 0.
  public synchronized void mend() {
    left = Integer.MAX_VALUE;
    counts.clear();
    log.clear();
  }

  /// How often it was asked to do something: `put`, `get`, `stat`, `list`, `copy` or `delete`.
  public synchronized int count(String what) {
    return counts.getOrDefault(what, 0);
  }

  /// The changes in their order, such as `put index.html`.
  public synchronized List<String> log() {
    return List.copyOf(log);
  }

  /// The texts of all files that are for readers.
  public synchronized Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    objects.forEach((path, kept) -> {
      if (!path.startsWith(".levee/")) {
        files.put(path, new String(kept.bytes(), StandardCharsets.UTF_8));
      }
    });
    return files;
  }

  public synchronized Kept kept(String path) {
    return objects.get(path);
  }

  /// Puts something as somebody else would.
  public synchronized void meddle(String path, String text) {
    objects.put(path, new Kept(text.getBytes(StandardCharsets.UTF_8), Map.of()));
  }

  /// Has all objects that another has.
  public synchronized void meddle(MemoryStore other) {
    objects.clear();
    objects.putAll(other.copy().objects);
  }

  public synchronized void remove(String path) {
    objects.remove(path);
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Set<String> headers() {
    return headers;
  }

  /// Keeps these headers alone from now on.
  public MemoryStore keeping(Set<String> others) {
    headers = others;
    return this;
  }

  @Override
  public boolean listsInOrder() {
    return ordered;
  }

  /// Lists in any order from now on.
  public void unordered() {
    ordered = false;
  }

  @Override
  public synchronized List<Listed> list(boolean wide) throws IOException {
    ask("list");
    List<Listed> all = new ArrayList<>();
    objects.forEach((path, kept) -> all.add(new Listed(path, kept.bytes().length, tag(kept))));
    return all;
  }

  @Override
  public synchronized Optional<Listed> stat(String path) throws IOException {
    ask("stat");
    return Optional.ofNullable(objects.get(path))
        .map(kept -> new Listed(path, kept.bytes().length, tag(kept)));
  }

  private static String tag(Kept kept) {
    try {
      byte[] sum = MessageDigest.getInstance("MD5").digest(kept.bytes());
      return "\"" + HexFormat.of().formatHex(sum) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized Optional<Fetched> get(String path) throws IOException {
    ask("get");
    Kept kept = objects.get(path);
    return kept == null
        ? Optional.empty()
        : Optional.of(new Fetched(kept.bytes().clone(), tag(kept)));
  }

  @Override
  public synchronized void put(
      String path, byte[] bytes, Map<String, String> headers, Condition condition)
      throws IOException {
    change("put", path);
    Kept there = objects.get(path);
    if (condition.absent()
        ? there != null
        : !condition.tag().isEmpty() && (there == null || !tag(there).equals(condition.tag()))) {
      throw new ConflictException(path);
    }
    objects.put(path, new Kept(bytes.clone(), Map.copyOf(headers)));
    afterwards.check();
  }

  @Override
  public synchronized void copy(String from, String to, long size) throws IOException {
    change("copy", to);
    objects.put(to, objects.get(from));
    afterwards.check();
  }

  @Override
  public synchronized void delete(String path) throws IOException {
    change("delete", path);
    objects.remove(path);
    afterwards.check();
  }

  private void ask(String what) throws StoreException {
    counts.merge(what, 1, Integer::sum);
    answer.check();
    if (left <= 0) {
      throw new StoreException("the line is cut", false, null);
    }
  }

  private void change(String what, String path) throws StoreException {
    ask(what);
    left--;
    log.add(what + " " + path);
  }

  @Override
  public void close() {
    // holds nothing
  }
}
