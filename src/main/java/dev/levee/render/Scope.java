package dev.levee.render;

import dev.levee.config.DatePattern;
import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.site.Site;
import freemarker.template.TemplateModelException;
import java.time.ZonedDateTime;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the views of one page share: the site, the page's language, and the articles that were
/// parsed for it. Used by one thread.
final class Scope {

  private final Site site;
  private final Bodies bodies;
  private final UrlPath page;
  private final Locale language;
  private final boolean inBody;
  private final Map<String, MarkdownDocument> documents;
  private final IdentityHashMap<Object, Map<String, @Nullable Object>> remembered =
      new IdentityHashMap<>();

  /// @param page the address that is being rendered
  Scope(Site site, Bodies bodies, UrlPath page, Locale language) {
    this(site, bodies, page, language, false, new HashMap<>());
  }

  private Scope(
      Site site,
      Bodies bodies,
      UrlPath page,
      Locale language,
      boolean inBody,
      Map<String, MarkdownDocument> documents) {
    this.site = site;
    this.bodies = bodies;
    this.page = page;
    this.language = language;
    this.inBody = inBody;
    this.documents = documents;
  }

  Site site() {
    return site;
  }

  Bodies bodies() {
    return bodies;
  }

  UrlPath page() {
    return page;
  }

  Locale language() {
    return language;
  }

  /// Whether a body is being rendered, which then cannot be asked for.
  boolean inBody() {
    return inBody;
  }

  /// The scope of a shortcode on this page.
  Scope insideBody() {
    return new Scope(site, bodies, page, language, true, documents);
  }

  MarkdownDocument document(Article article) {
    return documents.computeIfAbsent(article.id(), id -> bodies.parse(article));
  }

  /// What a variable of a thing was the first time that this page asked for it.
  <T> @Nullable Object once(T subject, String variable, ViewType.Variable<T> value)
      throws TemplateModelException {
    Map<String, @Nullable Object> known = remembered.computeIfAbsent(subject, s -> new HashMap<>());
    if (!known.containsKey(variable)) {
      known.put(variable, value.of(subject, this));
    }
    return known.get(variable);
  }

  String href(UrlPath path) {
    return link(site.links().href(path));
  }

  /// A link from the host's root as this page writes it.
  String link(String href) {
    return site.links().from(page, href);
  }

  String date(ZonedDateTime date, String pattern) {
    return DatePattern.formatter(pattern, language).format(date);
  }

  /// The views of a list, each made when it is asked for.
  <T> List<Object> each(List<T> list, Function<T, ?> view) {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return view.apply(list.get(index));
      }

      @Override
      public int size() {
        return list.size();
      }
    };
  }

  <T> List<Object> each(List<T> list, ViewType<T> type) {
    return each(list, (T subject) -> type.of(subject, this));
  }
}
