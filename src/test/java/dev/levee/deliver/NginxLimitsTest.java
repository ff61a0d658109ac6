package dev.levee.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.config.Hosting;
import dev.levee.deliver.Redirects.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// nginx takes what is written for sites that have much of everything.
class NginxLimitsTest {

  private static final Hosting SETTINGS =
      new Hosting(false, Map.of(), Map.of(), false, List.of("nginx"), null);

  @TempDir Path temp;

  @Test
  void manyStylesAndManyFilesAmongAssetsAreTaken() throws Exception {
    TreeSet<String> sources = new TreeSet<>();
    List<String> files = new ArrayList<>(List.of("404.html"));
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      sources.add("style-src-attr 'sha256-" + "A".repeat(40) + i + "='");
      sources.add("script-src 'sha256-" + "B".repeat(40) + i + "='");
      ours.add("assets/css/a-style-sheet-with-a-long-name-" + i + ".0123456789.css");
      files.add("assets/css/own-" + i + ".css");
      files.add("assets/css/more-" + i + ".css");
    }
    files.addAll(ours);
    Headers table = Headers.of(SETTINGS, Published.of("", files, ours, sources, List.of()));
    assertThat(table.of("/").get(ContentSecurityPolicy.NAME))
        .hasSizeLessThan(ContentSecurityPolicy.MOST_CHARACTERS);
    assertThat(table.of("/" + ours.getFirst()).get("Cache-Control")).contains("immutable");
    assertThat(table.of("/assets/css/own-1.css").get("Cache-Control")).doesNotContain("immutable");
    NginxConfig nginx = new NginxConfig(table, new Redirects(List.of()), "example.org");
    assertThat(nginx.http().lines()).allMatch(line -> line.length() < 4_096);
    assumeTrue(WebServer.has("nginx"), "there is no nginx");
    Path http = Files.writeString(temp.resolve("http.conf"), nginx.http());
    Path server = Files.writeString(temp.resolve("server.conf"), nginx.server());
    Files.createDirectories(temp.resolve("site/assets/css"));
    Files.writeString(temp.resolve("site/" + ours.getFirst()), "a{}");
    try (WebServer web =
        WebServer.nginx(temp.resolve("site"), List.of(http), List.of(server), temp)) {
      assertThat(web.get("/" + ours.getFirst()).headers().firstValue("cache-control"))
          .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    }
  }

  @Test
  void sitesOfOneHostKeepTheirOwnPolicies() throws Exception {
    assumeTrue(WebServer.has("nginx"), "there is no nginx");
    List<Path> http = new ArrayList<>();
    List<Path> server = new ArrayList<>();
    Map<String, Headers> tables = new LinkedHashMap<>();
    for (String base : List.of("", "/Aa", "/BB")) {
      TreeSet<String> sources = new TreeSet<>();
      sources.add("img-src https://pictures" + base.replace('/', '-') + ".example.net");
      List<String> files = List.of("index.html", "rss.xml", "404.html");
      Headers table =
          Headers.of(SETTINGS, Published.of(base, files, List.of(), sources, List.of()));
      Redirects moved = new Redirects(List.of(new Redirect(base + "/old/", base + "/")));
      NginxConfig nginx = new NginxConfig(table, moved, "example.org");
      http.add(Files.writeString(temp.resolve("http" + http.size()), nginx.http()));
      server.add(Files.writeString(temp.resolve("server" + server.size()), nginx.server()));
      for (String file : files) {
        Path path = temp.resolve("site" + base + "/" + file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "<p>");
      }
      tables.put(base, table);
    }
    try (WebServer web = WebServer.nginx(temp.resolve("site"), http, server, temp)) {
      for (Map.Entry<String, Headers> site : tables.entrySet()) {
        for (String address : List.of("/", "/rss.xml")) {
          Map<String, String> said = site.getValue().of(site.getKey() + address);
          ServedMagazine.assertSays(
              said, web.get(site.getKey() + address).headers().map(), site.getKey() + address);
        }
        assertThat(web.get(site.getKey() + "/old/").statusCode()).isEqualTo(301);
        var missing = web.get(site.getKey() + "/missing/");
        assertThat(missing.statusCode()).isEqualTo(404);
        ServedMagazine.assertSays(
            site.getValue().of(site.getKey() + "/404.html"), missing.headers().map(), "missing");
      }
      assertThat(web.get("/Aa").headers().firstValue("location")).contains("/Aa/");
    }
  }

  @Test
  void locationsOfTheServerGoBeforeTheSite() throws Exception {
    assumeTrue(WebServer.has("nginx"), "there is no nginx");
    Headers table =
        Headers.of(
            SETTINGS,
            Published.of("", List.of("index.html"), List.of(), new TreeSet<>(), List.of()));
    NginxConfig nginx = new NginxConfig(table, new Redirects(List.of()), "example.org");
    Path http = Files.writeString(temp.resolve("http.conf"), nginx.http());
    Path site = Files.writeString(temp.resolve("server.conf"), nginx.server());
    Path own = Files.writeString(temp.resolve("own.conf"), "location /api/ { return 204; }\n");
    try (WebServer web = WebServer.nginx(temp, List.of(http), List.of(site, own), temp)) {
      assertThat(web.get("/api/search/").statusCode()).isEqualTo(204);
      assertThat(web.get("/api/x.html").statusCode()).isEqualTo(204);
    }
  }

  @Test
  void fewFilesOfAnAuthorAreNamedAndNotTheManyOthers() {
    List<String> ours = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      ours.add("assets/pictures/" + i + ".0123456789.jpg");
    }
    List<String> files = new ArrayList<>(ours);
    files.add("assets/pictures/own.jpg");
    Published site = Published.of("", files, ours, new TreeSet<>(), List.of());
    assertThat(site.immutable()).hasToString("[/assets/pictures/*]");
    assertThat(site.mutable()).containsExactly("/assets/pictures/own.jpg");
  }
}
