package dev.levee.picture;

import dev.levee.config.SiteConfig;
import dev.levee.content.Slug;
import dev.levee.problem.ProblemCode;
import dev.levee.raster.Avifenc;
import dev.levee.raster.Header;
import dev.levee.raster.RasterFormat;
import dev.levee.source.SourceFile.ResourceFile;
import dev.levee.trace.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The pictures of the content folder. Any number of threads may ask. What was not asked for is not
/// looked at.
public final class Pictures {

  /// A file that is larger is not read: more than any camera writes, and less than what an array
  /// holds.
  public static final long MAX_SIZE = 512L << 20;

  /// What is said of such a file, as the end of a sentence.
  public static final String TOO_LARGE = "has more than " + (MAX_SIZE >> 20) + " megabytes";

  /// What an author can do about a picture of which the file cannot be used.
  public static final String SAVE_AGAIN =
      "open it in a picture editor, and save it again as JPEG or PNG";

  private static final Set<String> ENDINGS =
      Set.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "webp", "avif", "heic", "heif");

  private final SiteConfig config;
  private final List<ResourceFile> resources;
  private final Supplier<PictureMemory> memory;
  private final Optional<Avifenc> avifenc;

  /// Made once somebody asks.
  private volatile Map<String, ResourceFile> files = Map.of();

  private volatile boolean opened;

  /// Why a picture cannot be used.
  ///
  /// @param why goes on behind the name of the file
  public record Fault(ProblemCode code, String why, String hint) {}

  /// @param resources the files of the content folder
  /// @param memory gives what earlier builds knew, once it is needed
  /// @param avifenc writes AVIF; empty where none is wanted
  public Pictures(
      SiteConfig config,
      List<ResourceFile> resources,
      Supplier<PictureMemory> memory,
      Optional<Avifenc> avifenc) {
    this.config = config;
    this.resources = resources;
    this.memory = memory;
    this.avifenc = avifenc;
  }

  /// Whether a file is called like a picture made of pixels.
  public static boolean isPicture(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return ENDINGS.contains(ending.toLowerCase(Locale.ROOT));
  }

  /// What a page gets of a picture; nothing when the picture cannot be used, or is none.
  ///
  /// @param path below the content folder
  public Optional<Renditions> renditions(String path, Recipe recipe) {
    Optional<Facts> facts = facts(path);
    if (facts.isEmpty() || fault(facts.get()).isPresent()) {
      return Optional.empty();
    }
    Header header = facts.get().header().orElseThrow();
    return Optional.of(
        Renditions.of(
            path,
            name(path),
            facts.get(),
            header,
            recipe,
            config.pictures(),
            avifenc.isPresent() ? Optional.of(avifenc.get().version()) : Optional.empty()));
  }

  /// Whether the picture that a rendition was to be made of is there, and the same, and what was to
  /// make it as well.
  public boolean isStill(Rendition rendition) {
    return facts(rendition.source())
            .filter(facts -> facts.digest() == rendition.digest())
            .isPresent()
        && (rendition.format() != RasterFormat.AVIF
            || avifenc
                .filter(a -> Renditions.makerOfAvif(a.version()).equals(rendition.maker()))
                .isPresent());
  }

  /// Why a picture cannot be used; nothing when it can.
  public Optional<Fault> fault(String path) {
    return facts(path).flatMap(this::fault);
  }

  private Optional<Fault> fault(Facts facts) {
    int limit = config.pictures().maxMegapixels();
    Header header = facts.header().orElse(null);
    if (header != null && header.pixels() > limit * 1_000_000L) {
      return Optional.of(
          new Fault(
              ProblemCode.PICTURE_TOO_LARGE,
              "has "
                  + header.width()
                  + " by "
                  + header.height()
                  + " pixels, more than "
                  + limit
                  + " million",
              "make it smaller, or raise 'maxMegapixels' of 'pictures' in the settings"));
    }
    return facts.fault().isEmpty()
        ? Optional.empty()
        : Optional.of(new Fault(ProblemCode.BROKEN_PICTURE, facts.fault(), SAVE_AGAIN));
  }

  /// The answer to the question what a page gets of a picture, as a hash.
  ///
  /// @param recipe the text of a [Recipe]
  public long answer(String path, String recipe) {
    Optional<Facts> facts = facts(path);
    if (facts.isEmpty()) {
      return Hash.ABSENT;
    }
    Optional<Fault> fault = fault(facts.get());
    if (fault.isPresent()) {
      return new Hash().add(fault.get().why()).value();
    }
    Hash hash = new Hash();
    renditions(path, Recipe.of(recipe))
        .ifPresent(found -> {
          hash.add(found.tint()).add(found.width()).add(found.height());
          found.all().forEach(rendition -> hash.add(rendition.path().value()));
        });
    return hash.value();
  }

  /// The file of a picture.
  Optional<ResourceFile> file(String path) {
    open();
    return Optional.ofNullable(files.get(path));
  }

  /// What writes AVIF.
  ///
  /// @throws java.util.NoSuchElementException when none is wanted
  Avifenc avifenc() {
    return avifenc.orElseThrow();
  }

  private Optional<Facts> facts(String path) {
    return file(path).map(file -> memory.get().facts(file, config.pictures().maxMegapixels()));
  }

  private void open() {
    if (!opened) {
      Map<String, ResourceFile> byPath = new HashMap<>();
      resources.forEach(file -> byPath.put(file.path(), file));
      files = byPath;
      opened = true;
    }
  }

  private String name(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    String slug = Slug.of(file.substring(0, Math.max(0, file.lastIndexOf('.'))), config.slugs());
    return slug.isEmpty() ? "picture" : slug;
  }
}
