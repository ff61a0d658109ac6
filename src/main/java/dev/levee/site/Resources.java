package dev.levee.site;

import dev.levee.content.Article;
import dev.levee.content.Content;
import dev.levee.content.UrlPath;
import dev.levee.source.SourceFile.ResourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where pictures and other files of the content folder are published: beside the page of the
/// article whose bundle they are in, else at their own path. The files of an article that is not
/// published are not either.
final class Resources {

  private final Content content;
  private final Map<String, UrlPath> urls;
  private final Map<String, Article> bundles = new HashMap<>();

  /// @param urls the addresses of the published articles
  Resources(Content content, Map<String, UrlPath> urls) {
    this.content = content;
    this.urls = urls;
    for (Article article : content.articles()) {
      if (article.file().isBundle()) {
        bundles.put(article.file().folder(), article);
      }
    }
  }

  List<Route.Resource> routes() {
    List<Route.Resource> routes = new ArrayList<>();
    for (ResourceFile file : content.resources()) {
      String path = path(file);
      if (path != null) {
        routes.add(new Route.Resource(new UrlPath(path), file, "content/" + file.path()));
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
      return "/" + file.path();
    }
    UrlPath url = urls.get(article.id());
    return url == null
        ? null
        : url.folder() + file.path().substring(folder.isEmpty() ? 0 : folder.length() + 1);
  }
}
