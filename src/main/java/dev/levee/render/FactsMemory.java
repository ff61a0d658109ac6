package dev.levee.render;

import dev.levee.content.Article;
import dev.levee.markdown.ReadingTime;
import dev.levee.render.Bodies.Facts;
import dev.levee.trace.Hash;
import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What is known of the texts of articles, from an earlier build and from this one, for those that
/// are still the same. Safe to use from several threads.
public final class FactsMemory {

  private final Map<String, Known> known;
  private final Map<String, Found> found = new ConcurrentHashMap<>();

  /// @param key the hash of all that the facts are made from
  /// @param facts what [#pack] wrote of them
  private record Known(long key, Unpack facts) {}

  /// What was found out since.
  private record Found(long key, Facts facts) {}

  private FactsMemory(Map<String, Known> known) {
    this.known = known;
  }

  /// Nothing is known yet.
  public static FactsMemory empty() {
    return new FactsMemory(Map.of());
  }

  /// @param settings the hash of the settings
  Optional<Facts> recall(Article article, long settings) {
    long key = key(article, settings);
    Found since = found.get(article.id());
    return since != null && since.key == key
        ? Optional.of(since.facts)
        : packed(article, key).map(FactsMemory::unpacked);
  }

  private static Facts unpacked(Unpack packed) {
    Unpack in = packed.again();
    return new Facts(in.text(), new ReadingTime(in.count(), in.count()), in.list(in::text));
  }

  /// Notes what the text of an article says.
  ///
  /// @param settings the hash of the settings
  void note(Article article, long settings, Facts facts) {
    found.put(article.id(), new Found(key(article, settings), facts));
  }

  private Optional<Unpack> packed(Article article, long key) {
    Known before = known.get(article.id());
    return before != null && before.key == key ? Optional.of(before.facts) : Optional.empty();
  }

  private static long key(Article article, long settings) {
    return new Hash()
        .add(article.bodyDigest())
        .add(article.frontMatter().language().map(Locale::toLanguageTag))
        .add(settings)
        .value();
  }

  /// Packs the facts of articles, as far as they are known from this build or from before.
  void pack(List<Article> articles, long settings, Pack pack) {
    for (Article article : articles) {
      long key = key(article, settings);
      Found now = found.get(article.id());
      Optional<Unpack> before = packed(article, key);
      if (before.isPresent()) {
        pack.flag(true).text(article.id()).fixed(key).pack(before.get());
      } else if (now != null && now.key == key) {
        pack.flag(true).text(article.id()).fixed(key).pack(packed(now.facts));
      }
    }
    pack.flag(false);
  }

  private static Pack packed(Facts facts) {
    Pack pack = new Pack().text(facts.summary());
    pack.number(facts.readingTime().words()).number(facts.readingTime().minutes());
    return pack.list(facts.headingIds(), pack::text);
  }

  /// Reads what was packed.
  public static FactsMemory unpack(Unpack in) {
    Map<String, Known> known = new HashMap<>();
    while (in.flag()) {
      known.put(in.text(), new Known(in.fixed(), in.pack()));
    }
    return new FactsMemory(known);
  }
}
