package dev.levee.render;

import dev.levee.content.Article;
import dev.levee.markdown.LinkResolver;
import dev.levee.markdown.ResolvedLink;
import dev.levee.markdown.Shortcode;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Renders `{{< name >}}` through `shortcodes/name.ftlh`.
final class Shortcodes {

  private static final String FOLDER = "shortcodes/";

  private final Templates templates;
  private final Problems problems;

  /// A shortcode that is being rendered.
  record Call(Shortcode shortcode, Supplier<String> inner, LinkResolver links) {
    /// The address of what an author named; empty when it may not be one.
    String href(String destination, LinkResolver.Kind kind) {
      return links
          .resolve(destination, kind, shortcode.at())
          .map(ResolvedLink::href)
          .filter(href -> !LinkResolver.runsScript(href))
          .orElse("");
    }
  }

  static final ViewType<Call> TYPE =
      new ViewType<Call>("shortcode")
          .with("name", (c, s) -> c.shortcode().name())
          .with("params", (c, s) -> c.shortcode().named())
          .with("args", (c, s) -> c.shortcode().positional())
          .with("content", (c, s) -> ArticleViews.markup(c.inner().get()))
          .with(
              "href", (c, s) -> Functions.ofText("href", to -> c.href(to, LinkResolver.Kind.LINK)))
          .with(
              "src",
              (c, s) -> Functions.ofText("src", to -> c.href(to, LinkResolver.Kind.PICTURE)));

  Shortcodes(Templates templates, Problems problems) {
    this.templates = templates;
    this.problems = problems;
  }

  /// The HTML of a shortcode; what stands inside it, with a problem, when it has no template.
  ///
  /// @param article where it stands; none for the text of a section
  String render(
      Shortcode shortcode,
      Supplier<String> inner,
      Optional<Article> article,
      LinkResolver links,
      Scope scope) {
    Optional<String> name = templates.first(List.of(FOLDER + shortcode.name() + ".ftlh"));
    if (name.isEmpty()) {
      problems.add(
          ProblemCode.UNKNOWN_SHORTCODE,
          shortcode.at(),
          "there is no shortcode '" + shortcode.name() + "'",
          NearestWord.hint(
              shortcode.name(),
              templates.names(FOLDER),
              "write templates/" + FOLDER + shortcode.name() + ".ftlh"));
      return inner.get();
    }
    Scope inside = scope.insideBody();
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("shortcode", TYPE.of(new Call(shortcode, inner, links), inside));
    variables.put("site", SiteViews.SITE.of(inside.site(), inside));
    article.ifPresent(a -> variables.put("article", ArticleViews.ARTICLE.of(a, inside)));
    return templates.render(name.get(), variables, shortcode.at().toString()).orElse("");
  }
}
