package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.Author;
import dev.levee.content.Slug;
import dev.levee.content.UrlPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The whole site at one moment: what there is to publish and how it hangs together. Nothing in it
/// changes once it is made, so any number of threads may ask.
public final class Site {

  private final SiteConfig config;
  private final Publication publication;
  private final List<Article> articles;
  private final List<Article> featured;
  private final Map<String, UrlPath> articleUrls;
  private final Map<String, Section> sections;
  private final List<Taxonomy> taxonomies;
  private final Listings listings;
  private final Map<String, Author> authors;
  private final Map<String, @Nullable Object> data;
  private final RouteTable routes;
  private final SiteLinks links;
  private final Unpublished unpublished;
  private final Related related;
  private final Neighbours neighbours;

  /// The lists of one kind each, by key and in order.
  record Listings(
      Map<String, Listing> authors, Map<String, Listing> series, Map<String, Listing> archive) {}

  Site(
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
      SiteLinks links,
      Unpublished unpublished,
      Related related,
      Neighbours neighbours) {
    this.config = config;
    this.publication = publication;
    this.articles = List.copyOf(articles);
    this.articleUrls = Map.copyOf(articleUrls);
    this.sections = Collections.unmodifiableMap(sections);
    this.taxonomies = List.copyOf(taxonomies);
    this.listings = listings;
    this.authors = Map.copyOf(authors);
    this.data = data;
    this.routes = routes;
    this.links = links;
    this.unpublished = unpublished;
    this.related = related;
    this.neighbours = neighbours;
    this.featured =
        home().listing().articles().stream().filter(a -> a.frontMatter().featured()).toList();
  }

  public SiteConfig config() {
    return config;
  }

  /// The moment the site is of, and what is shown before or after its time.
  public Publication publication() {
    return publication;
  }

  /// The published articles in the order of lists.
  public List<Article> articles() {
    return articles;
  }

  /// Where an article's page stands.
  public UrlPath url(Article article) {
    UrlPath url = articleUrls.get(article.id());
    if (url == null) {
      throw new IllegalArgumentException(article.id() + " is not published");
    }
    return url;
  }

  /// The home page, which is the section around all others.
  public Section home() {
    return section("").orElseThrow();
  }

  public Optional<Section> section(String path) {
    return Optional.ofNullable(sections.get(path));
  }

  /// The section an article belongs to.
  public Section sectionOf(Article article) {
    return section(article.section()).orElseGet(this::home);
  }

  /// All sections but the home page, the lightest first, then by path.
  public List<Section> sections() {
    return sections.values().stream().filter(s -> !s.path().isEmpty()).toList();
  }

  public List<Taxonomy> taxonomies() {
    return taxonomies;
  }

  public Optional<Taxonomy> taxonomy(String name) {
    return taxonomies.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  /// The terms of an article in one taxonomy, in the order of its front matter.
  public List<Taxonomy.Term> terms(Article article, Taxonomy taxonomy) {
    return article.frontMatter().terms().getOrDefault(taxonomy.name(), List.of()).stream()
        .flatMap(name -> taxonomy.term(name, config.slugs()).stream())
        .distinct()
        .toList();
  }

  /// The lists of all authors with published articles, by slug.
  public Map<String, Listing> authorListings() {
    return listings.authors();
  }

  /// The articles of an author, by what front matter calls the author.
  public Optional<Listing> authorListing(String id) {
    return Optional.ofNullable(listings.authors().get(Slug.of(id, config.slugs())));
  }

  /// The series an article is part of.
  public Optional<Listing> seriesOf(Article article) {
    return article
        .frontMatter()
        .series()
        .map(name -> listings.series().get(Slug.of(name, config.slugs())));
  }

  /// The sections directly inside a section, in their order.
  public List<Section> children(Section section) {
    return section.children().stream().flatMap(path -> section(path).stream()).toList();
  }

  /// The articles that are featured, the newest first.
  public List<Article> featured() {
    return featured;
  }

  /// The lists of all series, by slug.
  public Map<String, Listing> series() {
    return listings.series();
  }

  /// The archive's lists by `2016` and `2016/11`, the newest first.
  public Map<String, Listing> archive() {
    return listings.archive();
  }

  /// An author by what front matter calls them.
  public Author author(String id) {
    Author known = authors.get(id);
    return known == null ? new Author(id, id, Map.of()) : known;
  }

  /// What the files of `_data` hold, by name.
  public Map<String, @Nullable Object> data() {
    return data;
  }

  public RouteTable routes() {
    return routes;
  }

  /// What links in the site lead to.
  public SiteLinks links() {
    return links;
  }

  /// What is held back, and why.
  public Unpublished unpublished() {
    return unpublished;
  }

  /// As many related articles as the settings ask for, the closest first.
  public List<Article> related(Article article) {
    return related.to(article, config.related());
  }

  /// The next older article of the same section.
  public Optional<Article> previous(Article article) {
    return neighbours.older(article);
  }

  /// The next newer article of the same section.
  public Optional<Article> next(Article article) {
    return neighbours.newer(article);
  }
}
