package dev.levee.build;

import dev.levee.content.UrlPath;
import dev.levee.feed.SiteFiles;
import dev.levee.output.Kind;
import dev.levee.page.PageFacts;
import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.render.Renderer;
import dev.levee.render.Rendering;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes what stands at a route, but for files that are published as they are. Safe to use from
/// several threads.
public final class RouteMaker {

  private final Site site;
  private final String base;
  private final Renderer renderer;
  private final SiteFiles files;

  /// What came of a route.
  ///
  /// @param bytes nothing when the route is that of a page whose template failed
  /// @param reads what was asked for it
  /// @param page what it asks of others, if it is a page
  @SuppressWarnings("ArrayRecordComponent")
  public record Made(
      Optional<byte[]> bytes, Reads reads, List<Problem> problems, Optional<PageFacts> page) {}

  /// Makes the routes of a site.
  public RouteMaker(Site site, Renderer renderer) {
    this.site = site;
    this.base = site.links().base();
    this.renderer = renderer;
    this.files = new SiteFiles(site, new RenderedTexts(renderer));
  }

  /// What order a route's file has among the others.
  static Kind kind(Route route) {
    if (route instanceof Route.Lite lite) {
      Kind full = kind(lite.full());
      return full == Kind.HOME ? Kind.LIST : full;
    }
    if (route instanceof Route.ListPage || route instanceof Route.Overview) {
      return route.path().equals(UrlPath.ROOT) ? Kind.HOME : Kind.LIST;
    }
    return route instanceof Route.Feed || route instanceof Route.SiteFile ? Kind.FEED : Kind.PAGE;
  }

  /// Whether a route gives the same as before when nothing that it asked has another answer. The
  /// news sitemap hangs on the clock, which is another in every build, and `robots.txt` is made
  /// sooner than anything can be asked about it.
  public static boolean isTimeless(Route route) {
    return !(route instanceof Route.Resource)
        && !(route instanceof Route.SiteFile file
            && (file.kind() == Route.SiteFile.Kind.NEWS_SITEMAP
                || file.kind() == Route.SiteFile.Kind.ROBOTS));
  }

  /// Makes what stands at a route.
  public Made make(Route route) {
    if (SiteFiles.makes(route)) {
      Reads reads = Reads.noting();
      byte[] bytes = files.render(route, reads);
      return new Made(Optional.of(bytes), reads, List.of(), Optional.empty());
    }
    Rendering rendering = renderer.render(route);
    if (rendering.html().isEmpty()) {
      return new Made(Optional.empty(), rendering.reads(), rendering.problems(), Optional.empty());
    }
    List<Problem> problems = new ArrayList<>(rendering.problems());
    String html = minified(rendering.html().get(), rendering.reads(), problems);
    return new Made(
        Optional.of(html.getBytes(StandardCharsets.UTF_8)),
        rendering.reads(),
        problems,
        Optional.of(PageFacts.of(html, base, base + route.path())));
  }

  private String minified(String html, Reads reads, List<Problem> problems) {
    reads.note(Topic.MINIFY_HTML);
    if (!site.config().minifyHtml()) {
      return html;
    }
    try {
      return HtmlMinifier.minified(html);
    } catch (LinkageError e) {
      Problems found = new Problems();
      found.add(
          ProblemCode.BAD_SETTINGS,
          Location.none(),
          "pages cannot be minified on this machine: there is no library for it",
          "take 'minifyHtml' out of the settings");
      problems.addAll(found.added());
      return html;
    }
  }
}
