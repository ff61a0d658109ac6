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

  /// Whether all this would be put together alike if an article said something else: at the same
  /// address, in the same lists, and at the same place in them.
  boolean isAlike(Article before, Article now) {
    Permalinks permalinks = new Permalinks(config, new Problems());
    return now.bodyLine() == before.bodyLine()
        && now.frontMatter().differsInWords(before.frontMatter())
        && permalinks.of(now).equals(permalinks.of(before))
        && keepsItsPlace(now);
  }

  /// All lists follow one order, in which titles tell apart what is of one moment.
  private boolean keepsItsPlace(Article now) {
    int at = 0;
    while (at < articles.size() && !articles.get(at).id().equals(now.id())) {
      at++;
    }
    if (at == articles.size()) {
      return true; // it is not published, so that it is in no list
    }
    boolean follows = at == 0 || latest(articles.get(at - 1)).compareTo(now) < 0;
    boolean leads = at == articles.size() - 1 || latest(articles.get(at + 1)).compareTo(now) > 0;
    return follows && leads;
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
