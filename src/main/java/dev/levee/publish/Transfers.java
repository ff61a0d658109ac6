package dev.levee.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does several things at once and stops at the first that fails: what has not begun by then is not
/// done, and what has is waited for.
final class Transfers implements AutoCloseable {

  private final ExecutorService threads;
  private final List<Step> steps = new ArrayList<>();
  private volatile boolean failed;

  Transfers(int atOnce) {
    this.threads = Executors.newFixedThreadPool(atOnce);
  }

  /// One thing to do.
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  /// Has something be done together with what was added before.
  void add(Step step) {
    steps.add(step);
  }

  /// Does what was added.
  ///
  /// @throws IOException that of the first that failed
  void run() throws IOException {
    List<Step> now = List.copyOf(steps);
    steps.clear();
    if (now.size() == 1) {
      now.getFirst().run();
      return;
    }
    List<Future<?>> running = new ArrayList<>();
    now.forEach(step -> running.add(threads.submit(() -> unlessFailed(step))));
    Throwable first = null;
    for (Future<?> future : running) {
      try {
        future.get();
      } catch (ExecutionException e) {
        first = first == null ? e.getCause() : first;
      } catch (InterruptedException e) {
        failed = true;
        Thread.currentThread().interrupt();
        throw new IOException("the publish was interrupted", e);
      }
    }
    switch (first) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      default -> throw new IllegalStateException(first);
    }
  }

  private Object unlessFailed(Step step) throws IOException {
    if (!failed) {
      try {
        step.run();
      } catch (IOException | RuntimeException | Error e) {
        failed = true;
        throw e;
      }
    }
    return step;
  }

  @Override
  public void close() {
    failed = true;
    threads.close();
  }
}
