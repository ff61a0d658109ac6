package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.Author;
import dev.levee.content.Slug;
import dev.levee.content.UrlPath;
import dev.levee.problem.Problems;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that is known of a site.
///
/// @param articles the published articles in the order of lists
/// @param articleUrls where the page of each stands, by its id
/// @param sections by path, the home page first
/// @param rewritten the articles of which only words changed since all this was put together, by
///   their ids
record Whole(
    SiteConfig config,
    Publication publication,
    List<Article> articles,
    Map<String, UrlPath> articleUrls,
    Map<String, Section> sections,
    List<Taxonomy> taxonomies,
    Listings listings,
    Map<String, Author> authors,
    Map<String, @Nullable Object> data,
    RouteTable routes,
    PublishedFiles files,
    Unpublished unpublished,
    Related related,
    Neighbours neighbours,
    List<Article> featured,
    Map<String, Article> rewritten) {

  Whole {
    articles = List.copyOf(articles);
    articleUrls = Map.copyOf(articleUrls);
    sections = Collections.unmodifiableMap(sections);
    taxonomies = List.copyOf(taxonomies);
    authors = Map.copyOf(authors);
    featured = List.copyOf(featured);
    rewritten = Map.copyOf(rewritten);
  }

  Whole with(Map<String, Article> newWords) {
    Map<String, Article> all = new HashMap<>(rewritten);
    all.putAll(newWords);
    return new Whole(
        config,
        publication,
        articles,
        articleUrls,
        sections,
        taxonomies,
        listings,
        authors,
        data,
        routes.with(all),
        files,
        unpublished,
        related,
        neighbours,
        featured,
        all);
  }

  /// Whether an article that says something else stands at the same address and in the same lists.
  boolean isAlike(Article before, Article now) {
    Permalinks permalinks = new Permalinks(config, new Problems());
    return now.bodyLine() == before.bodyLine()
        && now.frontMatter().differsInWords(before.frontMatter())
        && permalinks.of(now).equals(permalinks.of(before));
  }

  /// Whether the articles are in their order as they are now. All lists follow it; in it titles
  /// tell apart what is of one moment.
  boolean isInOrder() {
    boolean isNew = false;
    @Nullable Article before = null;
    for (Article article : articles) {
      Article now = latest(article);
      boolean wasNew = isNew;
      isNew = rewritten.containsKey(article.id());
      if (before != null && (wasNew || isNew) && before.compareTo(now) > 0) {
        return false;
      }
      before = now;
    }
    return true;
  }

  /// An article as it is now.
  Article latest(Article article) {
    return rewritten.isEmpty() ? article : rewritten.getOrDefault(article.id(), article);
  }

  /// Articles as they are now.
  List<Article> latest(List<Article> list) {
    return rewritten.isEmpty() ? list : list.stream().map(this::latest).toList();
  }

  Optional<Taxonomy> taxonomy(String name) {
    return taxonomies.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  Optional<Listing> authorListing(String id) {
    return Optional.ofNullable(listings.authors().get(Slug.of(id, config.slugs())));
  }

  Optional<Listing> seriesOf(Article article) {
    return article
        .frontMatter()
        .series()
        .map(name -> listings.series().get(Slug.of(name, config.slugs())));
  }

  /// The lists of one kind each, by key and in order.
  record Listings(
      Map<String, Listing> authors, Map<String, Listing> series, Map<String, Listing> archive) {}
}
