package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Samples;
import dev.levee.TestSite;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `levee serve` as its user sees it: what it says, what it shows, and what it ends with.
class ServeCommandTest {

  private static final Pattern URL = Pattern.compile("http://localhost:\\d+[^ \"]*/");
  private static final String LATER =
      "-- content/news/later.md --\n---\ntitle: Later\ndate: 2031-01-01\n---\nThen.\n";
  private static final String DRAFT =
      "-- content/news/draft.md --\n---\ntitle: Draft\ndraft: true\n---\nPerhaps.\n";

  private final List<Serving> all = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    for (Serving serving : all) {
      serving.stop();
    }
  }

  @Test
  void aSurgeIsSeenBeforeItIsNeeded() throws Exception {
    Serving serving = serve(TestSite.of(Samples.OBSERVER), "--surge");
    serving.shows("", "Text only, so that everyone gets through.");
    assertThat(get(serving.url()).body()).doesNotContain("<img", "rel=\"stylesheet\"");
  }

  private Serving serve(TestSite site, String... more) {
    List<String> args =
        new ArrayList<>(List.of("serve", "-p", "0", "-s", site.folder().toString()));
    args.addAll(List.of(more));
    Serving serving = new Serving(args.toArray(String[]::new));
    all.add(serving);
    return serving;
  }

  /// A preview in a thread of its own, and what it has said.
  private static final class Serving {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final Thread thread;

    Serving(String... args) {
      Console console = new Console(print(out), print(err), false, false, Map.of());
      thread = Thread.ofPlatform().start(() -> code.complete(Levee.run(args, console)));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
      return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    String out() {
      return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
      return err.toString(StandardCharsets.UTF_8);
    }

    /// Waits until the output has a text.
    void says(String text) throws InterruptedException {
      until(() -> out().contains(text), text);
    }

    void warns(String text) throws InterruptedException {
      until(() -> err().contains(text), text);
    }

    /// Waits until something is said of a page that somebody looks at: what changes before the
    /// folder is watched is not tried by itself.
    void saysOf(String path, String text) throws Exception {
      String url = url();
      until(
          () -> {
            get(url + path);
            return (out() + err()).contains(text);
          },
          text);
    }

    /// Waits until a page has a text.
    void shows(String path, String text) throws Exception {
      String url = url();
      until(() -> get(url + path).body().contains(text), text);
    }

    private interface Condition {
      boolean holds() throws Exception;
    }

    private void until(Condition condition, String what) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      try {
        while (!condition.holds()) {
          assertThat(System.nanoTime()).as("%s, but %s%s", what, out(), err()).isLessThan(end);
          TimeUnit.MILLISECONDS.sleep(10);
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    /// Where it says that the site is.
    String url() throws InterruptedException {
      says("http://localhost");
      Matcher url = URL.matcher(out());
      assertThat(url.find()).isTrue();
      return url.group();
    }

    int status(String path) throws Exception {
      return get(url() + path).statusCode();
    }

    /// What it ends with when it is interrupted.
    int stop() throws Exception {
      thread.interrupt();
      return code.get(30, TimeUnit.SECONDS);
    }
  }

  private static HttpResponse<String> get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static List<JsonObject> events(String out) {
    List<JsonObject> events = new ArrayList<>();
    for (String line : out.lines().toList()) {
      try (JsonReader reader = Json.createReader(new StringReader(line))) {
        events.add(reader.readObject());
      }
    }
    return events;
  }

  @Test
  void itSaysWhereTheSiteIsAndShowsItUntilItIsStopped() throws Exception {
    TestSite site = TestSite.of(Samples.OBSERVER);
    Serving serving = serve(site, "--published");
    String url = serving.url();
    assertThat(serving.out()).isEqualTo("The Observer is at " + url + " (Ctrl-C stops)\n");
    assertThat(get(url).body()).contains("The Observer");
    assertThat(serving.stop()).isZero();
    assertThat(serving.err()).isEmpty();
    assertThat(site.path("site")).doesNotExist();
    assertThat(answered(url)).doesNotContain("The Observer");
  }

  /// What is answered by whoever has the port by now, if anybody does.
  private static String answered(String url) throws Exception {
    try {
      return get(url).body();
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void whatChangesIsNamed() throws Exception {
    TestSite site = TestSite.of(DRAFT);
    Serving serving = serve(site);
    serving.shows("news/draft/", "Perhaps.");
    site.file("content/news/draft.md", "---\ntitle: Draft\n---\nCertainly.\n");
    serving.shows("news/draft/", "Certainly.");
    site.file("content/news/draft.md", "---\ntitle: Draft\n---\nNever.\n");
    serving.says("content/news/draft.md (");
  }

  @Test
  void aPortThatIsTakenIsSaidWithTheNextThatIsFree() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Terminal served =
          Terminal.run(
              "serve",
              "-p",
              Integer.toString(taken.getLocalPort()),
              "-s",
              TestSite.of("").folder().toString());
      assertThat(served.code()).isEqualTo(2);
      assertThat(served.out()).isEmpty();
      Matcher next =
          Pattern.compile(
                  "levee: port "
                      + taken.getLocalPort()
                      + " cannot be had \\(.*\\); port (\\d+) is free: try --port \\1\n")
              .matcher(served.err());
      assertThat(next.matches()).as(served.err()).isTrue();
      assertThat(Integer.parseInt(next.group(1))).isGreaterThan(taken.getLocalPort());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http", "1.5", ""})
  void aPortIsANumber(String port) {
    Terminal served =
        Terminal.run("serve", "--port=" + port, "-s", TestSite.of("").folder().toString());
    assertThat(served.code()).isEqualTo(2);
    assertThat(served.out()).isEmpty();
    assertThat(served.err()).contains("--port").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "nowhere.invalid", "not an address"})
  void anAddressIsOneOfThisMachine(String address) {
    Terminal served =
        Terminal.run(
            "serve", "-p", "0", "--bind", address, "-s", TestSite.of("").folder().toString());
    assertThat(served)
        .isEqualTo(
            new Terminal(
                2, "", "levee: --bind: '" + address + "' is no address of this machine\n"));
  }

  @Test
  void whoLetsOthersInIsWarned() throws Exception {
    Serving serving = serve(TestSite.of(""), "--bind", "0.0.0.0");
    serving.url();
    serving.warns("levee: whoever reaches this machine can read the site, drafts and all\n");
  }

  @Test
  void everythingIsShownUnlessAskedOtherwise() throws Exception {
    TestSite site = TestSite.of(DRAFT + LATER);
    Serving all = serve(site);
    assertThat(all.status("news/draft/")).isEqualTo(200);
    assertThat(all.status("news/later/")).isEqualTo(200);
    Serving published = serve(site, "--published");
    assertThat(published.status("news/draft/")).isEqualTo(404);
    assertThat(published.status("news/later/")).isEqualTo(404);
    Serving drafts = serve(site, "--published", "-D");
    assertThat(drafts.status("news/draft/")).isEqualTo(200);
    assertThat(drafts.status("news/later/")).isEqualTo(404);
  }

  @Test
  void aClockShowsWhatReadersWillSee() throws Exception {
    TestSite site = TestSite.of(DRAFT + LATER);
    Serving before = serve(site, "--clock=2030-12-31T23:59:59Z");
    assertThat(before.status("news/later/")).isEqualTo(404);
    Serving after = serve(site, "--clock=2031-01-01T00:00:00Z");
    assertThat(after.status("news/later/")).isEqualTo(200);
    assertThat(after.status("news/draft/")).isEqualTo(404);
    Serving future = serve(site, "--clock=2030-12-31T23:59:59Z", "-F");
    assertThat(future.status("news/later/")).isEqualTo(200);
  }

  @Test
  void aQuietPreviewSaysNothingUnlessSomethingIsWrong() throws Exception {
    TestSite site = TestSite.of(DRAFT);
    Serving serving = serve(site, "-q");
    site.file("content/news/bad.md", "---\ndate: 2016-01-01\n---\n");
    serving.warns("error missing-title content/news/bad.md");
    assertThat(serving.out()).isEmpty();
  }

  @Test
  void programsGetALineForEachEvent() throws Exception {
    TestSite site = TestSite.of(DRAFT);
    Serving serving = serve(site, "--format", "json");
    String url = serving.url();
    site.file("content/news/draft.md", "---\ntitle: Draft\n---\n[x](gone.md)\n");
    serving.saysOf("news/draft/", "broken-link");
    site.file("content/news/draft.md", "---\ntitle: Draft\n---\nMended.\n");
    serving.says("\"problems\":[]");
    serving.stop();
    assertThat(serving.err()).isEmpty();
    List<JsonObject> events = events(serving.out());
    assertThat(events.getFirst().getString("event")).isEqualTo("serving");
    assertThat(events.getFirst().getString("url")).isEqualTo(url);
    assertThat(events)
        .extracting(e -> e.getString("event"))
        .containsSubsequence("problems", "refreshed", "problems");
    JsonObject problems = last(events, "problems", events.size() - 1);
    assertThat(problems.getJsonArray("problems").getJsonObject(0).getString("file"))
        .isEqualTo("content/news/draft.md");
    JsonObject refreshed = last(events, "refreshed", events.size());
    assertThat(refreshed.getJsonArray("paths").getString(0)).isEqualTo("content/news/draft.md");
    assertThat(refreshed.getInt("milliseconds")).isNotNegative();
  }

  private static JsonObject last(List<JsonObject> events, String name, int end) {
    return events.subList(0, end).reversed().stream()
        .filter(e -> e.getString("event").equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void brokenSettingsKeepTheSiteUp() throws Exception {
    TestSite site = TestSite.of("-- content/news/a.md --\n---\ntitle: A\n---\nFirst.\n");
    Serving serving = serve(site);
    serving.shows("news/a/", "First.");
    site.file("levee.yaml", "title: Broken\nurl: nowhere\n");
    serving.warns("error bad-settings levee.yaml:2:6\n  2 | url: nowhere\n");
    serving.shows("news/a/", "First.");
    site.file("content/news/a.md", "---\ntitle: A\n---\nSecond.\n");
    serving.says("content/news/a.md (");
    site.file("levee.yaml", "title: Mended\nurl: https://example.org\n");
    serving.shows("news/a/", "Second.");
    serving.says("nothing is wrong any more\n");
  }

  @Test
  void aMistakeIsShownWithItsLineAsItIsByThen() throws Exception {
    TestSite site = TestSite.of(DRAFT);
    Serving serving = serve(site);
    serving.url();
    site.file("content/news/draft.md", "---\ntitle: Draft\n---\nOne\n\n[x](gone.md)\n");
    serving.saysOf("news/draft/", "  6 | [x](gone.md)\n");
    site.file("content/news/draft.md", "---\ntitle: Draft\n---\nOne\n\nTwo [y](lost.md)\n");
    serving.warns("  6 | Two [y](lost.md)\n");
  }

  @Test
  void aSiteThatCannotBeReadAtFirstIsShownOnceItCan() throws Exception {
    TestSite site = TestSite.of("-- levee.yaml --\ntitle: [\n");
    Serving serving = serve(site);
    serving.warns("error bad-yaml levee.yaml");
    serving.says("The site is at ");
    site.file("levee.yaml", "title: Mended\nurl: https://example.org\n");
    site.file("content/news/a.md", "---\ntitle: A\n---\nFirst.\n");
    serving.shows("news/a/", "First.");
  }
}
