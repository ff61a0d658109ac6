package dev.levee.serve;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.function.LongSupplier;

/// What earlier editions of a site have left in memory. Java's simplest collector would rather take
/// more memory, up to all that it may have, than look through what has been there for long, which
/// is what an edition is once the next one comes.
final class Leftovers {

  /// What may be left in any case.
  private static final long SOME = 64 << 20;

  private final LongSupplier used;
  private final Runnable clear;

  /// What was needed when they were last cleared.
  private long needed;

  /// Those of this process.
  Leftovers() {
    this(Leftovers::old, System::gc);
  }

  /// The bytes of what has been there for long; for what is young no collector has a threshold.
  private static long old() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }

  /// @param used how many bytes the memory holds that have been there for long
  Leftovers(LongSupplier used, Runnable clear) {
    this.used = used;
    this.clear = clear;
  }

  /// Lets go of them once they may take half of what the site needs, and [#SOME] on top.
  synchronized void clear() {
    if (used.getAsLong() - needed > needed / 2 + SOME) {
      clear.run();
      needed = used.getAsLong();
    }
  }
}
