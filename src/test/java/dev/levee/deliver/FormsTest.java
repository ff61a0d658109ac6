package dev.levee.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.config.Hosting;
import dev.levee.deliver.Redirects.Redirect;
import dev.levee.problem.Problems;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each form of the table, read back as its readers do, says of every file of the magazine what the
/// table says.
class FormsTest {

  private static final Pattern CADDY_MATCHER =
      Pattern.compile("\t(@levee_\\d+) path_regexp \"(.*)\"");
  private static final Pattern CADDY_HEADER =
      Pattern.compile("\theader (@levee_\\d+) (\\S+)(?: \"(.*)\")?");

  private static ServedMagazine magazine;
  private static Headers table;

  @BeforeAll
  static void build() throws Exception {
    magazine = ServedMagazine.get();
    table = magazine.table();
  }

  @Test
  void hostsThatReadHeadersSayWhatTheTableSays() {
    Map<Pattern, List<String>> rules = new LinkedHashMap<>();
    List<String> last = List.of();
    for (String line : magazine.text("_headers").lines().toList()) {
      if (line.startsWith("  ")) {
        last.add(line.strip());
      } else {
        last = new ArrayList<>();
        String[] parts = line.split("\\*", -1);
        assertThat(parts.length).as(line).isLessThan(3);
        StringBuilder regex = new StringBuilder(Pattern.quote(decoded(parts[0])));
        if (parts.length == 2) {
          regex.append(".*").append(Pattern.quote(decoded(parts[1])));
        }
        rules.put(Pattern.compile(regex.toString()), last);
      }
    }
    for (String file : magazine.files()) {
      String address = table.addressOf(file);
      Map<String, String> said = new LinkedHashMap<>();
      rules.forEach((where, headers) -> {
        if (where.matcher(address).matches()) {
          for (String header : headers) {
            String[] parts = header.split(": ", 2);
            assertThat(said.put(parts[0], parts[1])).as(address + " " + header).isNull();
          }
        }
      });
      Map<String, String> expected = new LinkedHashMap<>(table.of(address));
      if (!said.containsKey(Headers.CONTENT_TYPE)) {
        assertThat(file).doesNotEndWith("rss.xml").doesNotEndWith("feed.json");
        expected.remove(Headers.CONTENT_TYPE);
      }
      assertThat(said).as(address).isEqualTo(expected);
    }
  }

  @Test
  void onlyTheLiteEditionAndThePageForErrorsAreServedWithoutStyleSheets() {
    for (String file : magazine.files()) {
      boolean page = file.endsWith(".html") && !file.startsWith("odd/");
      if (page) {
        Map<String, String> said = table.of(table.addressOf(file));
        boolean whole = file.startsWith("lite/") || file.equals("50x.html");
        assertThat(said.containsKey("Link")).as(file).isEqualTo(!whole);
      }
    }
    assertThat(table.of("/about/").get("Link")).contains("/assets/css/main.", "rel=preload");
  }

  @Test
  void aSiteOfManyFoldersNamesNoStyleSheetRatherThanEachFolder() {
    List<String> files = new ArrayList<>(List.of("index.html", "lite/index.html"));
    for (int i = 0; i < 5_000; i++) {
      files.add("article-" + i + "/index.html");
      files.add("lite/article-" + i + "/index.html");
    }
    Headers many =
        Headers.of(
            new Hosting(false, Map.of(), Map.of(), false, List.of(), null),
            Published.of("", files, List.of(), new TreeSet<>(), List.of("main.css"))
                .withTextOnly("/lite"));
    assertThat(many.of("/article-1/")).doesNotContainKey("Link");
    Problems problems = new Problems();
    HeadersFile.text(many, files.stream().map(many::addressOf).toList(), problems);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void whoeverReadsTheHeadersFileIsToldWhatTheTableSays() {
    SaidHeaders said = SaidHeaders.read(magazine.text("_headers"), table.base());
    for (String file : magazine.files()) {
      assertThat(said.of(file)).as(file).isEqualTo(table.of(table.addressOf(file)));
    }
  }

  @Test
  void nginxSaysWhatTheTableSays() throws Exception {
    NginxReader nginx =
        new NginxReader(
            Files.readString(magazine.server("nginx/http.conf")),
            Files.readString(magazine.server("nginx/server.conf")));
    for (String file : magazine.files()) {
      assertNginxSays(nginx.of("/" + file), table, file);
    }
  }

  @Test
  void nginxSaysWhatAnyTableSays() {
    List<String> patterns =
        List.of(
            "/",
            "/*",
            "/*/",
            "/*.html",
            "/*.HTM",
            "/*l",
            "/*/rss.xml",
            "/*xml",
            "/*.json",
            "/LICENSE",
            "/news/",
            "/news/*",
            "/news/*/",
            "/news/*.css",
            "/ne*",
            "/news/more/*",
            "/news/more/a.svg",
            "/assets/*",
            "/assets/own*",
            "/assets/*.txt",
            "/assets/more/*",
            "/a.b/*",
            "/404.html",
            "/50x.html",
            "/*index.html",
            "/news/index.html");
    List<String> files = new ArrayList<>();
    for (String folder : List.of("", "news/", "news/more/", "assets/", "assets/more/", "a.b/")) {
      for (String name :
          List.of(
              "index.html",
              "a.html",
              "a.HTML",
              "a.htm",
              "html",
              "rss.xml",
              "RSS.xml",
              "a-rss.xml",
              "atom.xml",
              "feed.json",
              "a.json",
              "a.svg",
              "a.SVG",
              "LICENSE",
              "a.gpx",
              "robots.txt",
              "own.css",
              "a.12.css",
              "a.tar.gz",
              "a.unknown",
              "sitemap-1.xml",
              "e.htmlx")) {
        files.add(folder + name);
      }
    }
    files.add("404.html");
    files.add("50x.html");
    Random random = new Random(7);
    for (int i = 0; i < Budget.of(60, 400); i++) {
      Map<String, Map<String, String>> paths = new LinkedHashMap<>();
      for (int j = random.nextInt(5); j > 0; j--) {
        String name = List.of("X-A", "Link", "Cache-Control").get(random.nextInt(3));
        String value = List.of("", "one", "two").get(random.nextInt(3));
        paths.put(patterns.get(random.nextInt(patterns.size())), Map.of(name, value));
      }
      List<String> ours = List.of("assets/a.12.css", "assets/a.svg", "assets/more/a.12.css");
      String base = random.nextBoolean() ? "" : "/mag";
      Headers any =
          Headers.of(
              new Hosting(false, Map.of(), paths, false, List.of("nginx"), null),
              Published.of(
                  base,
                  files.stream()
                      .filter(file -> !file.startsWith("assets") || ours.contains(file))
                      .toList(),
                  random.nextBoolean() ? ours : List.of(),
                  new TreeSet<>(),
                  List.of()));
      NginxConfig config = new NginxConfig(any, new Redirects(List.of()), "example.org");
      NginxReader nginx = new NginxReader(config.http(), config.server());
      for (String file : files) {
        assertNginxSays(nginx.of(base + "/" + file), any, file);
      }
    }
  }

  private static void assertNginxSays(Map<String, String> said, Headers table, String file) {
    Map<String, String> expected = new LinkedHashMap<>(table.of(table.addressOf(file)));
    expected.remove(Headers.CONTENT_TYPE); // ServersTest asks nginx itself
    expected.put("Vary", "Accept-Encoding");
    assertThat(said).as(() -> file + " in " + table.rules()).isEqualTo(expected);
  }

  @Test
  void caddySaysWhatTheTableSays() throws Exception {
    List<String> lines = Files.readAllLines(magazine.server("caddy/Caddyfile"));
    for (String file : magazine.files()) {
      String address = table.addressOf(file);
      Map<String, String> said = new LinkedHashMap<>();
      Map<String, Pattern> matchers = new LinkedHashMap<>();
      for (String line : lines) {
        Matcher matcher = CADDY_MATCHER.matcher(line);
        Matcher header = CADDY_HEADER.matcher(line);
        if (matcher.matches()) {
          matchers.put(matcher.group(1), Pattern.compile(matcher.group(2)));
        } else if (header.matches() && matchers.get(header.group(1)).matcher(address).find()) {
          if (header.group(3) == null) {
            said.remove(header.group(2).substring(1));
          } else {
            said.put(header.group(2), unquoted(header.group(3)));
          }
        }
      }
      said.putIfAbsent(Headers.CONTENT_TYPE, MediaTypes.UNKNOWN);
      assertThat(said).as(address).isEqualTo(table.of(address));
    }
  }

  @Test
  void redirectsAreTheSameInEveryForm() throws Exception {
    List<Redirect> redirects = Redirects.of(magazine.site()).all();
    List<String> file = magazine.text("_redirects").lines().toList();
    List<String> nginx = Files.readAllLines(magazine.server("nginx/server.conf"));
    List<String> caddy = Files.readAllLines(magazine.server("caddy/Caddyfile"));
    assertThat(file).hasSameSizeAs(redirects);
    for (int i = 0; i < redirects.size(); i++) {
      Redirect redirect = redirects.get(i);
      String[] parts = file.get(i).split(" ");
      assertThat(parts).hasSize(3).doesNotContain("*");
      assertThat(decoded(parts[0])).isEqualTo(redirect.from());
      assertThat(decoded(parts[1])).isEqualTo(decoded(redirect.to()));
      String quoted = redirect.from().replace("\"", "\\\"");
      String to = redirect.to().replace("$", "%24");
      assertThat(nginx)
          .contains("    location = \"" + quoted + "\" { return 301 \"" + to + "\"; }");
      assertThat(caddy)
          .anyMatch(line ->
              line.startsWith("\t\t\"~^")
                  && Pattern.matches(line.split("\"")[1].substring(1), redirect.from())
                  && line.endsWith(" \"" + to + "\""));
    }
  }

  @Test
  void moreThanHostsReadIsSaid() {
    Problems problems = new Problems();
    List<Redirect> many = new ArrayList<>();
    for (int i = 0; i < 2_001; i++) {
      many.add(new Redirect("/" + i, "/"));
    }
    RedirectsFile.check(new Redirects(many), problems);
    assertThat(problems.sorted())
        .extracting(p -> p.code().id() + " " + p.message())
        .containsExactly(
            "host-limit 2001 redirects are more than the 2000 that Cloudflare Pages reads");
  }

  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String unquoted(String text) {
    return text.replace("\\\"", "\"");
  }
}
