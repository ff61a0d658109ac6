package dev.levee.live;

import dev.levee.build.AvifEncoder;
import dev.levee.build.BuildOptions;
import dev.levee.build.Cache;
import dev.levee.build.LoadedSite;
import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.ArticleMemory;
import dev.levee.content.ContentReader;
import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.raster.Avifenc;
import dev.levee.render.FactsMemory;
import dev.levee.site.Publication;
import dev.levee.site.Site;
import dev.levee.source.GitHistory;
import dev.levee.source.SourceFile;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A site that follows its folder: whenever something there has changed, there is another edition
/// of it.
public final class LiveSite {

  private final BuildOptions options;
  private final Supplier<Publication> publication;
  private final Cache cache;
  private final LivePictures pictures;
  private final LiveSearch search;
  private final KeptPages pages = new KeptPages();
  private final FactsMemory facts;
  private Reading reading;
  private LiveTheme theme;
  private Optional<Avifenc> avifenc = Optional.empty();
  private List<Problem> encoding = List.of();
  private long number;

  /// Whether changes were passed over, as the settings or something else could not be read.
  private boolean behind;

  private volatile Edition edition;

  /// The content as it was read.
  ///
  /// @param memory what was understood of articles
  private record Reading(
      SourceTree tree,
      GitHistory history,
      List<Problem> scanned,
      LoadedSite loaded,
      List<Problem> problems,
      ArticleMemory memory) {

    Optional<Article> article(String id) {
      return loaded.content().articles().stream().filter(a -> a.id().equals(id)).findFirst();
    }
  }

  private LiveSite(
      BuildOptions options, Supplier<Publication> publication, Cache cache, Cache.Texts texts)
      throws IOException {
    this.options = options.absolute();
    this.publication = publication;
    this.cache = cache;
    this.pictures = new LivePictures(cache);
    this.search = new LiveSearch(cache);
    this.facts = texts.facts();
    long moment = cache.moment();
    Problems problems = new Problems();
    SiteConfig config = LoadedSite.settings(this.options, problems);
    this.reading = scanned(config, texts.articles(), moment);
    this.theme = LiveTheme.open(this.options, config, cache);
    findEncoder(config);
    this.edition = edition(problems);
  }

  /// Reads a site for the first time.
  ///
  /// @param publication what is shown, asked whenever the content is read
  /// @throws IOException when the site cannot be read
  public static LiveSite open(BuildOptions options, Supplier<Publication> publication)
      throws IOException {
    Cache cache = new Cache(options.source());
    return new LiveSite(options, publication, cache, cache.texts());
  }

  /// The site as it was last read.
  public Edition edition() {
    return edition;
  }

  /// The folders that the site is made from; they need not be there.
  public List<Path> folders() {
    return List.of(content(edition.config()), templates(edition.config()));
  }

  /// The settings file, which need not be there either.
  public Path settings() {
    return options.settings();
  }

  /// The folder of the site.
  public Path source() {
    return options.source();
  }

  /// Reads again what may have changed. With settings that cannot be read the site stays as it was,
  /// and what is wrong with them is told.
  ///
  /// @throws IOException when the site cannot be read
  public synchronized Edition refresh(Changes changes) throws IOException {
    long moment = cache.moment();
    Problems problems = new Problems();
    SiteConfig config = LoadedSite.settings(options, problems);
    boolean settings = behind || changes.touch(options.settings());
    behind = true; // should any of this fail
    boolean readable = !problems.hasErrors();
    if (readable) {
      if (settings) {
        pages.clear();
        findEncoder(config);
      }
      if (settings || changes.touch(templates(config))) {
        theme = LiveTheme.open(options, config, cache);
      }
      if (settings || changes.touch(content(config))) {
        reading = read(config, changes, moment, settings || changes.everything());
      }
    }
    behind = !readable;
    edition = edition(problems);
    return edition;
  }

  private Path content(SiteConfig config) {
    return options.source().resolve(config.folders().content());
  }

  private Path templates(SiteConfig config) {
    return options.source().resolve(config.folders().templates());
  }

  private Reading read(SiteConfig config, Changes changes, long moment, boolean everything)
      throws IOException {
    Optional<SourceTree> tree =
        everything ? Optional.empty() : reading.tree.after(changes.in(content(config)));
    if (tree.isEmpty()) {
      return scanned(config, reading.memory, moment);
    }
    Optional<Reading> rewritten = rewritten(tree.get(), config);
    return rewritten.isPresent()
        ? rewritten.get()
        : read(tree.get(), reading.history, reading.scanned, config, reading.memory, moment);
  }

  /// The content after nothing but words of articles changed, which leaves the site as it is put
  /// together; nothing when anything else did, or when there is something wrong of which the place
  /// may have moved.
  private Optional<Reading> rewritten(SourceTree tree, SiteConfig config) {
    Map<String, Article> articles = new HashMap<>();
    for (SourceFile file : tree.changedSince(reading.tree)) {
      Optional<Article> article =
          file instanceof ArticleFile written ? rewritten(written, config) : Optional.empty();
      if (article.isEmpty()) {
        return Optional.empty();
      }
      articles.put(file.path(), article.get());
    }
    LoadedSite loaded = reading.loaded;
    return loaded
        .site()
        .rewritten(articles)
        .map(site ->
            new Reading(
                tree,
                reading.history,
                reading.scanned,
                new LoadedSite(loaded.config(), loaded.content(), site),
                reading.problems,
                reading.memory));
  }

  private Optional<Article> rewritten(ArticleFile file, SiteConfig config) {
    Problems problems = new Problems();
    Optional<Article> now =
        ContentReader.read(
            file,
            reading.loaded.content(),
            config.folders().content(),
            config,
            reading.history,
            problems);
    return now.filter(article ->
        problems.added().isEmpty()
            && reading.problems.stream()
                .noneMatch(problem -> problem.location().path().equals(article.label()))
            && reading
                .article(file.path())
                .filter(before -> reading.loaded.site().isAlike(before, article))
                .isPresent());
  }

  private Reading scanned(SiteConfig config, ArticleMemory memory, long moment) throws IOException {
    Problems problems = new Problems();
    SourceTree tree = LoadedSite.scan(options.source(), config, problems);
    GitHistory history = LoadedSite.history(tree, config, problems);
    return read(tree, history, problems.added(), config, memory, moment);
  }

  private Reading read(
      SourceTree tree,
      GitHistory history,
      List<Problem> scanned,
      SiteConfig config,
      ArticleMemory memory,
      long moment) {
    Problems problems = new Problems();
    LoadedSite loaded = LoadedSite.read(tree, config, history, memory, publication.get(), problems);
    return new Reading(tree, history, scanned, loaded, problems.added(), memory.next(moment));
  }

  /// Starts a program, so it is done when the settings are read and not at each save.
  private void findEncoder(SiteConfig config) {
    Problems problems = new Problems();
    avifenc = config.pictures().avif() ? AvifEncoder.find(options, problems) : Optional.empty();
    encoding = problems.added();
  }

  /// @param problems has what is wrong with the settings, and takes the rest
  private Edition edition(Problems problems) {
    problems.addAll(reading.scanned);
    problems.addAll(reading.problems);
    number++;
    problems.addAll(encoding);
    Site site = reading.loaded.site();
    return new Edition(
        number, site, theme, pictures, search, pictures.of(site, avifenc), facts, pages, problems);
  }
}
