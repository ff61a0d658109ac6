package dev.levee.markdown;

import dev.levee.Corpora;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs [MarkdownBenchmark] and prints what it found as a table: medians, of the processor's time
/// the least, which a machine that has other things to do changes least; and ours as a part of
/// flexmark's.
public final class Comparison {

  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final double MEGABYTE = 1e6;

  private Comparison() {}

  /// Takes no arguments.
  public static void main(String[] arguments) throws RunnerException {
    Map<String, RunResult> results = new TreeMap<>();
    new Runner(
            new OptionsBuilder()
                .include(MarkdownBenchmark.class.getSimpleName())
                .addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class)
                .jvmArgs(
                    "-XX:+UseSerialGC",
                    "-Xms3g",
                    "-Xmx3g",
                    "-Dproject.root=" + System.getProperty("project.root"))
                .build())
        .run()
        .forEach(result -> results.put(result.getPrimaryResult().getLabel(), result));
    System.out.printf(
        "%n%d articles, %.1f million characters, %s%n%n",
        Corpora.bodies().size(),
        Corpora.bodies().stream().mapToInt(b -> b.text().length()).sum() / 1e6,
        Corpora.present() ? "of the corpora" : "of this project, for want of the corpora");
    System.out.println("|                               | Levee | flexmark | ratio |");
    System.out.println("| ----------------------------- | ----- | -------- | ----- |");
    for (String step : List.of("parse", "render", "both")) {
      RunResult levee = results.get(step + "ByLevee");
      RunResult flexmark = results.get(step + "ByFlexmark");
      row(step + ": time, median ms", time(levee), time(flexmark));
      row(step + ": processor, least ms", processor(levee), processor(flexmark));
      row(step + ": allocated, median MB", allocated(levee), allocated(flexmark));
    }
    System.out.println(
        """

        "both" is parse and render, and the measure. Not equal in it: Levee also lifts out
        shortcodes, finds bare links, surveys headings, links and pictures, gives headings ids and
        writes figures; flexmark does none of these.\
        """);
  }

  private static void row(String what, double ours, double theirs) {
    System.out.printf(
        Locale.ROOT, "| %-29s | %5.0f | %8.0f | %5.2f |%n", what, ours, theirs, ours / theirs);
  }

  private static double time(RunResult result) {
    return median(result.getPrimaryResult());
  }

  private static double processor(RunResult result) {
    return result.getSecondaryResults().get(ProcessorTime.LABEL).getStatistics().getMin();
  }

  private static double allocated(RunResult result) {
    return median(result.getSecondaryResults().get(ALLOCATED)) / MEGABYTE;
  }

  private static double median(Result<?> result) {
    return result.getStatistics().getPercentile(50);
  }
}
