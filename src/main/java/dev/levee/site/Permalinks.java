package dev.levee.site;

import dev.levee.config.PermalinkPattern;
import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import dev.levee.content.Slug;
import dev.levee.content.UrlPath;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the addresses of articles: their own, or by the pattern of their section.
final class Permalinks {

  private final SiteConfig config;
  private final Problems problems;

  Permalinks(SiteConfig config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  /// The address of an article's page; empty, with a problem, when none can be made.
  Optional<UrlPath> of(Article article) {
    FrontMatter fm = article.frontMatter();
    if (fm.url().isPresent()) {
      return fm.url().map(FrontMatter.Address::path);
    }
    String pattern = config.permalinkOf(article.section());
    boolean needsDate =
        pattern.contains(":year") || pattern.contains(":month") || pattern.contains(":day");
    if (needsDate && fm.date().isEmpty()) {
      problems.add(
          ProblemCode.MISSING_DATE,
          Location.of(article.label()),
          "this article has no date, but the permalink " + pattern + " needs one",
          "add a line 'date: 2016-11-08'");
      return Optional.empty();
    }
    Optional<String> empty =
        Stream.of(":slug", ":title", ":filename")
            .filter(t -> pattern.contains(t) && value(article, t).isEmpty())
            .findFirst();
    if (empty.isPresent()) {
      nameless(article, empty.get());
      return Optional.empty();
    }
    try {
      return Optional.of(
          new UrlPath(PermalinkPattern.expand(pattern, token -> value(article, token))));
    } catch (IllegalArgumentException e) {
      problems.add(
          ProblemCode.BAD_URL,
          Location.of(article.label()),
          "no address can be made: " + e.getMessage(),
          "give the article a 'url'");
      return Optional.empty();
    }
  }

  private void nameless(Article article, String token) {
    boolean home = article.file().isBundle() && article.file().folder().isEmpty();
    problems.add(
        ProblemCode.BAD_URL,
        Location.of(article.label()),
        home
            ? "this file would be the home page, which is made from _index.md"
            : "no address can be made: nothing in the article gives a " + token,
        home
            ? "rename it to _index.md, or give it a 'url'"
            : "give the article a 'slug' with letters or digits");
  }

  private String value(Article article, String token) {
    FrontMatter fm = article.frontMatter();
    ZonedDateTime date = fm.date().orElse(null);
    return switch (token) {
      case ":year" -> date == null ? "" : String.format(Locale.ROOT, "%04d", date.getYear());
      case ":month" -> date == null ? "" : twoDigits(date.getMonthValue());
      case ":day" -> date == null ? "" : twoDigits(date.getDayOfMonth());
      case ":section" -> article.section().split("/", -1)[0];
      case ":sections" -> article.section();
      case ":title" -> Slug.of(fm.title(), config.slugs());
      case ":filename" -> article.fileSlug();
      default -> fm.slug().orElse(article.fileSlug());
    };
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
