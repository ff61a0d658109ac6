package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where links lead: to pages and files by their path on disk, and to addresses below the site's
/// own URL.
public final class SiteLinks {

  private static final Pattern SCHEME =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);

  private static final Pattern WEB =
      Pattern.compile("(?:(?i:https?):)?//(?<host>[^/?#]*?)(?::(?:80|443)?)?(?=[/?#]|$)");

  /// The files that stand for the folder they are in.
  private static final List<String> INDEX =
      List.of("index.md", "index.markdown", "_index.md", "_index.markdown");

  private static final Pattern TEXT = Pattern.compile("\\.(?i:md|markdown)$");

  private final String origin;
  private final String host;
  private final String basePath;
  private final boolean relative;
  private final Map<String, UrlPath> byContentPath;

  /// Made once something is missing.
  private @Nullable NearestPath nearest;

  /// @param byContentPath the address of each published file by its path below the content folder
  SiteLinks(SiteConfig config, Map<String, UrlPath> byContentPath) {
    URI url = config.url();
    this.relative = config.relativeLinks();
    this.basePath = Optional.ofNullable(URI.create(url.toASCIIString()).getRawPath()).orElse("");
    String text = url.toASCIIString();
    this.origin = text.substring(0, text.length() - basePath.length());
    this.host =
        Optional.ofNullable(url.getRawAuthority()).orElse("").replaceFirst(":(80|443)?$", "");
    this.byContentPath =
        byContentPath.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    e -> composed(e.getKey()), Map.Entry::getValue, (a, b) -> a));
  }

  /// The address as a link within the site writes it: from the host's root, percent-encoded.
  public String href(UrlPath path) {
    return basePath + path.encoded();
  }

  /// A link from the host's root as a page writes it: as it is, or, where the settings ask for
  /// relative links, up to the site's root and down to the file, so that it leads there from disk
  /// as well. The page for missing addresses is shown anywhere, so its links stay as they are.
  public String from(UrlPath page, String href) {
    boolean within = href.startsWith(basePath + "/") && !href.startsWith("//");
    if (!relative || !within || page.equals(UrlPath.NOT_FOUND)) {
      return href;
    }
    Destination to = Destination.of(href);
    String file = to.path().substring(basePath.length() + 1);
    long depth = page.value().chars().filter(c -> c == '/').count() - 1;
    String index = file.isEmpty() || file.endsWith("/") ? "index.html" : "";
    return "../".repeat((int) depth) + file + index + to.rest();
  }

  /// The address with scheme and host.
  public String absolute(UrlPath path) {
    return origin + basePath + path.encoded();
  }

  /// The address with scheme and host of what a link on a page leads to.
  ///
  /// @param page the address of the page, with scheme and host
  public String absolute(String page, String href) {
    if (isExternal(href)) {
      return href.startsWith("//") ? origin.substring(0, origin.indexOf(':') + 1) + href : href;
    }
    if (href.startsWith("/")) {
      return origin + href;
    }
    return href.startsWith("#") || href.startsWith("?")
        ? page + href
        : page.substring(0, page.lastIndexOf('/') + 1) + href;
  }

  /// The address of a file of the content folder, if it is published.
  public Optional<UrlPath> published(String contentPath) {
    return Optional.ofNullable(byContentPath.get(composed(contentPath)));
  }

  /// A path as it is compared: some file systems take letters and their accents apart.
  static String composed(String path) {
    return Normalizer.normalize(path, Normalizer.Form.NFC);
  }

  /// What a link or picture in an article points at: a file beside it, a file from the content
  /// root, or an address of the site. Anything else comes back as it is.
  public String resolve(Article from, String destination) {
    return resolve(from.file().folder(), destination);
  }

  /// The same for a text that lies in a folder below content.
  public String resolve(String folder, String destination) {
    if (destination.isEmpty()
        || destination.startsWith("#")
        || destination.startsWith("?")
        || isExternal(destination)) {
      return destination;
    }
    Destination to = Destination.of(destination);
    Optional<UrlPath> target = target(folder, to.path());
    if (target.isPresent()) {
      return href(target.get()) + to.rest();
    }
    return to.path().startsWith("/") ? basePath + destination : destination;
  }

  /// The address of the file that a path in a text names; a folder is the page that it describes.
  public Optional<UrlPath> target(String folder, String path) {
    String decoded = Destination.decoded(path);
    Optional<String> file = contentPath(folder, decoded);
    Optional<UrlPath> found = file.flatMap(this::published);
    return found.isPresent() || decoded.startsWith("/") ? found : file.flatMap(this::described);
  }

  private Optional<UrlPath> described(String folder) {
    String start = folder.isEmpty() ? "" : folder + "/";
    return INDEX.stream().flatMap(name -> published(start + name).stream()).findFirst();
  }

  /// The path below the content folder that a path in a text means; empty when it leads out.
  ///
  /// @param path a path relative to `folder`, or from the content folder with a `/` in front
  public static Optional<String> contentPath(String folder, String path) {
    return path.startsWith("/")
        ? Optional.of(path.substring(1))
        : Optional.ofNullable(join(folder, path));
  }

  /// The published file that is nearest to a path in a text, as that text has to name it.
  public Optional<String> nearestFile(String folder, String path) {
    return nearest(folder, path, file -> true);
  }

  /// The same for a picture, which is no text.
  public Optional<String> nearestPicture(String folder, String path) {
    return nearest(folder, path, file -> !TEXT.matcher(file).find());
  }

  private Optional<String> nearest(String folder, String path, Predicate<String> wanted) {
    String decoded = Destination.decoded(path).replace('\\', '/');
    return contentPath(folder, decoded)
        .flatMap(file -> nearest().to(file, wanted))
        .map(file -> decoded.startsWith("/") ? "/" + file : relative(folder, file))
        .map(file -> file.replace(" ", "%20"));
  }

  private synchronized NearestPath nearest() {
    if (nearest == null) {
      nearest = new NearestPath(byContentPath.keySet().stream());
    }
    return nearest;
  }

  private static String relative(String folder, String file) {
    List<String> from = folder.isEmpty() ? List.of() : List.of(folder.split("/", -1));
    List<String> to = List.of(file.split("/", -1));
    int same = 0;
    while (same < from.size() && same < to.size() - 1 && from.get(same).equals(to.get(same))) {
      same++;
    }
    return "../".repeat(from.size() - same) + String.join("/", to.subList(same, to.size()));
  }

  /// Whether a destination names a host or another scheme.
  public static boolean isExternal(String destination) {
    return destination.startsWith("//") || SCHEME.matcher(destination).matches();
  }

  /// Whether a destination is a page or file on some host of the web.
  public static boolean isWeb(String destination) {
    return WEB.matcher(destination).lookingAt();
  }

  /// What a URL that leads into this site has behind the site's own, such as `/news/#x`; empty when
  /// it leads elsewhere. `http` and `https` are the same site.
  public Optional<String> inside(String url) {
    Matcher web = WEB.matcher(url);
    return web.lookingAt() && web.group("host").equalsIgnoreCase(host)
        ? belowBase(url.substring(web.end()))
        : Optional.empty();
  }

  /// What an address from the host's root has behind the path of the site's URL; empty when it is
  /// outside the site.
  public Optional<String> belowBase(String fromRoot) {
    String base = fromRoot.startsWith(basePath) ? basePath : Destination.decoded(basePath);
    String rest = fromRoot.startsWith(base) ? fromRoot.substring(base.length()) : "x";
    return switch (rest.isEmpty() ? '/' : rest.charAt(0)) {
      case '/' -> Optional.of(rest.isEmpty() ? "/" : rest);
      case '?', '#' -> Optional.of("/" + rest);
      default -> Optional.empty();
    };
  }

  private static @Nullable String join(String folder, String relative) {
    ArrayDeque<String> parts = new ArrayDeque<>();
    for (String part : (folder + "/" + relative).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return null;
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
