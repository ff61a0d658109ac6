package dev.levee.build;

import dev.levee.config.Hosting;
import dev.levee.content.UrlPath;
import dev.levee.deliver.Headers;
import dev.levee.deliver.HeadersFile;
import dev.levee.deliver.MediaTypes;
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
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.site.Route;
import dev.levee.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// How the site is to be served, which hangs on all that it publishes, whether it was made now or
/// before: so this comes last in a build.
final class Delivery {

  private static final UrlPath HEADERS = new UrlPath("/" + HeadersFile.PATH);

  private static final long LARGEST_PAGE = 4 << 20;

  private final BuildOptions options;
  private final Site site;
  private final Staging staging;
  private final Problems problems;
  private Map<String, String> serverFiles = Map.of();
  private Asking worst = new Asking(Location.of(HeadersFile.PATH), 0);

  /// A page that asks others for much.
  private record Asking(Location origin, int sources) {}

  Delivery(BuildOptions options, Site site, Staging staging, Problems problems) {
    this.options = options;
    this.site = site;
    this.staging = staging;
    this.problems = problems;
  }

  /// Stages what tells hosts of headers; a file of that name among the content takes its place.
  void stage(Traces.Recorder traces) throws IOException {
    Hosting hosting = site.config().hosting();
    Published published = published(traces);
    Headers headers = Headers.of(hosting, published);
    headers.checkPolicy(worst.origin, worst.sources, problems);
    if (site.at(HEADERS).isEmpty()) {
      String text = HeadersFile.text(headers, published.addresses(), problems);
      staging.add(Output.of(HeadersFile.PATH, Kind.FEED, text));
    }
    OtherContent.check(site.routes().all(), problems);
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

  private Published published(Traces.Recorder traces) throws IOException {
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
    Set<PageFacts> pages = traces.pages();
    Map<String, Set<String>> ofResources = sourcesOfResources();
    TreeSet<String> sources = new TreeSet<>();
    for (Route route : site.routes().all()) {
      Set<String> asked =
          route instanceof Route.Resource
              ? ofResources.getOrDefault(route.key(), Set.of())
              : traces.page(route.key()).map(PageFacts::policySources).orElse(Set.of());
      sources.addAll(asked);
      if (asked.size() > worst.sources) {
        worst = new Asking(route.origin(), asked.size());
      }
    }
    return Published.of(
        site.links().base(), files, fingerprinted, sources, PageFacts.preloadsOfAll(pages));
  }

  /// What pages that authors bring along whole ask of others, by route: they are held to the same
  /// policy as ours.
  private Map<String, Set<String>> sourcesOfResources() throws IOException {
    Map<String, Set<String>> sources = new ConcurrentHashMap<>();
    try {
      site.routes().all().parallelStream()
          .forEach(route -> {
            if (route instanceof Route.Resource resource) {
              sources.put(route.key(), sourcesOf(resource));
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return sources;
  }

  private Set<String> sourcesOf(Route.Resource resource) {
    String name = resource.path().file();
    String type = MediaTypes.of(name);
    if (!MediaTypes.mayRunScripts(type)) {
      return Set.of();
    }
    Path file = resource.file().file();
    try {
      if (Files.size(file) > LARGEST_PAGE) {
        tooLarge(resource, type);
        return Set.of();
      }
      String html = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return PageFacts.of(html, "", "/" + name).policySources();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// XML of that size is data, and nothing is lost.
  private void tooLarge(Route.Resource resource, String type) {
    if (type.contains("html")) {
      problems.add(
          ProblemCode.POLICY_LIMIT,
          resource.origin(),
          "a page of more than 4 MB is not looked at for what the Content-Security-Policy has to"
              + " allow",
          "name what it needs in headers.csp, or make it smaller");
    }
  }
}
