package dev.levee.build;

import dev.levee.asset.Assets;
import dev.levee.build.BuildOptions.Mode;
import dev.levee.compress.Compression;
import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfig.Folders;
import dev.levee.deliver.ServerFiles;
import dev.levee.output.Applied;
import dev.levee.output.DirectoryTarget;
import dev.levee.output.Plan;
import dev.levee.output.Staging;
import dev.levee.picture.Darkroom;
import dev.levee.picture.Pictures;
import dev.levee.picture.Shelf;
import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import dev.levee.render.Renderer;
import dev.levee.render.Templates;
import dev.levee.render.TextReader;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.site.SiteAnswers;
import dev.levee.source.Theme;
import dev.levee.trace.Question;
import dev.levee.trace.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Builds a site: reads it, renders every route into a staging area, and, when nothing is wrong,
/// puts what changed in its place.
public final class SiteBuilder {

  private final BuildOptions options;
  private final Problems problems;
  private final Progress progress;
  private final Metrics metrics = new Metrics();

  /// A builder for one build.
  ///
  /// @param problems takes what is wrong with the site
  public SiteBuilder(BuildOptions options, Problems problems, Progress progress) {
    this.options = options;
    this.problems = problems;
    this.progress = progress;
  }

  /// Forgets what builds of a site have left for later ones.
  ///
  /// @throws IOException when it cannot be removed
  public static void forget(Path source) throws IOException {
    ServerFiles.forget(source);
    new Cache(source).clear();
  }

  /// Builds the site. With errors among the problems, or warnings in a strict build, the
  /// destination stays as it was.
  ///
  /// @throws IOException when a folder cannot be read or written
  public BuildReport build() throws IOException {
    // parallel streams run in the pool that they are started from
    try (ForkJoinPool pool = pool(options.jobs())) {
      return Ahead.start(pool, () -> stages(pool)).get();
    }
  }

  /// Threads of which so many work at any time: where one waits for another, a third takes its
  /// place.
  private static ForkJoinPool pool(int jobs) {
    return new ForkJoinPool(
        jobs,
        ForkJoinPool.defaultForkJoinWorkerThreadFactory,
        null,
        false,
        jobs,
        2 * jobs,
        jobs,
        full -> true,
        1,
        TimeUnit.MINUTES);
  }

  private BuildReport stages(Executor pool) throws IOException {
    long start = System.nanoTime();
    progress.at("reading", 0, 0);
    Cache cache = new Cache(options.source());
    long scanned = cache.moment();
    Begun begun = begin(cache, pool);
    List<Path> sources = List.of(begun.folder(Folders::content), begun.folder(Folders::templates));
    Path destination = options.destination().orElseGet(() -> begun.folder(Folders::destination));
    Optional<Applied> applied =
        DirectoryTarget.check(destination, sources, problems)
            ? make(begun, destination, cache, scanned)
            : Optional.empty();
    Site site = begun.loading.get().site();
    metrics.knownArticles(begun.before.get().articles().recalled());
    int pages = (int) site.routes().all().stream().filter(Route::isPage).count();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new BuildReport(destination, applied, site.articles().size(), pages, time, metrics);
  }

  /// What a build begins with, some of it still being found out.
  ///
  /// @param before what the last build left
  private record Begun(
      Path source,
      SiteConfig config,
      Theme theme,
      Ahead<Cache.Contents> before,
      Ahead<LoadedSite> loading,
      Ahead<Templates> templates) {

    Path folder(Function<Folders, String> which) {
      return source.resolve(which.apply(config.folders()));
    }
  }

  /// The cache, the content and the destination are three different things to look at, so they are
  /// looked at together.
  private Begun begin(Cache cache, Executor pool) throws IOException {
    Ahead<Cache.Contents> before =
        options.is(Mode.CLEAN)
            ? Ahead.known(Cache.Contents.empty())
            : Ahead.start(pool, metrics.timed("reading the cache", cache::read));
    SiteConfig config = LoadedSite.settings(options, problems);
    metrics.stage("reading the settings");
    Ahead<LoadedSite> loading =
        Ahead.start(
            pool,
            metrics.timed(
                "reading the content", () -> LoadedSite.load(options, config, before, problems)));
    String templates = config.folders().templates();
    Theme theme = Theme.open(options.source().resolve(templates), templates, problems);
    Ahead<Templates> readied = Ahead.start(pool, () -> readied(theme, config, before));
    return new Begun(options.source(), config, theme, before, loading, readied);
  }

  private Optional<Applied> make(Begun begun, Path destination, Cache cache, long scanned)
      throws IOException {
    try (Assets assets =
            Assets.of(begun.theme, begun.config.assets(), cache.assets(), options.path());
        DirectoryTarget target = DirectoryTarget.open(destination);
        Staging staging = target.stage()) {
      metrics.stage("looking at the destination");
      Site site = begun.loading.get().site();
      Cache.Contents before = begun.before.get();
      Shelf shelf = new Shelf(cache.pictures(), options.is(Mode.CLEAN));
      Pictures pictures =
          new Pictures(
              site.config(),
              site.routes().files(),
              shelf::memory,
              site.config().pictures().avif()
                  ? AvifEncoder.find(options, problems)
                  : Optional.empty());
      Optional<StagedSearch> search = search(site, cache);
      Renderer renderer =
          new Renderer(
              site, begun.templates.get(), assets, pictures, before.facts(), reader(search));
      SiteAnswers answers = site.answers();
      ToLongFunction<Question> answer = question -> renderer.answer(question, answers);
      metrics.stage("waiting for the content");
      Traces.Recorder traces = render(site, renderer, before, answer, staging);
      new StagedAssets(assets, begun.theme, site, staging, problems)
          .stage(traces.about(StagedAssets.USES));
      metrics.stage("assets");
      if (search.isPresent() && !failed()) {
        search.get().stage(renderer, staging, problems);
        metrics.stage("search");
      }
      make(pictures, shelf, site, before, traces, staging);
      new PageWeights(site, traces, staging).report(problems, metrics);
      Delivery delivery = new Delivery(options, site, staging, problems);
      delivery.stage(traces);
      Optional<Compression> compression = compress(site, destination, cache.compressed(), staging);
      Optional<Applied> applied = apply(staging, target, site);
      if (applied.isPresent()) {
        assets.removeUnused();
        compression.ifPresent(Compression::removeUnused);
        delivery.writeServerFiles();
        if (!options.is(Mode.SURGE)) {
          shelf.tidy(scanned); // the pictures of the way back stay
        }
      }
      metrics.stage("writing");
      if (applied.isPresent() && !renderer.bodies().isDisturbed()) {
        cache.write(before, renderer.bodies(), traces, answer, scanned);
        if (search.isPresent()) {
          search.get().remember();
        }
        metrics.stage("remembering");
      }
      return applied;
    }
  }

  private Optional<StagedSearch> search(Site site, Cache cache) throws IOException {
    return site.config().search()
        ? Optional.of(StagedSearch.begin(site, cache, options.is(Mode.CLEAN)))
        : Optional.empty();
  }

  private static Optional<TextReader> reader(Optional<StagedSearch> search) {
    return search.isPresent() ? Optional.of(search.get()::read) : Optional.empty();
  }

  /// The templates; where nothing was built before, all of them will be needed.
  private Templates readied(Theme theme, SiteConfig config, Ahead<Cache.Contents> before)
      throws IOException {
    Templates templates = new Templates(theme, config);
    if (before.get().traces().isEmpty()) {
      templates.warmUp();
    }
    return templates;
  }

  private Traces.Recorder render(
      Site site,
      Renderer renderer,
      Cache.Contents before,
      ToLongFunction<Question> answer,
      Staging staging) {
    Traces.Recorder traces =
        new Rebuild(site, renderer, before, answer, staging, problems, progress, metrics).stage();
    renderer.reportFailures(problems);
    metrics.stage("rendering");
    metrics.templates(renderer.templateTimes());
    return traces;
  }

  /// Half of the memory is left for all the rest.
  private void make(
      Pictures pictures,
      Shelf shelf,
      Site site,
      Cache.Contents before,
      Traces.Recorder traces,
      Staging staging)
      throws IOException {
    if (!failed()) {
      long memory = Runtime.getRuntime().maxMemory() / 2;
      Darkroom darkroom = new Darkroom(pictures, shelf, memory);
      Set<Question> asked = traces.about(Set.of(Topic.PICTURE));
      Map<String, Pictures.Fault> lost =
          new StagedPictures(pictures, shelf, darkroom, before.files(), staging)
              .stage(asked, progress);
      new LostPictures(site, traces, problems).report(asked, lost, staging);
      metrics.stage("pictures");
    }
  }

  private Optional<Compression> compress(Site site, Path destination, Path kept, Staging staging) {
    if (failed() || !(options.is(Mode.PRECOMPRESS) || site.config().hosting().precompress())) {
      return Optional.empty();
    }
    Compression compression = new Compression(destination, staging, kept);
    int files = staging.staged().size();
    int made = compression.stage(problems, done -> progress.at("compressing", done, files));
    metrics.compressed(made);
    metrics.stage("compressing");
    return Optional.of(compression);
  }

  private Optional<Applied> apply(Staging staging, DirectoryTarget target, Site site)
      throws IOException {
    Optional<Plan> plan = staging.plan(problems);
    if (plan.isEmpty() || failed()) {
      return Optional.empty();
    }
    progress.at("writing", 0, 0);
    String url = site.config().url().toString();
    target.note(BuildNote.of(url, options.publication(), options.source()).text());
    return Optional.of(target.apply(plan.get()));
  }

  private boolean failed() {
    return problems.hasErrors()
        || (options.is(Mode.STRICT)
            && problems.sorted().stream().map(Problem::severity).anyMatch(Severity.WARN::equals));
  }
}
