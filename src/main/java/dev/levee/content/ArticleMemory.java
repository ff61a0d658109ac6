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

  private final Map<String, Packed> before;
  private final Map<String, Known> now = new ConcurrentHashMap<>();
  private final AtomicInteger recalled = new AtomicInteger();
  private final AtomicBoolean news = new AtomicBoolean();

  /// What is known of a file.
  ///
  /// @param text the hash of the whole file
  /// @param context the hash of all else that the article is made from
  private record Key(Stamp stamp, long text, long context) {}

  /// @param packed what an earlier build packed of the article, if it is still the same
  private record Known(Key key, List<Problem> problems, Article article, Optional<Unpack> packed) {}

  /// @param trusted whether the file cannot have changed since without another stamp
  private record Packed(Key key, boolean trusted, List<Problem> problems, Unpack article) {}

  private ArticleMemory(Map<String, Packed> before) {
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
    Packed packed = before.get(file.path());
    return packed != null && packed.trusted && packed.key.stamp.equals(file.stamp())
        ? recall(file, new Key(file.stamp(), packed.key.text, context), packed, zone, problems)
        : Optional.empty();
  }

  /// The article of a file that has the same text.
  Optional<Article> recall(
      ArticleFile file, long text, long context, ZoneId zone, Problems problems) {
    Packed packed = before.get(file.path());
    return packed != null && packed.key.text == text
        ? recall(file, new Key(file.stamp(), text, context), packed, zone, problems)
        : Optional.empty();
  }

  private Optional<Article> recall(
      ArticleFile file, Key key, Packed packed, ZoneId zone, Problems problems) {
    if (packed.key.context != key.context) {
      return Optional.empty();
    }
    Article article = ArticleCodec.unpack(file, zone, packed.article);
    now.put(file.path(), new Known(key, packed.problems, article, Optional.of(packed.article)));
    before.remove(file.path()); // what is left was deleted since
    problems.addAll(packed.problems);
    recalled.incrementAndGet();
    if (!packed.trusted || !packed.key.stamp.equals(key.stamp)) {
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
    Map<String, Packed> before = new ConcurrentHashMap<>();
    unpack.list(() -> {
      String path = unpack.text();
      Stamp stamp = Stamp.unpack(unpack);
      Key key = new Key(stamp, unpack.fixed(), unpack.fixed());
      List<Problem> problems = PackedProblems.unpack(unpack);
      before.put(path, new Packed(key, stamp.isOlderThan(scanned), problems, unpack.pack()));
      return path;
    });
    return new ArticleMemory(before);
  }
}
