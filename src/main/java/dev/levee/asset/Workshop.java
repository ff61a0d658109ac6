package dev.levee.asset;

import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Makes of style sheets and scripts what is published. Whoever orders one need not wait: what is
/// not kept from an earlier build is made by a thread of its own, and what is ordered while it is
/// at it is made in one go afterwards.
final class Workshop implements AutoCloseable {

  private final Fingerprints fingerprints;
  private final Bundles bundles;
  private final AssetCache cache;
  private final Map<String, CompletableFuture<Made>> orders = new ConcurrentHashMap<>();
  private final List<AssetFile> waiting = new ArrayList<>();
  private final Optional<Bundler> bundler;
  private @Nullable Thread worker;

  /// @param bundler empty where there is no esbuild, or nothing for it to do
  Workshop(
      Fingerprints fingerprints, Bundles bundles, Optional<Bundler> bundler, AssetCache cache) {
    this.fingerprints = fingerprints;
    this.bundles = bundles;
    this.bundler = bundler;
    this.cache = cache;
  }

  /// Whether style sheets and scripts are worked on, and not only given the right names.
  boolean works() {
    return bundler.isPresent();
  }

  /// Has a style sheet or script made, without waiting for it.
  void begin(AssetFile file) {
    var _ = order(file);
  }

  /// What comes of a style sheet or script.
  Made made(AssetFile file) {
    return order(file).join();
  }

  /// The source map of a style sheet or script that was worked on; nothing for one that is
  /// published as it is.
  ///
  /// @throws IOException when it cannot be made
  Optional<String> map(AssetFile file, String path) throws IOException {
    return works() ? bundler.orElseThrow().map(file, path) : Optional.empty();
  }

  private CompletableFuture<Made> order(AssetFile file) {
    CompletableFuture<Made> order = new CompletableFuture<>();
    CompletableFuture<Made> known = orders.putIfAbsent(file.name(), order);
    if (known != null) {
      return known;
    }
    try {
      Optional<Made> kept = works() ? kept(file) : Optional.of(plain(file));
      if (kept.isPresent()) {
        order.complete(kept.get());
      } else {
        enqueue(file);
      }
    } catch (RuntimeException e) {
      order.completeExceptionally(e); // else others would wait for ever
    }
    return order;
  }

  private Optional<Made> kept(AssetFile file) {
    String path = fingerprints.path(file.name());
    return cache
        .read(fingerprints.key(file.name()))
        .filter(made -> !made.files().isEmpty() && made.files().getFirst().path().equals(path));
  }

  private synchronized void enqueue(AssetFile file) {
    waiting.add(file);
    if (worker == null) {
      worker = new Thread(this::work, "assets");
      worker.setDaemon(true);
      worker.start();
    }
  }

  private synchronized List<AssetFile> next() {
    List<AssetFile> batch = List.copyOf(waiting);
    waiting.clear();
    if (batch.isEmpty()) {
      worker = null;
    }
    return batch;
  }

  private void work() {
    for (List<AssetFile> batch = next(); !batch.isEmpty(); batch = next()) {
      try {
        make(batch);
      } catch (RuntimeException | Error e) {
        batch.forEach(file -> order(file).completeExceptionally(e));
      }
    }
  }

  private void make(List<AssetFile> batch) {
    try {
      bundler.orElseThrow().make(batch, this::finish);
    } catch (IOException e) {
      Made nothing = new Made(List.of(), List.of(failure(e)));
      batch.forEach(file -> order(file).complete(nothing));
    }
  }

  private void finish(AssetFile file, Made made) {
    if (!made.files().isEmpty()) {
      cache.write(fingerprints.key(file.name()), made);
    }
    order(file).complete(made);
  }

  /// To publish the files as they are would be other bytes under the names that esbuild's have.
  private static Problem failure(IOException e) {
    Problems problems = new Problems();
    problems.add(
        ProblemCode.BAD_ASSET,
        Location.none(),
        "esbuild could not run: " + e.getMessage(),
        "build again; 'assets: {bundle: false, minify: false}' in the settings does without it");
    return problems.added().getFirst();
  }

  /// An asset with the right names in it and otherwise as it is.
  private Made plain(AssetFile file) {
    String text = new Rewritten(file, link -> bundles.name(file, link, false)).text();
    return new Made(List.of(new Made.Text(fingerprints.path(file.name()), text)), List.of());
  }

  /// Waits until nothing is being made.
  @Override
  public void close() {
    Thread thread;
    synchronized (this) {
      waiting.clear();
      thread = worker;
    }
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
