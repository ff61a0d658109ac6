package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
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

  private final String origin;
  private final String host;
  private final String basePath;
  private final boolean relative;
  private final Map<String, UrlPath> byContentPath;

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
    int end = endOfPath(href);
    String file = href.substring(basePath.length() + 1, end);
    long depth = page.value().chars().filter(c -> c == '/').count() - 1;
    String index = file.isEmpty() || file.endsWith("/") ? "index.html" : "";
    return "../".repeat((int) depth) + file + index + href.substring(end);
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

  /// Some file systems take letters and their accents apart, which no author does.
  private static String composed(String path) {
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
    int end = endOfPath(destination);
    String path = destination.substring(0, end);
    String rest = destination.substring(end);
    Optional<UrlPath> target = target(folder, path);
    if (target.isPresent()) {
      return href(target.get()) + rest;
    }
    return path.startsWith("/") ? basePath + path + rest : destination;
  }

  /// The address of the file that a path in a text names.
  public Optional<UrlPath> target(String folder, String path) {
    String decoded = decoded(path);
    String contentPath = decoded.startsWith("/") ? decoded.substring(1) : join(folder, decoded);
    return contentPath == null
        ? Optional.empty()
        : published(contentPath)
            .or(() -> published(contentPath + "/index.md").filter(u -> !decoded.startsWith("/")));
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
    String base = fromRoot.startsWith(basePath) ? basePath : decoded(basePath);
    String rest = fromRoot.startsWith(base) ? fromRoot.substring(base.length()) : "x";
    return switch (rest.isEmpty() ? '/' : rest.charAt(0)) {
      case '/' -> Optional.of(rest.isEmpty() ? "/" : rest);
      case '?', '#' -> Optional.of("/" + rest);
      default -> Optional.empty();
    };
  }

  private static int endOfPath(String destination) {
    for (int i = 0; i < destination.length(); i++) {
      char c = destination.charAt(i);
      if (c == '#' || c == '?') {
        return i;
      }
    }
    return destination.length();
  }

  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
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
