package dev.levee.render;

import dev.levee.content.Article;
import dev.levee.content.Author;
import dev.levee.content.FrontMatter;
import dev.levee.content.FrontMatter.Correction;
import dev.levee.content.FrontMatter.Image;
import dev.levee.markdown.Heading;
import dev.levee.site.Listing;
import dev.levee.site.Section;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import dev.levee.site.Taxonomy;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What templates may ask of an article and of the things that belong to it.
final class ArticleViews {

  /// Languages that are written from right to left where their tag names no script.
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of(
          ("ar arc azb bqi ckb dv fa glk he iw khw ks lrc mzn nqo pnb ps sd sdh skr syr ug ur yi")
              .split(" "));

  private static final Set<String> SCRIPTS_RIGHT_TO_LEFT =
      Set.of("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

  private ArticleViews() {}

  static final ViewType<Heading> HEADING =
      new ViewType<Heading>("heading")
          .with("level", (h, s) -> h.level())
          .with("id", (h, s) -> h.id())
          .with("text", (h, s) -> h.text());

  static final ViewType<ZonedDateTime> DATE =
      new ViewType<ZonedDateTime>("date")
          .with("text", (d, s) -> s.date(d, s.site().config().dateFormat()))
          .with("iso", (d, s) -> iso(d))
          .with("year", (d, s) -> d.getYear())
          .with("month", (d, s) -> d.getMonthValue())
          .with("day", (d, s) -> d.getDayOfMonth())
          .with("format", (d, s) -> Functions.ofText("format", pattern -> format(d, s, pattern)));

  static final ViewType<Correction> CORRECTION =
      new ViewType<Correction>("correction")
          .with("date", (c, s) -> c.date().map(d -> DATE.of(d, s)))
          .with("text", (c, s) -> c.text());

  /// An image and the folder from which its path is meant.
  record Picture(Image image, String folder) {
    String src(Scope scope) {
      return scope.link(scope.site().links().resolve(folder, image.src()));
    }

    String absolute(Scope scope) {
      SiteLinks links = scope.site().links();
      return links.absolute(links.absolute(scope.page()), links.resolve(folder, image.src()));
    }
  }

  static final ViewType<Picture> IMAGE =
      new ViewType<Picture>("image")
          .with("src", (p, s) -> p.src(s))
          .with("absolute", (p, s) -> p.absolute(s))
          .with("alt", (p, s) -> p.image().alt())
          .with("caption", (p, s) -> p.image().caption())
          .with("credit", (p, s) -> p.image().credit())
          .with("focus", (p, s) -> p.image().focus());

  static final ViewType<Author> AUTHOR =
      new ViewType<Author>("author")
          .with("id", (a, s) -> a.id())
          .with("name", (a, s) -> a.name())
          .with("href", (a, s) -> authorListing(a, s).map(l -> s.href(l.url())).orElse(""))
          .with("data", (a, s) -> a.data());

  /// The series of an article.
  record Part(Article article, Listing series) {}

  static final ViewType<Part> SERIES =
      new ViewType<Part>("series")
          .with("title", (p, s) -> p.series().title())
          .with("href", (p, s) -> s.href(p.series().url()))
          .with("position", (p, s) -> s.site().articles(p.series()).indexOf(p.article()) + 1)
          .with("count", (p, s) -> s.site().size(p.series()))
          .with("articles", (p, s) -> s.each(s.site().articles(p.series()), ArticleViews.ARTICLE));

  static final ViewType<Article> ARTICLE =
      new ViewType<Article>("article")
          .with("title", (a, s) -> a.frontMatter().title())
          .with("dek", (a, s) -> a.frontMatter().dek())
          .with("description", (a, s) -> a.frontMatter().description())
          .with("summary", (a, s) -> s.bodies().summary(a, s))
          .with("href", (a, s) -> s.href(s.site().url(a)))
          .with("permalink", (a, s) -> s.site().links().absolute(s.site().url(a)))
          .with("date", (a, s) -> a.frontMatter().date().map(d -> DATE.of(d, s)))
          .with("updated", (a, s) -> updated(a.frontMatter()).map(d -> DATE.of(d, s)))
          .with("authors", (a, s) -> s.each(a.frontMatter().authors(), id -> author(id, s)))
          .with("section", (a, s) -> ListViews.SECTION.of(s.site().sectionOf(a), s))
          .with("terms", (a, s) -> terms(a, s))
          .with("series", (a, s) -> series(a, s.site()).map(p -> SERIES.of(p, s)))
          .with("image", (a, s) -> picture(a).map(p -> IMAGE.of(p, s)))
          .with("featured", (a, s) -> a.frontMatter().featured())
          .with("language", (a, s) -> language(a, s.site()).toLanguageTag())
          .with("direction", (a, s) -> direction(language(a, s.site())))
          .with("corrections", (a, s) -> s.each(a.frontMatter().corrections(), CORRECTION))
          .with("content", (a, s) -> content(a, s))
          .with("headings", (a, s) -> s.each(s.document(a).headings(), HEADING))
          .with("contents", (a, s) -> s.each(contents(a, s), HEADING))
          .with("words", (a, s) -> s.bodies().readingTime(a, s).words())
          .with("readingTime", (a, s) -> s.bodies().readingTime(a, s).minutes())
          .once("related", (a, s) -> s.each(s.site().related(a), ArticleViews.ARTICLE))
          .with("previous", (a, s) -> s.site().previous(a).map(o -> ArticleViews.ARTICLE.of(o, s)))
          .with("next", (a, s) -> s.site().next(a).map(o -> ArticleViews.ARTICLE.of(o, s)))
          .with("params", (a, s) -> a.frontMatter().params());

  static Locale language(Article article, Site site) {
    return article.frontMatter().language().orElse(site.config().language());
  }

  static String direction(Locale language) {
    String script = language.getScript();
    boolean rightToLeft =
        script.isEmpty()
            ? RIGHT_TO_LEFT.contains(language.getLanguage())
            : SCRIPTS_RIGHT_TO_LEFT.contains(script);
    return rightToLeft ? "rtl" : "ltr";
  }

  static String iso(ZonedDateTime date) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.truncatedTo(ChronoUnit.SECONDS));
  }

  /// The last change, when it is later than the publication.
  static Optional<ZonedDateTime> updated(FrontMatter fm) {
    return fm.updated().filter(u -> fm.date().map(u::isAfter).orElse(true));
  }

  static Optional<Picture> picture(Article article) {
    return article.frontMatter().image().map(i -> new Picture(i, article.file().folder()));
  }

  static Optional<Picture> picture(Section section) {
    return section.front().flatMap(f -> f.image().map(i -> new Picture(i, f.folder())));
  }

  private static View<Author> author(String id, Scope scope) {
    return AUTHOR.of(scope.site().author(id), scope);
  }

  private static Optional<Listing> authorListing(Author author, Scope scope) {
    return scope.site().authorListing(author.id());
  }

  private static Optional<Part> series(Article article, Site site) {
    return site.seriesOf(article).map(listing -> new Part(article, listing));
  }

  private static Map<String, @Nullable Object> terms(Article article, Scope scope) {
    Map<String, @Nullable Object> terms = new LinkedHashMap<>();
    for (Taxonomy taxonomy : scope.site().taxonomies()) {
      List<Taxonomy.Term> of = scope.site().terms(article, taxonomy);
      terms.put(taxonomy.name(), scope.each(of, ListViews.TERM));
    }
    return terms;
  }

  private static Object format(ZonedDateTime date, Scope scope, String pattern)
      throws TemplateModelException {
    try {
      return scope.date(date, pattern);
    } catch (IllegalArgumentException e) {
      throw new TemplateMistake("'" + pattern + "' is not a date pattern", "such as d MMMM uuuu");
    }
  }

  private static Object content(Article article, Scope scope) throws TemplateModelException {
    if (scope.inBody()) {
      throw new TemplateMistake(
          "a shortcode cannot print 'content' of an article",
          "what stands between its tags is 'shortcode.content'");
    }
    return markup(scope.bodies().html(article, scope));
  }

  private static List<Heading> contents(Article article, Scope scope) {
    int depth = scope.site().config().contentsDepth();
    return scope.document(article).headings().stream()
        .filter(heading -> heading.level() >= 2 && heading.level() <= depth)
        .toList();
  }

  static Object markup(String html) throws TemplateModelException {
    return HTMLOutputFormat.INSTANCE.fromMarkup(html);
  }
}
