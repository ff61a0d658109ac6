package dev.levee.build;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Something that is found out while something else is done. A task of a pool would hand on a copy
/// of what it throws, with another message; this hands on the thing itself.
final class Ahead<T> {

  private final CompletableFuture<T> result = new CompletableFuture<>();

  private Ahead() {}

  /// Something that is known already.
  static <T> Ahead<T> known(T value) {
    Ahead<T> ahead = new Ahead<>();
    ahead.result.complete(value);
    return ahead;
  }

  /// Starts to find something out.
  ///
  /// @param task throws nothing that is checked but an [IOException]
  static <T> Ahead<T> start(Executor executor, Callable<T> task) {
    Ahead<T> ahead = new Ahead<>();
    executor.execute(() -> ahead.run(task));
    return ahead;
  }

  private void run(Callable<T> task) {
    try {
      result.complete(task.call());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  /// What was found out; waits for it.
  ///
  /// @throws IOException when the task threw one
  T get() throws IOException {
    try {
      return result.join();
    } catch (CompletionException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException io) {
          throw io;
        }
      }
      switch (e.getCause()) {
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
