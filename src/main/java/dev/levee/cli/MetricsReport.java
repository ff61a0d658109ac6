package dev.levee.cli;

import dev.levee.build.Metrics;
import dev.levee.page.Weights;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows where the time of a build went, as `build --metrics` asks.
final class MetricsReport {

  private static final int SHOWN = 10;
  private static final int NANOSECONDS = 1_000_000;

  private final Metrics metrics;

  MetricsReport(Metrics metrics) {
    this.metrics = metrics;
  }

  void print(PrintStream out) {
    int made = metrics.madeRoutes().size();
    out.println();
    out.println("articles known from before: " + metrics.knownArticles());
    out.println(
        "addresses: %d kept, %d made, of which %d came out as they had been"
            .formatted(metrics.keptRoutes(), made, metrics.madeInVain()));
    if (metrics.compressed() > 0) {
      out.println("compressed variants made: " + metrics.compressed());
    }
    out.println();
    out.println("stages");
    metrics.stages().forEach((stage, time) -> line(time, stage, out));
    table("templates, with what they take in", metrics.templates(), out);
    table("slowest addresses", metrics.madeRoutes(), out);
    weights(out);
    reasons(out);
  }

  private void weights(PrintStream out) {
    List<Map.Entry<String, Long>> heaviest = Metrics.greatest(metrics.weights(), SHOWN);
    if (!heaviest.isEmpty()) {
      out.println();
      out.println("heaviest pages, in the first view on a telephone, before compression");
      for (Map.Entry<String, Long> page : heaviest) {
        String address = SourceLines.printable(page.getKey());
        String bytes = Weights.inWords(page.getValue());
        out.println(String.format(Locale.ROOT, "%12s  %s", bytes, address));
      }
    }
  }

  private static void table(String title, Map<String, Duration> times, PrintStream out) {
    List<Map.Entry<String, Duration>> slowest = Metrics.greatest(times, SHOWN);
    if (!slowest.isEmpty()) {
      out.println();
      out.println(title);
      slowest.forEach(e -> line(e.getValue(), e.getKey(), out));
    }
  }

  private static void line(Duration time, String what, PrintStream out) {
    double milliseconds = (double) time.toNanos() / NANOSECONDS;
    out.println(
        String.format(Locale.ROOT, "%9.1f ms  %s", milliseconds, SourceLines.printable(what)));
  }

  private void reasons(PrintStream out) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    metrics.reasons().values().forEach(reason -> counts.merge(reason, 1, Integer::sum));
    if (counts.isEmpty()) {
      return;
    }
    out.println();
    out.println("made anew because of");
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(e -> {
          String reason = SourceLines.printable(e.getKey());
          out.println(String.format(Locale.ROOT, "%9d     %s", e.getValue(), reason));
        });
  }

  JsonObject json() {
    JsonObjectBuilder reasons = Json.createObjectBuilder();
    metrics.reasons().forEach(reasons::add);
    JsonObjectBuilder weights = Json.createObjectBuilder();
    metrics.weights().forEach(weights::add);
    return Json.createObjectBuilder()
        .add("knownArticles", metrics.knownArticles())
        .add("kept", metrics.keptRoutes())
        .add("made", metrics.madeRoutes().size())
        .add("madeInVain", metrics.madeInVain())
        .add("compressed", metrics.compressed())
        .add("stages", times(metrics.stages()))
        .add("templates", times(metrics.templates()))
        .add("addresses", times(metrics.madeRoutes()))
        .add("weights", weights)
        .add("reasons", reasons)
        .build();
  }

  private static JsonObjectBuilder times(Map<String, Duration> times) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    times.forEach((what, time) -> json.add(what, (double) time.toNanos() / NANOSECONDS));
    return json;
  }
}
