package dev.levee.build;

import dev.levee.build.Traces.Trace;
import dev.levee.output.Output;
import dev.levee.output.OutputPath;
import dev.levee.output.Staged;
import dev.levee.output.Staging;
import dev.levee.problem.Problems;
import dev.levee.render.Renderer;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.trace.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// Stages every route of a site: what a route gave before, when nothing that it asked has another
/// answer now, else what it gives when it is rendered.
final class Rebuild {

  private final Site site;
  private final RouteMaker maker;
  private final StagedResources resources;
  private final Staging staging;
  private final Problems problems;
  private final Progress progress;
  private final Metrics metrics;
  private final Traces.Checked before;
  private final Traces.Recorder traces;

  /// @param before what routes asked in an earlier build
  /// @param answer gives the answer that a question has now
  Rebuild(
      Site site,
      Renderer renderer,
      Cache.Contents before,
      ToLongFunction<Question> answer,
      Staging staging,
      Problems problems,
      Progress progress,
      Metrics metrics) {
    this.site = site;
    this.maker = new RouteMaker(site, renderer);
    this.resources = new StagedResources(before.files(), staging, problems);
    this.staging = staging;
    this.problems = problems;
    this.progress = progress;
    this.metrics = metrics;
    this.before = before.traces().check(answer);
    this.traces = this.before.recorder();
  }

  /// Stages all routes.
  ///
  /// @return what they asked
  Traces.Recorder stage() {
    List<Route> stale = site.routes().all().parallelStream().filter(route -> !keep(route)).toList();
    metrics.stage("checking");
    AtomicInteger done = new AtomicInteger();
    // lists show what is known of an article once its own page is rendered
    Predicate<Route> isArticle = route -> route instanceof Route.ArticlePage;
    for (Predicate<Route> pass : List.of(isArticle, isArticle.negate())) {
      stale.parallelStream()
          .filter(pass)
          .forEach(route -> {
            make(route);
            progress.at("rendering", done.incrementAndGet(), stale.size());
          });
    }
    return traces;
  }

  private boolean keep(Route route) {
    Optional<Trace> known =
        RouteMaker.isTimeless(route) ? before.of(route.key()) : Optional.empty();
    if (known.isEmpty()) {
      return false;
    }
    Trace trace = known.get();
    Optional<Question> change = before.firstChange(trace);
    if (change.isPresent()) {
      metrics.stale(route, change.get().inWords());
      return false;
    }
    if (!staging.keep(OutputPath.of(route.path().file()), RouteMaker.kind(route), trace.output())) {
      metrics.stale(route, "what is in the destination");
      return false;
    }
    traces.keep(route.key(), trace);
    problems.addAll(trace.problems());
    metrics.kept();
    return true;
  }

  private void make(Route route) {
    long start = System.nanoTime();
    try {
      boolean changed =
          route instanceof Route.Resource resource ? resources.stage(resource) : stage(route);
      metrics.made(route, System.nanoTime() - start, changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean stage(Route route) throws IOException {
    RouteMaker.Made made = maker.make(route);
    problems.addAll(made.problems());
    if (made.bytes().isEmpty()) {
      return true;
    }
    Output output = Output.of(route.path().file(), RouteMaker.kind(route), made.bytes().get());
    Staged staged = staging.add(output);
    if (RouteMaker.isTimeless(route)) {
      traces.note(
          route.key(),
          staged.digest().prefix(),
          made.reads().questions(),
          made.problems(),
          made.page());
    }
    return staged.file().isPresent();
  }
}
