package dev.levee.cli;

import dev.levee.build.Progress;
import java.io.PrintStream;

/// Rewrites one line of a terminal with how far a build is, once it takes longer than a second.
final class ProgressLine implements Progress {

  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final long INTERVAL_NANOS = 100_000_000L;

  private final PrintStream terminal;
  private final boolean live;
  private final long start = System.nanoTime();
  private long last;
  private boolean shown;

  /// @param live whether the stream is a terminal
  ProgressLine(PrintStream terminal, boolean live) {
    this.terminal = terminal;
    this.live = live;
  }

  @Override
  public synchronized void at(String stage, int done, int total) {
    long now = System.nanoTime() - start;
    if (!live || now < PATIENCE_NANOS || now - last < INTERVAL_NANOS) {
      return;
    }
    last = now;
    shown = true;
    terminal.print("\r\u001b[K" + stage + (total == 0 ? " …" : " " + done + " of " + total));
    terminal.flush();
  }

  /// Takes the line away.
  synchronized void clear() {
    if (shown) {
      terminal.print("\r\u001b[K");
      terminal.flush();
    }
  }
}
