package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfig.SlugStyle;
import dev.levee.content.Article;
import dev.levee.content.Author;
import dev.levee.content.SectionFront;
import dev.levee.content.Slug;
import dev.levee.content.UrlPath;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Gathers articles by term, author, series and month.
final class ListingFactory {

  private final SiteConfig config;
  private final Map<String, SectionFront> fronts;
  private final Map<String, Author> known;
  private final Problems problems;
  private final List<Article> articles;
  private final List<Article> dated;

  /// @param fronts what each `_index.md` says, by the path of its section
  /// @param known the authors of `_data/authors`, by id
  ListingFactory(
      SiteConfig config,
      Map<String, SectionFront> fronts,
      Map<String, Author> known,
      List<Article> articles,
      List<Article> dated,
      Problems problems) {
    this.config = config;
    this.fronts = fronts;
    this.known = known;
    this.problems = problems;
    this.articles = articles;
    this.dated = dated;
  }

  List<Taxonomy> taxonomies() {
    List<Taxonomy> taxonomies = new ArrayList<>();
    config.taxonomies().forEach((name, title) -> taxonomies.add(taxonomy(name, title)));
    return taxonomies;
  }

  private Taxonomy taxonomy(String name, String title) {
    String folder = Slug.of(name, config.slugs());
    UrlPath url = new UrlPath("/" + folder + "/");
    List<Taxonomy.Term> terms = new ArrayList<>();
    grouped(name, a -> a.frontMatter().terms().getOrDefault(name, List.of()))
        .forEach((slug, group) -> {
          Optional<SectionFront> front = Optional.ofNullable(fronts.get(folder + "/" + slug));
          String term = front.map(SectionFront::title).orElse(group.name);
          Listing listing =
              new Listing(
                  Listing.Kind.TERM,
                  name + "/" + slug,
                  url.resolve(slug + "/"),
                  term,
                  group.articles);
          terms.add(new Taxonomy.Term(slug, term, listing, front));
        });
    Optional<SectionFront> front = Optional.ofNullable(fronts.get(folder));
    return new Taxonomy(name, front.map(SectionFront::title).orElse(title), url, terms);
  }

  /// The lists of authors by slug; what the author's id is says each article.
  Map<String, Listing> authors() {
    Map<String, Listing> listings = new TreeMap<>();
    grouped("authors", a -> a.frontMatter().authors())
        .forEach((slug, group) ->
            listings.put(
                slug,
                new Listing(
                    Listing.Kind.AUTHOR,
                    group.name,
                    new UrlPath("/authors/" + slug + "/"),
                    Optional.ofNullable(known.get(group.name)).map(Author::name).orElse(group.name),
                    group.articles)));
    return listings;
  }

  /// The lists of series by slug; the articles of a series follow their weight, then their date.
  Map<String, Listing> series() {
    Map<String, Listing> listings = new TreeMap<>();
    grouped("series", a -> a.frontMatter().series().stream().toList())
        .forEach((slug, group) ->
            listings.put(
                slug,
                new Listing(
                    Listing.Kind.SERIES,
                    group.name,
                    new UrlPath("/series/" + slug + "/"),
                    group.name,
                    group.articles.stream().sorted(inSeries()).toList())));
    return listings;
  }

  private static Comparator<Article> inSeries() {
    return Comparator.<Article>comparingInt(
            a -> a.frontMatter().weight() == 0 ? Integer.MAX_VALUE : a.frontMatter().weight())
        .thenComparing(Article.NEWEST_FIRST.reversed());
  }

  /// Years and months by `2016` and `2016/11`, the newest first.
  Map<String, Listing> archive() {
    Map<String, List<Article>> groups = new LinkedHashMap<>();
    if (!config.archives()) {
      return Map.of();
    }
    for (Article article : dated) {
      ZonedDateTime date = article.frontMatter().date().orElseThrow();
      String year = Permalinks.digits(date.getYear(), 4);
      String month = year + "/" + Permalinks.digits(date.getMonthValue(), 2);
      groups.computeIfAbsent(year, k -> new ArrayList<>()).add(article);
      groups.computeIfAbsent(month, k -> new ArrayList<>()).add(article);
    }
    Map<String, Listing> listings = new LinkedHashMap<>();
    groups.forEach((key, list) ->
        listings.put(
            key,
            new Listing(
                Listing.Kind.ARCHIVE, key, new UrlPath("/archive/" + key + "/"), key, list)));
    return listings;
  }

  private record Group(String name, List<Article> articles) {}

  /// Articles under the slug of each of their names; the name shown is that of the first article.
  private Map<String, Group> grouped(String key, Function<Article, List<String>> names) {
    Map<String, Group> groups = new TreeMap<>();
    Map<String, String> slugs = new HashMap<>();
    for (Article article : articles) {
      for (String name : names.apply(article)) {
        String slug = slugs.computeIfAbsent(name, n -> Slug.of(n, config.slugs()));
        if (slug.isEmpty()) {
          problems.add(
              ProblemCode.BAD_URL,
              Location.of(article.label()),
              "no address can be made from '" + name + "' under '" + key + "'",
              config.slugs() == SlugStyle.ASCII
                  ? "write it in Latin letters, or set 'slugs: unicode'"
                  : "write it with letters or digits");
          continue;
        }
        Group group = groups.computeIfAbsent(slug, s -> new Group(name, new ArrayList<>()));
        if (group.articles.isEmpty() || !group.articles.getLast().equals(article)) {
          group.articles.add(article);
        }
      }
    }
    return groups;
  }
}
