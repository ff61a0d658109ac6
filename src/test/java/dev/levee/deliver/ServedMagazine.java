package dev.levee.deliver;

import dev.levee.BuiltSite;
import dev.levee.TestPicture;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions;
import dev.levee.config.SiteConfig;
import dev.levee.content.UrlPath;
import dev.levee.page.PageFacts;
import dev.levee.site.Publication;
import dev.levee.site.Route;
import dev.levee.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The project's own magazine, with old addresses that are hard to write down, built for servers.
final class ServedMagazine {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));

  /// Every character that means something to some server.
  static final List<String> OLD =
      List.of(
          "/old/plain/",
          "/old/with space/",
          "/old/caf\u00e9/",
          "/old/quo\"te/",
          "/old/apo'strophe/",
          "/old/$uri/",
          "/old/semi;colon/",
          "/old/{path}/",
          "/old/{$HOME}/",
          "/old/star*/",
          "/old/:name/",
          "/old/100%25/",
          "/old/(a|b)+/",
          "/old/^x$/",
          "/old/tilde~/",
          "/old/page.html");

  /// When everything in it has appeared.
  private static final Instant CLOCK = Instant.parse("2026-11-01T12:00:00Z");

  private static @Nullable ServedMagazine magazine;

  private final TestSite site;
  private final BuiltSite built;

  private ServedMagazine(TestSite site, BuiltSite built) {
    this.site = site;
    this.built = built;
  }

  /// It takes long, so that all tests have the same.
  static synchronized ServedMagazine get() throws IOException {
    if (magazine == null) {
      magazine = build();
    }
    return magazine;
  }

  private static ServedMagazine build() throws IOException {
    TestSite site = TestSite.of("");
    for (String folder : List.of("content", "templates")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          site.file(ROOT.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
    }
    site.file("content/odd/pic.SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    site.file("content/odd/x.HTML", "<title>x</title>");
    site.file("content/odd/x.JPG", TestPicture.jpeg(4, 4));
    site.file("content/odd/x.htm", "<title>x</title><script>one()</script>");
    site.file("content/odd/x.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'/>");
    site.file("content/odd/x.xml", "<script xmlns='http://www.w3.org/1999/xhtml'>two()</script>");
    site.file("content/odd/x.DOCX", "no document");
    site.file(
        "levee.yaml",
        Files.readString(ROOT.resolve("levee.yaml"))
            + """
            servers: [nginx, caddy]
            precompress: true
            headers:
              hsts: true
              paths:
                /pictures/*: {X-Robots-Tag: noindex, Cache-Control: "public, max-age=5"}
                /about/: {X-Note: 'say "hi"; {"a": 1}', Permissions-Policy: ''}
            """);
    StringBuilder aliases = new StringBuilder();
    OLD.forEach(old -> aliases.append("  - '").append(old.replace("'", "''")).append("'\n"));
    site.file(
        "content/moved.md",
        "---\ntitle: Moved\nurl: /new $place; \"here\" {path}/\naliases:\n"
            + aliases
            + "---\n"
            + "Inline <b style=\"color: red\">style</b>.\n\n<script>document.title</script>\n");
    BuiltSite built = BuiltSite.build(BuildOptions.of(site.folder(), Publication.at(CLOCK)));
    if (!built.isWritten()) {
      throw new AssertionError(built.problems().toString());
    }
    return new ServedMagazine(site, built);
  }

  BuiltSite built() {
    return built;
  }

  Path folder() {
    return built.report().destination();
  }

  Path server(String file) {
    return site.path(ServerFiles.FOLDER + "/" + file);
  }

  Site site() {
    return site.site(CLOCK);
  }

  /// All files but compressed forms, pages for old addresses, and what hosts read.
  List<String> files() {
    return built.paths().stream()
        .filter(path -> !path.startsWith("_") && !path.startsWith("old/"))
        .filter(path -> !path.endsWith(".gz") && !path.endsWith(".br"))
        .toList();
  }

  /// The table, made from the files that were built and not by a build.
  Headers table() {
    SiteConfig config = site.config();
    List<PageFacts> pages = new ArrayList<>();
    TreeSet<String> sources = new TreeSet<>();
    TreeSet<String> serverError = new TreeSet<>();
    for (Route route : site().routes().all()) {
      boolean page =
          route.isPage() || route instanceof Route.Lite || route instanceof Route.ErrorPage;
      if (page) {
        String file = route.path().file();
        PageFacts facts = PageFacts.of(built.text(file), "", route.path().value());
        boolean last = route == Route.ErrorPage.SERVER_ERROR;
        (last ? serverError : sources).addAll(facts.policySources());
        if (!(route instanceof Route.Lite) && !last) {
          pages.add(facts);
        }
      } else if (route.path().value().startsWith("/odd/")) {
        String file = route.path().file();
        sources.addAll(PageFacts.of(built.text(file), "", "/" + file).policySources());
      }
    }
    List<String> assets = files().stream().filter(file -> file.startsWith("assets/")).toList();
    return Headers.of(
        config.hosting(),
        Published.of("", files(), assets, sources, PageFacts.preloadsOfAll(pages))
            .withServerError(serverError)
            .withTextOnly("/lite"));
  }

  static String encoded(String address) {
    return UrlPath.encoded(address);
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  static void assertSays(
      Map<String, String> expected, Map<String, List<String>> answer, String at) {
    expected.forEach((name, value) -> {
      List<String> values = answer.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
      if (!values.equals(List.of(value))) {
        throw new AssertionError(at + " says " + name + ": " + values + " and not " + value);
      }
    });
  }
}
