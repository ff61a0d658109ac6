package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.Author;
import dev.levee.content.SectionFront;
import dev.levee.content.UrlPath;
import dev.levee.trace.Hash;
import dev.levee.trace.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The answers to what routes ask of a [Site], as hashes: for each of its methods one that says
/// whether it would still give the same.
public final class SiteAnswers {

  private final Whole whole;
  private final SiteLinks links;
  private final Map<String, Hashed> articles;
  private final Map<String, Listing> listings = new HashMap<>();
  private final Map<String, SectionFront> fronts = new HashMap<>();

  /// The hash of the term that a name in front matter stands for, by taxonomy and name.
  private final Map<String, Map<String, Long>> terms = new HashMap<>();

  /// @param hash of what the article says and where it stands
  private record Hashed(Article article, long hash) {}

  SiteAnswers(Whole whole, SiteLinks links) {
    this.whole = whole;
    this.links = links;
    this.articles = HashMap.newHashMap(whole.articles().size());
    for (Article article : whole.articles()) {
      UrlPath url = whole.articleUrls().get(article.id());
      String address = url == null ? "" : url.value();
      Article latest = whole.latest(article);
      long hash = new Hash().add(latest.digest()).add(address).value();
      articles.put(article.id(), new Hashed(latest, hash));
    }
    for (Section section : whole.sections().values()) {
      listings.put(section.listing().id(), section.listing());
      section.front().ifPresent(front -> fronts.put(front.folder(), front));
    }
    for (Taxonomy taxonomy : whole.taxonomies()) {
      terms.put(taxonomy.name(), new ConcurrentHashMap<>());
      for (Taxonomy.Term term : taxonomy.terms()) {
        listings.put(term.listing().id(), term.listing());
        term.front().ifPresent(front -> fronts.put(front.folder(), front));
      }
    }
    for (String kind : List.of("authors", "series", "archive")) {
      all(kind).forEach(listing -> listings.put(listing.id(), listing));
    }
  }

  /// The published article of an id.
  public Optional<Article> article(String id) {
    return Optional.ofNullable(articles.get(id)).map(Hashed::article);
  }

  /// The hash of an answer.
  ///
  /// @throws IllegalArgumentException when the question is not one for a site
  public long answer(Question question) {
    String subject = question.subject();
    return switch (question.topic()) {
      case SETTINGS -> whole.config().pageDigest();
      case FEEDS -> feeds();
      case PARAMS -> Hash.ofData(whole.config().params());
      case MENUS -> menus();
      case ARTICLE -> articleHash(subject, this::hash);
      case RELATED -> articleHash(subject, a -> hash(whole.related().to(a)));
      case NEIGHBOURS -> articleHash(subject, this::neighbours);
      case SERIES_OF -> articleHash(subject, this::seriesOf);
      case TERMS_OF -> articleHash(question.first(), a -> termsOf(a, question.second()));
      case RANGE -> list(subject).map(l -> range(l, question.from(), question.to())).orElse(0L);
      case SIZE -> list(subject).map(l -> (long) l.size()).orElse(-1L);
      case PAGES -> listing(subject).map(l -> (long) l.pages(whole.config().pageSize())).orElse(0L);
      case PAGE_SIZE -> whole.config().pageSize();
      case NEWEST -> listing(subject).map(l -> hash(l.newest(question.to()))).orElse(0L);
      case LISTING -> listing(subject).map(SiteAnswers::hash).orElse(Hash.ABSENT);
      case LISTINGS -> each(all(subject), SiteAnswers::hash);
      case HAS -> all(subject).isEmpty() ? 0 : 1;
      case SECTION -> section(subject);
      case SECTION_TEXT -> text(subject);
      case SECTIONS -> each(whole.sections().values(), SiteAnswers::hash);
      case CHILDREN -> children(subject);
      case TAXONOMIES -> each(whole.taxonomies(), SiteAnswers::hash);
      case TERMS -> whole.taxonomy(subject).map(t -> each(t.terms(), SiteAnswers::hash)).orElse(0L);
      case TERM -> term(question.first(), question.second());
      case AUTHOR -> author(subject);
      case DATA -> data(subject);
      case ALL_DATA -> Hash.ofData(whole.data());
      case ROUTE -> route(subject);
      case NEAREST_ADDRESS ->
          whole.routes().nearest(subject).map(UrlPath::value).map(Hash::of).orElse(0L);
      case HELD_BACK -> why(whole.unpublished().why(subject));
      case VACANT -> why(whole.unpublished().why(new UrlPath(subject)));
      case EVERYTHING -> everything();
      case FILE, NEAREST_FILE, NEAREST_PICTURE -> links.answer(question);
      default -> throw new IllegalArgumentException(question.inWords());
    };
  }

  private long feeds() {
    SiteConfig.Feeds feeds = whole.config().feeds();
    return new Hash().addData(feeds.formats()).add(feeds.items()).add(feeds.full() ? 1 : 0).value();
  }

  private long menus() {
    Hash hash = new Hash();
    whole
        .config()
        .menus()
        .forEach((name, items) -> {
          hash.add(name).add(items.size());
          items.forEach(item -> hash.add(item.title()).add(item.url()));
        });
    return hash.value();
  }

  private long articleHash(String id, ToLongFunction<Article> answer) {
    Hashed known = articles.get(id);
    return known == null ? Hash.ABSENT : answer.applyAsLong(known.article);
  }

  private long hash(Article article) {
    Hashed known = articles.get(article.id());
    return known == null ? Hash.ABSENT : known.hash;
  }

  private long hash(List<Article> list) {
    return each(list, this::hash);
  }

  private long neighbours(Article article) {
    return new Hash()
        .add(whole.neighbours().older(article).map(this::hash).orElse(Hash.ABSENT))
        .add(whole.neighbours().newer(article).map(this::hash).orElse(Hash.ABSENT))
        .value();
  }

  private long seriesOf(Article article) {
    return whole.seriesOf(article).map(SiteAnswers::hash).orElse(Hash.ABSENT);
  }

  private long termsOf(Article article, String taxonomy) {
    Map<String, Long> known = terms.get(taxonomy);
    if (known == null) {
      return Hash.ABSENT;
    }
    Hash hash = new Hash();
    for (String name : article.frontMatter().terms().getOrDefault(taxonomy, List.of())) {
      hash.add(known.computeIfAbsent(name, n -> termNamed(taxonomy, n)));
    }
    return hash.value();
  }

  private long termNamed(String taxonomy, String name) {
    return whole
        .taxonomy(taxonomy)
        .flatMap(t -> t.term(name, whole.config().slugs()))
        .map(SiteAnswers::hash)
        .orElse(Hash.ABSENT);
  }

  private Optional<List<Article>> list(String key) {
    return key.equals(Site.FEATURED)
        ? Optional.of(whole.featured())
        : listing(key).map(Listing::articles);
  }

  private Optional<Listing> listing(String key) {
    return Optional.ofNullable(listings.get(key));
  }

  private long range(List<Article> list, int from, int to) {
    return hash(list.subList(Math.min(from, list.size()), Math.min(to, list.size())));
  }

  private Collection<Listing> all(String kind) {
    return switch (kind) {
      case "authors" -> whole.listings().authors().values();
      case "series" -> whole.listings().series().values();
      default -> whole.listings().archive().values();
    };
  }

  private long section(String path) {
    Section section = whole.sections().get(path);
    return section == null ? Hash.ABSENT : hash(section);
  }

  private long children(String path) {
    Section section = whole.sections().get(path);
    return section == null ? Hash.ABSENT : each(section.children(), this::section);
  }

  private long text(String folder) {
    SectionFront front = fronts.get(folder);
    return front == null ? Hash.ABSENT : front.textDigest();
  }

  private long term(String taxonomy, String slug) {
    return whole.taxonomy(taxonomy).flatMap(t -> t.term(slug)).map(SiteAnswers::hash).orElse(0L);
  }

  private long author(String id) {
    Author author = whole.authors().get(id);
    Hash hash = new Hash().add(whole.authorListing(id).map(l -> l.url().value()).orElse(""));
    return author == null ? hash.value() : hash.add(author.name()).addData(author.data()).value();
  }

  private long data(String name) {
    return whole.data().containsKey(name) ? Hash.ofData(whole.data().get(name)) : Hash.ABSENT;
  }

  private long route(String path) {
    return whole.routes().at(new UrlPath(path)).map(Route::key).map(Hash::of).orElse(Hash.ABSENT);
  }

  private static long why(Optional<String> reason) {
    return reason.map(Hash::of).orElse(Hash.ABSENT);
  }

  private long everything() {
    Hash hash = new Hash();
    for (Route route : whole.routes().all()) {
      hash.add(route.key());
    }
    return hash.add(hash(whole.articles())).value();
  }

  private static long hash(Listing listing) {
    return new Hash().add(listing.id()).add(listing.title()).add(listing.url().value()).value();
  }

  private static long hash(Section section) {
    return new Hash()
        .add(section.path())
        .add(section.title())
        .add(section.url().value())
        .add(section.front().map(SectionFront::digest).orElse(Hash.ABSENT))
        .value();
  }

  private static long hash(Taxonomy taxonomy) {
    return new Hash()
        .add(taxonomy.name())
        .add(taxonomy.title())
        .add(taxonomy.url().value())
        .add(taxonomy.terms().isEmpty() ? 0 : 1)
        .value();
  }

  private static long hash(Taxonomy.Term term) {
    return new Hash()
        .add(term.slug())
        .add(term.name())
        .add(hash(term.listing()))
        .add(term.front().map(SectionFront::digest).orElse(Hash.ABSENT))
        .value();
  }

  private static <T extends @Nullable Object> long each(
      Collection<T> all, ToLongFunction<? super T> answer) {
    Hash hash = new Hash();
    for (T one : all) {
      hash.add(answer.applyAsLong(one));
    }
    return hash.add(all.size()).value();
  }
}
