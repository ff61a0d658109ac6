package dev.levee.render;

import dev.levee.content.UrlPath;
import dev.levee.markdown.HtmlTags;
import dev.levee.markdown.HtmlTags.Attribute;
import dev.levee.site.Route;
import dev.levee.trace.Question;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The ids of pages that links may ask for. Those of an article's headings are known from its text;
/// when the one that is asked for is not among them, the page is rendered once and looked through,
/// for what its raw HTML, its shortcodes and its template have.
final class Anchors {

  private final Bodies bodies;
  private final Function<Route, Rendering> pages;
  private final Map<UrlPath, Looked> rendered = new ConcurrentHashMap<>();

  /// The ids of a page, if it can be rendered, and what was asked for that.
  private record Looked(Optional<Set<String>> ids, Set<Question> questions) {}

  /// @param pages renders a page without looking at its links
  Anchors(Bodies bodies, Function<Route, Rendering> pages) {
    this.bodies = bodies;
    this.pages = pages;
  }

  /// The id of a page that is the same as `id`, to the eye at least. A page that cannot be rendered
  /// has any: what is wrong with it is told elsewhere.
  Optional<String> find(Route page, String id, Reads reads) {
    Optional<String> heading = in(headings(page, reads), id);
    return heading.isPresent()
        ? heading
        : rendered(page, reads).map(ids -> in(ids, id)).orElse(Optional.of(id));
  }

  /// All ids of a page, those of its headings first.
  Collection<String> all(Route page, Reads reads) {
    Set<String> all = new LinkedHashSet<>(headings(page, reads));
    all.addAll(rendered(page, reads).orElse(Set.of()));
    return all;
  }

  private static Optional<String> in(Collection<String> ids, String id) {
    if (ids.contains(id)) {
      return Optional.of(id);
    }
    String wanted = UrlPath.composed(id);
    return ids.stream().filter(i -> UrlPath.composed(i).equals(wanted)).findFirst();
  }

  private List<String> headings(Route page, Reads reads) {
    if (!(page instanceof Route.ArticlePage of)) {
      return List.of();
    }
    reads.note(Topic.HEADINGS, of.article().id());
    return bodies.facts(of.article()).headingIds();
  }

  private Optional<Set<String>> rendered(Route page, Reads reads) {
    Looked looked = rendered.computeIfAbsent(page.path(), path -> look(page));
    reads.noteAll(looked.questions);
    return looked.ids;
  }

  private Looked look(Route page) {
    Rendering rendering = pages.apply(page);
    return new Looked(rendering.html().map(Anchors::ids), rendering.reads().questions());
  }

  private static Set<String> ids(String html) {
    Set<String> ids = new LinkedHashSet<>();
    for (Attribute attribute : HtmlTags.attributes(html)) {
      boolean name = attribute.name().equals("name") && attribute.element().equals("a");
      if (name || attribute.name().equals("id")) {
        ids.add(attribute.value());
      }
    }
    return ids;
  }
}
