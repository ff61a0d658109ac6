package dev.levee.publish;

import dev.levee.store.StoreException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something that a store is asked for while its asker does something else. Whoever closes it waits
/// until nothing more is asked, as the store may be closed next.
final class Beside<T> implements AutoCloseable {

  private final FutureTask<T> asked;
  private final Thread asking;

  private Beside(FutureTask<T> asked) {
    this.asked = asked;
    this.asking = Thread.ofPlatform().daemon().name("beside").start(asked);
  }

  static <T> Beside<T> of(Callable<T> question) {
    return new Beside<>(new FutureTask<>(question));
  }

  /// What is found out, or thrown by whoever finds it out.
  ///
  /// @throws StoreException also when the asker is interrupted
  T answer() throws IOException {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("the publish was interrupted", false, e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException fault -> throw fault;
        case RuntimeException bug -> throw bug;
        case Error fault -> throw fault;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    asking.interrupt();
    boolean interrupted = false;
    while (asking.isAlive()) {
      try {
        asking.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
