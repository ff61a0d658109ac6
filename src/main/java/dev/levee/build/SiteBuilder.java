package dev.levee.build;

import dev.levee.asset.Asset;
import dev.levee.asset.Assets;
import dev.levee.config.SiteConfig.Folders;
import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.feed.FeedTexts;
import dev.levee.feed.SiteFiles;
import dev.levee.output.Applied;
import dev.levee.output.DirectoryTarget;
import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.Plan;
import dev.levee.output.Staging;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import dev.levee.render.Renderer;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.source.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Builds a site: reads it, renders every route into a staging area, and, when nothing is wrong,
/// puts what changed in its place.
public final class SiteBuilder {

  private final BuildOptions options;
  private final Problems problems;
  private final Progress progress;

  /// A builder for one build.
  ///
  /// @param problems takes what is wrong with the site
  public SiteBuilder(BuildOptions options, Problems problems, Progress progress) {
    this.options = options;
    this.problems = problems;
    this.progress = progress;
  }

  /// Builds the site. With errors among the problems, or warnings in a strict build, the
  /// destination stays as it was.
  ///
  /// @throws IOException when a folder cannot be read or written
  public BuildReport build() throws IOException {
    // parallel streams run in the pool that they are started from
    try (ForkJoinPool pool = new ForkJoinPool(options.jobs())) {
      CompletableFuture<BuildReport> report = new CompletableFuture<>();
      pool.execute(() -> complete(report));
      return report.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the build was interrupted", e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /// A task of the pool would hand on a copy of what it throws, with another message.
  private void complete(CompletableFuture<BuildReport> report) {
    try {
      report.complete(stages());
    } catch (Throwable e) {
      report.completeExceptionally(e);
    }
  }

  private BuildReport stages() throws IOException {
    long start = System.nanoTime();
    progress.at("reading", 0, 0);
    LoadedSite loaded = LoadedSite.load(options, problems);
    Site site = loaded.site();
    Folders folders = loaded.config().folders();
    Path content = options.source().resolve(folders.content());
    Path templates = options.source().resolve(folders.templates());
    Path destination =
        options.destination().orElseGet(() -> options.source().resolve(folders.destination()));
    Theme theme = Theme.open(templates, folders.templates(), problems);
    Optional<Applied> applied =
        DirectoryTarget.check(destination, List.of(content, templates), problems)
            ? write(site, theme, destination)
            : Optional.empty();
    int pages = (int) site.routes().all().stream().filter(Route::isPage).count();
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    return new BuildReport(destination, applied, site.articles().size(), pages, time);
  }

  private Optional<Applied> write(Site site, Theme theme, Path destination) throws IOException {
    Assets assets = Assets.of(theme);
    Renderer renderer = new Renderer(site, theme, assets, problems);
    try (DirectoryTarget target = DirectoryTarget.open(destination);
        Staging staging = target.stage()) {
      for (Asset asset : assets.all()) {
        Optional<Route> other = site.routes().at(new UrlPath("/" + asset.path()));
        if (other.isPresent()) {
          problems.add(
              ProblemCode.DUPLICATE_URL,
              other.get().origin(),
              "the address " + other.get().path() + " is that of an asset of the theme",
              "rename the file");
          continue;
        }
        staging.add(Output.of(asset.path(), Kind.ASSET, assets.read(asset)));
      }
      render(site, renderer, staging);
      renderer.reportFailures();
      Optional<Plan> plan = staging.plan(problems);
      if (plan.isEmpty() || failed()) {
        return Optional.empty();
      }
      progress.at("writing", 0, 0);
      return Optional.of(target.apply(plan.get()));
    }
  }

  private void render(Site site, Renderer renderer, Staging staging) {
    SiteFiles files = new SiteFiles(site, texts(renderer));
    List<Route> routes = site.routes().all();
    AtomicInteger done = new AtomicInteger();
    // lists show what is known of an article once its own page is rendered
    Predicate<Route> isArticle = route -> route instanceof Route.ArticlePage;
    for (Predicate<Route> pass : List.of(isArticle, isArticle.negate())) {
      routes.parallelStream()
          .filter(pass)
          .forEach(route -> {
            stage(route, renderer, files, staging);
            progress.at("rendering", done.incrementAndGet(), routes.size());
          });
    }
  }

  private static void stage(Route route, Renderer renderer, SiteFiles files, Staging staging) {
    Optional<Output> output =
        switch (route) {
          case Route.Resource resource ->
              Optional.of(Output.copy(route.path().file(), Kind.PICTURE, resource.file().file()));
          case Route.Feed feed -> Optional.of(made(files, feed));
          case Route.SiteFile file -> Optional.of(made(files, file));
          case Route.Redirect redirect -> Optional.of(made(files, redirect));
          default ->
              renderer.render(route).map(html -> Output.of(route.path().file(), kind(route), html));
        };
    try {
      if (output.isPresent()) {
        staging.add(output.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Output made(SiteFiles files, Route route) {
    return Output.of(route.path().file(), kind(route), files.render(route));
  }

  private static Kind kind(Route route) {
    return switch (route) {
      case Route.ListPage page when page.path().equals(UrlPath.ROOT) -> Kind.HOME;
      case Route.ListPage page -> Kind.LIST;
      case Route.Overview page -> Kind.LIST;
      case Route.Feed feed -> Kind.FEED;
      case Route.SiteFile file -> Kind.FEED;
      case Route.Resource resource -> Kind.PICTURE;
      case Route.ArticlePage page -> Kind.PAGE;
      case Route.NotFound page -> Kind.PAGE;
      case Route.Redirect page -> Kind.PAGE;
    };
  }

  private static FeedTexts texts(Renderer renderer) {
    return new FeedTexts() {
      @Override
      public String summary(Article article) {
        return renderer.summary(article);
      }

      @Override
      public String html(Article article) {
        return renderer.feedHtml(article);
      }
    };
  }

  private boolean failed() {
    return problems.hasErrors()
        || (options.strict()
            && problems.sorted().stream().map(Problem::severity).anyMatch(Severity.WARN::equals));
  }

  private static IOException unwrapped(ExecutionException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io) {
        return io;
      }
    }
    switch (e.getCause()) {
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      case null, default -> throw new IllegalStateException(e);
    }
  }
}
