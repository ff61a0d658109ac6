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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the addresses of articles: their own, or by the pattern of their section. Safe to use from
/// several threads.
final class Permalinks {

  private final SiteConfig config;
  private final Problems problems;
  private final Map<String, PermalinkPattern> patterns = new ConcurrentHashMap<>();

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
    PermalinkPattern pattern =
        patterns.computeIfAbsent(
            article.section(), section -> new PermalinkPattern(config.permalinkOf(section)));
    if (pattern.needsDate() && fm.date().isEmpty()) {
      problems.add(
          ProblemCode.MISSING_DATE,
          Location.of(article.label()),
          "this article has no date, but the permalink " + pattern + " needs one",
          "add a line 'date: 2016-11-08'");
      return Optional.empty();
    }
    for (String token : pattern.names()) {
      if (value(article, token).isEmpty()) {
        nameless(article, token);
        return Optional.empty();
      }
    }
    try {
      return Optional.of(new UrlPath(pattern.expand(token -> value(article, token))));
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
      case ":year" -> date == null ? "" : digits(date.getYear(), 4);
      case ":month" -> date == null ? "" : digits(date.getMonthValue(), 2);
      case ":day" -> date == null ? "" : digits(date.getDayOfMonth(), 2);
      case ":section" -> article.section().split("/", -1)[0];
      case ":sections" -> article.section();
      case ":title" -> Slug.of(fm.title(), config.slugs());
      case ":filename" -> article.fileSlug();
      default -> fm.slug().orElse(article.fileSlug());
    };
  }

  /// A number with zeros in front of it.
  static String digits(int number, int count) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, count - digits.length())) + digits;
  }
}
