package dev.levee.render;

import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfig.Publisher;
import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/// What a page says to search engines in JSON-LD, by the types of schema.org that Google's "Article
/// structured data" asks for.
final class StructuredData {

  /// Every call of the methods of `Json` would look for a provider anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private final PageInfo page;
  private final Scope scope;
  private final Site site;

  StructuredData(PageInfo page, Scope scope) {
    this.page = page;
    this.scope = scope;
    this.site = scope.site();
  }

  /// The data as JSON that may stand inside a `script` element.
  String json() {
    JsonObjectBuilder json =
        page.route() instanceof Route.ArticlePage article ? article(article.article()) : list();
    return json.build().toString().replace("<", "\\u003c");
  }

  private JsonObjectBuilder list() {
    boolean home = page.kind().equals("home");
    JsonObjectBuilder json =
        object(home ? "WebSite" : "CollectionPage")
            .add("name", page.title())
            .add("url", page.canonical());
    if (!page.description().isEmpty()) {
      json.add("description", page.description());
    }
    return json.add("publisher", publisher());
  }

  private JsonObjectBuilder article(Article article) {
    FrontMatter fm = article.frontMatter();
    JsonObjectBuilder json =
        object(fm.date().isPresent() ? "NewsArticle" : "WebPage")
            .add(fm.date().isPresent() ? "headline" : "name", fm.title())
            .add("url", page.canonical())
            .add("mainEntityOfPage", page.canonical())
            .add("inLanguage", page.language().toLanguageTag());
    if (!page.description().isEmpty()) {
      json.add("description", page.description());
    }
    page.image()
        .ifPresent(i -> json.add("image", JSON.createArrayBuilder().add(page.previewUrl(scope))));
    fm.date().ifPresent(d -> json.add("datePublished", ArticleViews.iso(d)));
    ArticleViews.updated(fm)
        .or(fm::date)
        .ifPresent(d -> json.add("dateModified", ArticleViews.iso(d)));
    if (!fm.authors().isEmpty()) {
      json.add("author", authors(fm));
    }
    if (!article.section().isEmpty()) {
      json.add("articleSection", site.sectionOf(article).title());
    }
    return json.add("publisher", publisher());
  }

  private JsonArrayBuilder authors(FrontMatter fm) {
    JsonArrayBuilder authors = JSON.createArrayBuilder();
    for (String id : fm.authors()) {
      JsonObjectBuilder author =
          JSON.createObjectBuilder().add("@type", "Person").add("name", site.author(id).name());
      site.authorListing(id)
          .ifPresent(listing -> author.add("url", site.links().absolute(listing.url())));
      authors.add(author);
    }
    return authors;
  }

  private JsonObjectBuilder publisher() {
    SiteConfig config = site.config();
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("@type", "Organization")
            .add("name", config.publisher().map(Publisher::name).orElse(config.title()))
            .add("url", site.links().absolute(site.home().url()));
    config
        .publisher()
        .map(Publisher::logo)
        .filter(logo -> !logo.isEmpty())
        .ifPresent(logo -> json.add("logo", absolute(logo)));
    return json;
  }

  private String absolute(String address) {
    SiteLinks links = site.links();
    return links.absolute(links.absolute(site.home().url()), links.resolve("", address));
  }

  private static JsonObjectBuilder object(String type) {
    return JSON.createObjectBuilder().add("@context", "https://schema.org").add("@type", type);
  }
}
