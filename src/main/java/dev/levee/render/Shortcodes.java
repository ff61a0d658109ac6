package dev.levee.render;

import dev.levee.content.Article;
import dev.levee.markdown.Shortcode;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.trace.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Renders `{{< name >}}` through `shortcodes/name.ftlh`.
final class Shortcodes {

  private static final String FOLDER = "shortcodes/";

  private final Templates templates;

  Shortcodes(Templates templates) {
    this.templates = templates;
  }

  /// The HTML of a shortcode; what stands inside it, with a problem, when it has no template or its
  /// template refuses it.
  ///
  /// @param article where it stands; none for the text of a section
  String render(ShortcodeCall call, Optional<Article> article, Scope scope) {
    Shortcode shortcode = call.shortcode();
    String file = FOLDER + shortcode.name() + ".ftlh";
    Optional<String> name =
        templates.first(
            scope.form().lite() ? List.of(Renderer.LITE + file, file) : List.of(file),
            scope.reads());
    if (name.isEmpty()) {
      scope.reads().note(Topic.TEMPLATES, FOLDER);
      scope
          .problems()
          .add(
              ProblemCode.UNKNOWN_SHORTCODE,
              shortcode.at(),
              "there is no shortcode '" + shortcode.name() + "'",
              NearestWord.hint(
                  shortcode.name(),
                  templates.names(FOLDER),
                  "write templates/" + FOLDER + shortcode.name() + ".ftlh"));
      return call.content();
    }
    Scope inside = scope.insideBody();
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("shortcode", ShortcodeCall.TYPE.of(call, inside));
    variables.put("site", SiteViews.SITE.of(inside.site(), inside));
    variables.put("words", new WordsView(inside));
    article.ifPresent(a -> variables.put("article", ArticleViews.ARTICLE.of(a, inside)));
    return templates
        .render(name.get(), variables, shortcode.at().toString(), scope.reads(), call::stopped)
        .orElseGet(call::content);
  }
}
