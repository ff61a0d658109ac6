package dev.levee.site;

import dev.levee.content.Article;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Finds the articles that go with an article: those that share its series and its rarer terms, the
/// nearer in time the better.
///
/// Of each list an article is in only its neighbours in time are weighed, so that all articles of a
/// site together cost a time that grows with their number and not with its square.
final class Related {

  /// How many neighbours on either side, in each list, are weighed.
  private static final int WINDOW = 32;

  private static final double SERIES_WEIGHT = 8;

  private final List<Listing> listings;
  private final int total;
  private final int count;
  private final Map<String, List<Article>> known = new ConcurrentHashMap<>();

  /// Made once it is asked for, which not every theme does.
  private @Nullable Map<String, List<Membership>> memberships;

  private record Membership(List<Article> articles, int position, double weight) {}

  /// @param listings terms, series and sections, each with its articles by date
  Related(List<Listing> listings, int total, int count) {
    this.listings = listings;
    this.total = total;
    this.count = count;
  }

  private synchronized Map<String, List<Membership>> memberships() {
    if (memberships == null) {
      memberships = members();
    }
    return memberships;
  }

  private Map<String, List<Membership>> members() {
    Map<String, List<Membership>> memberships = new HashMap<>();
    for (Listing listing : listings) {
      List<Article> articles = listing.articles().stream().sorted(Article.NEWEST_FIRST).toList();
      double weight = weight(listing.kind(), articles.size());
      for (int i = 0; i < articles.size(); i++) {
        memberships
            .computeIfAbsent(articles.get(i).id(), id -> new ArrayList<>())
            .add(new Membership(articles, i, weight));
      }
    }
    return memberships;
  }

  private double weight(Listing.Kind kind, int size) {
    return switch (kind) {
      case SERIES -> SERIES_WEIGHT;
      case SECTION -> 0.1;
      default -> StrictMath.log(1 + (double) total / size);
    };
  }

  /// The best of them, the best first.
  List<Article> to(Article article) {
    return known.computeIfAbsent(article.id(), this::best);
  }

  private List<Article> best(String id) {
    Map<Article, Double> scores = new HashMap<>();
    for (Membership in : memberships().getOrDefault(id, List.of())) {
      int from = Math.max(0, in.position() - WINDOW);
      int to = Math.min(in.articles().size(), in.position() + WINDOW + 1);
      for (int i = from; i < to; i++) {
        if (i != in.position()) {
          double nearness = 1.0 / (1 + Math.abs(i - in.position()));
          scores.merge(in.articles().get(i), in.weight() * (1 + 0.25 * nearness), Double::sum);
        }
      }
    }
    Comparator<Map.Entry<Article, Double>> best =
        Collections.reverseOrder(Map.Entry.<Article, Double>comparingByValue());
    return scores.entrySet().stream()
        .sorted(best.thenComparing(Map.Entry::getKey, Article.NEWEST_FIRST))
        .limit(count)
        .map(Map.Entry::getKey)
        .toList();
  }
}
