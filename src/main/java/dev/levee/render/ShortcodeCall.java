package dev.levee.render;

import dev.levee.markdown.LinkResolver;
import dev.levee.markdown.LinkResolver.Kind;
import dev.levee.markdown.Shortcode;
import dev.levee.picture.Focus;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.StopException;
import freemarker.template.TemplateModelException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A shortcode that is being rendered, as its template sees it.
final class ShortcodeCall {

  static final ViewType<ShortcodeCall> TYPE =
      new ViewType<ShortcodeCall>("shortcode")
          .with("name", (c, s) -> c.shortcode.name())
          .with("params", (c, s) -> c.shortcode.named())
          .with("args", (c, s) -> c.shortcode.positional())
          .with("content", (c, s) -> ArticleViews.markup(c.content()))
          .with("raw", (c, s) -> c.raw(s.site().config().markdown().html()))
          .with("takes", (c, s) -> new ShortcodeRules(c))
          .with("href", (c, s) -> Functions.ofText("href", to -> c.address(to, Kind.LINK)))
          .with("picture", (c, s) -> new PictureFunction(s, c::picture))
          .with("src", (c, s) -> Functions.ofText("src", to -> c.address(to, Kind.PICTURE)))
          .with(
              "markdown",
              (c, s) ->
                  Functions.ofText("markdown", text -> ArticleViews.markup(c.line.apply(text))));

  private final Shortcode shortcode;
  private final Supplier<String> inner;
  private final TextLinks links;
  private final PagePictures pictures;
  private final Function<String, String> line;
  private final Problems problems;
  private @Nullable String content;

  /// @param inner renders what stands between the tags
  /// @param line renders a line of Markdown
  ShortcodeCall(
      Shortcode shortcode,
      Supplier<String> inner,
      TextLinks links,
      PagePictures pictures,
      Function<String, String> line,
      Problems problems) {
    this.shortcode = shortcode;
    this.inner = inner;
    this.links = links;
    this.pictures = pictures;
    this.line = line;
    this.problems = problems;
  }

  Shortcode shortcode() {
    return shortcode;
  }

  /// What stands between the tags as HTML. It is rendered once: shortcodes inside one another that
  /// ask twice would take twice as long at every level.
  String content() {
    if (content == null) {
      content = inner.get();
    }
    return content;
  }

  /// Tells the author what is wrong with this shortcode.
  ///
  /// @param what goes on after its name
  void tell(String what, String hint) {
    problems.add(
        ProblemCode.BAD_SHORTCODE,
        shortcode.at(),
        "the shortcode '" + shortcode.name() + "' " + what,
        hint);
  }

  /// Tells the author why the template stopped.
  void stopped(StopException e) {
    problems.add(
        ProblemCode.BAD_SHORTCODE, shortcode.at(), e.getMessageWithoutStackTop().strip(), "");
  }

  private Object raw(boolean allowed) throws TemplateModelException {
    String html = shortcode.innerSource().strip();
    return allowed
        ? ArticleViews.markup(html)
        : HTMLOutputFormat.INSTANCE.fromPlainTextByEscaping(html);
  }

  private ShownPicture picture(String to, PictureOptions options) throws RefusedShortcode {
    String href = address(to, Kind.PICTURE);
    return pictures.shown(
        links.picture(href), href, options.alt().orElse(""), Focus.CENTRE, options, shortcode.at());
  }

  private String address(String to, Kind kind) throws RefusedShortcode {
    String address =
        links.resolve(to, kind, shortcode.at()).map(l -> l.encoded().href()).orElse("");
    if (LinkResolver.runsScript(to) || LinkResolver.runsScript(address)) {
      throw new RefusedShortcode();
    }
    return address;
  }
}
