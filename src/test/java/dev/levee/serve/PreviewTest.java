package dev.levee.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.Samples;
import dev.levee.TestPicture;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions;
import dev.levee.live.LiveSite;
import dev.levee.problem.Problem;
import dev.levee.site.Publication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the preview of a site answers, over HTTP.
class PreviewTest {

  private static final Publication EVERYTHING = new Publication(TestSite.CLOCK, true, true, true);
  private static final String SCRIPT = "<script src=\"/.levee/live.js\" defer data-edition=\"";

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Heard heard = new Heard();

  /// What is told of the site.
  private static final class Heard implements SitePreview.Listener {
    private volatile List<Problem> problems = List.of();

    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException fault;

    @Override
    public void refreshed(Collection<Path> paths, Duration time) {
      if (fault != null) {
        RuntimeException thrown = fault;
        fault = null;
        throw thrown;
      }
    }

    @Override
    public void problems(List<Problem> now) {
      problems = now;
    }

    @Override
    public void failed(Exception e) {
      failures.add(e);
    }
  }

  private record Shown(SitePreview preview, HttpClient client) implements AutoCloseable {

    HttpResponse<byte[]> get(String path, String... headers) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + preview.address().getPort() + path))
              .timeout(Duration.ofSeconds(20));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    String text(String path) throws Exception {
      return PreviewTest.text(get(path));
    }

    String header(String path, String name) throws Exception {
      return PreviewTest.header(get(path), name);
    }

    @Override
    public void close() {
      client.close();
      preview.close();
    }
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
    assertThat(heard.failures).isEmpty();
  }

  private Shown show(TestSite site) throws IOException {
    BuildOptions options = BuildOptions.of(site.folder(), EVERYTHING);
    LiveSite live = LiveSite.open(options, () -> EVERYTHING);
    SitePreview preview =
        SitePreview.start(live, new InetSocketAddress("127.0.0.1", 0), false, heard);
    Shown shown = new Shown(preview, HttpClient.newHttpClient());
    open.add(shown);
    return shown;
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group();
  }

  private boolean hears(String file) {
    return heard.problems.stream().anyMatch(p -> p.location().path().equals(file));
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private void until(Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(heard.problems.toString()).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Test
  void aPageIsThatOfABuildAndAScript() throws Exception {
    TestSite site = TestSite.of(Samples.OBSERVER);
    String shown = show(site).text("/news/flood/");
    int script = shown.indexOf(SCRIPT);
    String end = "</script>";
    String without =
        shown.substring(0, script) + shown.substring(shown.indexOf(end, script) + end.length());
    assertThat(site.path("site")).doesNotExist();
    BuiltSite built = BuiltSite.build(BuildOptions.of(site.folder(), EVERYTHING));
    assertThat(without).isEqualTo(built.text("news/flood/index.html"));
  }

  @ParameterizedTest
  @CsvSource({
    "/old/flood/, /news/flood/",
    "/old/flood, /news/flood/",
    "/2016/flood.html, /news/flood/",
    "/news/flood, /news/flood/",
    "/news, /news/",
  })
  void oldAddressesAndFoldersWithoutTheirSlashLeadOn(String from, String to) throws Exception {
    HttpResponse<byte[]> answer = show(TestSite.of(Samples.OBSERVER)).get(from);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(header(answer, "Location")).isEqualTo(to);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void theFileOfAFolderIsTheFolder() throws Exception {
    Shown shown = show(TestSite.of(Samples.OBSERVER));
    for (String folder : List.of("/", "/news/", "/news/flood/")) {
      assertThat(shown.text(folder + "index.html")).isEqualTo(shown.text(folder));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/nowhere/",
        "/news/flood/nothing.jpg",
        "/index.html/",
        "/%ff",
        "/a%20b"
      })
  void whatIsNotThereHasItsPage(String path) throws Exception {
    HttpResponse<byte[]> answer = show(TestSite.of(Samples.OBSERVER)).get(path);
    assertThat(answer.statusCode()).isIn(404, 400);
    if (answer.statusCode() == 404) {
      assertThat(text(answer)).contains(SCRIPT, " data-status=\"404\"", "The Observer");
      assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    }
  }

  @Test
  void thePageForErrorsIsShownAsOne() throws Exception {
    HttpResponse<byte[]> answer = show(TestSite.of(Samples.OBSERVER)).get("/50x.html");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(text(answer)).contains(SCRIPT, "The fault is ours");
    assertThat(header(answer, "Content-Security-Policy"))
        .as("its style applies")
        .containsPattern("style-src 'self' 'sha256-[^']+'");
  }

  @Test
  void aSiteBelowAPathIsShownThere() throws Exception {
    Shown shown =
        show(
            TestSite.of(
                """
                -- levee.yaml --
                title: Mag
                url: https://example.org/mag/
                -- content/news/a.md --
                ---
                title: A
                aliases: [/was/]
                ---
                Text.
                """));
    assertThat(shown.get("/mag/news/a/").statusCode()).isEqualTo(200);
    for (String above : List.of("/", "/mag")) {
      HttpResponse<byte[]> answer = shown.get(above);
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(header(answer, "Location")).isEqualTo("/mag/");
    }
    assertThat(shown.header("/mag/news/a", "Location")).isEqualTo("/mag/news/a/");
    assertThat(shown.header("/mag/was/", "Location")).isEqualTo("/mag/news/a/");
    assertThat(shown.get("/news/a/").statusCode()).isEqualTo(404);
    assertThat(shown.get("/magazine/").statusCode()).isEqualTo(404);
    assertThat(shown.get("/.levee/live.js").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "draft: true, draft, is a draft",
    "date: 2031-01-01, future, 2031",
    "expiryDate: 2016-01-01, expired, 2016",
  })
  void aPageThatReadersWouldNotSeeSaysSo(String key, String state, String why) throws Exception {
    Shown shown = show(TestSite.of("-- content/a.md --\n---\ntitle: A\n" + key + "\n---\nText.\n"));
    String html = shown.text("/a/");
    assertThat(html).contains(" data-state=\"" + state + "\" data-reason=\"content/a.md");
    assertThat(found("data-reason=\"[^\"]*", html)).contains(why);
    assertThat(shown.text("/")).doesNotContain("data-state");
  }

  @Test
  void theScriptMayRunUnderEveryPolicy() throws Exception {
    Shown shown =
        show(
            TestSite.of(
                """
                -- levee.yaml --
                title: T
                url: https://example.org
                headers:
                  csp: {default-src: "'none'", script-src: "'none'", connect-src: "'none'"}
                -- content/a.md --
                ---
                title: A
                ---
                """));
    assertThat(shown.header("/a/", "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
  }

  @Test
  void onlyWhatHasAFingerprintIsKeptByBrowsers() throws Exception {
    TestSite site = TestSite.of(Samples.OBSERVER);
    site.file(
        "levee.yaml", "title: The Observer\nurl: https://example.org\nheaders: {hsts: true}\n");
    Shown shown = show(site);
    String home = shown.text("/");
    String style = found("/assets/[^\"]+\\.css", home);
    HttpResponse<byte[]> asset = shown.get(style);
    assertThat(asset.statusCode()).isEqualTo(200);
    assertThat(header(asset, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    for (String path : List.of("/", "/news/flood/", "/news/flood/water.svg", "/sitemap.xml")) {
      HttpResponse<byte[]> answer = shown.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(header(answer, "Cache-Control")).as(path).isEqualTo("no-cache");
      assertThat(header(answer, "Strict-Transport-Security")).as(path).isEmpty();
      String tag = header(answer, "ETag");
      assertThat(shown.get(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(304);
    }
    assertThat(header(asset, "Strict-Transport-Security")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/rss.xml, application/rss+xml; charset=utf-8",
    "/atom.xml, application/atom+xml; charset=utf-8",
    "/feed.json, application/feed+json; charset=utf-8",
    "/sitemap.xml, application/xml; charset=utf-8",
    "/robots.txt, text/plain; charset=utf-8",
    "/news/flood/water.svg, image/svg+xml; charset=utf-8",
  })
  void filesHaveTheirTypes(String path, String type) throws Exception {
    HttpResponse<byte[]> answer = show(TestSite.of(Samples.OBSERVER)).get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    assertThat(text(answer)).doesNotContain(SCRIPT);
  }

  @Test
  void smallerPicturesAreMadeWhenTheyAreAskedFor() throws Exception {
    TestSite site =
        TestSite.of("-- content/a.md --\n---\ntitle: A\n---\n![Two fields](/fields.jpg)\n");
    site.file("content/fields.jpg", TestPicture.jpeg(1600, 900));
    Shown shown = show(site);
    String smaller = found("/[^\" ]+\\.jpe?g(?= \\d+w)", shown.text("/a/"));
    HttpResponse<byte[]> answer = shown.get(smaller);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(answer.body())
        .startsWith(0xff, 0xd8)
        .hasSizeLessThan(TestPicture.jpeg(1600, 900).length);
    assertThat(shown.get(smaller.replace(".j", "0.j")).statusCode()).isEqualTo(404);
    assertThat(site.path("site")).doesNotExist();
  }

  @Test
  void aPictureThatBecomesAnotherIsSeen() throws Exception {
    TestSite site =
        TestSite.of("-- content/a.md --\n---\ntitle: A\n---\n![Two fields](/fields.jpg)\n");
    site.file("content/fields.jpg", TestPicture.jpeg(1600, 900));
    Shown shown = show(site);
    assertThat(shown.text("/a/")).contains("width=\"1600\" height=\"900\"");
    site.file("content/fields.jpg", TestPicture.jpeg(1000, 1000));
    until(() -> shown.text("/a/").contains("width=\"960\" height=\"960\""));
    String smaller = found("/[^\" ]+\\.jpe?g(?= \\d+w)", shown.text("/a/"));
    assertThat(shown.get(smaller).statusCode()).isEqualTo(200);
  }

  @Test
  void aPageThatCannotBeMadeSaysSoAndIsMendedInPlace() throws Exception {
    TestSite site =
        TestSite.of(
            """
            -- content/a.md --
            ---
            title: A
            ---
            -- templates/article.ftlh --
            <p>${page.nothing}</p>
            """);
    Shown shown = show(site);
    HttpResponse<byte[]> answer = shown.get("/a/");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(text(answer)).contains(SCRIPT, " data-status=\"500\"");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    // the site may have been read again meanwhile
    until(() -> shown.get("/a/").statusCode() == 500 && hears("templates/article.ftlh"));
    site.file("templates/article.ftlh", "<body>${page.title}</body>\n");
    until(() -> shown.get("/a/").statusCode() == 200 && heard.problems.isEmpty());
    assertThat(shown.text("/a/")).startsWith("<body>A</body>\n" + SCRIPT);
  }

  @Test
  void aFilmIsSentPieceByPiece() throws Exception {
    TestSite site = TestSite.of("");
    byte[] film = new byte[3 << 20];
    new Random(1).nextBytes(film);
    site.file("content/film.mp4", film);
    Shown shown = show(site);
    HttpResponse<byte[]> whole = shown.get("/film.mp4");
    assertThat(whole.body()).isEqualTo(film);
    assertThat(header(whole, "Content-Type")).isEqualTo("video/mp4");
    assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
    HttpResponse<byte[]> piece =
        shown.get("/film.mp4", "Range", "bytes=2000000-2999999", "If-Range", header(whole, "ETag"));
    assertThat(piece.statusCode()).isEqualTo(206);
    assertThat(piece.body()).isEqualTo(Arrays.copyOfRange(film, 2_000_000, 3_000_000));
    assertThat(shown.get("/film.mp4", "If-None-Match", header(whole, "ETag")).statusCode())
        .isEqualTo(304);
    HttpRequest head = HttpRequest.newBuilder(whole.uri()).HEAD().build();
    assertThat(shown.client.send(head, HttpResponse.BodyHandlers.ofByteArray()).headers().map())
        .containsEntry("content-length", List.of("3145728"));
    film[0]++;
    site.file("content/film.mp4", film);
    HttpResponse<byte[]> other =
        shown.get("/film.mp4", "Range", "bytes=0-9", "If-Range", header(whole, "ETag"));
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(other.body()).isEqualTo(film);
  }

  @Test
  void routesAreListedWithTheirSources() throws Exception {
    String routes = show(TestSite.of(Samples.OBSERVER)).text("/.levee/routes");
    assertThat(routes)
        .contains(
            "<a href=\"/news/flood/\">/news/flood/</a><td>ArticlePage<td>content/news/flood/index.md",
            "<a href=\"/.levee/asked?/news/flood/\">asked</a>",
            "<td>Redirect<td>");
  }

  @Test
  void whatAPageHangsOnIsListed() throws Exception {
    Shown shown = show(TestSite.of(Samples.OBSERVER));
    assertThat(shown.text("/.levee/asked?/news/flood/")).contains("<li>", "news/flood/index.md");
    for (String query : List.of("", "?", "?/nowhere/", "?news", "?%zz", "?/%3Cscript%3E/")) {
      HttpResponse<byte[]> answer = shown.get("/.levee/asked" + query.replace("%zz", "%25zz"));
      assertThat(answer.statusCode()).as(query).isEqualTo(404);
      assertThat(text(answer)).doesNotContain("<script>");
    }
    assertThat(shown.get("/.levee/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void nothingIsWrittenToTheSite() throws Exception {
    TestSite site = TestSite.of(Samples.OBSERVER);
    BuiltSite built = BuiltSite.build(BuildOptions.of(site.folder(), EVERYTHING));
    Map<String, byte[]> before = BuiltSite.files(built.report().destination());
    Shown shown = show(site);
    site.file("content/news/new.md", "---\ntitle: New\n---\n");
    for (String path : List.of("/", "/news/", "/news/flood/", "/feed.json", "/nowhere")) {
      shown.get(path);
    }
    assertThat(BuiltSite.files(site.path("site"))).containsExactlyEntriesOf(before);
  }

  @Test
  void whatGoesWrongOnceIsToldAndTheNextChangeIsFollowed() throws Exception {
    TestSite site = TestSite.of("-- content/a.md --\n---\ntitle: A\n---\nOne.\n");
    Shown shown = show(site);
    until(() -> shown.text("/a/").contains("One."));
    RuntimeException fault = new IllegalStateException("the dog ate it");
    until(() -> {
      heard.fault = heard.failures.isEmpty() ? fault : null;
      site.file("content/a.md", "---\ntitle: A\n---\nTwo.\n" + System.nanoTime());
      return heard.failures.contains(fault);
    });
    site.file("content/b.md", "---\ntitle: B\n---\nThree.\n");
    until(() -> shown.text("/b/").contains("Three."));
    heard.failures.clear();
  }
}
