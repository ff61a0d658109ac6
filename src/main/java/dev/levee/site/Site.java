package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfig.Feeds;
import dev.levee.config.SiteConfig.MenuItem;
import dev.levee.content.Article;
import dev.levee.content.Author;
import dev.levee.content.UrlPath;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The whole site at one moment: what there is to publish and how it hangs together. Nothing in it
/// changes once it is made, so any number of threads may ask.
///
/// What a route asks is noted, see [#readBy]. An article or a section that is handed out is known
/// to whoever asked with all that its front matter says; what stands in lists and texts is asked
/// for here.
public final class Site {

  /// What questions call the list of featured articles.
  static final String FEATURED = "featured";

  private final Whole whole;
  private final Reads reads;
  private final SiteLinks links;

  Site(Whole whole) {
    this(whole, Reads.forgetting(), new SiteLinks(whole.config(), whole.files()));
  }

  private Site(Whole whole, Reads reads, SiteLinks links) {
    this.whole = whole;
    this.reads = reads;
    this.links = links;
  }

  /// Whether an article that says something else leaves the site as it is put together, wherever it
  /// stands in lists: only its words are others, and its address is the same.
  public boolean isAlike(Article before, Article now) {
    return whole.isAlike(before, now);
  }

  /// The same site with other words in some of its articles; nothing when they change the order of
  /// lists.
  ///
  /// @param newWords by id, articles with which the site [is alike][#isAlike]
  public Optional<Site> rewritten(Map<String, Article> newWords) {
    Whole with = whole.with(newWords);
    return with.isInOrder() ? Optional.of(new Site(with)) : Optional.empty();
  }

  /// The same site for one route, whose questions are noted.
  public Site readBy(Reads route) {
    route.note(Topic.SETTINGS);
    return new Site(whole, route, links.readBy(route));
  }

  /// The notes that are taken.
  public Reads reads() {
    return reads;
  }

  /// Says what the answers to questions are.
  public SiteAnswers answers() {
    return new SiteAnswers(whole, links);
  }

  /// The settings, but for feeds, menus and parameters, which are asked for on their own.
  public SiteConfig config() {
    return whole.config();
  }

  public Feeds feeds() {
    reads.note(Topic.FEEDS);
    return whole.config().feeds();
  }

  public Map<String, List<MenuItem>> menus() {
    reads.note(Topic.MENUS);
    return whole.config().menus();
  }

  public Map<String, @Nullable Object> params() {
    reads.note(Topic.PARAMS);
    return whole.config().params();
  }

  /// The moment the site is of, and what is shown before or after its time.
  public Publication publication() {
    return whole.publication();
  }

  /// The published articles in the order of lists.
  public List<Article> articles() {
    reads.note(Topic.EVERYTHING);
    return whole.latest(whole.articles());
  }

  /// Where an article's page stands, which all know who know the article.
  public UrlPath url(Article article) {
    UrlPath url = whole.articleUrls().get(article.id());
    if (url == null) {
      throw new IllegalArgumentException(article.id() + " is not published");
    }
    return url;
  }

  /// Notes that a route is that of an article.
  public void show(Article article) {
    reads.note(Topic.ARTICLE, article.id());
  }

  /// Notes that a route is that of a list.
  public void show(Listing listing) {
    reads.note(Topic.LISTING, listing.id());
  }

  /// The articles of a list.
  public List<Article> articles(Listing listing) {
    return reads.list(listing.id(), whole.latest(listing.articles()));
  }

  /// The articles on a page of a list.
  public List<Article> page(Listing listing, int number) {
    int from = (number - 1) * whole.config().pageSize();
    int to = from + whole.config().pageSize();
    reads.note(Topic.PAGE_SIZE);
    reads.note(Topic.RANGE, listing.id(), from, to);
    return whole.latest(listing.articles().subList(from, Math.min(listing.articles().size(), to)));
  }

  /// How many pages a list has.
  public int pages(Listing listing) {
    reads.note(Topic.PAGES, listing.id());
    return listing.pages(whole.config().pageSize());
  }

  /// How many articles a list has.
  public int size(Listing listing) {
    reads.note(Topic.SIZE, listing.id());
    return listing.articles().size();
  }

  /// The newest articles of a list that have a date.
  public List<Article> newest(Listing listing, int count) {
    reads.note(Topic.NEWEST, listing.id(), 0, count);
    return whole.latest(listing.newest(count));
  }

  /// The home page, which is the section around all others.
  public Section home() {
    return section("").orElseThrow();
  }

  public Optional<Section> section(String path) {
    reads.note(Topic.SECTION, path);
    return Optional.ofNullable(whole.sections().get(path));
  }

  /// The section an article belongs to.
  public Section sectionOf(Article article) {
    return section(article.section()).orElseGet(this::home);
  }

  /// All sections but the home page, the lightest first, then by path.
  public List<Section> sections() {
    reads.note(Topic.SECTIONS);
    return whole.sections().values().stream().filter(s -> !s.path().isEmpty()).toList();
  }

  /// The sections directly inside a section, in their order.
  public List<Section> children(Section section) {
    reads.note(Topic.CHILDREN, section.path());
    return section.children().stream()
        .flatMap(path -> Optional.ofNullable(whole.sections().get(path)).stream())
        .toList();
  }

  /// The taxonomies, with or without terms.
  public List<Taxonomy> taxonomies() {
    reads.note(Topic.TAXONOMIES);
    return whole.taxonomies();
  }

  public Optional<Taxonomy> taxonomy(String name) {
    reads.note(Topic.TAXONOMIES);
    return whole.taxonomy(name);
  }

  /// All terms of a taxonomy, in the order of their slugs.
  public List<Taxonomy.Term> terms(Taxonomy taxonomy) {
    reads.note(Topic.TERMS, taxonomy.name());
    return taxonomy.terms();
  }

  /// The term of a slug.
  public Optional<Taxonomy.Term> term(Taxonomy taxonomy, String slug) {
    reads.note(Topic.TERM, taxonomy.name(), slug);
    return taxonomy.term(slug);
  }

  /// The terms of an article in one taxonomy, in the order of its front matter.
  public List<Taxonomy.Term> terms(Article article, Taxonomy taxonomy) {
    reads.note(Topic.TERMS_OF, article.id(), taxonomy.name());
    return taxonomy.termsOf(article, whole.config().slugs());
  }

  /// The lists of all authors with published articles, by slug.
  public Map<String, Listing> authorListings() {
    reads.note(Topic.LISTINGS, "authors");
    return whole.listings().authors();
  }

  /// The articles of an author, by what front matter calls the author.
  public Optional<Listing> authorListing(String id) {
    reads.note(Topic.AUTHOR, id);
    return whole.authorListing(id);
  }

  /// An author by what front matter calls them.
  public Author author(String id) {
    reads.note(Topic.AUTHOR, id);
    Author known = whole.authors().get(id);
    return known == null ? new Author(id, id, Map.of()) : known;
  }

  /// The series an article is part of.
  public Optional<Listing> seriesOf(Article article) {
    reads.note(Topic.SERIES_OF, article.id());
    return whole.seriesOf(article);
  }

  /// The lists of all series, by slug.
  public Map<String, Listing> series() {
    reads.note(Topic.LISTINGS, "series");
    return whole.listings().series();
  }

  /// The archive's lists by `2016` and `2016/11`, the newest first.
  public Map<String, Listing> archive() {
    reads.note(Topic.LISTINGS, "archive");
    return whole.listings().archive();
  }

  /// Whether any published article names an author.
  public boolean hasAuthors() {
    reads.note(Topic.HAS, "authors");
    return !whole.listings().authors().isEmpty();
  }

  /// Whether there are pages by year and month.
  public boolean hasArchive() {
    reads.note(Topic.HAS, "archive");
    return !whole.listings().archive().isEmpty();
  }

  /// The articles that are featured, the newest first.
  public List<Article> featured() {
    return reads.list(FEATURED, whole.latest(whole.featured()));
  }

  /// What the files of `_data` hold, by name.
  public Map<String, @Nullable Object> data() {
    return new NotedData(whole.data(), reads);
  }

  /// All addresses of the site.
  public RouteTable routes() {
    reads.note(Topic.EVERYTHING);
    return whole.routes();
  }

  /// What stands at an address.
  public Optional<Route> at(UrlPath path) {
    reads.note(Topic.ROUTE, path.value());
    return whole.routes().at(path);
  }

  /// The address that is nearest to a path at which there is nothing.
  public Optional<UrlPath> nearestAddress(String path) {
    reads.note(Topic.NEAREST_ADDRESS, path);
    return whole.routes().nearest(path);
  }

  /// Why what a path names is not published; empty when nothing is known of it.
  public Optional<String> heldBack(Collection<String> files, Collection<UrlPath> addresses) {
    files.forEach(file -> reads.note(Topic.HELD_BACK, file));
    addresses.forEach(address -> reads.note(Topic.VACANT, address.value()));
    return whole.unpublished().why(files, addresses);
  }

  /// Why readers would not see an article at the moment the site is of; empty when they would.
  public Optional<String> whyUnpublished(Article article) {
    return whole.publication().state(article) == Publication.State.PUBLISHED
        ? Optional.empty()
        : Optional.of(article.label() + Unpublished.reason(article, whole.publication()));
  }

  /// What links in the site lead to.
  public SiteLinks links() {
    return links;
  }

  /// As many related articles as the settings ask for, the closest first.
  public List<Article> related(Article article) {
    reads.note(Topic.RELATED, article.id());
    return whole.latest(whole.related().to(article));
  }

  /// The next older article of the same section.
  public Optional<Article> previous(Article article) {
    reads.note(Topic.NEIGHBOURS, article.id());
    return whole.neighbours().older(article).map(whole::latest);
  }

  /// The next newer article of the same section.
  public Optional<Article> next(Article article) {
    reads.note(Topic.NEIGHBOURS, article.id());
    return whole.neighbours().newer(article).map(whole::latest);
  }
}
