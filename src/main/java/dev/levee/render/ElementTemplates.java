package dev.levee.render;

import dev.levee.content.Article;
import dev.levee.markdown.ElementHooks;
import dev.levee.markdown.ElementHooks.Code;
import dev.levee.markdown.ElementHooks.Element;
import dev.levee.markdown.ElementHooks.Figure;
import dev.levee.markdown.ElementHooks.Heading;
import dev.levee.markdown.ElementHooks.Image;
import dev.levee.markdown.ElementHooks.Link;
import dev.levee.markdown.ElementHooks.Quote;
import dev.levee.markdown.ResolvedLink;
import dev.levee.problem.Location;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import freemarker.template.TemplateModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The templates below `hooks/` that write elements of articles in place of what is written
/// otherwise. Which of them there are is looked up once.
final class ElementTemplates {

  static final ViewType<Element> TYPE =
      new ViewType<Element>("element")
          .with("html", (e, s) -> ArticleViews.markup(e.html()))
          .with("text", (e, s) -> markup(text(e)))
          .with("href", (e, s) -> link(e).map(ResolvedLink::href))
          .with("rel", (e, s) -> link(e).map(ResolvedLink::rel))
          .with("newWindow", (e, s) -> link(e).map(ResolvedLink::newWindow))
          .with("title", (e, s) -> title(e))
          .with("src", (e, s) -> e instanceof Image i ? i.src() : null)
          .with("alt", (e, s) -> e instanceof Image i ? i.alt() : null)
          .with("figure", (e, s) -> e instanceof Image i ? i.figure().isPresent() : null)
          .with("caption", (e, s) -> markup(figure(e).map(Figure::caption).orElse(null)))
          .with("credit", (e, s) -> markup(figure(e).map(Figure::credit).orElse(null)))
          .with("width", (e, s) -> e instanceof Image i ? i.attributes().value("width") : null)
          .with("height", (e, s) -> e instanceof Image i ? i.attributes().value("height") : null)
          .with("id", (e, s) -> id(e))
          .with("classes", (e, s) -> classes(e))
          .with("level", (e, s) -> e instanceof Heading h ? h.level() : null)
          .with("code", (e, s) -> e instanceof Code c ? c.block().code() : null)
          .with("language", (e, s) -> e instanceof Code c ? c.block().info().language() : null)
          .with("kind", (e, s) -> e instanceof Quote q ? q.kind() : null)
          .with("heading", (e, s) -> markup(e instanceof Quote q ? q.title() : null));

  private final Templates templates;
  private final Map<String, Optional<String>> hooks = new LinkedHashMap<>();

  ElementTemplates(Templates templates) {
    this.templates = templates;
    for (String element : List.of("link", "image", "heading", "code", "blockquote")) {
      hooks.put(element, templates.first(List.of(file(element)), Reads.forgetting()));
    }
  }

  private static String file(String element) {
    return "hooks/" + element + Templates.ENDING;
  }

  /// What writes elements of a text.
  ///
  /// @param article whose text it is; none for the text of a section
  ElementHooks of(Optional<Article> article, Scope scope) {
    hooks.keySet().forEach(element -> scope.reads().note(Topic.TEMPLATE, file(element)));
    if (hooks.values().stream().allMatch(Optional::isEmpty)) {
      return ElementHooks.NONE;
    }
    return new ElementHooks(
        hook("link", Link::at, article, scope),
        hook("image", Image::at, article, scope),
        hook("heading", Heading::at, article, scope),
        hook("code", code -> code.block().at(), article, scope),
        hook("blockquote", Quote::at, article, scope));
  }

  private <T extends Element> Optional<Function<T, String>> hook(
      String name, Function<T, Location> at, Optional<Article> article, Scope scope) {
    return hooks
        .getOrDefault(name, Optional.empty())
        .map(template ->
            element -> {
              Scope inside = scope.insideBody();
              Map<String, @Nullable Object> variables = new LinkedHashMap<>();
              variables.put("element", TYPE.of(element, inside));
              variables.put("site", SiteViews.SITE.of(inside.site(), inside));
              variables.put("words", new WordsView(inside));
              article.ifPresent(a -> variables.put("article", ArticleViews.ARTICLE.of(a, inside)));
              return templates
                  .render(template, variables, at.apply(element).toString(), inside.reads())
                  .orElse(element.html());
            });
  }

  private static @Nullable Object markup(@Nullable String html) throws TemplateModelException {
    return html == null ? null : ArticleViews.markup(html);
  }

  private static @Nullable String text(Element element) {
    return switch (element) {
      case Link link -> link.text();
      case Heading heading -> heading.text();
      case Quote quote -> quote.text();
      case Image image -> null;
      case Code code -> null;
    };
  }

  private static Optional<ResolvedLink> link(Element element) {
    return switch (element) {
      case Link link -> Optional.of(link.link());
      case Image image -> image.figure().flatMap(Figure::link);
      default -> Optional.empty();
    };
  }

  private static Optional<Figure> figure(Element element) {
    return element instanceof Image image ? image.figure() : Optional.empty();
  }

  private static @Nullable String title(Element element) {
    return switch (element) {
      case Link link -> link.title();
      case Image image -> image.title();
      case Code code -> code.block().info().title();
      default -> null;
    };
  }

  private static @Nullable String id(Element element) {
    return switch (element) {
      case Heading heading -> heading.id();
      case Image image -> image.attributes().id();
      default -> null;
    };
  }

  private static @Nullable List<String> classes(Element element) {
    return switch (element) {
      case Heading heading -> heading.classes();
      case Image image -> image.attributes().classes();
      default -> null;
    };
  }
}
