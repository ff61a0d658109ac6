package dev.levee.content;

import dev.levee.content.FrontMatter.Address;
import dev.levee.content.FrontMatter.Correction;
import dev.levee.content.FrontMatter.Image;
import dev.levee.content.FrontMatter.Layout;
import dev.levee.problem.Location;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.trace.Hash;
import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Packs articles for the cache, field by field in the order of their records.
final class ArticleCodec {

  private final ArticleFile file;
  private final ZoneId zone;
  private final Unpack in;

  private ArticleCodec(ArticleFile file, ZoneId zone, Unpack in) {
    this.file = file;
    this.zone = zone;
    this.in = in;
  }

  /// The hash of what an article says but for its body.
  ///
  /// @param label the path that problems show
  static long digest(String label, String section, FrontMatter frontMatter, String fileSlug) {
    Pack pack = new Pack().text(label).text(section).text(fileSlug);
    pack(frontMatter, pack);
    return Hash.of(pack.bytes());
  }

  static void pack(Article article, Pack out) {
    out.text(article.label()).text(article.section());
    pack(article.frontMatter(), out);
    out.text(article.fileSlug()).number(article.bodyLine());
    out.fixed(article.digest()).fixed(article.bodyDigest());
  }

  /// The article that was packed.
  ///
  /// @param zone the zone of all its dates, which the settings name
  static Article unpack(ArticleFile file, ZoneId zone, Unpack in) {
    ArticleCodec codec = new ArticleCodec(file, zone, in);
    return new Article(
        codec.file,
        in.text(),
        in.text(),
        codec.frontMatter(),
        in.text(),
        in.count(),
        in.fixed(),
        in.fixed());
  }

  private static void pack(FrontMatter fm, Pack out) {
    out.text(fm.title());
    out.optional(fm.date(), d -> pack(d, out)).optional(fm.updated(), d -> pack(d, out));
    out.optional(fm.publishDate(), d -> pack(d, out)).optional(fm.expiryDate(), d -> pack(d, out));
    out.flag(fm.draft());
    out.optional(fm.slug(), out::text).optional(fm.url(), a -> pack(a, out));
    out.list(fm.aliases(), a -> pack(a, out));
    out.optional(fm.section(), out::text);
    out.optional(
        fm.layout(),
        layout -> {
          out.text(layout.name());
          pack(layout.at(), out);
        });
    out.optional(fm.type(), out::text);
    out.fixed(fm.weight());
    out.optional(fm.language().map(Locale::toLanguageTag), out::text);
    out.text(fm.description()).text(fm.dek());
    out.list(fm.authors(), out::text);
    out.list(
        fm.terms().entrySet(), terms -> out.text(terms.getKey()).list(terms.getValue(), out::text));
    out.optional(fm.series(), out::text);
    out.optional(fm.image(), image -> pack(image, out));
    out.flag(fm.featured()).flag(fm.search());
    out.optional(fm.canonical(), out::text);
    out.list(fm.corrections(), c -> out.optional(c.date(), d -> pack(d, out)).text(c.text()));
    out.data(fm.params());
  }

  private FrontMatter frontMatter() {
    return new FrontMatter(
        in.text(),
        in.optional(this::date),
        in.optional(this::date),
        in.optional(this::date),
        in.optional(this::date),
        in.flag(),
        in.optional(in::text),
        in.optional(this::address),
        in.list(this::address),
        in.optional(in::text),
        in.optional(() -> new Layout(in.text(), location())),
        in.optional(in::text),
        (int) in.fixed(),
        in.optional(() -> Locale.forLanguageTag(in.text())),
        in.text(),
        in.text(),
        in.list(in::text),
        terms(),
        in.optional(in::text),
        in.optional(this::image),
        in.flag(),
        in.flag(),
        in.optional(in::text),
        in.list(() -> new Correction(in.optional(this::date), in.text())),
        params());
  }

  private Map<String, List<String>> terms() {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    in.list(() -> terms.put(in.text(), in.list(in::text)) == null);
    return terms;
  }

  @SuppressWarnings("unchecked") // parameters are a map by name
  private Map<String, @Nullable Object> params() {
    return (Map<String, @Nullable Object>) Objects.requireNonNullElse(in.data(), Map.of());
  }

  private static void pack(ZonedDateTime date, Pack out) {
    out.fixed(date.toEpochSecond()).number(date.getNano());
  }

  private ZonedDateTime date() {
    return Instant.ofEpochSecond(in.fixed(), in.number()).atZone(zone);
  }

  private static void pack(Address address, Pack out) {
    out.text(address.path().value());
    pack(address.at(), out);
  }

  private Address address() {
    return new Address(new UrlPath(in.text()), location());
  }

  private static void pack(Image image, Pack out) {
    out.text(image.src()).text(image.alt()).text(image.caption());
    out.text(image.credit()).text(image.focus());
    pack(image.at(), out);
  }

  private Image image() {
    return new Image(in.text(), in.text(), in.text(), in.text(), in.text(), location());
  }

  private static void pack(Location at, Pack out) {
    out.text(at.path()).number(at.line()).number(at.column());
  }

  private Location location() {
    return new Location(in.text(), in.count(), in.count());
  }
}
