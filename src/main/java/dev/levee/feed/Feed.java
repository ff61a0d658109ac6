package dev.levee.feed;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.Author;
import dev.levee.content.FrontMatter;
import dev.levee.content.SectionFront;
import dev.levee.site.Listing;
import dev.levee.site.Route;
import dev.levee.site.Section;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a feed says, whatever its format.
///
/// @param self the feed's own URL
/// @param home the URL of the page that the feed is of
/// @param description may be empty
/// @param author who stands for items that name nobody
/// @param updated when the newest change was; empty when there are no items
/// @param items the newest first
record Feed(
    String self,
    String home,
    String title,
    String description,
    Locale language,
    String copyright,
    Person author,
    Optional<ZonedDateTime> updated,
    List<Item> items) {

  /// Who wrote something.
  ///
  /// @param url the page of what they wrote here
  record Person(String name, Optional<String> url) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Person person && name.equals(person.name) && url.equals(person.url);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /// An article in a feed.
  ///
  /// @param url its page, which also identifies it
  /// @param language its own, where it is not the feed's
  /// @param changed when it was updated, else when it was published
  /// @param tags its terms in all taxonomies
  /// @param summary plain text; may be empty
  /// @param html the body, in feeds of whole articles
  /// @param image the URL of its picture
  record Item(
      String url,
      String title,
      Optional<Locale> language,
      ZonedDateTime published,
      ZonedDateTime changed,
      List<Person> authors,
      List<String> tags,
      String summary,
      Optional<String> html,
      Optional<String> image) {}

  static Feed of(Route.Feed route, Site site, FeedTexts texts) {
    SiteConfig config = site.config();
    Listing listing = route.listing();
    site.show(listing);
    List<Item> items =
        site.newest(listing, site.feeds().items()).stream().map(a -> item(a, site, texts)).toList();
    return new Feed(
        site.links().absolute(route.path()),
        site.links().absolute(listing.url()),
        title(listing, site),
        description(listing, site),
        config.language(),
        config.copyright(),
        listing.kind() == Listing.Kind.AUTHOR
            ? person(listing.key(), site)
            : new Person(config.title(), Optional.of(site.links().absolute(site.home().url()))),
        items.stream().map(Item::changed).max(Comparator.naturalOrder()),
        items);
  }

  private static String title(Listing listing, Site site) {
    String name = site.config().title();
    return switch (listing.kind()) {
      case HOME -> name;
      case AUTHOR -> site.author(listing.key()).name() + " · " + name;
      default -> listing.title() + " · " + name;
    };
  }

  private static String description(Listing listing, Site site) {
    SiteConfig config = site.config();
    return switch (listing.kind()) {
      case HOME -> config.description().isEmpty() ? config.tagline() : config.description();
      case SECTION ->
          site.section(listing.key())
              .flatMap(Section::front)
              .map(SectionFront::description)
              .orElse("");
      default -> "";
    };
  }

  private static Item item(Article article, Site site, FeedTexts texts) {
    FrontMatter fm = article.frontMatter();
    return new Item(
        site.links().absolute(site.url(article)),
        fm.title(),
        fm.language().filter(l -> !l.equals(site.config().language())),
        fm.date().orElseThrow(),
        FeedDates.changed(fm).orElseThrow(),
        fm.authors().stream().map(id -> person(id, site)).distinct().toList(),
        site.taxonomies().stream()
            .flatMap(t -> site.terms(article, t).stream())
            .map(t -> t.name())
            .distinct()
            .toList(),
        texts.summary(article, site.reads()).strip(),
        site.feeds().full() ? Optional.of(texts.html(article, site.reads())) : Optional.empty(),
        texts
            .picture(article, site.reads())
            .or(() -> fm.image().flatMap(i -> image(article, i, site))));
  }

  private static Person person(String id, Site site) {
    Author author = site.author(id);
    return new Person(
        author.name(), site.authorListing(id).map(l -> site.links().absolute(l.url())));
  }

  private static Optional<String> image(Article article, FrontMatter.Image image, Site site) {
    String src = image.src();
    if (SiteLinks.isExternal(src)) {
      String absolute = src.startsWith("//") ? site.config().url().getScheme() + ":" + src : src;
      return Optional.of(absolute).filter(a -> a.startsWith("http:") || a.startsWith("https:"));
    }
    String folder = article.id().substring(0, Math.max(0, article.id().lastIndexOf('/')));
    return site.links().target(folder, src).map(site.links()::absolute);
  }
}
