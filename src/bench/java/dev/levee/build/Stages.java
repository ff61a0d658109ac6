package dev.levee.build;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs [StagesBenchmark] and prints the median of each stage.
public final class Stages {

  private Stages() {}

  /// Takes no arguments.
  public static void main(String[] arguments) throws RunnerException {
    var results =
        new Runner(
                new OptionsBuilder()
                    .include(StagesBenchmark.class.getSimpleName())
                    .jvmArgs("-XX:+UseSerialGC", "-Xmx2g")
                    .build())
            .run();
    System.out.printf("%n| stage, of a thousand articles | median |%n| --- | ---: |%n");
    for (RunResult result : results) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f ms |%n",
          result.getPrimaryResult().getLabel(),
          result.getPrimaryResult().getStatistics().getPercentile(50));
    }
  }
}
