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

/// What an earlier build knew of the texts of articles, for those that are still the same.
public final class FactsMemory {

  private final Map<String, Known> known;

  /// @param key the hash of all that the facts are made from
  private record Known(long key, Facts facts) {}

  private FactsMemory(Map<String, Known> known) {
    this.known = known;
  }

  /// Nothing is known yet.
  public static FactsMemory empty() {
    return new FactsMemory(Map.of());
  }

  /// @param settings the hash of the settings
  Optional<Facts> recall(Article article, long settings) {
    return Optional.ofNullable(known.get(article.id()))
        .filter(k -> k.key == key(article, settings))
        .map(Known::facts);
  }

  private static long key(Article article, long settings) {
    return new Hash()
        .add(article.bodyDigest())
        .add(article.frontMatter().language().map(Locale::toLanguageTag))
        .add(settings)
        .value();
  }

  /// Packs the facts of articles, as far as they are known.
  ///
  /// @param facts by the ids of their articles
  static void pack(List<Article> articles, Map<String, Facts> facts, long settings, Pack pack) {
    pack.list(
        articles.stream().filter(article -> facts.containsKey(article.id())).toList(),
        article -> {
          Facts of = facts.getOrDefault(article.id(), Facts.NONE);
          pack.text(article.id()).fixed(key(article, settings));
          pack.text(of.summary());
          pack.number(of.readingTime().words()).number(of.readingTime().minutes());
          pack.list(of.headingIds(), pack::text);
        });
  }

  /// Reads what was packed.
  public static FactsMemory unpack(Unpack in) {
    Map<String, Known> known = new HashMap<>();
    in.list(() -> {
      String id = in.text();
      long key = in.fixed();
      Facts facts =
          new Facts(in.text(), new ReadingTime(in.count(), in.count()), in.list(in::text));
      return known.put(id, new Known(key, facts)) == null;
    });
    return new FactsMemory(known);
  }
}
