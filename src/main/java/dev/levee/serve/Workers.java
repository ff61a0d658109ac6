package dev.levee.serve;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The threads that answer requests: a few of the system, which are faster, and when all of them
/// are busy, or wait for someone who reads slowly, as many virtual ones as it takes.
final class Workers implements Executor, AutoCloseable {

  private static final int FEW = 8;

  private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
  private final ThreadPoolExecutor few =
      new ThreadPoolExecutor(
          FEW,
          FEW,
          0,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().name("preview-", 1).daemon().factory(),
          (task, _) -> virtual.execute(task));

  @Override
  public void execute(Runnable task) {
    few.execute(task);
  }

  /// Threads for what takes long.
  Executor patient() {
    return virtual;
  }

  /// Ends whatever is still being done.
  @Override
  public void close() {
    few.shutdownNow();
    virtual.shutdownNow();
  }
}
