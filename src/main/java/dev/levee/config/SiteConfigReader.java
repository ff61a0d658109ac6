package dev.levee.config;

import dev.levee.config.SiteConfig.Feeds;
import dev.levee.config.SiteConfig.FrontMatterRules;
import dev.levee.config.SiteConfig.Publisher;
import dev.levee.config.SiteConfig.SlugStyle;
import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.trace.Hash;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlNode.Entry;
import dev.levee.yaml.YamlNode.Mapping;
import dev.levee.yaml.YamlNode.Scalar;
import dev.levee.yaml.YamlReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads `levee.yaml` and notes everything that is wrong with it.
public final class SiteConfigReader {

  /// Every key of the settings, with the keys inside those that have a fixed set of their own, and
  /// a dot before what is deeper still.
  public static final Map<String, List<String>> KEYS = keys();

  private static final String DEFAULT_DATE_FORMAT = "long";

  private final Fields settings;
  private final String path;
  private final Problems problems;

  private SiteConfigReader(Mapping root, String path, Problems problems) {
    this.settings = new Fields(root, ProblemCode.BAD_SETTINGS, problems);
    this.path = path;
    this.problems = problems;
  }

  /// The settings that a text holds; where a value is wrong there is a problem, and the default
  /// stands in for it.
  ///
  /// @param path the name of the file, for problems
  public static SiteConfig read(String text, String path, Problems problems) {
    Optional<YamlNode> read = YamlReader.read(text, path, problems);
    if (read.isEmpty()) {
      Mapping nothing = Mapping.empty(Location.of(path));
      return new SiteConfigReader(nothing, path, new Problems()).config(); // the YAML is to blame
    }
    YamlNode root = read.get();
    if (root instanceof Mapping mapping) {
      return new SiteConfigReader(mapping, path, problems).config();
    }
    if (!(root instanceof Scalar scalar && scalar.isNull())) {
      problems.add(
          ProblemCode.BAD_SETTINGS, root.at(), "the settings must be keys with values", "title: …");
    }
    return new SiteConfigReader(Mapping.empty(root.at()), path, problems).config();
  }

  private static Map<String, List<String>> keys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (String plain :
        List.of("title", "url", "tagline", "description", "language", "timezone", "dateFormat")) {
      keys.put(plain, List.of());
    }
    keys.put("copyright", List.of());
    keys.put("folders", List.of("content", "templates", "destination"));
    keys.put("permalinks", List.of());
    keys.put("slugs", List.of());
    keys.put("pagination", List.of("size"));
    keys.put("taxonomies", List.of());
    keys.put("feeds", List.of("formats", "items", "content"));
    keys.put("contents", List.of("depth"));
    keys.put("related", List.of("count"));
    keys.put("archives", List.of());
    keys.put("search", List.of());
    keys.put("updatedFromGit", List.of());
    keys.put("relativeLinks", List.of());
    keys.put("markdown", MarkdownSettings.KEYS);
    keys.put("assets", AssetSettings.KEYS);
    keys.put("lite", List.of());
    keys.put("minifyHtml", List.of());
    keys.put("pictures", PictureSettings.KEYS);
    keys.put("menus", List.of());
    keys.put("theme", List.of("mark", "logo", "accent", "second", "front", "footer"));
    keys.put("publisher", List.of("name", "logo"));
    keys.put("frontMatter", List.of("aliases", "params"));
    keys.put("robots", List.of("disallow"));
    HostingSettings.KEYS.forEach(keys::put);
    keys.put("preview", PreviewSettings.KEYS);
    keys.put("targets", TargetSettings.KEYS);
    keys.put("problems", List.of());
    keys.put("params", List.of());
    return keys;
  }

  private SiteConfig config() {
    settings.reportUnknown(ProblemCode.UNKNOWN_SETTING, KEYS.keySet());
    return new SiteConfig(
        required("title", "the name of the site"),
        url(),
        settings.text("tagline").orElse(""),
        settings.text("description").orElse(""),
        language(),
        settings.at("language"),
        timezone(),
        dateFormat(),
        settings.text("copyright").orElse(""),
        new FolderSettings(group("folders"), path, problems).read(),
        permalinks(),
        slugs(),
        number(group("pagination"), "size", 1, 20),
        taxonomies(),
        feeds(),
        number(group("contents"), "depth", 2, 3),
        number(group("related"), "count", 0, 4),
        settings.flag("archives").orElse(true),
        settings.flag("search").orElse(false),
        settings.flag("updatedFromGit").orElse(false),
        settings.flag("relativeLinks").orElse(false),
        new MarkdownSettings(settings, problems).read(),
        new AssetSettings(settings, problems).read(),
        settings.flag("lite").orElse(false),
        false,
        settings.flag("minifyHtml").orElse(false),
        new PictureSettings(group("pictures"), problems).read(),
        new MenuSettings(settings, problems).read(),
        group("theme").map(theme -> new BrandSettings(theme, problems).read()),
        group("publisher")
            .map(p -> new Publisher(p.text("name").orElse(""), p.text("logo").orElse(""))),
        group("frontMatter")
            .map(f ->
                new FrontMatterRules(f.textMap("aliases"), f.texts("params").orElse(List.of())))
            .orElse(new FrontMatterRules(Map.of(), List.of())),
        group("robots").flatMap(r -> r.texts("disallow")).orElse(List.of()),
        new HostingSettings(settings, problems).read(),
        new PreviewSettings(group("preview"), problems).editor(),
        new TargetSettings(settings, problems).read(),
        new SeveritySettings(settings, problems).read(),
        settings.data("params"),
        digests());
  }

  private Map<String, Long> digests() {
    Map<String, Long> digests = new LinkedHashMap<>();
    settings
        .mapping()
        .entries()
        .forEach(entry -> digests.put(entry.key(), Hash.ofData(entry.value().toTexts())));
    return digests;
  }

  private Optional<Fields> group(String key) {
    Optional<Fields> group = settings.fields(key);
    group.ifPresent(
        g -> g.reportUnknown(ProblemCode.UNKNOWN_SETTING, KEYS.getOrDefault(key, List.of())));
    return group;
  }

  private static int number(Optional<Fields> group, String key, int least, int otherwise) {
    return group.map(g -> g.integer(key, least).orElse(otherwise)).orElse(otherwise);
  }

  private String required(String key, String what) {
    Optional<String> value = settings.text(key).filter(v -> !v.isBlank());
    if (value.isEmpty()) {
      bad(Location.of(path), "'" + key + "' is missing: " + what, "add a line '" + key + ": …'");
    }
    return value.orElse("");
  }

  private URI url() {
    String text = required("url", "where the site will stand, such as https://example.org");
    URI fallback = URI.create("https://example.org");
    if (text.isEmpty()) {
      return fallback;
    }
    Optional<URI> url = parseUrl(text);
    if (url.isEmpty()) {
      bad(settings.at("url"), notAUrl(text), "write it as https://example.org");
    }
    return url.orElse(fallback);
  }

  /// An absolute `http` or `https` URL without query and fragment, its last slashes taken off.
  public static Optional<URI> parseUrl(String text) {
    try {
      URI url = new URI(text.replaceAll("/+$", ""));
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      boolean plain =
          url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
      return web && plain && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// What to say of a text that [#parseUrl] does not take.
  public static String notAUrl(String text) {
    return "'" + text + "' is not an absolute http or https URL";
  }

  private Locale language() {
    String tag = settings.text("language").orElse("en");
    Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
    if (locale.getLanguage().isEmpty()) {
      bad(settings.at("language"), "'" + tag + "' is not a language tag", "such as en or pt-BR");
      return Locale.ENGLISH;
    }
    return locale;
  }

  private ZoneId timezone() {
    String name = settings.text("timezone").orElse("UTC");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      bad(
          settings.at("timezone"),
          "'" + name + "' is not a time zone",
          NearestWord.hint(
              name,
              ZoneId.getAvailableZoneIds().stream().sorted().toList(),
              "such as America/Toronto"));
      return ZoneId.of("UTC");
    }
  }

  private String dateFormat() {
    String pattern = settings.text("dateFormat").orElse(DEFAULT_DATE_FORMAT);
    try {
      DateTimeFormatter parsed = DatePattern.formatter(pattern, Locale.ROOT);
      return parsed.toString().isEmpty() ? DEFAULT_DATE_FORMAT : pattern;
    } catch (IllegalArgumentException e) {
      bad(
          settings.at("dateFormat"),
          "'" + pattern + "' is not a date pattern",
          "such as d MMMM uuuu, or one of " + String.join(", ", DatePattern.WORDS));
      return DEFAULT_DATE_FORMAT;
    }
  }

  private Map<String, String> permalinks() {
    Map<String, String> patterns = settings.textMap("permalinks");
    patterns.forEach((section, pattern) ->
        PermalinkPattern.mistake(pattern)
            .ifPresent(m ->
                bad(
                    settings.fields("permalinks").orElseThrow().at(section),
                    m,
                    "known: " + String.join(" ", PermalinkPattern.TOKENS))));
    return patterns;
  }

  private Map<String, String> taxonomies() {
    Optional<YamlNode> node = settings.node("taxonomies");
    if (node.isEmpty()) {
      Map<String, String> usual = new LinkedHashMap<>();
      SiteConfig.USUAL_TAXONOMIES.forEach(name -> usual.put(name, ""));
      return usual;
    }
    Map<String, String> taxonomies = new LinkedHashMap<>();
    if (node.get() instanceof Mapping mapping) {
      Fields titles = settings.fields("taxonomies").orElseThrow();
      for (Entry entry : mapping.entries()) {
        taxonomy(entry.key(), entry.keyAt(), titles.text(entry.key()), taxonomies);
      }
    } else {
      for (Scalar name : settings.scalars("taxonomies")) {
        taxonomy(name.text(), name.at(), Optional.empty(), taxonomies);
      }
    }
    return taxonomies;
  }

  private void taxonomy(
      String name, Location at, Optional<String> title, Map<String, String> taxonomies) {
    boolean ascii = slugs() == SlugStyle.ASCII;
    if (!name.matches(ascii ? "(?s).*[A-Za-z0-9].*" : "(?s).*[\\p{L}\\p{N}].*")) {
      bad(at, "no address can be made from the taxonomy '" + name + "'", "name it with letters");
      return;
    }
    taxonomies.put(name, title.filter(t -> !t.isBlank()).orElse(""));
  }

  private SlugStyle slugs() {
    String style = settings.oneOf("slugs", List.of("unicode", "ascii")).orElse("unicode");
    return style.equals("ascii") ? SlugStyle.ASCII : SlugStyle.UNICODE;
  }

  private Feeds feeds() {
    Optional<Fields> feeds = group("feeds");
    List<String> formats = feeds.flatMap(f -> f.texts("formats")).orElse(Feeds.FORMATS);
    for (String format : formats) {
      if (!Feeds.FORMATS.contains(format)) {
        bad(
            feeds.orElseThrow().at("formats"),
            "'" + format + "' is not a feed format",
            NearestWord.hint(format, Feeds.FORMATS, "known: rss, atom, json"));
      }
    }
    boolean full =
        feeds
            .flatMap(f -> f.oneOf("content", List.of("summary", "full")))
            .equals(Optional.of("full"));
    return new Feeds(
        Feeds.FORMATS.stream().filter(formats::contains).toList(),
        number(feeds, "items", 1, 20),
        full);
  }

  private void bad(Location at, String message, String hint) {
    problems.add(ProblemCode.BAD_SETTINGS, at, message, hint);
  }
}
