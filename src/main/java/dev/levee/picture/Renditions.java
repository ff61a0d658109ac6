package dev.levee.picture;

import dev.levee.config.SiteConfig.PictureRules;
import dev.levee.content.UrlPath;
import dev.levee.raster.Avifenc;
import dev.levee.raster.Crop;
import dev.levee.raster.Header;
import dev.levee.raster.Photograph;
import dev.levee.raster.RasterFormat;
import dev.levee.trace.Hash;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a page gets of a picture: the same in several widths.
///
/// @param plain in the format of the picture, or one that every browser reads; the smallest first.
///   Empty when the picture can only be shown as it is
/// @param webp the same as WebP; empty when they are not made
/// @param avif the same as AVIF; empty when they are not made
/// @param width of the largest
/// @param height likewise
/// @param focus where the point that the crop keeps is within it
/// @param tint the mean colour, as `0xRRGGBB`
/// @param opaque whether nothing can be seen through it
public record Renditions(
    List<Rendition> plain,
    List<Rendition> webp,
    List<Rendition> avif,
    int width,
    int height,
    Focus focus,
    int tint,
    boolean opaque) {

  /// Where renditions stand: a name has the hash of all that it came of, so they may be kept for
  /// ever.
  static final String FOLDER = "/assets/pictures/";

  private static final int FINGERPRINT_DIGITS = 10;

  /// A last width that is hardly more than the one before is not worth a file.
  private static final double WORTH_MORE = 1.1;

  public Renditions {
    plain = List.copyOf(plain);
    webp = List.copyOf(webp);
    avif = List.copyOf(avif);
  }

  /// The same with a point to keep.
  public Renditions withFocus(Focus other) {
    return new Renditions(plain, webp, avif, width, height, other, tint, opaque);
  }

  /// All of them.
  public Stream<Rendition> all() {
    return Stream.concat(Stream.concat(plain.stream(), webp.stream()), avif.stream());
  }

  /// @param name what the files are called before width and fingerprint
  /// @param avifenc the version of what writes AVIF; empty where none is written
  static Renditions of(
      String source,
      String name,
      Facts facts,
      Header header,
      Recipe recipe,
      PictureRules rules,
      Optional<String> avifenc) {
    Crop part = part(header, recipe);
    List<Rendition> plain = new ArrayList<>();
    List<Rendition> webp = new ArrayList<>();
    List<Rendition> avif = new ArrayList<>();
    Focus focus = within(part, header, recipe.focus());
    if (header.canBeScaled()) {
      RasterFormat format = plainFormat(header, recipe);
      List<Integer> widths = widths(part.width(), recipe);
      for (int width : recipe.alone() ? List.of(widths.getLast()) : widths) {
        Size size = new Size(part, width, rules.quality());
        plain.add(rendition(source, name, facts, format, Photograph.VERSION, size));
        if (rules.webp() && format != RasterFormat.WEBP && !recipe.alone()) {
          webp.add(rendition(source, name, facts, RasterFormat.WEBP, Photograph.VERSION, size));
        }
        if (avifenc.isPresent() && !recipe.alone()) {
          avif.add(
              rendition(source, name, facts, RasterFormat.AVIF, makerOfAvif(avifenc.get()), size));
        }
      }
    }
    int width = plain.isEmpty() ? header.shownWidth() : plain.getLast().width();
    int height = plain.isEmpty() ? header.shownHeight() : plain.getLast().height();
    return new Renditions(plain, webp, avif, width, height, focus, facts.tint(), !header.alpha());
  }

  /// What makes AVIF.
  ///
  /// @param avifenc the version of the program
  static String makerOfAvif(String avifenc) {
    return Avifenc.VERSION + " " + avifenc;
  }

  private static RasterFormat plainFormat(Header header, Recipe recipe) {
    return switch (header.format()) {
      case JPEG -> RasterFormat.JPEG;
      case WEBP ->
          !recipe.alone()
              ? RasterFormat.WEBP
              : header.alpha() ? RasterFormat.PNG : RasterFormat.JPEG;
      default -> RasterFormat.PNG;
    };
  }

  private static Crop part(Header header, Recipe recipe) {
    int width = header.shownWidth();
    int height = header.shownHeight();
    if (recipe.ratioWidth() == 0) {
      return new Crop(0, 0, width, height);
    }
    double ratio = (double) recipe.ratioWidth() / recipe.ratioHeight();
    int wide = Math.clamp(Math.round(height * ratio), 1, width);
    int high = Math.clamp(Math.round(width / ratio), 1, height);
    return new Crop(
        start(recipe.focus().x(), width, wide),
        start(recipe.focus().y(), height, high),
        wide,
        high);
  }

  private static int start(int percent, int whole, int part) {
    return Math.clamp(Math.round(whole * percent / 100.0 - part / 2.0), 0, whole - part);
  }

  private static Focus within(Crop part, Header header, Focus focus) {
    return new Focus(
        within(header.shownWidth() * focus.x(), part.x(), part.width()),
        within(header.shownHeight() * focus.y(), part.y(), part.height()));
  }

  private static int within(int hundredfold, int start, int length) {
    return Math.clamp(Math.round((hundredfold - 100.0 * start) / length), 0, 100);
  }

  /// Those that the picture has, and its own where it has less than the largest.
  private static List<Integer> widths(int own, Recipe recipe) {
    List<Integer> widths = new ArrayList<>();
    boolean smaller = false;
    for (int width : recipe.widths()) {
      if (width <= own) {
        widths.add(width);
      } else {
        smaller = true;
      }
    }
    if (widths.isEmpty() || (smaller && own > widths.getLast() * WORTH_MORE)) {
      widths.add(own);
    }
    return widths;
  }

  private record Size(Crop part, int width, int quality) {

    int height() {
      return (int) Math.max(1, Math.round((double) width * part.height() / part.width()));
    }
  }

  /// @param maker changes when the same picture and the same wishes give another file
  private static Rendition rendition(
      String source, String name, Facts facts, RasterFormat format, String maker, Size size) {
    Crop part = size.part();
    int width = size.width();
    int height = size.height();
    int quality = size.quality();
    Hash hash = new Hash().add(maker).add(facts.digest()).add(format.name());
    for (int number :
        new int[] {part.x(), part.y(), part.width(), part.height(), width, height, quality}) {
      hash.add(number);
    }
    String key = HexFormat.of().toHexDigits(hash.value());
    String file =
        name + "-" + width + "." + key.substring(0, FINGERPRINT_DIGITS) + "." + format.extension();
    return new Rendition(
        source,
        facts.digest(),
        key,
        new UrlPath(FOLDER + file),
        maker,
        format,
        part,
        width,
        height,
        quality);
  }
}
