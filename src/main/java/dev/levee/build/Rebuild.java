package dev.levee.build;

import dev.levee.build.Traces.Trace;
import dev.levee.content.UrlPath;
import dev.levee.feed.SiteFiles;
import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.OutputPath;
import dev.levee.output.Staged;
import dev.levee.output.Staging;
import dev.levee.page.PageFacts;
import dev.levee.picture.Pictures;
import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.render.Renderer;
import dev.levee.render.Rendering;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.source.Stamp;
import dev.levee.trace.Question;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// Stages every route of a site: what a route gave before, when nothing that it asked has another
/// answer now, else what it gives when it is rendered.
final class Rebuild {

  private final Site site;
  private final String base;
  private final Renderer renderer;
  private final SiteFiles files;
  private final FileMemory memory;
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
    this.base = site.links().base();
    this.renderer = renderer;
    this.files = new SiteFiles(site, new RenderedTexts(renderer));
    this.memory = before.files();
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
    Optional<Trace> known = isTimeless(route) ? before.of(route.key()) : Optional.empty();
    if (known.isEmpty()) {
      return false;
    }
    Trace trace = known.get();
    Optional<Question> change = before.firstChange(trace);
    if (change.isPresent()) {
      metrics.stale(route, change.get().inWords());
      return false;
    }
    if (!staging.keep(OutputPath.of(route.path().file()), kind(route), trace.output())) {
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
          route instanceof Route.Resource resource
              ? copy(resource)
              : SiteFiles.makes(route) ? file(route) : page(route);
      metrics.made(route, System.nanoTime() - start, changed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean copy(Route.Resource resource) throws IOException {
    String path = resource.file().path();
    String output = resource.path().file();
    Stamp stamp = resource.file().stamp();
    OptionalLong digest = memory.recall(path, stamp);
    if (digest.isPresent()
        && staging.keep(OutputPath.of(output), Kind.PICTURE, digest.getAsLong())) {
      memory.note(path, stamp, digest.getAsLong());
      return false;
    }
    Optional<Output> copied =
        Pictures.isPicture(path)
            ? picture(resource, output)
            : Optional.of(Output.copy(output, Kind.PICTURE, resource.file().file()));
    if (copied.isEmpty()) {
      return true;
    }
    Staged staged = staging.add(copied.get());
    memory.note(path, stamp, staged.digest().prefix());
    return staged.file().isPresent();
  }

  private Optional<Output> picture(Route.Resource resource, String output) throws IOException {
    byte[] file = Files.readAllBytes(resource.file().file());
    return Stripping.stripped(file, resource.origin(), problems)
        .map(bytes -> Output.of(output, Kind.PICTURE, bytes));
  }

  private boolean file(Route route) throws IOException {
    Reads reads = Reads.noting();
    byte[] bytes = files.render(route, reads);
    Staged staged = staging.add(Output.of(route.path().file(), kind(route), bytes));
    note(route, staged, reads, List.of(), Optional.empty());
    return staged.file().isPresent();
  }

  private boolean page(Route route) throws IOException {
    Rendering rendering = renderer.render(route);
    problems.addAll(rendering.problems());
    if (rendering.html().isEmpty()) {
      return true;
    }
    String html = minified(rendering.html().get(), rendering.reads());
    Staged staged = staging.add(Output.of(route.path().file(), kind(route), html));
    PageFacts facts = PageFacts.of(html, base, base + route.path());
    note(route, staged, rendering.reads(), rendering.problems(), Optional.of(facts));
    return staged.file().isPresent();
  }

  private String minified(String html, Reads reads) {
    reads.note(Topic.MINIFY_HTML);
    if (!site.config().minifyHtml()) {
      return html;
    }
    try {
      return HtmlMinifier.minified(html);
    } catch (LinkageError e) {
      problems.add(
          ProblemCode.BAD_SETTINGS,
          Location.none(),
          "pages cannot be minified on this machine: there is no library for it",
          "take 'minifyHtml' out of the settings");
      return html;
    }
  }

  private void note(
      Route route, Staged staged, Reads reads, List<Problem> found, Optional<PageFacts> facts) {
    if (isTimeless(route)) {
      traces.note(route.key(), staged.digest().prefix(), reads.questions(), found, facts);
    }
  }

  /// The news sitemap hangs on the clock, which is another in every build, and `robots.txt` is made
  /// sooner than anything can be asked about it.
  private static boolean isTimeless(Route route) {
    return !(route instanceof Route.Resource)
        && !(route instanceof Route.SiteFile file
            && (file.kind() == Route.SiteFile.Kind.NEWS_SITEMAP
                || file.kind() == Route.SiteFile.Kind.ROBOTS));
  }

  private static Kind kind(Route route) {
    if (route instanceof Route.ListPage || route instanceof Route.Overview) {
      return route.path().equals(UrlPath.ROOT) ? Kind.HOME : Kind.LIST;
    }
    return route instanceof Route.Feed || route instanceof Route.SiteFile ? Kind.FEED : Kind.PAGE;
  }
}
