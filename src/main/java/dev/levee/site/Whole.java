package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.Author;
import dev.levee.content.Slug;
import dev.levee.content.UrlPath;
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
/// @param rewritten the articles of which only the text changed since all this was put together, by
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

  Whole with(Map<String, Article> newTexts) {
    Map<String, Article> all = new HashMap<>(rewritten);
    all.putAll(newTexts);
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
        routes,
        files,
        unpublished,
        related,
        neighbours,
        featured,
        all);
  }

  /// An article with its text as it is now.
  Article latest(Article article) {
    return rewritten.isEmpty() ? article : rewritten.getOrDefault(article.id(), article);
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
