package dev.levee.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.serve.Browser;
import dev.levee.serve.OneBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A browser that is shown the magazine under its own Content-Security-Policy has nothing to say.
class BrowserTest {

  private static final String LOST = "/nothing/here/";
  private static final String DOWN = "/down/";

  /// Scripts and pictures may be refused when the page is complete already.
  private static final String SETTLED = "new Promise(done => setTimeout(() => done(''), 200))";

  @RegisterExtension static final OneBrowser browser = new OneBrowser();

  @TempDir Path temp;

  @Test
  void noPageIsRefusedAnything() throws Exception {
    assumeTrue(WebServer.has("nginx"), "there is no nginx");
    ServedMagazine magazine = ServedMagazine.get();
    List<Path> http = List.of(magazine.server("nginx/http.conf"));
    Path down =
        Files.writeString(
            temp.resolve("down.conf"),
            "location = " + DOWN + " { error_page 503 /50x.html; return 503; }\n");
    List<Path> server = List.of(magazine.server("nginx/server.conf"), down);
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
              LOST,
              DOWN)) {
        String url = nginx.url(address);
        Browser.Tab tab = show(url);
        assertThat(tab.value("document.body.innerText")).as(address).isNotBlank();
        String expected = address.equals(LOST) ? "status of 404" : "status of 503";
        boolean fails = List.of(LOST, DOWN).contains(address);
        assertThat(tab.console())
            .as(address)
            .filteredOn(said -> !fails || !said.contains(expected) || !said.contains(url))
            .isEmpty();
      }
      Path refused = magazine.folder().resolve("about/refused.html");
      Files.writeString(
          refused,
          "<!doctype html><title>t</title><link rel=\"icon\" href=\"data:,\">"
              + "<script>document.title = 'it ' + 'ran'</script>");
      try {
        Browser.Tab tab = show(nginx.url("/about/refused.html"));
        assertThat(tab.console()).singleElement().asString().contains("Content Security Policy");
        assertThat(tab.value("document.title")).isEqualTo("t");
      } finally {
        Files.delete(refused);
      }
    }
  }

  private static Browser.Tab show(String url) throws Exception {
    Browser.Tab tab = browser.open("about:blank");
    tab.listen();
    tab.go(url);
    tab.value(SETTLED);
    return tab;
  }
}
