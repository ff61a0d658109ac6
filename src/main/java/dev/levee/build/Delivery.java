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
import dev.levee.problem.Problems;
import dev.levee.site.Route;
import dev.levee.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How the site is to be served, which hangs on all that it publishes, whether it was made now or
/// before: so this comes last in a build.
final class Delivery {

  private static final UrlPath HEADERS = new UrlPath("/" + HeadersFile.PATH);

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
    TreeSet<String> sources = new TreeSet<>();
    for (Route route : site.routes().all()) {
      Set<String> asked =
          route instanceof Route.Resource resource
              ? sourcesOf(resource)
              : traces.page(route.key()).map(PageFacts::policySources).orElse(Set.of());
      sources.addAll(asked);
      if (asked.size() > worst.sources) {
        worst = new Asking(route.origin(), asked.size());
      }
    }
    return Published.of(
        site.links().base(), files, fingerprinted, sources, PageFacts.preloadsOfAll(pages));
  }

  /// Pages that authors bring along whole are held to the same policy as ours.
  private Set<String> sourcesOf(Route.Resource resource) throws IOException {
    String file = resource.path().file();
    if (!MediaTypes.mayRunScripts(MediaTypes.of(file))) {
      return Set.of();
    }
    String html = new String(Files.readAllBytes(resource.file().file()), StandardCharsets.UTF_8);
    return PageFacts.of(html, "", "/" + file).policySources();
  }
}
