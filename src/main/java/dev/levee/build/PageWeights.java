package dev.levee.build;

import dev.levee.config.Hosting.Budget;
import dev.levee.output.Staged;
import dev.levee.output.Staging;
import dev.levee.page.Weights;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.site.Route;
import dev.levee.site.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Weighs the pages of a site with all that they ask for, those that were kept as well, since a
/// style sheet or a picture may have grown beneath them.
final class PageWeights {

  private final Site site;
  private final Traces.Recorder traces;
  private final Staging staging;

  PageWeights(Site site, Traces.Recorder traces, Staging staging) {
    this.site = site;
    this.traces = traces;
    this.staging = staging;
  }

  /// Says which pages are over the budget of the settings, if there is one, and lets the metrics
  /// ask for the rest.
  void report(Problems problems, Metrics metrics) {
    @Nullable Budget budget = site.config().hosting().budget();
    if (budget != null) {
      weigh((route, weights) -> report(route, weights, budget, problems));
    }
    metrics.weights(() -> {
      Map<String, Long> totals = new HashMap<>();
      weigh((route, weights) -> totals.put(route.path().value(), weights.total()));
      return totals;
    });
  }

  private void weigh(BiConsumer<Route, Weights> each) {
    Map<String, Long> sizes = new HashMap<>();
    for (Staged staged : staging.staged()) {
      sizes.put(staged.path().value(), staged.size());
    }
    for (Route route : site.routes().all()) {
      traces
          .page(route.key())
          .map(page -> Weights.of(route.path().file(), page, file -> sizes.getOrDefault(file, 0L)))
          .ifPresent(weights -> each.accept(route, weights));
    }
  }

  private static void report(Route route, Weights weights, Budget budget, Problems problems) {
    for (Weights.Excess over : weights.over(budget)) {
      Weights.Part heaviest = over.heaviest();
      problems.add(
          ProblemCode.OVER_BUDGET,
          route.origin(),
          route.path() + ": " + over.what(),
          heaviest.file() + " weighs most: " + Weights.inWords(heaviest.bytes()));
    }
  }
}
