package dev.levee.site;

import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.ResourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All routes by their address. Two that want the same one, also when only upper and lower case
/// tell them apart or one is a file where the other needs a folder, are a problem that names both.
public final class RouteTable {

  private final Map<UrlPath, Route> byPath;
  private final List<Route> routes;

  /// See [Whole].
  private final Map<String, Article> rewritten;

  /// Made once something is missing.
  private @Nullable NearestPath nearest;

  private RouteTable(
      Map<UrlPath, Route> byPath, List<Route> routes, Map<String, Article> rewritten) {
    this.byPath = byPath;
    this.routes = routes;
    this.rewritten = rewritten;
  }

  /// The same routes to articles as they are now.
  RouteTable with(Map<String, Article> rewritten) {
    return new RouteTable(byPath, routes, rewritten);
  }

  /// @param wanted in order of claim: the first keeps the address
  static RouteTable of(List<Route> wanted, Problems problems) {
    Map<UrlPath, Route> byPath = HashMap.newHashMap(wanted.size());
    Map<String, Route> byFile = HashMap.newHashMap(wanted.size());
    List<Route> kept = new ArrayList<>(wanted.size());
    for (Route route : wanted) {
      Route other = byFile.putIfAbsent(folded(route.path().file()), route);
      if (other == null) {
        byPath.put(route.path(), route);
        kept.add(route);
      } else {
        collide(route, other, problems);
      }
    }
    Set<String> folders = new HashSet<>();
    for (Route route : kept) {
      filesAbove(route, byFile, folders, problems);
    }
    kept.sort((a, b) -> a.path().compareTo(b.path()));
    return new RouteTable(byPath, Collections.unmodifiableList(kept), Map.of());
  }

  /// All routes, by address.
  public List<Route> all() {
    return rewritten.isEmpty() ? routes : routes.stream().map(this::latest).toList();
  }

  private Route latest(Route route) {
    if (route instanceof Route.ArticlePage page) {
      Article now = rewritten.get(page.article().id());
      return now == null ? page : new Route.ArticlePage(page.path(), now);
    }
    return route instanceof Route.Lite lite
        ? new Route.Lite(lite.path(), latest(lite.full()))
        : route;
  }

  /// Those of files that are published as they are, by address.
  public List<Route.Resource> resources() {
    List<Route.Resource> resources = new ArrayList<>();
    for (Route route : routes) {
      if (route instanceof Route.Resource resource) {
        resources.add(resource);
      }
    }
    return resources;
  }

  /// The files behind them.
  public List<ResourceFile> files() {
    return resources().stream().map(Route.Resource::file).toList();
  }

  public Optional<Route> at(UrlPath path) {
    return Optional.ofNullable(byPath.get(path)).map(this::latest);
  }

  /// The address that is nearest to a path at which there is nothing.
  public Optional<UrlPath> nearest(String path) {
    return nearest().to(path, p -> true).map(UrlPath::new);
  }

  private synchronized NearestPath nearest() {
    if (nearest == null) {
      nearest =
          new NearestPath(
              routes.stream()
                  .filter(route -> !(route instanceof Route.Lite))
                  .map(route -> route.path().value()));
    }
    return nearest;
  }

  /// The addresses that differ from others by more than case on every file system.
  private static String folded(String file) {
    return UrlPath.composed(file).toLowerCase(Locale.ROOT);
  }

  private static void collide(Route late, Route early, Problems problems) {
    boolean caseOnly = !late.path().equals(early.path());
    boolean redirect = late instanceof Route.Redirect;
    problems.add(
        redirect ? ProblemCode.DUPLICATE_ALIAS : ProblemCode.DUPLICATE_URL,
        late.origin(),
        "the address "
            + late.path()
            + (caseOnly ? " differs only in case from " + early.path() + ", which " : " ")
            + (caseOnly ? "" : "is also that of ")
            + early.origin()
            + (caseOnly ? " has" : ""),
        switch (late) {
          case Route.Redirect _ -> "take the alias out";
          case Route.Resource _ -> "rename one of the files";
          default ->
              early instanceof Route.ErrorPage page
                  ? "give it another 'url', and write what that page is to say into templates/"
                      + page.kind()
                      + ".ftlh"
                  : "give one of them another 'slug' or 'url'";
        });
  }

  /// @param folders those that were looked at
  private static void filesAbove(
      Route route, Map<String, Route> byFile, Set<String> folders, Problems problems) {
    String folder = folded(route.path().folder());
    for (int end = folder.lastIndexOf('/'); end > 0; end = folder.lastIndexOf('/', end - 1)) {
      String file = folder.substring(1, end);
      if (!folders.add(file)) {
        return;
      }
      Route above = byFile.get(file);
      if (above != null) {
        problems.add(
            ProblemCode.DUPLICATE_URL,
            above.origin(),
            "the address "
                + above.path()
                + " is a file, but "
                + route.origin()
                + " needs a folder there",
            "end the address in '/' or in '.html'");
      }
    }
  }
}
