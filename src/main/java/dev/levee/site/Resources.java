package dev.levee.site;

import dev.levee.content.Article;
import dev.levee.content.Content;
import dev.levee.content.UrlPath;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.ResourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where pictures and other files of the content folder are published: beside the page of the
/// article whose bundle they are in, else at their own path. The files of an article that is not
/// published are not either, nor those beside articles of which none is.
final class Resources {

  private final Content content;
  private final String label;
  private final Map<String, UrlPath> urls;
  private final Map<String, Article> bundles = new HashMap<>();

  /// Folders with articles of which none is published; never the top, whose files are the site's.
  private final Set<String> heldBack = new HashSet<>();

  /// @param label what problems call the content folder
  /// @param urls the addresses of the published articles
  Resources(Content content, String label, Map<String, UrlPath> urls) {
    this.content = content;
    this.label = label;
    this.urls = urls;
    content.articles().forEach(a -> heldBack.add(a.file().folder()));
    content.articles().stream()
        .filter(a -> urls.containsKey(a.id()))
        .forEach(a -> heldBack.remove(a.file().folder()));
    heldBack.remove("");
    for (Article article : content.articles()) {
      if (article.file().isBundle() && !article.file().folder().isEmpty()) {
        bundles.put(article.file().folder(), article);
      }
    }
  }

  List<Route.Resource> routes(Problems problems) {
    List<Route.Resource> routes = new ArrayList<>();
    for (ResourceFile file : content.resources()) {
      Location at = Location.of(label + "/" + file.path());
      String path = path(file);
      try {
        if (path != null) {
          routes.add(new Route.Resource(new UrlPath(path), file, at));
        }
      } catch (IllegalArgumentException e) {
        problems.add(
            ProblemCode.BAD_URL,
            at,
            "no address can be made from the name of this file: " + e.getMessage(),
            "rename the file");
      }
    }
    return routes;
  }

  private @Nullable String path(ResourceFile file) {
    String folder = file.folder();
    while (!bundles.containsKey(folder) && !folder.isEmpty()) {
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }
    Article article = bundles.get(folder);
    if (article == null) {
      return heldBack.contains(file.folder()) ? null : "/" + file.path();
    }
    UrlPath url = urls.get(article.id());
    return url == null
        ? null
        : url.folder() + file.path().substring(folder.isEmpty() ? 0 : folder.length() + 1);
  }
}
