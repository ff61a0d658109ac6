package dev.levee.cli;

import dev.levee.publish.Publisher;
import java.io.IOException;
import java.time.Duration;

/// Gives a target back when the user ends the process while something is published.
final class Interruption implements AutoCloseable {

  /// Nobody who presses a key waits longer.
  private static final Duration MOST = Duration.ofSeconds(3);

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  static Interruption of(Publisher publisher) {
    Interruption interruption = new Interruption(new Thread(() -> abandon(publisher)));
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private static void abandon(Publisher publisher) {
    Thread giving =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                publisher.abandon();
              } catch (IOException e) {
                return; // the lock runs out by itself
              }
            });
    try {
      giving.join(MOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // it is at work
    }
  }
}
