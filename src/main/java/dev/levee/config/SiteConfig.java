package dev.levee.config;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Severity;
import dev.levee.trace.Hash;
import java.net.URI;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `levee.yaml` says, with the defaults filled in. Every key is described in the handbook's
/// page on settings.
///
/// @param title the name of the site
/// @param url where the site will stand, without a slash at its end; may have a path
/// @param language a BCP 47 tag, which also chooses how dates are written
/// @param languageAt where the settings say the language
/// @param timezone the zone of dates that name none, and in which all dates are shown
/// @param dateFormat how dates are written, see [DatePattern]
/// @param folders where content and templates are and where the site goes, relative to the source
/// @param permalinks a pattern per section
/// @param taxonomies the title of each taxonomy by its name, which is also its front matter key;
///   empty where the settings give none
/// @param contentsDepth the level of the smallest headings in tables of contents
/// @param related how many related articles an article has
/// @param archives whether pages by year and month are made
/// @param search whether readers can search the site
/// @param updatedFromGit whether an article without `updated` takes the date of its last commit
/// @param brand how the built-in theme looks here; empty where the settings say nothing of it
/// @param hosting how the site is served
/// @param editor how the preview opens a file where something is wrong
/// @param targets where the site is published, by name
/// @param severities what the settings say about kinds of problems
/// @param relativeLinks whether links lead from page to page, so that the site works from disk
/// @param lite whether every page has a text-only twin
/// @param surge whether every page is written as its text-only twin would be
/// @param minifyHtml whether pages are written without what a browser does not need
/// @param params anything that templates want to know
/// @param digests the hash of what each key says, for those that are there
public record SiteConfig(
    String title,
    URI url,
    String tagline,
    String description,
    Locale language,
    Location languageAt,
    ZoneId timezone,
    String dateFormat,
    String copyright,
    Folders folders,
    Map<String, String> permalinks,
    SlugStyle slugs,
    int pageSize,
    Map<String, String> taxonomies,
    Feeds feeds,
    int contentsDepth,
    int related,
    boolean archives,
    boolean search,
    boolean updatedFromGit,
    boolean relativeLinks,
    MarkdownRules markdown,
    AssetRules assets,
    boolean lite,
    boolean surge,
    boolean minifyHtml,
    PictureRules pictures,
    Map<String, List<MenuItem>> menus,
    Optional<Brand> brand,
    Optional<Publisher> publisher,
    FrontMatterRules frontMatter,
    List<String> robotsDisallow,
    Hosting hosting,
    Optional<EditorLink> editor,
    Map<String, PublishTarget> targets,
    Map<ProblemCode, Severity> severities,
    Map<String, @Nullable Object> params,
    Map<String, Long> digests) {

  /// The permalink pattern of sections that the settings do not name.
  public static final String DEFAULT_PERMALINK = "/:sections/:slug/";

  /// The taxonomies of a site that names none.
  public static final List<String> USUAL_TAXONOMIES = List.of("tags", "categories");

  /// What no page asks for, or only some and by itself.
  private static final Set<String> OF_SOME_PAGES =
      Set.of(
          "archives",
          "assets",
          "budget",
          "feeds",
          "headers",
          "menus",
          "minifyHtml",
          "pagination",
          "params",
          "permalinks",
          "precompress",
          "preview",
          "problems",
          "related",
          "robots",
          "servers",
          "targets");

  /// What says nothing of how a file is read.
  private static final Set<String> ONLY_OF_PAGES =
      union(
          OF_SOME_PAGES,
          Set.of(
              "copyright",
              "dateFormat",
              "description",
              "lite",
              "pictures",
              "publisher",
              "relativeLinks",
              "search",
              "tagline",
              "theme",
              "title",
              "url"));

  private static final Set<String> ONLY_OF_TEXTS = Set.of("contents", "markdown");

  private static final Set<String> ASKED_FOR_APART =
      union(OF_SOME_PAGES, Set.of("frontMatter", "taxonomies", "updatedFromGit"));

  public SiteConfig {
    permalinks = Collections.unmodifiableMap(new LinkedHashMap<>(permalinks));
    taxonomies = Collections.unmodifiableMap(new LinkedHashMap<>(taxonomies));
    menus = Collections.unmodifiableMap(new LinkedHashMap<>(menus));
    robotsDisallow = List.copyOf(robotsDisallow);
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    severities =
        Collections.unmodifiableMap(
            severities.isEmpty() ? new EnumMap<>(ProblemCode.class) : new EnumMap<>(severities));
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
  }

  /// The hash of what says how the text of an article is read.
  public long textDigest() {
    return digestBut(ONLY_OF_PAGES);
  }

  /// The hash of what says how the front matter of an article is understood.
  public long frontMatterDigest() {
    return digestBut(union(ONLY_OF_PAGES, ONLY_OF_TEXTS));
  }

  /// The hash of what pages see; what lays out the site, or is asked for on its own, is not in it.
  public long pageDigest() {
    return digestBut(ASKED_FOR_APART);
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private long digestBut(Set<String> keys) {
    Hash hash = new Hash();
    digests.forEach((key, digest) -> {
      if (!keys.contains(key)) {
        hash.add(key).add(digest);
      }
    });
    return keys.contains("url")
        ? hash.value()
        : hash.add(url.toString()).add(Boolean.toString(surge)).value();
  }

  /// The pattern for articles of a section: its own, else that of the nearest section around it,
  /// else [#DEFAULT_PERMALINK].
  ///
  /// @param section the section's path, such as `world/europe`
  public String permalinkOf(String section) {
    String at = section;
    while (!at.isEmpty()) {
      String pattern = permalinks.get(at);
      if (pattern != null) {
        return pattern;
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return permalinks.getOrDefault("*", DEFAULT_PERMALINK);
  }

  /// The same settings for a site that stands somewhere else, as `--base-url` asks.
  public SiteConfig withUrl(URI other) {
    return with(other, surge);
  }

  /// The same settings for a site of text alone, as `--surge` asks.
  public SiteConfig withSurge() {
    return with(url, true);
  }

  private SiteConfig with(URI otherUrl, boolean otherSurge) {
    return new SiteConfig(
        title,
        otherUrl,
        tagline,
        description,
        language,
        languageAt,
        timezone,
        dateFormat,
        copyright,
        folders,
        permalinks,
        slugs,
        pageSize,
        taxonomies,
        feeds,
        contentsDepth,
        related,
        archives,
        search,
        updatedFromGit,
        relativeLinks,
        markdown,
        assets,
        lite,
        otherSurge,
        minifyHtml,
        pictures,
        menus,
        brand,
        publisher,
        frontMatter,
        robotsDisallow,
        hosting,
        editor,
        targets,
        severities,
        params,
        digests);
  }

  /// Folders relative to the source folder, with forward slashes.
  public record Folders(String content, String templates, String destination) {}

  /// Which letters a slug made by Levee keeps.
  public enum SlugStyle {
    UNICODE,
    ASCII
  }

  /// Which feeds are written.
  ///
  /// @param items how many articles a feed holds
  /// @param full whether a feed carries whole articles rather than summaries
  public record Feeds(List<String> formats, int items, boolean full) {
    public static final List<String> FORMATS = List.of("rss", "atom", "json");

    public Feeds {
      formats = List.copyOf(formats);
    }
  }

  /// How the texts of this site are read and written.
  ///
  /// @param html whether HTML in texts is passed on
  /// @param highlight whether code is coloured
  /// @param smartPunctuation whether quotes, dashes and dots become those of the language
  public record MarkdownRules(
      Dialect dialect,
      boolean html,
      boolean highlight,
      boolean smartPunctuation,
      ExternalLinks externalLinks) {}

  /// How style sheets and scripts are published.
  ///
  /// @param bundle whether what they import becomes part of them
  /// @param target the browsers that they are written for, as esbuild names them
  /// @param integrity whether pages say what hash a style sheet must have
  /// @param inlineBelow style sheets of fewer bytes than this stand in the page itself
  public record AssetRules(
      boolean bundle, boolean minify, String target, boolean integrity, int inlineBelow) {}

  /// Which smaller pictures are made of a picture.
  ///
  /// @param widths in pixels, the smallest first
  /// @param quality from 1 to 100
  /// @param sizes how wide a page shows the pictures of its text, as HTML's attribute says it
  /// @param webp whether each is made as WebP as well
  /// @param avif whether each is made as AVIF as well, where there is a program for it
  /// @param maxMegapixels the most that a picture may have, in millions of pixels
  public record PictureRules(
      List<Integer> widths,
      int quality,
      String sizes,
      boolean webp,
      boolean avif,
      int maxMegapixels) {
    public PictureRules {
      widths = List.copyOf(widths);
    }
  }

  /// Which Markdown texts are written in.
  public enum Dialect {
    LEVEE,
    GFM,
    COMMONMARK
  }

  /// What is added to links that leave the site.
  ///
  /// @param rel words of HTML's link types, in the order of the attribute; may be empty
  /// @param newWindow whether they open in a window of their own
  public record ExternalLinks(List<String> rel, boolean newWindow) {
    public ExternalLinks {
      rel = List.copyOf(rel);
    }
  }

  /// An entry of a menu: a title and a path within the site or an absolute URL.
  public record MenuItem(String title, String url) {}

  /// Who publishes the site, for structured data.
  ///
  /// @param logo a path within the site or an absolute URL; may be empty
  public record Publisher(String name, String logo) {}

  /// What the front matter of this site has beside the standard keys.
  ///
  /// @param aliases a standard key by another name for it
  /// @param params keys that are taken as `params`, with no warning
  public record FrontMatterRules(Map<String, String> aliases, List<String> params) {
    public FrontMatterRules {
      aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
      params = List.copyOf(params);
    }
  }
}
