package dev.levee.render;

import dev.levee.content.UrlPath;
import dev.levee.markdown.PictureRenderer;
import dev.levee.picture.Focus;
import dev.levee.picture.Pictures;
import dev.levee.picture.Recipe;
import dev.levee.picture.Rendition;
import dev.levee.picture.Renditions;
import dev.levee.problem.Location;
import dev.levee.problem.Problems;
import dev.levee.render.ArticleViews.Picture;
import dev.levee.render.PictureOptions.Loading;
import dev.levee.site.Destination;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.site.SiteLinks;
import dev.levee.trace.Topic;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The pictures of one page: what it gets of each is asked here, and what is wrong with them told.
final class PagePictures {

  /// Readers of feeds show a text in columns of their own.
  private static final int FEED_WIDTH = 960;

  private final Pictures pictures;
  private final Site site;
  private final Problems problems;
  private final UnaryOperator<String> writer;
  private final Files files;

  /// Which files a page gets of a picture.
  enum Files {
    /// In all sizes that it may be shown in.
    ALL,
    /// One, as for readers of feeds.
    SINGLE,
    /// The picture itself, so that none has to be made.
    ORIGINAL
  }

  /// @param site as the page reads it
  /// @param writer writes a link from the host's root as the page needs it
  PagePictures(
      Pictures pictures, Site site, Problems problems, UnaryOperator<String> writer, Files files) {
    this.pictures = pictures;
    this.site = site;
    this.problems = problems;
    this.writer = writer;
    this.files = files;
  }

  /// A picture of front matter.
  ShownPicture shown(Picture picture, PictureOptions options) {
    Focus focus = Focus.of(picture.image().focus());
    String src = picture.image().src();
    String href = writer.apply(site.links().resolve(picture.folder(), src));
    String alt = options.alt().orElse(picture.image().alt());
    return shown(address(picture), href, alt, focus, options, picture.image().at());
  }

  /// A picture that stands at an address.
  ///
  /// @param href what the page has for it
  /// @param at where it is used
  ShownPicture shown(
      Optional<UrlPath> address,
      String href,
      String alt,
      Focus focus,
      PictureOptions options,
      Location at) {
    List<Integer> widths =
        options.widths().isEmpty() ? site.config().pictures().widths() : options.widths();
    Recipe recipe =
        files == Files.SINGLE
            ? Recipe.single(FEED_WIDTH)
            : new Recipe(
                widths,
                options.ratioWidth(),
                options.ratioHeight(),
                options.ratioWidth() == 0 ? Focus.CENTRE : focus,
                false);
    Optional<Renditions> renditions = address.flatMap(a -> renditions(a, recipe, at));
    return new ShownPicture(
        renditions.map(r -> recipe.ratioWidth() == 0 ? r.withFocus(focus) : r),
        href,
        alt,
        focus,
        options,
        site.config().pictures().sizes(),
        path -> writer.apply(site.links().href(path)));
  }

  /// What other sites show of a picture of front matter; nothing when it can only be shown as it
  /// is.
  Optional<Rendition> preview(Picture picture) {
    Recipe recipe = Recipe.preview(Focus.of(picture.image().focus()));
    return address(picture)
        .flatMap(a -> renditions(a, recipe, picture.image().at()))
        .flatMap(r -> r.plain().stream().findFirst());
  }

  private Optional<UrlPath> address(Picture picture) {
    String src = picture.image().src();
    return SiteLinks.isExternal(src)
        ? Optional.empty()
        : site.links().target(picture.folder(), Destination.of(src).path());
  }

  /// Writes the pictures of a text.
  PictureRenderer of(TextLinks links) {
    return img ->
        links.picture(img.src()).filter(this::isPicture).flatMap(address -> html(address, img));
  }

  private Optional<String> html(UrlPath address, PictureRenderer.Img img) {
    int width = pixels(img.width());
    int height = pixels(img.height());
    PictureOptions options =
        new PictureOptions(
            0,
            0,
            List.of(),
            img.broad() ? "100vw" : "",
            img.lazy() ? Loading.LAZY : Loading.EAGER,
            Optional.empty(),
            width,
            img.attributes());
    ShownPicture shown =
        shown(Optional.of(address), img.src(), "", Focus.CENTRE, options, img.at());
    if (shown.renditions().isEmpty()) {
      return Optional.empty();
    }
    Renditions all = shown.renditions().get();
    int wide =
        width == 0 && height > 0
            ? Math.max(1, Math.round((float) height * all.width() / all.height()))
            : width;
    try {
      return Optional.of(shown.with(options.withWidth(wide)).html());
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int pixels(String written) {
    return written.isEmpty() || written.length() > 4 ? 0 : Integer.parseInt(written);
  }

  private boolean isPicture(UrlPath address) {
    return Pictures.isPicture(address.value());
  }

  private Optional<Renditions> renditions(UrlPath address, Recipe recipe, Location at) {
    if (files == Files.ORIGINAL
        || !isPicture(address)
        || !(site.at(address).orElse(null) instanceof Route.Resource resource)) {
      return Optional.empty();
    }
    String path = resource.file().path();
    site.reads().note(Topic.PICTURE, path, recipe.text());
    pictures
        .fault(path)
        .ifPresent(
            f -> problems.add(f.code(), at, "the picture '" + path + "' " + f.why(), f.hint()));
    return pictures.renditions(path, recipe);
  }
}
