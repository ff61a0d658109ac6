package dev.levee.build;

import dev.levee.content.UrlPath;
import dev.levee.feed.SiteFiles;
import dev.levee.output.Kind;
import dev.levee.page.PageFacts;
import dev.levee.page.Weights;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Makes what stands at a route, but for files that are published as they are. Safe to use from
/// several threads.
public final class RouteMaker {

  /// What a server may send before it has heard from the reader: ten packets of 1,460 bytes, see
  /// RFC 6928, less a little for headers.
  private static final int FIRST_ROUND_TRIP = 14_000;

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
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    if (route instanceof Route.Lite lite && lite.full() instanceof Route.ArticlePage) {
      weigh(lite, bytes, problems);
    }
    return new Made(
        Optional.of(bytes),
        rendering.reads(),
        problems,
        Optional.of(PageFacts.of(html, base, base + route.path())));
  }

  /// Says that the twin of an article does not arrive at once. Those of lists are what they are.
  private static void weigh(Route.Lite lite, byte[] bytes, List<Problem> problems) {
    int sent = bytes.length <= FIRST_ROUND_TRIP ? 0 : compressed(bytes);
    if (sent > FIRST_ROUND_TRIP) {
      Problems found = new Problems();
      found.add(
          ProblemCode.LONG_TWIN,
          lite.full().origin(),
          lite.path()
              + " has "
              + Weights.inWords(sent)
              + " compressed, more than the "
              + Weights.inWords(FIRST_ROUND_TRIP)
              + " that arrive at once",
          "make two articles of it, or switch this off");
      problems.addAll(found.added());
    }
  }

  private static int compressed(byte[] page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(page.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
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
