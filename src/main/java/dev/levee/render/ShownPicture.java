package dev.levee.render;

import dev.levee.content.UrlPath;
import dev.levee.picture.Focus;
import dev.levee.picture.Rendition;
import dev.levee.picture.Renditions;
import dev.levee.render.PictureOptions.Loading;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A picture as a page shows it: in the renditions that the page gets of it, else as it is.
///
/// @param href the address of the picture itself
/// @param alt what it shows
/// @param focus the point that crops keep, of a picture without renditions
/// @param sizes how wide pages show the pictures of their texts
/// @param address gives the address of a rendition
record ShownPicture(
    Optional<Renditions> renditions,
    String href,
    String alt,
    Focus focus,
    PictureOptions options,
    String sizes,
    Function<UrlPath, String> address) {

  /// A class in HTML; in a value the quote would be escaped.
  private static final String CLASS = " class=\"";

  private static final String SIZED = "sized";

  static final ViewType<ShownPicture> TYPE =
      new ViewType<ShownPicture>("picture")
          .with("html", (p, s) -> ArticleViews.markup(p.html()))
          .with("src", (p, s) -> p.src())
          .with("srcset", (p, s) -> p.srcset(p.plain()))
          .with("webp", (p, s) -> p.srcset(p.webp()))
          .with("avif", (p, s) -> p.srcset(p.avif()))
          .with("width", (p, s) -> p.renditions.map(Renditions::width))
          .with("height", (p, s) -> p.renditions.map(Renditions::height))
          .with("tint", (p, s) -> p.tint().map(t -> "#" + HexFormat.of().toHexDigits(t, 6)))
          .with("focus", (p, s) -> p.point().x() + "% " + p.point().y() + "%");

  ShownPicture with(PictureOptions other) {
    return new ShownPicture(renditions, href, alt, focus, other, sizes, address);
  }

  private List<Rendition> plain() {
    return renditions.map(Renditions::plain).orElse(List.of());
  }

  private List<Rendition> webp() {
    return renditions.map(Renditions::webp).orElse(List.of());
  }

  private List<Rendition> avif() {
    return renditions.map(Renditions::avif).orElse(List.of());
  }

  private Focus point() {
    return renditions.map(Renditions::focus).orElse(focus);
  }

  private Optional<Integer> tint() {
    return renditions.filter(r -> r.opaque() && !r.plain().isEmpty()).map(Renditions::tint);
  }

  /// For those who do not choose among widths: the one in the middle.
  private String src() {
    List<Rendition> all = plain();
    return all.isEmpty() ? href : address.apply(all.get(all.size() / 2).path());
  }

  private String srcset(List<Rendition> all) {
    return all.size() < 2
        ? all.stream().map(r -> address.apply(r.path())).findFirst().orElse("")
        : all.stream()
            .map(r -> address.apply(r.path()) + " " + r.width() + "w")
            .collect(Collectors.joining(", "));
  }

  String html() throws TemplateModelException {
    StringBuilder out = new StringBuilder();
    boolean several = !avif().isEmpty() || !webp().isEmpty();
    if (several) {
      out.append("<picture>");
      source("image/avif", avif(), out); // browsers take the first that they know
      source("image/webp", webp(), out);
    }
    out.append("<img");
    attribute("src", src(), out);
    if (plain().size() > 1) {
      attribute("srcset", srcset(plain()), out);
      sizes(plain(), out);
    }
    if (options.attributes().isEmpty()) {
      attribute("alt", alt, out);
    } else {
      out.append(isSized() ? withClass(options.attributes()) : options.attributes());
    }
    size(out);
    switch (options.loading()) {
      case LAZY -> out.append(" loading=\"lazy\" decoding=\"async\"");
      case EAGER -> {} // it is painted with the page, not after it
      case LEAD -> out.append(" fetchpriority=\"high\"");
    }
    hints(out);
    return out.append(several ? "></picture>" : ">").toString();
  }

  private void source(String type, List<Rendition> all, StringBuilder out)
      throws TemplateModelException {
    if (!all.isEmpty()) {
      out.append("<source");
      attribute("type", type, out);
      attribute("srcset", srcset(all), out);
      sizes(all, out);
      out.append('>');
    }
  }

  private void sizes(List<Rendition> all, StringBuilder out) throws TemplateModelException {
    if (all.size() > 1) {
      int width = options.width();
      String said =
          width > 0
              ? "(max-width: " + width + "px) 100vw, " + width + "px"
              : options.sizes().isEmpty() ? sizes : options.sizes();
      attribute("sizes", options.loading() == Loading.LAZY ? "auto, " + said : said, out);
    }
  }

  /// So that a page does not jump when the picture comes; what an author asks for keeps its shape.
  private void size(StringBuilder out) throws TemplateModelException {
    if (renditions.isEmpty()) {
      if (options.width() > 0) {
        attribute("width", Integer.toString(options.width()), out);
      }
      return;
    }
    Renditions all = renditions.get();
    int width = options.width() > 0 ? options.width() : all.width();
    long height = Math.max(1, Math.round((double) width * all.height() / all.width()));
    attribute("width", Integer.toString(width), out);
    attribute("height", Long.toString(height), out);
    if (isSized() && !options.attributes().contains(CLASS)) {
      attribute("class", SIZED, out);
    }
  }

  private boolean isSized() {
    return options.width() > 0 && renditions.isPresent();
  }

  /// With our class before those of the author, if there are any: a second attribute of the same
  /// name would not count.
  private static String withClass(String attributes) {
    return attributes.replace(CLASS, CLASS + SIZED + " ");
  }

  /// For style sheets, since pages have no styles: the colour and the point to keep, in tenths.
  private void hints(StringBuilder out) throws TemplateModelException {
    Optional<Integer> tint = tint();
    if (tint.isPresent()) {
      int rgb = tint.get();
      String said = "r" + ninth(rgb >> 16) + " g" + ninth(rgb >> 8) + " b" + ninth(rgb);
      attribute("data-tint", said, out);
    }
    Focus point = point();
    if (point.x() != Focus.CENTRE.x() || point.y() != Focus.CENTRE.y()) {
      attribute("data-x", Integer.toString((point.x() + 5) / 10), out);
      attribute("data-y", Integer.toString((point.y() + 5) / 10), out);
    }
  }

  private static int ninth(int colour) {
    return ((colour & 0xFF) * 9 + 127) / 255;
  }

  private static void attribute(String name, String value, StringBuilder out)
      throws TemplateModelException {
    out.append(' ').append(name).append("=\"");
    out.append(HTMLOutputFormat.INSTANCE.escapePlainText(value)).append('"');
  }
}
