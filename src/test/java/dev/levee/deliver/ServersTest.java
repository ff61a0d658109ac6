package dev.levee.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import dev.levee.deliver.Redirects.Redirect;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that were given the generated configuration, and nothing but a root, serve the magazine
/// as the table says.
class ServersTest {

  private static final Set<String> ERROR_PAGES = Set.of("404.html", "50x.html");

  private static ServedMagazine magazine;
  private static Headers table;

  @TempDir Path temp;

  @BeforeAll
  static void build() throws Exception {
    magazine = ServedMagazine.get();
    table = magazine.table();
  }

  @Test
  void nginxServesWhatTheTableSays() throws Exception {
    assumeTrue(WebServer.has("nginx"), "there is no nginx");
    List<Path> http = List.of(magazine.server("nginx/http.conf"));
    List<Path> server = List.of(magazine.server("nginx/server.conf"));
    try (WebServer nginx = WebServer.nginx(magazine.folder(), http, server, temp)) {
      for (String file : magazine.files()) {
        if (!ERROR_PAGES.contains(file)) {
          checkFile(nginx, file);
          checkCompressed(nginx, file, "gzip");
        }
      }
      checkRedirects(nginx);
      checkMissing(nginx);
      assertThat(nginx.get("/about").statusCode()).isEqualTo(301);
      assertThat(nginx.get("/about").headers().firstValue("location")).contains("/about/");
    }
  }

  @Test
  void caddyServesWhatTheTableSays() throws Exception {
    assumeTrue(WebServer.has("caddy"), "there is no Caddy");
    try (WebServer caddy =
        WebServer.caddy(magazine.folder(), magazine.server("caddy/Caddyfile"), temp)) {
      for (String file : magazine.files()) {
        if (!ERROR_PAGES.contains(file)) {
          checkFile(caddy, file);
          checkCompressed(caddy, file, "gzip");
          checkCompressed(caddy, file, "br");
        }
      }
      checkRedirects(caddy);
      checkMissing(caddy);
    }
  }

  @Test
  void nginxThatIsAskedForTooMuchShowsThePageForErrors() throws Exception {
    assumeTrue(WebServer.has("nginx"), "there is no nginx");
    Path zone =
        Files.writeString(
            temp.resolve("zone.conf"), "limit_req_zone $uri zone=levee:1m rate=1r/m;\n");
    Path limits =
        Files.writeString(
            temp.resolve("limits.conf"),
            """
            limit_req zone=levee;
            location /api/ {
                proxy_pass http://127.0.0.1:%d;
                error_page 502 504 /50x.html;
            }
            """
                .formatted(WebServer.freePort()));
    List<Path> http = List.of(zone, magazine.server("nginx/http.conf"));
    List<Path> server = List.of(limits, magazine.server("nginx/server.conf"));
    try (WebServer nginx = WebServer.nginx(magazine.folder(), http, server, temp)) {
      for (String address : List.of("/about/", "/robots.txt", "/assets/")) {
        nginx.get(address);
        checkFault(nginx, address, 503);
      }
      checkFault(nginx, "/api/", 502);
      assertThat(nginx.get("/50x.html").statusCode()).as("it is no page").isEqualTo(404);
    }
  }

  @Test
  void caddyShowsThePageForErrorsWhereOthersFail() throws Exception {
    assumeTrue(WebServer.has("caddy"), "there is no Caddy");
    Path site =
        Files.writeString(
            temp.resolve("site"),
            "handle /api/* {\n\treverse_proxy 127.0.0.1:%d\n}\n%s"
                .formatted(
                    WebServer.freePort(), Files.readString(magazine.server("caddy/Caddyfile"))));
    try (WebServer caddy = WebServer.caddy(magazine.folder(), site, temp)) {
      checkFault(caddy, "/api/letters", 502);
      checkFault(caddy, "/" + "long".repeat(70) + "/", 500);
      checkMissing(caddy);
    }
  }

  private static void checkFault(WebServer server, String address, int status) throws Exception {
    HttpResponse<byte[]> answer = server.get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(status);
    assertThat(answer.body()).as(address).isEqualTo(magazine.bytes("50x.html"));
    ServedMagazine.assertSays(table.of("/50x.html"), answer.headers().map(), address);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Link")).isEmpty();
    String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy).contains("style-src 'self' 'sha256-");
    assertThat(table.of("/about/").get("Content-Security-Policy"))
        .as("the style of the page for errors is no other page's")
        .doesNotContain(policy.replaceAll("(?s).*('sha256-[^']+').*", "$1"));
  }

  private void checkFile(WebServer server, String file) throws Exception {
    String address = table.addressOf(file);
    HttpResponse<byte[]> answer = server.get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    assertThat(answer.body()).as(address).isEqualTo(magazine.bytes(file));
    ServedMagazine.assertSays(table.of(address), answer.headers().map(), address);
    for (String name : table.names()) {
      if (!table.of(address).containsKey(name)) {
        assertThat(answer.headers().firstValue(name)).as(address + " " + name).isEmpty();
      }
    }
    String tag = answer.headers().firstValue("etag").orElseThrow();
    HttpResponse<byte[]> again = server.get(address, "If-None-Match", tag);
    assertThat(again.statusCode()).as(address).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    String modified = answer.headers().firstValue("last-modified").orElseThrow();
    assertThat(server.get(address, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
    if (answer.body().length > 20) {
      HttpResponse<byte[]> part = server.get(address, "Range", "bytes=5-14");
      assertThat(part.statusCode()).as(address).isEqualTo(206);
      assertThat(part.body()).containsExactly(java.util.Arrays.copyOfRange(answer.body(), 5, 15));
      ServedMagazine.assertSays(table.of(address), part.headers().map(), address);
    }
  }

  private void checkCompressed(WebServer server, String file, String encoding) throws Exception {
    String address = table.addressOf(file);
    String ending = encoding.equals("br") ? ".br" : ".gz";
    if (!magazine.built().has(file + ending)) {
      return;
    }
    HttpResponse<byte[]> answer = server.get(address, "Accept-Encoding", encoding);
    assertThat(answer.headers().firstValue("content-encoding")).as(address).contains(encoding);
    assertThat(answer.headers().firstValue("vary")).as(address).contains("Accept-Encoding");
    assertThat(answer.body()).as(address).isEqualTo(magazine.bytes(file + ending));
    assertThat(decompressed(answer.body(), encoding)).as(address).isEqualTo(magazine.bytes(file));
    ServedMagazine.assertSays(table.of(address), answer.headers().map(), address);
    String tag = answer.headers().firstValue("etag").orElseThrow();
    assertThat(server.get(address, "Accept-Encoding", encoding, "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  private static byte[] decompressed(byte[] bytes, String encoding) throws Exception {
    if (encoding.equals("br")) {
      Brotli4jLoader.ensureAvailability();
      return Decoder.decompress(bytes).getDecompressedData();
    }
    return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
  }

  private static void checkRedirects(WebServer server) throws Exception {
    List<Redirect> redirects = Redirects.of(magazine.site()).all();
    assertThat(redirects).hasSizeGreaterThan(ServedMagazine.OLD.size());
    for (Redirect redirect : redirects) {
      HttpResponse<byte[]> answer = server.get(redirect.from());
      assertThat(answer.statusCode()).as(redirect.from()).isEqualTo(301);
      assertThat(answer.headers().firstValue("location").orElse("").replace("%24", "$"))
          .as(redirect.from())
          .isEqualTo(redirect.to());
    }
  }

  private static void checkMissing(WebServer server) throws Exception {
    Map<String, String> expected = new LinkedHashMap<>(table.of("/404.html"));
    for (String address :
        List.of(
            "/nothing/here/",
            "/nothing",
            "/assets/css/gone.0123456789.css",
            "/rss.xml/",
            "/_headers",
            "/_redirects",
            "/.levee/manifest")) {
      HttpResponse<byte[]> answer = server.get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(404);
      assertThat(answer.body()).as(address).isEqualTo(magazine.bytes("404.html"));
      ServedMagazine.assertSays(expected, answer.headers().map(), address);
    }
  }
}
