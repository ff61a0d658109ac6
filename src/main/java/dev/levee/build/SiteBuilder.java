package dev.levee.build;

import dev.levee.asset.Assets;
import dev.levee.compress.Compression;
import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfig.Folders;
import dev.levee.content.UrlPath;
import dev.levee.deliver.ServerFiles;
import dev.levee.output.Applied;
import dev.levee.output.DirectoryTarget;
import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.Plan;
import dev.levee.output.Staging;
import dev.levee.picture.Darkroom;
import dev.levee.picture.Pictures;
import dev.levee.picture.Shelf;
import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import dev.levee.raster.RasterFormat;
import dev.levee.render.Renderer;
import dev.levee.render.Templates;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.site.SiteAnswers;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.source.Theme;
import dev.levee.trace.Question;
import dev.levee.trace.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToLongFunction;

/// Builds a site: reads it, renders every route into a staging area, and, when nothing is wrong,
/// puts what changed in its place.
public final class SiteBuilder {

  private static final Set<Topic> USES_OF_ASSETS =
      Set.of(Topic.ASSET, Topic.INTEGRITY, Topic.STYLESHEET);

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
    Assets.forget(source);
    Compression.forget(source.resolve(Cache.FOLDER).resolve(Compression.FOLDER));
    ServerFiles.forget(source);
    new Cache(source).clear();
  }

  /// Builds the site. With errors among the problems, or warnings in a strict build, the
  /// destination stays as it was.
  ///
  /// @throws IOException when a folder cannot be read or written
  public BuildReport build() throws IOException {
    // parallel streams run in the pool that they are started from
    try (ForkJoinPool pool = new ForkJoinPool(options.jobs())) {
      return Ahead.start(pool, () -> stages(pool)).get();
    }
  }

  /// The cache, the content and the destination are three different things to look at, so they are
  /// looked at together.
  private BuildReport stages(Executor pool) throws IOException {
    long start = System.nanoTime();
    progress.at("reading", 0, 0);
    Cache cache = new Cache(options.source());
    long scanned = cache.moment();
    Ahead<Cache.Contents> before =
        options.clean()
            ? Ahead.known(Cache.Contents.empty())
            : Ahead.start(pool, metrics.timed("reading the cache", cache::read));
    SiteConfig config = LoadedSite.settings(options, problems);
    metrics.stage("reading the settings");
    Ahead<LoadedSite> loading =
        Ahead.start(
            pool,
            metrics.timed(
                "reading the content", () -> LoadedSite.load(options, config, before, problems)));
    Folders folders = config.folders();
    Path content = options.source().resolve(folders.content());
    Path templates = options.source().resolve(folders.templates());
    Path destination =
        options.destination().orElseGet(() -> options.source().resolve(folders.destination()));
    Theme theme = Theme.open(templates, folders.templates(), problems);
    Ahead<Templates> readied = Ahead.start(pool, () -> readied(theme, config, before));
    Optional<Applied> applied = Optional.empty();
    if (DirectoryTarget.check(destination, List.of(content, templates), problems)) {
      try (Assets assets = Assets.of(theme, config.assets(), options.source());
          DirectoryTarget target = DirectoryTarget.open(destination);
          Staging staging = target.stage()) {
        metrics.stage("looking at the destination");
        Site site = loading.get().site();
        Shelf shelf = new Shelf(cache.pictures(), options.clean());
        Pictures pictures = new Pictures(site.config(), resources(site), shelf::memory);
        Renderer renderer =
            new Renderer(site, readied.get(), assets, pictures, before.get().facts());
        SiteAnswers answers = site.answers();
        ToLongFunction<Question> answer = question -> renderer.answer(question, answers);
        metrics.stage("waiting for the content");
        Traces.Recorder traces = render(site, renderer, before.get(), answer, staging);
        stage(assets, theme, traces, site, staging);
        metrics.stage("assets");
        make(pictures, shelf, site, before.get(), traces, staging);
        new PageWeights(site, traces, staging).report(problems, metrics);
        Delivery delivery = new Delivery(options, site, staging, problems);
        delivery.stage(traces);
        Optional<Compression> compression = compress(site, destination, staging);
        applied = apply(staging, target);
        if (applied.isPresent()) {
          assets.removeUnused();
          compression.ifPresent(Compression::removeUnused);
          delivery.writeServerFiles();
        }
        metrics.stage("writing");
        if (applied.isPresent()) {
          shelf.tidy(scanned);
        }
        if (applied.isPresent() && !renderer.bodies().isDisturbed()) {
          cache.write(before.get(), renderer.bodies(), traces, answer, scanned);
          metrics.stage("remembering");
        }
      }
    }
    Site site = loading.get().site();
    metrics.knownArticles(before.get().articles().recalled());
    int pages = (int) site.routes().all().stream().filter(Route::isPage).count();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new BuildReport(destination, applied, site.articles().size(), pages, time, metrics);
  }

  /// The templates; where nothing was built before, all of them will be needed.
  private Templates readied(Theme theme, SiteConfig config, Ahead<Cache.Contents> before)
      throws IOException {
    Templates templates = new Templates(theme, config, problems);
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
    renderer.reportFailures();
    metrics.stage("rendering");
    metrics.templates(renderer.templateTimes());
    return traces;
  }

  private static List<ResourceFile> resources(Site site) {
    List<ResourceFile> resources = new ArrayList<>();
    for (Route route : site.routes().all()) {
      if (route instanceof Route.Resource resource) {
        resources.add(resource.file());
      }
    }
    return resources;
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
      Map<String, String> lost =
          new StagedPictures(pictures, shelf, darkroom, before.files(), staging)
              .stage(asked, progress);
      new LostPictures(site, traces, problems).report(asked, lost, staging);
      metrics.stage("pictures");
    }
  }

  /// Stages what the pages use, those that were kept among them.
  private void stage(Assets assets, Theme theme, Traces.Recorder traces, Site site, Staging staging)
      throws IOException {
    Set<String> addressed = new TreeSet<>();
    Set<String> styles = new TreeSet<>();
    for (Question question : traces.about(USES_OF_ASSETS)) {
      (question.topic() == Topic.STYLESHEET ? styles : addressed).add(question.subject());
    }
    for (Map.Entry<String, byte[]> asset : assets.publish(addressed, styles, problems).entrySet()) {
      Optional<Route> other = site.at(new UrlPath("/" + asset.getKey()));
      if (other.isPresent()) {
        problems.add(
            ProblemCode.DUPLICATE_URL,
            other.get().origin(),
            "the address " + other.get().path() + " is that of an asset of the theme",
            "rename the file");
        continue;
      }
      byte[] bytes = asset.getValue();
      Location at = Location.of(theme.label(Assets.nameOf(asset.getKey())));
      Optional<byte[]> stripped =
          RasterFormat.of(bytes).isPresent()
              ? Stripping.stripped(bytes, at, problems)
              : Optional.of(bytes);
      if (stripped.isPresent()) {
        staging.add(Output.of(asset.getKey(), Kind.ASSET, stripped.get()));
      }
    }
  }

  private Optional<Compression> compress(Site site, Path destination, Staging staging) {
    if (failed() || !(options.precompress() || site.config().hosting().precompress())) {
      return Optional.empty();
    }
    Path cache = options.source().resolve(Cache.FOLDER).resolve(Compression.FOLDER);
    Compression compression = new Compression(destination, staging, cache);
    int files = staging.staged().size();
    int made = compression.stage(problems, done -> progress.at("compressing", done, files));
    metrics.compressed(made);
    metrics.stage("compressing");
    return Optional.of(compression);
  }

  private Optional<Applied> apply(Staging staging, DirectoryTarget target) throws IOException {
    Optional<Plan> plan = staging.plan(problems);
    if (plan.isEmpty() || failed()) {
      return Optional.empty();
    }
    progress.at("writing", 0, 0);
    return Optional.of(target.apply(plan.get()));
  }

  private boolean failed() {
    return problems.hasErrors()
        || (options.strict()
            && problems.sorted().stream().map(Problem::severity).anyMatch(Severity.WARN::equals));
  }
}
