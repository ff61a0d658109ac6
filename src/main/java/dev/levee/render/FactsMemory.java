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
  /// @param facts what [#pack] wrote of them
  private record Known(long key, Unpack facts) {}

  private FactsMemory(Map<String, Known> known) {
    this.known = known;
  }

  /// Nothing is known yet.
  public static FactsMemory empty() {
    return new FactsMemory(Map.of());
  }

  /// @param settings the hash of the settings
  Optional<Facts> recall(Article article, long settings) {
    return packed(article, key(article, settings))
        .map(packed -> {
          Unpack in = packed.again();
          return new Facts(in.text(), new ReadingTime(in.count(), in.count()), in.list(in::text));
        });
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
  ///
  /// @param facts by the ids of their articles
  void pack(List<Article> articles, Map<String, Facts> facts, long settings, Pack pack) {
    for (Article article : articles) {
      long key = key(article, settings);
      Facts now = facts.get(article.id());
      Optional<Unpack> before = packed(article, key);
      if (before.isPresent()) {
        pack.flag(true).text(article.id()).fixed(key).pack(before.get());
      } else if (now != null) {
        pack.flag(true).text(article.id()).fixed(key).pack(packed(now));
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
