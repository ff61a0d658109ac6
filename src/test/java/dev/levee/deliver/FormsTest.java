package dev.levee.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.deliver.Redirects.Redirect;
import dev.levee.problem.Problems;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each form of the table, read back as its readers do, says of every file of the magazine what the
/// table says.
class FormsTest {

  private static final Pattern NGINX_LINE = Pattern.compile("    (?:\"~(.*)\"|default) \"(.*)\";");
  private static final Pattern NGINX_MAP = Pattern.compile("map \\$uri (\\S+) \\{");
  private static final Pattern NGINX_HEADER =
      Pattern.compile("add_header (\\S+) (?:\"(.*)\"|(\\S+?))(?: always)?;");
  private static final Pattern CADDY_MATCHER =
      Pattern.compile("\t(@levee_\\d+) path_regexp \"(.*)\"");
  private static final Pattern CADDY_HEADER =
      Pattern.compile("\theader (@levee_\\d+) (\\S+)(?: \"(.*)\")?");

  private static ServedMagazine magazine;
  private static Headers table;

  @BeforeAll
  static void build() throws Exception {
    magazine = ServedMagazine.build();
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
  void whoeverReadsTheHeadersFileIsToldWhatTheTableSays() {
    SaidHeaders said = SaidHeaders.read(magazine.text("_headers"), table.base());
    for (String file : magazine.files()) {
      assertThat(said.of(file)).as(file).isEqualTo(table.of(table.addressOf(file)));
    }
  }

  @Test
  void nginxSaysWhatTheTableSays() throws Exception {
    Map<String, Map<Pattern, String>> maps = new LinkedHashMap<>();
    Map<Pattern, String> map = Map.of();
    for (String line : Files.readAllLines(magazine.server("nginx/http.conf"))) {
      Matcher start = NGINX_MAP.matcher(line);
      Matcher rule = NGINX_LINE.matcher(line);
      if (start.matches()) {
        map = new LinkedHashMap<>();
        maps.put(start.group(1), map);
      } else if (rule.matches() && !maps.isEmpty()) {
        String regex = rule.group(1) == null ? ".*" : rule.group(1);
        map.put(Pattern.compile(regex), unquoted(rule.group(2)));
      }
    }
    List<String> lines = Files.readAllLines(magazine.server("nginx/server.conf"));
    for (String file : magazine.files()) {
      String address = table.addressOf(file);
      Map<String, String> said = new LinkedHashMap<>();
      for (String line : lines) {
        Matcher header = NGINX_HEADER.matcher(line);
        if (header.matches()) {
          String value =
              header.group(2) != null
                  ? header.group(2)
                  : maps.get(header.group(3)).entrySet().stream()
                      .filter(rule -> rule.getKey().matcher("/" + file).find())
                      .map(Map.Entry::getValue)
                      .findFirst()
                      .orElse("");
          if (!value.isEmpty()) {
            said.put(header.group(1), value);
          }
        }
      }
      Map<String, String> expected = new LinkedHashMap<>(table.of(address));
      expected.remove(Headers.CONTENT_TYPE); // ServersTest asks nginx itself
      assertThat(said.remove("Vary")).isEqualTo("Accept-Encoding");
      assertThat(said).as(address).isEqualTo(expected);
    }
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
      assertThat(nginx).contains("location = \"" + quoted + "\" { return 301 \"" + to + "\"; }");
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
