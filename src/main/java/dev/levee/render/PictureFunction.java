package dev.levee.render;

import dev.levee.content.FrontMatter.Image;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.site.Destination;
import dev.levee.site.SiteLinks;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The functions by which templates show a picture: `picture(image)` and, with how it is to be
/// shown, `picture(image, {"ratio": "16:9"})`.
///
/// @param ofPath gives the picture that a path names
record PictureFunction(Scope scope, OfPath ofPath) implements TemplateMethodModelEx {

  /// What a function gives for a path.
  interface OfPath {
    ShownPicture shown(String path, PictureOptions options) throws TemplateModelException;
  }

  /// The function on pages, where a path is one from the content folder.
  static PictureFunction ofPages(Scope scope, Templates templates) {
    PagePictures pictures = scope.bodies().pictures(scope);
    return new PictureFunction(
        scope,
        (path, options) -> {
          Location at = templates.place();
          if (!isThere(path, scope.targets())) {
            tellMissing(path, at, scope);
          }
          Image image = new Image(path, "", "", "", "", at);
          return pictures.shown(new ArticleViews.Picture(image, ""), options);
        });
  }

  private static boolean isThere(String path, LinkTargets targets) {
    String plain = Destination.of(path).path();
    return SiteLinks.isExternal(path)
        || targets.file("", plain).isPresent()
        || targets.address(plain).isPresent();
  }

  private static void tellMissing(String path, Location at, Scope scope) {
    scope
        .problems()
        .add(
            ProblemCode.MISSING_PICTURE,
            at,
            "there is no picture '" + path + "'",
            scope
                .targets()
                .nearestPicture("", path)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("name it from the content folder: /pictures/x.jpg"));
  }

  @Override
  public @Nullable Object exec(@SuppressWarnings("rawtypes") List arguments) // FreeMarker's
      throws TemplateModelException {
    PictureOptions options = PictureOptions.NONE;
    if (arguments.size() == 2 && arguments.get(1) instanceof TemplateHashModelEx said) {
      options = PictureOptions.of(said);
    } else if (arguments.size() != 1) {
      throw mistake();
    }
    Object first = arguments.getFirst();
    ShownPicture shown;
    if (first instanceof View<?> view && view.subject() instanceof ArticleViews.Picture picture) {
      shown = scope.bodies().pictures(scope).shown(picture, options);
    } else if (first instanceof TemplateScalarModel path) {
      shown = ofPath.shown(path.getAsString(), options);
    } else {
      throw mistake();
    }
    return ShownPicture.TYPE.of(shown, scope);
  }

  private static TemplateMistake mistake() {
    return new TemplateMistake(
        "picture(…) takes an image or a path, and how it is shown",
        "such as picture(article.image, {\"ratio\": \"16:9\"})");
  }
}
