package dev.levee.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Does several things at once and stops at the first that fails: what has not begun by then is not
/// done, and what has is waited for.
final class Transfers implements AutoCloseable {

  /// How much of what is transferred at once is in memory, unless one alone has more.
  private static final int MOST_MEGABYTES = 200;

  /// Fair, as small files would go before a large one for as long as there are any.
  private final Semaphore megabytes = new Semaphore(MOST_MEGABYTES, true);

  private final ExecutorService threads;
  private final Map<String, List<Step>> steps = new LinkedHashMap<>();
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
  ///
  /// @param group what is done one after the other, such as the path of a file
  /// @param bytes how much of it is in memory meanwhile
  void add(String group, long bytes, Step step) {
    int room = (int) Math.min(MOST_MEGABYTES, 1 + (bytes >> 20));
    Step held =
        () -> {
          megabytes.acquireUninterruptibly(room);
          try {
            step.run();
          } finally {
            megabytes.release(room);
          }
        };
    steps.computeIfAbsent(group, g -> new ArrayList<>()).add(held);
  }

  /// Does what was added.
  ///
  /// @throws IOException that of the first that failed
  void run() throws IOException {
    List<List<Step>> now = List.copyOf(steps.values());
    steps.clear();
    if (now.size() == 1) {
      inOrder(now.getFirst());
      return;
    }
    List<Future<?>> running = new ArrayList<>();
    now.forEach(group -> running.add(threads.submit(() -> inOrder(group))));
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

  private Object inOrder(List<Step> group) throws IOException {
    for (Step step : group) {
      if (!failed) {
        try {
          step.run();
        } catch (IOException | RuntimeException | Error e) {
          failed = true;
          throw e;
        }
      }
    }
    return group;
  }

  @Override
  public void close() {
    failed = true;
    threads.close();
  }
}
