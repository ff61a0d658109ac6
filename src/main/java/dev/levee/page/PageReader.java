package dev.levee.page;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a page for its [PageFacts].
final class PageReader {

  /// What a `script` holds that is no data, see HTML, section 4.12.1.
  private static final Set<String> SCRIPTS =
      Set.of(
          "",
          "module",
          "importmap",
          "speculationrules",
          "text/javascript",
          "application/javascript",
          "application/ecmascript",
          "text/ecmascript");

  private static final Pattern ORIGIN =
      Pattern.compile(
          "(?:(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):)?//(?<host>[^\\s/?#@:]+)(?<port>:\\d+)?(?:[/?#].*)?",
          Pattern.DOTALL);

  /// What a policy can name.
  private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+");

  private final StartTags tags;
  private final SiteFile files;
  private final Set<String> policySources = new LinkedHashSet<>();
  private final Set<String> preloads = new LinkedHashSet<>();
  private final Set<String> styles = new LinkedHashSet<>();
  private final Set<String> scripts = new LinkedHashSet<>();
  private final Set<String> pictures = new LinkedHashSet<>();

  /// The best form of the picture that is being described; empty outside of one.
  private String offered = "";

  PageReader(String html, String base, String address) {
    this.tags = new StartTags(html);
    this.files = new SiteFile(base, address);
  }

  PageFacts read() {
    while (tags.next()) {
      if (tags.mayBeStyled()) {
        styleAttribute();
      }
      switch (tags.name()) {
        case "script" -> script();
        case "style" -> hash("style-src", tags.text());
        case "link" -> link();
        case "picture" -> offered = "";
        case "source" -> source();
        case "img" -> image();
        case "iframe" -> from("frame-src", tags.attribute("src"));
        case "video" -> {
          from("media-src", tags.attribute("src"));
          from("img-src", tags.attribute("poster"));
        }
        case "audio", "track" -> from("media-src", tags.attribute("src"));
        case "object" -> from("object-src", tags.attribute("data"));
        case "embed" -> from("object-src", tags.attribute("src"));
        case "form" -> from("form-action", tags.attribute("action"));
        case "button" -> from("form-action", tags.attribute("formaction"));
        case "input" -> {
          from("form-action", tags.attribute("formaction"));
          from("img-src", tags.attribute("src"));
        }
        case "image", "feimage" -> {
          from("img-src", tags.attribute("href"));
          from("img-src", tags.attribute("xlink:href"));
        }
        default -> {}
      }
    }
    return new PageFacts(policySources, preloads, styles, scripts, pictures);
  }

  private void styleAttribute() {
    String style = tags.attribute("style");
    if (style != null && !style.isEmpty()) {
      policySources.add("style-src-attr 'unsafe-hashes'");
      hash("style-src-attr", style);
    }
  }

  private void script() {
    String type = tags.attribute("type");
    if (type != null && !SCRIPTS.contains(type.strip().toLowerCase(Locale.ROOT))) {
      return;
    }
    String src = tags.attribute("src");
    if (src == null) {
      hash("script-src", tags.text());
    } else {
      from("script-src", src);
      files.of(src).ifPresent(scripts::add);
    }
  }

  private void link() {
    String rel = tags.attribute("rel");
    String href = tags.attribute("href");
    if (rel == null || href == null) {
      return;
    }
    String relation = " " + rel.toLowerCase(Locale.ROOT) + " ";
    if (relation.contains(" icon ")) {
      from("img-src", href);
    } else if (relation.contains(" stylesheet ") && !relation.contains(" alternate ")) {
      from("style-src", href);
      Optional<String> file = files.of(href);
      String media = tags.attribute("media");
      if (media == null || !media.strip().equalsIgnoreCase("print")) {
        file.ifPresent(styles::add);
      }
      // what is checked or fetched in another way would be fetched twice
      if (media == null
          && tags.attribute("integrity") == null
          && tags.attribute("crossorigin") == null) {
        file.ifPresent(preloads::add);
      }
    }
  }

  private void source() {
    String set = tags.attribute("srcset");
    if (set == null) {
      from("media-src", tags.attribute("src"));
      return;
    }
    SourceSet sources = SourceSet.of(set);
    sources.all().forEach(url -> from("img-src", url));
    if (offered.isEmpty() && tags.attribute("media") == null) {
      offered = sources.forTelephone();
    }
  }

  private void image() {
    String src = tags.attribute("src");
    String set = tags.attribute("srcset");
    SourceSet sources = SourceSet.of(set == null ? "" : set);
    from("img-src", src);
    sources.all().forEach(url -> from("img-src", url));
    String chosen = offered.isEmpty() ? sources.forTelephone() : offered;
    offered = "";
    String loading = tags.attribute("loading");
    if (loading == null || !loading.strip().equalsIgnoreCase("lazy")) {
      files.of(chosen.isEmpty() && src != null ? src : chosen).ifPresent(pictures::add);
    }
  }

  /// Notes that something comes from another host, or from the site where it would not be expected
  /// to.
  private void from(String directive, @Nullable String url) {
    if (url == null || url.isBlank()) {
      return;
    }
    Matcher origin = ORIGIN.matcher(url.strip());
    if (origin.matches()) {
      String scheme = origin.group("scheme");
      String port = origin.group("port");
      String host = ascii(origin.group("host"));
      if (HOST.matcher(host).matches()) {
        policySources.add(
            directive
                + " "
                + (scheme == null ? "https" : scheme.toLowerCase(Locale.ROOT))
                + "://"
                + host
                + (port == null ? "" : port));
      }
    } else if (directive.equals("object-src")) {
      policySources.add("object-src 'self'");
    }
  }

  /// A host as browsers ask for it; empty when it is none.
  private static String ascii(String host) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void hash(String directive, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
      policySources.add(directive + " 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
