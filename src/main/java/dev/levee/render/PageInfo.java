package dev.levee.render;

import dev.levee.config.TextDirection;
import dev.levee.content.Article;
import dev.levee.content.SectionFront;
import dev.levee.picture.Rendition;
import dev.levee.site.Listing;
import dev.levee.site.Route;
import dev.levee.site.Section;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What every page says of itself, whatever it is of.
///
/// @param kind one of the words that the handbook lists
/// @param image the picture for previews
/// @param feeds the list whose feeds belong to the page
record PageInfo(
    Route route,
    String kind,
    String title,
    String documentTitle,
    String description,
    String canonical,
    Locale language,
    Optional<ArticleViews.Picture> image,
    Listing feeds,
    Optional<Section> section) {

  private static final String SEPARATOR = " · ";

  static final ViewType<PageInfo> TYPE =
      new ViewType<PageInfo>("page")
          .with("kind", (p, s) -> p.kind())
          .with("title", (p, s) -> p.title())
          .with("documentTitle", (p, s) -> p.documentTitle())
          .with("description", (p, s) -> p.description())
          .with("href", (p, s) -> s.href(s.page()))
          .with("lite", (p, s) -> lite(s))
          .with("full", (p, s) -> full(s))
          .with("permalink", (p, s) -> s.site().links().absolute(s.page()))
          .with("canonical", (p, s) -> p.canonical())
          .with("language", (p, s) -> p.language().toLanguageTag())
          .with("direction", (p, s) -> TextDirection.of(p.language()))
          .with("image", (p, s) -> p.previewUrl(s))
          .with("imageWidth", (p, s) -> p.preview(s).map(Rendition::width))
          .with("imageHeight", (p, s) -> p.preview(s).map(Rendition::height))
          .with("imageAlt", (p, s) -> p.image().map(i -> i.image().alt()).orElse(""))
          .with("openGraphType", (p, s) -> p.kind().equals("article") ? "article" : "website")
          .with("feeds", (p, s) -> s.each(ListViews.feeds(p.feeds(), s.site()), ListViews.FEED))
          .with("section", (p, s) -> p.section().map(n -> ListViews.SECTION.of(n, s)))
          .once("jsonLd", (p, s) -> ArticleViews.markup(new StructuredData(p, s).json()));

  /// The link to the text-only twin of a page that has one.
  private static Optional<String> lite(Scope scope) {
    Site site = scope.site();
    return site.config().lite() && !scope.form().lite()
        ? PageForm.twinOf(scope.page(), site).map(scope::href)
        : Optional.empty();
  }

  /// The link from a text-only twin to its page.
  private static Optional<String> full(Scope scope) {
    PageForm form = scope.form();
    SiteLinks links = scope.site().links();
    return form.isTwin() && !scope.site().config().surge()
        ? Optional.of(links.from(form.address(), links.href(form.page())))
        : Optional.empty();
  }

  /// The picture for previews, made for them.
  private Optional<Rendition> preview(Scope scope) {
    return image.flatMap(scope.bodies().pictures(scope)::preview);
  }

  private String original(Scope scope) {
    return image.map(i -> i.absolute(scope)).orElse("");
  }

  private static String absolute(Rendition preview, Scope scope) {
    return scope.site().links().absolute(preview.path());
  }

  /// The URL of the picture for previews; empty when there is none.
  String previewUrl(Scope scope) {
    return preview(scope).map(r -> absolute(r, scope)).orElse(original(scope));
  }

  /// The word for the pages of a kind of list.
  static String kind(Listing.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static PageInfo of(Route route, Scope scope) {
    if (route instanceof Route.ArticlePage page) {
      return ofArticle(page, scope);
    } else if (route instanceof Route.ListPage page) {
      return ofList(page, scope);
    }
    if (route instanceof Route.Overview page) {
      return plain(page, "overview", overviewTitle(page, scope), scope);
    }
    if (route instanceof Route.SearchPage) {
      return plain(route, "search", scope.words().title("search"), scope);
    }
    if (route instanceof Route.ErrorPage page) {
      return plain(route, page.kind(), page.kind(), scope);
    }
    throw new IllegalArgumentException(route.path() + " is not a page");
  }

  private static PageInfo ofArticle(Route.ArticlePage page, Scope scope) {
    Article article = page.article();
    Site site = scope.site();
    String title = article.frontMatter().title();
    Section section = site.sectionOf(article);
    return new PageInfo(
        page,
        "article",
        title,
        title + SEPARATOR + site.config().title(),
        scope.bodies().summary(article, scope),
        canonical(article, page, site),
        ArticleViews.language(article, site),
        ArticleViews.picture(article),
        site.home().listing(),
        Optional.of(section));
  }

  private static String canonical(Article article, Route.ArticlePage page, Site site) {
    String own = site.links().absolute(page.path());
    return article
        .frontMatter()
        .canonical()
        .map(c -> site.links().absolute(own, site.links().resolve(article, c)))
        .orElse(own);
  }

  private static PageInfo ofList(Route.ListPage page, Scope scope) {
    Site site = scope.site();
    Listing listing = page.listing();
    Optional<Section> section = ListViews.section(listing, site);
    boolean home = listing.kind() == Listing.Kind.HOME;
    String title = home ? site.config().title() : ListViews.title(listing, scope);
    String number = page.page() > 1 ? SEPARATOR + page.page() : "";
    String end =
        home
            ? (site.config().tagline().isEmpty() ? "" : SEPARATOR + site.config().tagline())
            : SEPARATOR + site.config().title();
    return new PageInfo(
        page,
        kind(listing.kind()),
        title,
        title + number + end,
        section
            .flatMap(Section::front)
            .map(PageInfo::description)
            .filter(d -> !d.isEmpty())
            .orElse(site.config().description()),
        site.links().absolute(page.path()),
        site.config().language(),
        section.flatMap(ArticleViews::picture),
        listing.kind().hasFeeds() ? listing : site.home().listing(),
        section);
  }

  private static PageInfo plain(Route route, String kind, String title, Scope scope) {
    Site site = scope.site();
    return new PageInfo(
        route,
        kind,
        title,
        title + SEPARATOR + site.config().title(),
        site.config().description(),
        site.links().absolute(route.path()),
        site.config().language(),
        Optional.empty(),
        site.home().listing(),
        Optional.empty());
  }

  private static String description(SectionFront front) {
    return List.of(front.description(), front.dek(), front.tagline()).stream()
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// What a reader calls an overview.
  static String overviewTitle(Route.Overview overview, Scope scope) {
    String name = overview.name();
    return overview.kind() == Listing.Kind.TERM
        ? scope.site().taxonomy(name).map(t -> ListViews.title(t, scope)).orElse(name)
        : scope.words().title(name);
  }
}
