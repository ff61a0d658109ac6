package dev.levee.render;

import dev.levee.config.DatePattern;
import dev.levee.config.SiteConfig;
import dev.levee.content.Author;
import dev.levee.content.SectionFront;
import dev.levee.site.FeedFormat;
import dev.levee.site.Listing;
import dev.levee.site.Section;
import dev.levee.site.Site;
import dev.levee.site.Taxonomy;
import freemarker.template.TemplateModelException;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What templates may ask of lists of articles, and of sections, terms and feeds.
final class ListViews {

  private ListViews() {}

  static final ViewType<Taxonomy.Term> TERM =
      new ViewType<Taxonomy.Term>("term")
          .with("name", (t, s) -> t.name())
          .with("slug", (t, s) -> t.slug())
          .with("href", (t, s) -> s.href(t.listing().url()))
          .with("dek", (t, s) -> t.front().map(SectionFront::dek).orElse(""))
          .with("count", (t, s) -> s.site().size(t.listing()));

  static final ViewType<Taxonomy> TAXONOMY =
      new ViewType<Taxonomy>("taxonomy")
          .with("name", (t, s) -> t.name())
          .with("title", (t, s) -> title(t, s))
          .with("href", (t, s) -> s.href(t.url()))
          .with("terms", (t, s) -> s.each(s.site().terms(t), TERM));

  static final ViewType<Section> SECTION =
      new ViewType<Section>("section")
          .with("path", (n, s) -> n.path())
          .with("title", (n, s) -> n.title())
          .with("tagline", (n, s) -> n.front().map(SectionFront::tagline).orElse(""))
          .with("dek", (n, s) -> n.front().map(SectionFront::dek).orElse(""))
          .with("description", (n, s) -> n.front().map(SectionFront::description).orElse(""))
          .with("href", (n, s) -> s.href(n.url()))
          .with("image", (n, s) -> ArticleViews.picture(n).map(p -> ArticleViews.IMAGE.of(p, s)))
          .with("articles", (n, s) -> s.each(s.site().articles(n.listing()), ArticleViews.ARTICLE))
          .with("sections", (n, s) -> s.each(s.site().children(n), ListViews.SECTION))
          .with("count", (n, s) -> s.site().size(n.listing()))
          .with("current", (n, s) -> s.page().value().startsWith(n.url().value()))
          .with("params", (n, s) -> n.front().map(SectionFront::params).orElse(Map.of()));

  /// A feed of a list.
  record Feed(Listing listing, FeedFormat format) {}

  static final ViewType<Feed> FEED =
      new ViewType<Feed>("feed")
          .with("title", (f, s) -> f.listing().title())
          .with("href", (f, s) -> s.href(f.listing().url().resolve(f.format().fileName())))
          .with("type", (f, s) -> f.format().mediaType());

  /// A page of a list, by its number.
  record PageLink(Listing listing, int page, boolean current) {}

  static final ViewType<PageLink> LINK =
      new ViewType<PageLink>("link")
          .with("title", (l, s) -> Integer.toString(l.page()))
          .with("href", (l, s) -> s.href(l.listing().url(l.page())))
          .with("current", (l, s) -> l.current());

  /// One page of a list.
  record ListPage(Listing listing, int page) {
    private int pages(Scope scope) {
      return scope.site().pages(listing);
    }

    private String href(Scope scope, int number) {
      boolean exists = number >= 1 && number <= pages(scope);
      return exists ? scope.href(listing.url(number)) : "";
    }

    private List<Object> items(Scope scope) {
      return scope.each(scope.site().page(listing, page), ArticleViews.ARTICLE);
    }

    private List<Object> links(Scope scope) {
      int pages = pages(scope);
      return new AbstractList<>() {
        @Override
        public Object get(int index) {
          return LINK.of(new PageLink(listing, index + 1, index + 1 == page), scope);
        }

        @Override
        public int size() {
          return pages;
        }
      };
    }
  }

  static final ViewType<ListPage> PAGER =
      new ViewType<ListPage>("pager")
          .with("page", (p, s) -> p.page())
          .with("pages", (p, s) -> p.pages(s))
          .with("previous", (p, s) -> p.href(s, p.page() - 1))
          .with("next", (p, s) -> p.href(s, p.page() + 1))
          .with("links", (p, s) -> p.links(s));

  /// A list as an entry of an overview.
  static final ViewType<Listing> ENTRY =
      new ViewType<Listing>("entry")
          .with("title", (l, s) -> title(l, s))
          .with("href", (l, s) -> s.href(l.url()))
          .with("count", (l, s) -> s.site().size(l))
          .with("articles", (l, s) -> s.each(s.site().articles(l), ArticleViews.ARTICLE))
          .with("months", (l, s) -> s.each(months(l, s.site()), ListViews.ENTRY));

  static final ViewType<ListPage> LIST =
      new ViewType<ListPage>("list")
          .with("kind", (p, s) -> PageInfo.kind(p.listing().kind()))
          .with("title", (p, s) -> title(p.listing(), s))
          .with("href", (p, s) -> s.href(p.listing().url()))
          .with("items", (p, s) -> p.items(s))
          .with("total", (p, s) -> s.site().size(p.listing()))
          .with("pager", (p, s) -> PAGER.of(p, s))
          .once("content", (p, s) -> content(p.listing(), s))
          .with("section", (p, s) -> section(p.listing(), s.site()).map(n -> SECTION.of(n, s)))
          .with("author", (p, s) -> author(p.listing(), s).map(a -> ArticleViews.AUTHOR.of(a, s)))
          .with("term", (p, s) -> term(p.listing(), s.site()).map(t -> TERM.of(t, s)))
          .with("taxonomy", (p, s) -> taxonomy(p.listing(), s.site()).map(t -> TAXONOMY.of(t, s)))
          .with("year", (p, s) -> year(p.listing()))
          .with("month", (p, s) -> month(p.listing(), s).map(m -> ArticleViews.DATE.of(m, s)))
          .with("months", (p, s) -> s.each(months(p.listing(), s.site()), ENTRY));

  /// The title of a list in the language of the page.
  static String title(Listing listing, Scope scope) {
    return switch (listing.kind()) {
      case AUTHOR -> scope.site().author(listing.key()).name();
      case ARCHIVE ->
          month(listing, scope).map(m -> scope.date(m, DatePattern.MONTH)).orElse(listing.title());
      default -> listing.title();
    };
  }

  /// The title of a taxonomy: what the site says, else the theme's word for one that every site
  /// has, else its name with a capital.
  static String title(Taxonomy taxonomy, Scope scope) {
    String name = taxonomy.name();
    if (!taxonomy.title().isEmpty()) {
      return taxonomy.title();
    }
    if (SiteConfig.USUAL_TAXONOMIES.contains(name)) {
      return scope.words().title(name);
    }
    return ThemeWords.capitalized(name);
  }

  /// The section that a list is of; the home page is one as well.
  static Optional<Section> section(Listing listing, Site site) {
    return switch (listing.kind()) {
      case HOME -> Optional.of(site.home());
      case SECTION -> site.section(listing.key());
      default -> Optional.empty();
    };
  }

  static List<Feed> feeds(Listing listing, Site site) {
    return Arrays.stream(FeedFormat.values())
        .filter(f -> site.feeds().formats().contains(f.setting()))
        .map(f -> new Feed(listing, f))
        .toList();
  }

  private static Object content(Listing listing, Scope scope) throws TemplateModelException {
    Optional<SectionFront> front =
        section(listing, scope.site())
            .flatMap(Section::front)
            .or(() -> term(listing, scope.site()).flatMap(Taxonomy.Term::front));
    String html = front.map(f -> scope.bodies().html(f, listing.url(), scope)).orElse("");
    return ArticleViews.markup(html);
  }

  private static Optional<Author> author(Listing listing, Scope scope) {
    return listing.kind() == Listing.Kind.AUTHOR
        ? Optional.of(scope.site().author(listing.key()))
        : Optional.empty();
  }

  private static Optional<Taxonomy> taxonomy(Listing listing, Site site) {
    return listing.kind() == Listing.Kind.TERM
        ? site.taxonomy(listing.key().substring(0, listing.key().lastIndexOf('/')))
        : Optional.empty();
  }

  private static Optional<Taxonomy.Term> term(Listing listing, Site site) {
    return taxonomy(listing, site)
        .flatMap(taxonomy ->
            site.term(taxonomy, listing.key().substring(listing.key().lastIndexOf('/') + 1)));
  }

  private static Optional<Integer> year(Listing listing) {
    return listing.kind() == Listing.Kind.ARCHIVE
        ? Optional.of(Integer.valueOf(listing.key().substring(0, 4)))
        : Optional.empty();
  }

  private static Optional<ZonedDateTime> month(Listing listing, Scope scope) {
    boolean month = listing.kind() == Listing.Kind.ARCHIVE && listing.key().length() > 4;
    return month
        ? Optional.of(
            YearMonth.parse(listing.key().replace('/', '-'))
                .atDay(1)
                .atStartOfDay(scope.site().config().timezone()))
        : Optional.empty();
  }

  private static List<Listing> months(Listing listing, Site site) {
    boolean year = listing.kind() == Listing.Kind.ARCHIVE && listing.key().length() == 4;
    return year
        ? site.archive().values().stream()
            .filter(l -> l.key().startsWith(listing.key() + "/"))
            .toList()
        : List.of();
  }
}
