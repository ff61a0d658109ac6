package dev.levee.build;

import dev.levee.site.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Where the time of a build went, what was rendered, and why. Stages one after the other are told
/// by one thread, all else by any.
public final class Metrics {

  private final Map<String, Duration> stages = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, Duration> made = new ConcurrentHashMap<>();
  private final AtomicInteger same = new AtomicInteger();
  private final Map<String, String> reasons = new ConcurrentHashMap<>();
  private final AtomicInteger kept = new AtomicInteger();
  private Map<String, Duration> templates = Map.of();
  private int knownArticles;
  private long stageStart = System.nanoTime();

  /// Ends a stage.
  void stage(String name) {
    long now = System.nanoTime();
    stages.merge(name, Duration.ofNanos(now - stageStart), Duration::plus);
    stageStart = now;
  }

  /// A task that tells how long it took, beside the stages that go on meanwhile.
  <T> Callable<T> timed(String name, Callable<T> task) {
    return () -> {
      long start = System.nanoTime();
      T result = task.call();
      stages.put(name, Duration.ofNanos(System.nanoTime() - start));
      return result;
    };
  }

  void templates(Map<String, Duration> times) {
    templates = Map.copyOf(times);
  }

  void knownArticles(int count) {
    knownArticles = count;
  }

  void kept() {
    kept.incrementAndGet();
  }

  void stale(Route route, String reason) {
    reasons.put(route.path().value(), reason);
  }

  /// @param changed whether the destination holds something else there, or nothing
  void made(Route route, long nanoseconds, boolean changed) {
    made.put(route.path().value(), Duration.ofNanos(nanoseconds));
    if (!changed) {
      same.incrementAndGet();
    }
  }

  /// How long each stage took, in the order in which they ended; some go on at the same time.
  public Map<String, Duration> stages() {
    synchronized (stages) {
      return new LinkedHashMap<>(stages);
    }
  }

  /// How long each template took in all, with what it includes.
  public Map<String, Duration> templates() {
    return templates;
  }

  /// How many articles did not have to be understood anew.
  public int knownArticles() {
    return knownArticles;
  }

  /// How many routes gave what they had given before, without being rendered.
  public int keptRoutes() {
    return kept.get();
  }

  /// How long each route took that was made anew, by its address.
  public Map<String, Duration> madeRoutes() {
    return new TreeMap<>(made);
  }

  /// How many routes were made anew and came out as they had been.
  public int madeInVain() {
    return same.get();
  }

  /// What had changed for each address that had been made before.
  public Map<String, String> reasons() {
    return new TreeMap<>(reasons);
  }

  /// The slowest of what took time, the slowest first.
  public static List<Map.Entry<String, Duration>> slowest(Map<String, Duration> of, int count) {
    List<Map.Entry<String, Duration>> entries = new ArrayList<>(of.entrySet());
    entries.sort(
        Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    return entries.subList(0, Math.min(count, entries.size()));
  }
}
