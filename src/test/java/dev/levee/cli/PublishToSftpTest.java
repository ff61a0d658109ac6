package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.store.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `levee publish` to OpenSSH's own server.
class PublishToSftpTest {

  private static final String PAGE = "news/flood/index.html";

  @TempDir static Path keys;
  private static SshServer server;

  @TempDir Path temp;
  private Path out;
  private TestSite site;
  private int made;

  @BeforeAll
  static void start() throws Exception {
    server = SshServer.start(keys);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void write() throws IOException {
    out = Files.createDirectory(temp.resolve("out"));
    site = TestSite.of("");
    article("The flood");
    site.file("templates/assets/css/main.css", "p { color: red }\n");
    settings(out);
  }

  @AfterEach
  void reset() throws IOException {
    server.known("host");
    server.client("user");
  }

  private void article(String title) {
    made++;
    site.file(
        "content/news/flood.md",
        "---\ntitle: " + title + "\ndate: 2016-11-08\n---\n" + made + "\n");
  }

  private void settings(Path folder) {
    settings(folder, "");
  }

  private void settings(Path folder, String more) {
    site.file(
        "levee.yaml",
        "title: T\nurl: https://example.org\ntargets: {web: {"
            + more
            + "url: '"
            + server.url(folder)
            + "/'}}\n");
  }

  private Terminal publish(String... more) {
    return Terminal.run(
        server.environment(),
        false,
        Stream.concat(
                Stream.of(
                    "publish", "-s", site.folder().toString(), "--clock=2016-11-09T12:00:00Z"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /// When each file that is there was put, by its inode too: a put gives a file another.
  private Map<String, Object> puts() throws IOException {
    Map<String, Object> puts = new TreeMap<>();
    for (String path : BuiltSite.files(out).keySet()) {
      puts.put(path, Files.getAttribute(out.resolve(path), "unix:ino"));
    }
    return puts;
  }

  /// The files that were put since.
  private List<String> putSince(Map<String, Object> before) throws IOException {
    Map<String, Object> now = puts();
    now.entrySet().removeAll(before.entrySet());
    return List.copyOf(now.keySet());
  }

  @Test
  void aMagazineIsPublishedChangedAndTakenBack() throws IOException {
    Terminal first = publish();
    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isEqualTo(0);
    assertThat(first.out()).startsWith("published to sftp://").contains(" put (");
    byte[] page = Files.readAllBytes(out.resolve(PAGE));
    assertThat(page).isEqualTo(Files.readAllBytes(site.path("site").resolve(PAGE)));

    Map<String, Object> before = puts();
    assertThat(publish().out()).endsWith("nothing was done\n");
    assertThat(puts()).isEqualTo(before);

    article("The flood");
    assertThat(publish().out()).contains(" put (").contains(" 0 deleted");
    assertThat(putSince(before)).contains(PAGE).doesNotContain("robots.txt").hasSizeLessThan(20);

    assertThat(publish("--list").out().lines()).hasSize(2);
    assertThat(publish("--rollback").code()).isEqualTo(0);
    assertThat(out.resolve(PAGE)).hasBinaryContent(page);
  }

  @Test
  void anAssetThatChangesStaysForReadersOfOlderPages() throws IOException {
    publish();
    site.file("templates/assets/css/main.css", "p { color: blue }\n");
    assertThat(publish().out()).contains("kept for readers of older pages");
    assertThat(publish("--prune").out()).contains("keep assets/css/main.", "nothing was done");
    assertThat(styles()).hasSize(2);
    article("Another flood");
    publish();
    settings(out, "keepReleases: 1, keepDays: 0, ");
    assertThat(publish("--prune").out()).contains("1 deleted");
    assertThat(styles()).hasSize(1);
  }

  private List<Path> styles() throws IOException {
    try (Stream<Path> css = Files.list(out.resolve("assets/css"))) {
      return css.filter(file -> file.toString().matches(".*/main\\.[^/]*\\.css")).toList();
    }
  }

  @Test
  void whatSomebodyElseChangedIsRepaired() throws IOException {
    publish();
    byte[] page = Files.readAllBytes(out.resolve(PAGE));
    Files.writeString(out.resolve(PAGE), "defaced");
    Files.setLastModifiedTime(
        Files.write(out.resolve("index.html"), Files.readAllBytes(out.resolve("index.html"))),
        FileTime.from(Instant.now().minus(Duration.ofDays(1))));
    Files.writeString(out.resolve("theirs.txt"), "theirs");
    assertThat(publish().out()).contains(": 2 files put");
    assertThat(out.resolve(PAGE)).hasBinaryContent(page);
    assertThat(out.resolve("theirs.txt")).content().isEqualTo("theirs");
  }

  @Test
  void ofTwoAtOnceOneIsKeptOut() throws Exception {
    publish();
    article("Another flood");
    PublishTwice.oneIsKeptOut(
        "publishing to sftp://",
        () -> publish("-d", site.path("site").toString()),
        () -> publish("-d", site.path("copy").toString()));
    assertThat(publish().out()).endsWith("nothing was done\n");
  }

  @Test
  void aLineThatBreaksInTheMiddleIsMadeAnewAndAServerThatGoesIsWaitedForByTheNextPublish()
      throws Exception {
    for (int i = 0; i < 150; i++) {
      site.file("content/news/n" + i + ".md", "---\ntitle: N\ndate: 2016-11-08\n---\n" + i + "\n");
    }
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Terminal> first = threads.submit(() -> publish());
      await(() -> Files.exists(out.resolve("news/n40/index.html")));
      server.cut();
      assertThat(first.get().err()).isEmpty();
      assertThat(first.get().code()).isEqualTo(0);
      site.file("templates/article.ftlh", "<!doctype html><title>Other</title>");
      Files.delete(out.resolve("index.html"));
      Future<Terminal> second = threads.submit(() -> publish());
      await(() -> others() > 5);
      server.stop();
      assertOutside(second.get(), "cannot reach sftp://");
    }
    server.begin();
    assertThat(publish("--allow", "lock").code()).isEqualTo(0);
    assertThat(publish().out()).endsWith("nothing was done\n");
    assertThat(out.resolve(PAGE)).content().contains("Other");
  }

  private static void await(Callable<Boolean> done) throws Exception {
    for (int attempt = 0; !done.call(); attempt++) {
      assertThat(attempt).as("attempts").isLessThan(10_000);
      Thread.sleep(5);
    }
  }

  private long others() throws IOException {
    long many = 0;
    for (int i = 0; i < 150; i++) {
      Path page = out.resolve("news/n" + i + "/index.html");
      many += Files.size(page) < 200 ? 1 : 0;
    }
    return many;
  }

  @Test
  void whatTheOutsideWorldRefusesIsSaidInOneLine() throws IOException {
    server.client("stranger");
    assertOutside(publish(), "does not know these credentials");
    server.client("user");
    server.knowNone();
    assertOutside(publish(), "is not known, so nothing was sent");
    server.known("stranger");
    assertOutside(publish(), "has another key than the one that is known of it");
    server.known("host");
    settings(temp.resolve("missing"));
    assertOutside(publish(), "there is no folder sftp://");
    assertThat(out).isEmptyDirectory();
    assertThat(temp.resolve("missing")).doesNotExist();
  }

  private static void assertOutside(Terminal run, String message) {
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("levee: ").contains(message).doesNotContain("\tat ");
    assertThat(run.err().lines().filter(line -> line.startsWith("levee:"))).hasSize(1);
  }
}
