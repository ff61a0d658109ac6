package dev.levee.site;

import dev.levee.config.SiteConfig;
import dev.levee.content.Article;
import dev.levee.content.UrlPath;
import dev.levee.trace.Hash;
import dev.levee.trace.Question;
import dev.levee.trace.Reads;
import dev.levee.trace.Topic;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private final PublishedFiles files;
  private final Reads reads;

  /// @param files the address of each published file
  SiteLinks(SiteConfig config, PublishedFiles files) {
    URI url = config.url();
    this.relative = config.relativeLinks();
    this.basePath = Optional.ofNullable(URI.create(url.toASCIIString()).getRawPath()).orElse("");
    String text = url.toASCIIString();
    this.origin = text.substring(0, text.length() - basePath.length());
    this.host =
        Optional.ofNullable(url.getRawAuthority()).orElse("").replaceFirst(":(80|443)?$", "");
    this.files = files;
    this.reads = Reads.forgetting();
  }

  private SiteLinks(SiteLinks same, Reads reads) {
    this.relative = same.relative;
    this.basePath = same.basePath;
    this.origin = same.origin;
    this.host = same.host;
    this.files = same.files;
    this.reads = reads;
  }

  /// The same links, for a route whose questions are noted.
  SiteLinks readBy(Reads route) {
    return new SiteLinks(this, route);
  }

  /// The path of the site's URL, not percent-encoded and without a slash at its end; empty when the
  /// site stands at the root of its host.
  public String base() {
    return Destination.decoded(basePath);
  }

  /// The address as a link within the site writes it: from the host's root, percent-encoded.
  public String href(UrlPath path) {
    return basePath + path.encoded();
  }

  /// A link from the host's root as a page writes it: as it is, or, where the settings ask for
  /// relative links, up to the site's root and down to the file, so that it leads there from disk
  /// as well. The pages for missing addresses and for errors are shown anywhere, so their links
  /// stay as they are.
  public String from(UrlPath page, String href) {
    boolean within = href.startsWith(basePath + "/") && !href.startsWith("//");
    boolean anywhere = page.equals(UrlPath.NOT_FOUND) || page.equals(UrlPath.SERVER_ERROR);
    if (!relative || !within || anywhere) {
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
    reads.note(Topic.FILE, folder, path);
    return files.target(folder, path);
  }

  /// The published file that is nearest to a path in a text, as that text has to name it.
  public Optional<String> nearestFile(String folder, String path) {
    reads.note(Topic.NEAREST_FILE, folder, path);
    return files.nearestFile(folder, path);
  }

  /// The same for a picture, which is no text.
  public Optional<String> nearestPicture(String folder, String path) {
    reads.note(Topic.NEAREST_PICTURE, folder, path);
    return files.nearestPicture(folder, path);
  }

  /// The answer to a question about what is published, as a hash.
  long answer(Question question) {
    String folder = question.first();
    String path = question.second();
    Optional<String> answer =
        switch (question.topic()) {
          case FILE -> files.target(folder, path).map(UrlPath::value);
          case NEAREST_FILE -> files.nearestFile(folder, path);
          case NEAREST_PICTURE -> files.nearestPicture(folder, path);
          default -> throw new IllegalArgumentException(question.inWords());
        };
    return answer.map(Hash::of).orElse(Hash.ABSENT);
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
}
