package dev.levee.live;

import dev.levee.build.Cache;
import dev.levee.build.StagedSearch;
import dev.levee.content.Article;
import dev.levee.render.Renderer;
import dev.levee.search.Indexing;
import dev.levee.search.SearchFile;
import dev.levee.search.SearchIndex;
import dev.levee.site.Site;
import dev.levee.trace.Reads;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The index for search of a preview, made when it is asked for, from the one before. Safe to use
/// from several threads.
final class LiveSearch {

  private final Cache cache;
  private @Nullable SearchIndex index;
  private @Nullable Site of;
  private Map<String, Supplier<byte[]>> files = new HashMap<>();

  /// @param cache has what the last build left
  LiveSearch(Cache cache) {
    this.cache = cache;
  }

  /// What stands at a path of the index; nothing where it has no file.
  ///
  /// @param file without a slash at its start
  synchronized Optional<byte[]> at(String file, Site site, Renderer renderer) {
    boolean manifest = file.equals(SearchIndex.MANIFEST);
    if (!site.config().search() || !(manifest || file.startsWith(SearchIndex.FOLDER))) {
      return Optional.empty();
    }
    if (manifest) {
      byte[] bytes = index(site, renderer).manifest().getBytes(StandardCharsets.UTF_8);
      return Optional.of(bytes);
    }
    if (!files.containsKey(file)) {
      index(site, renderer);
    }
    return Optional.ofNullable(files.get(file)).map(Supplier::get);
  }

  private SearchIndex index(Site site, Renderer renderer) {
    SearchIndex before = index;
    if (before != null && of == site) {
      return before;
    }
    Indexing indexing = new Indexing(site, before == null ? StagedSearch.kept(cache) : before);
    indexing.unread().parallelStream()
        .forEach(article -> indexing.read(article, renderer.text(article)));
    Function<Article, String> summaries = a -> renderer.summary(a, Reads.forgetting());
    SearchIndex now = indexing.index(summaries);
    files = new HashMap<>();
    for (SearchFile made : indexing.files(now, summaries)) {
      files.put(made.path(), made.bytes());
    }
    index = now;
    of = site;
    return now;
  }
}
