package dev.levee.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A browser that is shown the magazine under its own Content-Security-Policy has nothing to say.
class BrowserTest {

  @TempDir Path temp;

  @Test
  void noPageIsRefusedAnything() throws Exception {
    assumeTrue(WebServer.has("nginx"), "there is no nginx");
    assumeTrue(WebServer.has("chromium"), "there is no Chromium");
    ServedMagazine magazine = ServedMagazine.get();
    List<Path> http = List.of(magazine.server("nginx/http.conf"));
    List<Path> server = List.of(magazine.server("nginx/server.conf"));
    try (WebServer nginx = WebServer.nginx(magazine.folder(), http, server, temp)) {
      for (String address :
          List.of(
              "/",
              "/craft/the-slashdot-effect/",
              "/handbook/settings/",
              "/lite/",
              "/lite/craft/the-slashdot-effect/",
              "/lite/handbook/settings/",
              "/new $place; \"here\" {path}/",
              "/nothing/here/")) {
        String seen = show(nginx.url(address));
        assertThat(seen).as(address).contains("</html>").doesNotContain(":CONSOLE");
      }
      Path refused = magazine.folder().resolve("about/refused.html");
      Files.writeString(
          refused,
          "<!doctype html><title>t</title><script>document.title = 'it ' + 'ran'</script>");
      try {
        assertThat(show(nginx.url("/about/refused.html")))
            .contains(":CONSOLE", "Content Security Policy")
            .doesNotContain("it ran");
      } finally {
        Files.delete(refused);
      }
    }
  }

  private String show(String url) throws Exception {
    Path log = Files.createTempFile(temp, "browser", ".log");
    Process chromium =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--enable-logging=stderr",
                "--v=0",
                "--user-data-dir=" + temp.resolve("profile"),
                "--timeout=20000",
                "--dump-dom",
                url)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    chromium.waitFor();
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }
}
