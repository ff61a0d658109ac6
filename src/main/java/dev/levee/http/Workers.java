package dev.levee.http;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The threads that answer requests: a few of the system, which are the fastest, and when all of
/// them wait for people who read slowly, as many virtual ones as it takes.
final class Workers implements Executor, AutoCloseable {

  private static final int FEW = 8;

  /// When nothing was begun for so long, all threads wait for something.
  private static final Duration PATIENCE = Duration.ofMillis(10);

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final ExecutorService few =
      new ThreadPoolExecutor(
          FEW,
          FEW,
          0,
          TimeUnit.SECONDS,
          waiting,
          Thread.ofPlatform().name("preview-", 1).daemon().factory());
  private final ExecutorService many = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread watch = Thread.ofVirtual().name("preview-watch").start(this::watch);
  private volatile boolean watching;

  @Override
  public void execute(Runnable task) {
    few.execute(task);
    if (!watching && !waiting.isEmpty()) {
      watching = true;
      LockSupport.unpark(watch);
    }
  }

  /// Has a thread at once for whatever takes long.
  Executor forLong() {
    return many;
  }

  /// Looks after what waits, and sleeps while nothing does.
  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        @Nullable Runnable oldest = waiting.peek();
        if (oldest != null) {
          Thread.sleep(PATIENCE);
          handOver(oldest);
          continue;
        }
        watching = false;
        if (waiting.isEmpty()) {
          LockSupport.park(this);
        }
      }
    } catch (InterruptedException | RejectedExecutionException e) {
      // it is over
    }
  }

  private void handOver(Runnable oldest) {
    if (!oldest.equals(waiting.peek())) {
      return;
    }
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      many.execute(task);
    }
  }

  /// Interrupts whatever is still being done.
  @Override
  public void close() {
    watch.interrupt();
    few.shutdownNow();
    many.shutdownNow();
  }
}
