package dev.levee.build;

import dev.levee.config.Hosting;
import dev.levee.content.UrlPath;
import dev.levee.deliver.ContentSecurityPolicy;
import dev.levee.deliver.Headers;
import dev.levee.deliver.HeadersFile;
import dev.levee.deliver.Published;
import dev.levee.deliver.Redirects;
import dev.levee.deliver.RedirectsFile;
import dev.levee.deliver.ServerFiles;
import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.Staged;
import dev.levee.output.Staging;
import dev.levee.page.PageFacts;
import dev.levee.problem.Location;
import dev.levee.problem.Problems;
import dev.levee.site.Route;
import dev.levee.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// How the site is to be served, which hangs on all that it publishes, whether it was made now or
/// before: so this comes last in a build.
final class Delivery {

  private static final UrlPath HEADERS = new UrlPath("/" + HeadersFile.PATH);

  private final BuildOptions options;
  private final Site site;
  private final Staging staging;
  private final Problems problems;
  private Map<String, String> serverFiles = Map.of();

  Delivery(BuildOptions options, Site site, Staging staging, Problems problems) {
    this.options = options;
    this.site = site;
    this.staging = staging;
    this.problems = problems;
  }

  /// Stages what tells hosts of headers; a file of that name among the content takes its place.
  void stage(Traces.Recorder traces) throws IOException {
    Hosting hosting = site.config().hosting();
    Map<UrlPath, Set<String>> brought = sourcesOfResources();
    Published published = published(traces, brought);
    Headers headers = Headers.of(hosting, published);
    check(headers.policy(), route -> !isServerError(route), traces, brought);
    check(headers.serverErrorPolicy(), Delivery::isServerError, traces, brought);
    if (site.at(HEADERS).isEmpty()) {
      String text = HeadersFile.text(headers, published.addresses(), problems);
      staging.add(Output.of(HeadersFile.PATH, Kind.FEED, text));
    }
    OtherContent.check(site.routes().resources(), problems);
    Redirects redirects = Redirects.of(site);
    RedirectsFile.check(redirects, problems);
    if (!hosting.servers().isEmpty()) {
      String host = Optional.ofNullable(site.config().url().getHost()).orElse("");
      serverFiles = ServerFiles.texts(hosting.servers(), headers, redirects, host);
      ServerFiles.check(options.source(), serverFiles, problems);
    }
  }

  /// Writes the configurations of servers, once the site is in its place.
  void writeServerFiles() throws IOException {
    ServerFiles.write(options.source(), serverFiles);
  }

  /// @param brought what pages that authors bring along ask of others
  private Published published(Traces.Recorder traces, Map<UrlPath, Set<String>> brought) {
    List<String> files = new ArrayList<>();
    List<String> fingerprinted = new ArrayList<>();
    for (Staged staged : staging.staged()) {
      String file = staged.path().value();
      if (!file.equals(RedirectsFile.PATH)) {
        files.add(file);
      }
      boolean made = staged.kind() == Kind.ASSET || staged.kind() == Kind.PICTURE;
      if (made && site.at(new UrlPath("/" + file)).isEmpty()) {
        fingerprinted.add(file);
      }
    }
    TreeSet<String> sources = new TreeSet<>();
    traces
        .pages(key -> !key.equals(Route.ErrorPage.SERVER_ERROR.key()))
        .forEach(page -> sources.addAll(page.policySources()));
    brought.forEach(
        (path, asked) -> sources.addAll(path.equals(UrlPath.SERVER_ERROR) ? Set.of() : asked));
    Set<String> serverError =
        site.at(UrlPath.SERVER_ERROR).map(route -> asked(route, traces, brought)).orElse(Set.of());
    Set<String> styles = PageFacts.preloadsOfAll(styled(traces));
    Published published =
        Published.of(site.links().base(), files, fingerprinted, sources, styles)
            .withServerError(serverError);
    return site.config().lite() ? published.withTextOnly(Route.Lite.FOLDER) : published;
  }

  /// What the pages ask for that may have style sheets in files: neither twins of text alone nor
  /// the page for errors do.
  private List<PageFacts> styled(Traces.Recorder traces) {
    return site.routes().all().stream()
        .filter(route -> !(route instanceof Route.Lite) && !isServerError(route))
        .flatMap(route -> traces.page(route.key()).stream())
        .toList();
  }

  /// Where a policy is too long, names the page that asks for most.
  ///
  /// @param has whether a route has that policy
  private void check(
      ContentSecurityPolicy policy,
      Predicate<Route> has,
      Traces.Recorder traces,
      Map<UrlPath, Set<String>> brought) {
    if (!policy.isTooLong()) {
      return;
    }
    Location worst = Location.of(HeadersFile.PATH);
    int most = 0;
    for (Route route : site.routes().all()) {
      int asked = has.test(route) ? asked(route, traces, brought).size() : 0;
      if (asked > most) {
        worst = route.origin();
        most = asked;
      }
    }
    policy.tell(worst, most, problems);
  }

  /// What a page takes from where.
  private static Set<String> asked(
      Route route, Traces.Recorder traces, Map<UrlPath, Set<String>> brought) {
    return route instanceof Route.Resource
        ? brought.getOrDefault(route.path(), Set.of())
        : traces.page(route.key()).map(PageFacts::policySources).orElse(Set.of());
  }

  private static boolean isServerError(Route route) {
    return route.path().equals(UrlPath.SERVER_ERROR);
  }

  /// What pages that authors bring along whole ask of others, by address: they are held to the same
  /// policy as ours.
  private Map<UrlPath, Set<String>> sourcesOfResources() throws IOException {
    Map<UrlPath, Set<String>> sources = new ConcurrentHashMap<>();
    try {
      site.routes().resources().parallelStream()
          .forEach(resource -> sources.put(resource.path(), sources(resource)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return sources;
  }

  private Set<String> sources(Route.Resource resource) {
    try {
      return PublishedResource.policySources(resource, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
