package dev.levee.site;

import dev.levee.content.Article;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which dated article comes before and after which in its section.
final class Neighbours {

  private final Map<String, List<Article>> bySection = new HashMap<>();
  private final Map<String, Integer> positions = new HashMap<>();

  /// @param dated the articles that have a date, the newest first
  Neighbours(List<Article> dated) {
    for (Article article : dated) {
      List<Article> section = bySection.computeIfAbsent(article.section(), s -> new ArrayList<>());
      positions.put(article.id(), section.size());
      section.add(article);
    }
  }

  Optional<Article> newer(Article article) {
    return at(article, -1);
  }

  Optional<Article> older(Article article) {
    return at(article, 1);
  }

  private Optional<Article> at(Article article, int step) {
    Integer position = positions.get(article.id());
    if (position == null) {
      return Optional.empty();
    }
    List<Article> section = bySection.getOrDefault(article.section(), List.of());
    int wanted = position + step;
    return wanted < 0 || wanted >= section.size()
        ? Optional.empty()
        : Optional.of(section.get(wanted));
  }
}
