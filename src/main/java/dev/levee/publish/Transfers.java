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
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean failed;

  Transfers(int atOnce) {
    this.threads = Executors.newFixedThreadPool(atOnce);
  }

  /// One thing to do.
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  void start(Step step) {
    running.add(
        threads.submit(() -> {
          if (!failed) {
            try {
              step.run();
            } catch (IOException | RuntimeException | Error e) {
              failed = true;
              throw e;
            }
          }
          return null;
        }));
  }

  /// Waits until all that was started is done.
  ///
  /// @throws IOException that of the first that failed
  void await() throws IOException {
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
    running.clear();
    switch (first) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    failed = true;
    threads.close();
  }
}
