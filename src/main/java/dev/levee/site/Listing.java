package dev.levee.site;

import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import java.util.List;

/// Articles that belong together, in their order: what a list page, its further pages and its feeds
/// show.
///
/// @param key what tells it from others of its kind: a section's path, `tags/flood`, `2016/11` …
/// @param url where its first page stands; ends in a slash
public record Listing(Kind kind, String key, UrlPath url, String title, List<Article> articles) {

  public Listing {
    articles = List.copyOf(articles);
  }

  /// What the articles have in common.
  public enum Kind {
    HOME,
    SECTION,
    TERM,
    AUTHOR,
    SERIES,
    ARCHIVE;

    /// Whether lists of this kind have feeds.
    public boolean hasFeeds() {
      return this != SERIES && this != ARCHIVE;
    }
  }

  /// What tells lists apart; hashing all that is in them would take as long as they are.
  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + key.hashCode();
  }

  /// What tells it from every other list.
  public String id() {
    return kind + ":" + key;
  }

  /// The newest of the articles that have a date.
  List<Article> newest(int count) {
    return articles.stream()
        .filter(a -> a.frontMatter().date().isPresent())
        .sorted(Article.NEWEST_FIRST)
        .limit(count)
        .toList();
  }

  /// How many pages the list has, at least one.
  public int pages(int pageSize) {
    return Math.max(1, (articles.size() + pageSize - 1) / pageSize);
  }

  /// Where a page stands; pages are counted from 1.
  public UrlPath url(int page) {
    return page == 1 ? url : url.resolve("page/" + page + "/");
  }
}
