package dev.levee.build;

import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.output.Kind;
import dev.levee.output.Output;
import dev.levee.output.OutputPath;
import dev.levee.output.Staging;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.render.Renderer;
import dev.levee.search.Indexing;
import dev.levee.search.SearchFile;
import dev.levee.search.SearchIndex;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.trace.KeptFiles;
import dev.levee.trace.Reads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Stages the index for search: that of an earlier build with what has changed since.
public final class StagedSearch {

  private static final String KEY = "index";

  private final Site site;
  private final long tool;
  private final KeptFiles kept;
  private final SearchIndex before;
  private final Indexing indexing;
  private SearchIndex index;

  private StagedSearch(Site site, long tool, KeptFiles kept) {
    this.site = site;
    this.tool = tool;
    this.kept = kept;
    this.before = read(kept, tool);
    this.indexing = new Indexing(site, before);
    this.index = before;
  }

  /// The index that the last build left; that of nothing when there is none that can be believed.
  public static SearchIndex kept(Cache cache) {
    try {
      return read(new KeptFiles(cache.search(), false), Tool.fingerprint());
    } catch (IOException e) {
      return SearchIndex.empty();
    }
  }

  private static SearchIndex read(KeptFiles kept, long tool) {
    return kept.read(KEY).map(b -> SearchIndex.unpack(b, tool)).orElse(SearchIndex.empty());
  }

  /// Begins, before texts are read for pages.
  ///
  /// @param clean whether what was kept is left alone
  static StagedSearch begin(Site site, Cache cache, boolean clean) throws IOException {
    return new StagedSearch(site, Tool.fingerprint(), new KeptFiles(cache.search(), clean));
  }

  /// Takes the text of an article.
  void read(Article article, MarkdownDocument text) {
    indexing.read(article, text);
  }

  /// Stages all files of the index, once the pages are rendered.
  void stage(Renderer renderer, Staging staging, Problems problems) throws IOException {
    indexing.unread().parallelStream()
        .forEach(article -> indexing.read(article, renderer.text(article)));
    Function<Article, String> summaries = a -> renderer.summary(a, Reads.forgetting());
    index = indexing.index(summaries);
    Map<String, Long> digests = new ConcurrentHashMap<>();
    try {
      indexing.files(index, summaries).parallelStream()
          .forEach(file -> digests.put(file.name(), stage(file, staging)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    index = index.with(digests);
    Optional<Route> other = site.at(new UrlPath("/" + SearchIndex.MANIFEST));
    if (other.isPresent()) {
      problems.add(
          ProblemCode.DUPLICATE_URL,
          other.get().origin(),
          "the address " + other.get().path() + " is that of the index for search",
          "rename the file, or take 'search' out of the settings");
      return;
    }
    staging.add(Output.of(SearchIndex.MANIFEST, Kind.FEED, index.manifest()));
  }

  private long stage(SearchFile file, Staging staging) {
    Long known = before.digests().get(file.name());
    if (known != null && staging.keep(OutputPath.of(file.path()), Kind.ASSET, known)) {
      return known;
    }
    try {
      Output output = Output.of(file.path(), Kind.ASSET, file.bytes().get());
      return staging.add(output).digest().prefix();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps the index for the next build. That it cannot be kept is no fault of this one.
  void remember() {
    if (index.equals(before)) {
      return;
    }
    try {
      kept.write(KEY, index.pack(tool));
      kept.removeUnused();
    } catch (IOException e) {
      // the next build does without
    }
  }
}
