package dev.levee.content;

import dev.levee.problem.Problem;
import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.Stamp;
import dev.levee.trace.Pack;
import dev.levee.trace.PackedProblems;
import dev.levee.trace.Unpack;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What an earlier build understood of articles, for files that are still the same, and what this
/// one does, for the next. Safe to use from several threads.
public final class ArticleMemory {

  private final Map<String, Earlier> before;
  private final Map<String, Known> now = new ConcurrentHashMap<>();
  private final AtomicInteger recalled = new AtomicInteger();
  private final AtomicBoolean news = new AtomicBoolean();

  /// What a file was when it was read.
  ///
  /// @param text the hash of the whole file
  /// @param context the hash of all else that the article is made from
  private record Key(Stamp stamp, long text, long context) {}

  /// @param packed what an earlier build packed of the article, if it is still the same
  private record Known(Key key, List<Problem> problems, Article article, Optional<Unpack> packed) {}

  /// @param trusted whether the file cannot have changed since without another stamp
  /// @param article empty while it is still packed
  private record Earlier(
      Key key,
      boolean trusted,
      List<Problem> problems,
      Optional<Article> article,
      Optional<Unpack> packed) {

    Article at(ArticleFile file, ZoneId zone) {
      return article.isPresent()
          ? article.get().at(file)
          : ArticleCodec.unpack(file, zone, packed.orElseThrow());
    }
  }

  private ArticleMemory(Map<String, Earlier> before) {
    this.before = before;
  }

  /// Nothing is known yet.
  public static ArticleMemory empty() {
    return new ArticleMemory(new ConcurrentHashMap<>());
  }

  /// How many articles were known.
  public int recalled() {
    return recalled.get();
  }

  /// The article of a file that has the same stamp as when it was read.
  Optional<Article> recall(ArticleFile file, long context, ZoneId zone, Problems problems) {
    Earlier earlier = before.get(file.path());
    return earlier != null && earlier.trusted && earlier.key.stamp.equals(file.stamp())
        ? recall(file, new Key(file.stamp(), earlier.key.text, context), earlier, zone, problems)
        : Optional.empty();
  }

  /// The article of a file that has the same text.
  Optional<Article> recall(
      ArticleFile file, long text, long context, ZoneId zone, Problems problems) {
    Earlier earlier = before.get(file.path());
    return earlier != null && earlier.key.text == text
        ? recall(file, new Key(file.stamp(), text, context), earlier, zone, problems)
        : Optional.empty();
  }

  private Optional<Article> recall(
      ArticleFile file, Key key, Earlier earlier, ZoneId zone, Problems problems) {
    if (earlier.key.context != key.context) {
      return Optional.empty();
    }
    Article article = earlier.at(file, zone);
    now.put(file.path(), new Known(key, earlier.problems, article, earlier.packed));
    before.remove(file.path()); // what is left was deleted since
    problems.addAll(earlier.problems);
    recalled.incrementAndGet();
    if (!earlier.trusted || !earlier.key.stamp.equals(key.stamp)) {
      news.set(true);
    }
    return Optional.of(article);
  }

  /// Remembers an article for the next build.
  void note(Article article, long text, long context, List<Problem> problems) {
    Key key = new Key(article.file().stamp(), text, context);
    now.put(article.id(), new Known(key, problems, article, Optional.empty()));
    news.set(true);
  }

  /// What was understood here, for whoever reads the site again in the same process.
  ///
  /// @param scanned when the files were looked at, on the clock of the file system
  public ArticleMemory next(long scanned) {
    Map<String, Earlier> before = new ConcurrentHashMap<>(now.size());
    now.forEach((path, known) -> {
      boolean trusted = known.key.stamp.isOlderThan(scanned);
      Optional<Article> article = Optional.of(known.article);
      before.put(path, new Earlier(known.key, trusted, known.problems, article, known.packed));
    });
    return new ArticleMemory(before);
  }

  /// Whether the next build would remember anything else than this one did.
  public boolean isNews() {
    return news.get() || !before.isEmpty();
  }

  /// Packs what this build understood.
  public void pack(Pack pack) {
    pack.list(
        now.entrySet(),
        entry -> {
          Known known = entry.getValue();
          pack.text(entry.getKey());
          known.key.stamp.pack(pack);
          pack.fixed(known.key.text).fixed(known.key.context);
          PackedProblems.pack(known.problems, pack);
          if (known.packed.isPresent()) {
            pack.pack(known.packed.get());
          } else {
            Pack article = new Pack();
            ArticleCodec.pack(known.article, article);
            pack.pack(article);
          }
        });
  }

  /// Reads what an earlier build understood.
  ///
  /// @param scanned when that build began to look at files, on the clock of the file system
  public static ArticleMemory unpack(Unpack unpack, long scanned) {
    Map<String, Earlier> before = new ConcurrentHashMap<>();
    unpack.list(() -> {
      String path = unpack.text();
      Stamp stamp = Stamp.unpack(unpack);
      Key key = new Key(stamp, unpack.fixed(), unpack.fixed());
      List<Problem> problems = PackedProblems.unpack(unpack);
      boolean trusted = stamp.isOlderThan(scanned);
      Optional<Unpack> packed = Optional.of(unpack.pack());
      before.put(path, new Earlier(key, trusted, problems, Optional.empty(), packed));
      return path;
    });
    return new ArticleMemory(before);
  }
}
