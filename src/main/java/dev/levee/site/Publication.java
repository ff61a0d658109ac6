package dev.levee.site;

import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/// Which articles are published at a moment.
///
/// @param clock the moment
/// @param drafts whether drafts are published all the same
/// @param future whether articles whose time has not come are
/// @param expired whether articles whose time is over are
public record Publication(Instant clock, boolean drafts, boolean future, boolean expired) {

  /// How long an article stays in the news sitemap, see Google's "News sitemaps".
  public static final Duration NEWS_AGE = Duration.ofDays(2);

  /// Only what every reader may see at a moment.
  public static Publication at(Instant clock) {
    return new Publication(clock, false, false, false);
  }

  /// Why an article is published or not.
  public enum State {
    PUBLISHED,
    DRAFT,
    FUTURE,
    EXPIRED
  }

  /// The state of an article at this moment, whatever is published all the same.
  public State state(Article article) {
    FrontMatter fm = article.frontMatter();
    if (fm.draft()) {
      return State.DRAFT;
    }
    if (fm.expiryDate().map(this::isPast).orElse(false)) {
      return State.EXPIRED;
    }
    return fm.publishDate().map(this::isPast).orElse(true) ? State.PUBLISHED : State.FUTURE;
  }

  public boolean includes(Article article) {
    return switch (state(article)) {
      case PUBLISHED -> true;
      case DRAFT -> drafts;
      case FUTURE -> future;
      case EXPIRED -> expired;
    };
  }

  /// The next instant at which the site would change by itself: an article appears, ends, or enters
  /// or leaves the news sitemap.
  public Optional<Instant> nextChange(Collection<Article> articles) {
    return articles.stream()
        .filter(a -> !a.frontMatter().draft())
        .flatMap(
            article -> instants(article).filter(clock::isBefore).filter(at -> changes(article, at)))
        .min(Instant::compareTo);
  }

  private static boolean changes(Article article, Instant at) {
    Publication before = Publication.at(at.minusNanos(1));
    Publication after = Publication.at(at);
    return before.state(article) != after.state(article)
        || before.isNews(article) != after.isNews(article);
  }

  private boolean isNews(Article article) {
    return state(article) == State.PUBLISHED
        && article
            .frontMatter()
            .date()
            .map(ZonedDateTime::toInstant)
            .map(d -> !d.isAfter(clock) && d.plus(NEWS_AGE).isAfter(clock))
            .orElse(false);
  }

  private static Stream<Instant> instants(Article article) {
    FrontMatter fm = article.frontMatter();
    return Stream.of(
            fm.publishDate().map(ZonedDateTime::toInstant),
            fm.expiryDate().map(ZonedDateTime::toInstant),
            fm.date().map(ZonedDateTime::toInstant),
            fm.date().map(d -> d.toInstant().plus(NEWS_AGE)))
        .flatMap(Optional::stream);
  }

  private boolean isPast(ZonedDateTime date) {
    return !date.toInstant().isAfter(clock);
  }
}
