package dev.levee.render;

import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.markdown.MarkdownDocument;
import dev.levee.problem.Problems;
import dev.levee.site.Site;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import freemarker.template.TemplateModelException;
import java.time.ZonedDateTime;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the views of one page share: the site, which notes what the page asks, the page's language,
/// and the articles that were parsed for it. Used by one thread.
final class Scope {

  private final Site site;
  private final Bodies bodies;
  private final Templates templates;
  private final LinkTargets targets;
  private final DateTexts dates;
  private final Problems problems;
  private final boolean checksLinks;
  private final PageForm form;
  private final Locale language;
  private final boolean inBody;
  private final Map<String, MarkdownDocument> documents;
  private final IdentityHashMap<Object, Map<String, @Nullable Object>> remembered =
      new IdentityHashMap<>();
  private boolean asksWords;

  /// @param site the site as this page reads it
  /// @param problems takes what is wrong with what is shown
  /// @param checksLinks whether links that lead nowhere are told
  /// @param form the page that is being rendered
  Scope(
      Site site,
      Bodies bodies,
      Templates templates,
      LinkTargets targets,
      DateTexts dates,
      Problems problems,
      boolean checksLinks,
      PageForm form,
      Locale language) {
    this(
        site,
        bodies,
        templates,
        targets,
        dates,
        problems,
        checksLinks,
        form,
        language,
        false,
        new HashMap<>());
  }

  private Scope(
      Site site,
      Bodies bodies,
      Templates templates,
      LinkTargets targets,
      DateTexts dates,
      Problems problems,
      boolean checksLinks,
      PageForm form,
      Locale language,
      boolean inBody,
      Map<String, MarkdownDocument> documents) {
    this.site = site;
    this.bodies = bodies;
    this.templates = templates;
    this.targets = targets;
    this.dates = dates;
    this.problems = problems;
    this.checksLinks = checksLinks;
    this.form = form;
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

  /// What the theme says by itself; the page hangs on it from now on.
  ThemeWords words() {
    ThemeWords words = templates.words();
    if (!asksWords) {
      asksWords = true;
      reads().note(Topic.WORDS);
      problems.addAll(words.problems());
    }
    return words;
  }

  LinkTargets targets() {
    return targets;
  }

  /// Notes what this page asks.
  Reads reads() {
    return site.reads();
  }

  Problems problems() {
    return problems;
  }

  boolean checksLinks() {
    return checksLinks;
  }

  /// The address of the page, also where its text-only twin is being rendered.
  UrlPath page() {
    return form.page();
  }

  PageForm form() {
    return form;
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
    return new Scope(
        site,
        bodies,
        templates,
        targets,
        dates,
        problems,
        checksLinks,
        form,
        language,
        true,
        documents);
  }

  /// Whether this is the page of an article.
  boolean isOf(Article article) {
    return page().equals(site.url(article));
  }

  MarkdownDocument document(Article article) {
    return documents.computeIfAbsent(article.id(), id -> bodies.parse(article, this));
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

  /// A link from the host's root as this page writes it. Those in a text of the lite edition are
  /// written when all of it is [rewritten][TextOnly], since its raw HTML has others.
  String link(String href) {
    return inBody && form.lite() ? href : form.link(href, site);
  }

  String date(ZonedDateTime date, String pattern) {
    return dates.text(date, pattern, language);
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

      // that of an AbstractList would ask for the size, which not every page needs.
      @Override
      public Iterator<Object> iterator() {
        Iterator<T> all = list.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Object next() {
            return view.apply(all.next());
          }
        };
      }
    };
  }

  <T> List<Object> each(List<T> list, ViewType<T> type) {
    return each(list, (T subject) -> type.of(subject, this));
  }
}
