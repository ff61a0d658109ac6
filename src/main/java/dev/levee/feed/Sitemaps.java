package dev.levee.feed;

import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.site.Listing;
import dev.levee.site.Publication;
import dev.levee.site.Route;
import dev.levee.site.Route.SiteFile;
import dev.levee.site.Site;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The lists of pages that search engines ask for, see sitemaps.org and Google's "News sitemaps".
final class Sitemaps {

  /// The most addresses that a sitemap may hold, see sitemaps.org, "Sitemap file requirements".
  private static final int SIZE = 50_000;

  private static final int NEWS_SIZE = 1_000;

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9";

  private final Site site;

  private record Entry(String url, Optional<ZonedDateTime> changed) {}

  Sitemaps(Site site) {
    this.site = site;
  }

  /// The pages of one sitemap.
  ///
  /// @param number counted from 1
  byte[] part(int number) {
    XmlFile xml = new XmlFile("urlset", "xmlns", NAMESPACE);
    for (Entry entry : entries(number)) {
      xml.open("url");
      location(entry, xml);
      xml.close();
    }
    return xml.bytes();
  }

  /// The list of all sitemaps.
  byte[] index() {
    XmlFile xml = new XmlFile("sitemapindex", "xmlns", NAMESPACE);
    for (Route route : site.routes().all()) {
      if (route instanceof SiteFile file && file.kind() == SiteFile.Kind.SITEMAP) {
        Optional<ZonedDateTime> changed = newest(entries(file.part()).stream().map(Entry::changed));
        xml.open("sitemap");
        location(new Entry(site.links().absolute(file.path()), changed), xml);
        xml.close();
      }
    }
    return xml.bytes();
  }

  /// The articles of the last two days, for news search.
  byte[] news() {
    XmlFile xml = new XmlFile("urlset", "xmlns", NAMESPACE, "xmlns:news", NEWS_NAMESPACE);
    site.articles().stream()
        .filter(a -> a.frontMatter().date().map(this::isNews).orElse(false))
        .filter(a -> !standsElsewhere(a))
        .sorted(Article.NEWEST_FIRST)
        .limit(NEWS_SIZE)
        .forEach(a -> news(a, xml));
    return xml.bytes();
  }

  private void news(Article article, XmlFile xml) {
    String name = site.config().publisher().map(p -> p.name()).orElse("");
    Locale language = article.frontMatter().language().orElse(site.config().language());
    xml.open("url");
    xml.element("loc", site.links().absolute(site.url(article)));
    xml.open("news:news");
    xml.open("news:publication");
    xml.element("news:name", name.isBlank() ? site.config().title() : name);
    xml.element("news:language", newsLanguage(language));
    xml.close();
    xml.element(
        "news:publication_date", FeedDates.rfc3339(article.frontMatter().date().orElseThrow()));
    xml.element("news:title", article.frontMatter().title());
    xml.close();
    xml.close();
  }

  private boolean isNews(ZonedDateTime date) {
    Instant clock = site.publication().clock();
    return !date.toInstant().isAfter(clock)
        && date.toInstant().plus(Publication.NEWS_AGE).isAfter(clock);
  }

  /// The code of ISO 639, but for the two of Chinese that Google asks for.
  private static String newsLanguage(Locale language) {
    if (!language.getLanguage().equals("zh")) {
      return language.getLanguage();
    }
    boolean traditional =
        language.getScript().isEmpty()
            ? List.of("TW", "HK", "MO").contains(language.getCountry())
            : language.getScript().equals("Hant");
    return traditional ? "zh-tw" : "zh-cn";
  }

  private static void location(Entry entry, XmlFile xml) {
    xml.element("loc", entry.url());
    entry.changed().ifPresent(date -> xml.element("lastmod", FeedDates.rfc3339(date)));
  }

  private List<Entry> entries(int number) {
    IdentityHashMap<Listing, Optional<ZonedDateTime>> dates = new IdentityHashMap<>();
    return site.routes().all().stream()
        .filter(Route::isPage)
        .skip((number - 1L) * SIZE)
        .limit(SIZE)
        .filter(r -> !(r instanceof Route.ArticlePage page && standsElsewhere(page.article())))
        .map(r -> new Entry(site.links().absolute(r.path()), changed(r, dates)))
        .toList();
  }

  /// @param dates those of lists, each of which has many pages
  private Optional<ZonedDateTime> changed(
      Route route, IdentityHashMap<Listing, Optional<ZonedDateTime>> dates) {
    if (route instanceof Route.ArticlePage page) {
      return FeedDates.changed(page.article().frontMatter());
    }
    if (route instanceof Route.ListPage page) {
      return dates.computeIfAbsent(page.listing(), this::newestArticle);
    }
    return route instanceof Route.Overview overview
        ? newest(
            listings(overview).stream().map(l -> dates.computeIfAbsent(l, this::newestArticle)))
        : Optional.empty();
  }

  private Collection<Listing> listings(Route.Overview overview) {
    return switch (overview.kind()) {
      case TERM ->
          site.taxonomy(overview.name()).stream()
              .flatMap(t -> site.terms(t).stream())
              .map(t -> t.listing())
              .toList();
      case AUTHOR -> site.authorListings().values();
      case SERIES -> site.series().values();
      case ARCHIVE -> site.archive().values();
      case HOME, SECTION -> List.of();
    };
  }

  private Optional<ZonedDateTime> newestArticle(Listing listing) {
    return newest(site.articles(listing).stream().map(a -> a.frontMatter().date()));
  }

  private static Optional<ZonedDateTime> newest(Stream<Optional<ZonedDateTime>> dates) {
    return dates.flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  /// Whether an article says that another address is the one to list.
  private boolean standsElsewhere(Article article) {
    UrlPath url = site.url(article);
    return article
        .frontMatter()
        .canonical()
        .map(c -> comparable(site.links().resolve(article, c.strip())))
        .filter(c -> !c.isEmpty())
        .filter(c -> !c.equals(comparable(site.links().absolute(url))))
        .filter(c -> !c.equals(comparable(site.links().href(url))))
        .isPresent();
  }

  private static String comparable(String url) {
    String text = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    try {
      return new URI(text).toASCIIString();
    } catch (URISyntaxException e) {
      return text;
    }
  }
}
