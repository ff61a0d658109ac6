package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.levee.TestSite;
import dev.levee.config.PublishTarget;
import dev.levee.store.Store;
import dev.levee.store.Stores;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `levee publish` to a server that speaks S3.
class PublishToS3Test {

  private static final String BUCKET = "magazine";
  private static final String PAGE = "news/flood/index.html";

  private static S3Server server;

  private TestSite site;
  private String prefix;
  private int made;

  @BeforeAll
  static void start() throws Exception {
    if (!System.getProperty("os.name").equals("Linux")) {
      abort("OpenDAL has a library here for Linux alone");
    }
    server = S3Server.start(BUCKET);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void write() {
    prefix = "site-" + System.nanoTime();
    site = TestSite.of("");
    article("The flood");
    site.file("templates/assets/css/main.css", "p { color: red }\n");
    settings(BUCKET, server.url());
    server.requests();
  }

  private void article(String title) {
    made++;
    site.file(
        "content/news/flood.md",
        "---\ntitle: " + title + "\ndate: 2016-11-08\n---\n" + made + "\n");
  }

  private void settings(String bucket, String endpoint, String... more) {
    site.file(
        "levee.yaml",
        "title: T\nurl: https://example.org\ntargets:\n  web:\n    url: s3://"
            + bucket
            + "/"
            + prefix
            + "/\n    endpoint: "
            + endpoint
            + "\n    region: us-east-1\n"
            + String.join("\n", more)
            + "\n");
  }

  private Terminal publish(String... more) {
    return publish(Map.of(), more);
  }

  private Terminal publish(Map<String, String> environment, String... more) {
    Map<String, String> all = new HashMap<>();
    all.put("AWS_ACCESS_KEY_ID", S3Server.KEY);
    all.put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
    all.put("AWS_EC2_METADATA_DISABLED", "true");
    all.putAll(environment);
    Terminal run =
        Terminal.run(
            all,
            false,
            Stream.concat(
                    Stream.of(
                        "publish", "-s", site.folder().toString(), "--clock=2016-11-09T12:00:00Z"),
                    Stream.of(more))
                .toArray(String[]::new));
    assertThat(run.out() + run.err()).doesNotContain(S3Server.SECRET);
    return run;
  }

  @Test
  void aMagazineIsPublishedChangedAndTakenBack() {
    assertThat(publish()).extracting(Terminal::code).isEqualTo(0);
    assertThat(server.head(BUCKET, prefix + "/" + PAGE).contentType())
        .isEqualTo("text/html; charset=utf-8");
    assertThat(server.head(BUCKET, prefix + "/" + PAGE).cacheControl())
        .startsWith("public, max-age=60");
    assertThat(server.requests().get("put")).isGreaterThan(20);

    assertThat(publish().out()).endsWith("nothing was done\n");
    assertThat(server.requests()).isEqualTo(Map.of("head", 1, "get", 1, "list", 1));

    String before = server.head(BUCKET, prefix + "/" + PAGE).eTag();
    article("The flood");
    assertThat(publish().out()).contains(" put (").contains(" 0 deleted");
    assertThat(server.head(BUCKET, prefix + "/" + PAGE).eTag()).isNotEqualTo(before);
    // its page, the feeds that hold its summary, the lock, two notes, and copies for the history
    Map<String, Integer> requests = server.requests();
    assertThat(requests.get("put")).isLessThan(20);
    assertThat(requests.get("list")).as("of what was put each is asked for").isEqualTo(1);

    assertThat(publish("--list").out().lines()).hasSize(2);
    assertThat(publish("--rollback").code()).isEqualTo(0);
    assertThat(server.head(BUCKET, prefix + "/" + PAGE).eTag()).isEqualTo(before);
  }

  @Test
  void aListByFoldersHasWhatAListOfAllHas() throws Exception {
    for (String key :
        List.of(
            ".levee/manifest",
            ".levee/objects/1",
            "index.html",
            "news/a.html",
            "news/ä ß+&.html",
            "news/a/ b",
            "tags/%41%2f?x=1#y",
            "tags/deep/er/index.html",
            "theirs/x",
            ".hidden/x")) {
      server.meddle(BUCKET, prefix + "/" + key, key);
    }
    // what some tools make for a folder
    server.meddle(BUCKET, prefix + "/", "");
    server.meddle(BUCKET, prefix + "/news/", "");
    checkLists();
    assertThat(server.requests())
        .as("all, its own, the top, and five more")
        .containsEntry("list", 8);
    server.meddle(BUCKET, prefix + "//x", "x");
    checkLists();
    server.requests();
    server.meddle(BUCKET, prefix + "/ odd/x", "x");
    server.meddle(BUCKET, prefix + "/-before/x", "x");
    checkLists();
    assertThat(server.requests()).as("all twice, its own and the top").containsEntry("list", 4);
  }

  private void checkLists() throws Exception {
    PublishTarget to =
        new PublishTarget(
            "web",
            "s3://" + BUCKET,
            new PublishTarget.Bucket(BUCKET, prefix),
            "us-east-1",
            server.url(),
            5,
            30,
            10,
            false,
            List.of());
    Map<String, String> credentials =
        Map.of("AWS_ACCESS_KEY_ID", S3Server.KEY, "AWS_SECRET_ACCESS_KEY", S3Server.SECRET);
    try (Store store = Stores.open(to, site.folder(), credentials)) {
      assertThat(store.list(true))
          .contains(store.stat(".levee/manifest").orElseThrow())
          .containsExactlyInAnyOrderElementsOf(store.list(false));
    }
  }

  @Test
  void aHeaderAndAnAssetThatChangeArePublished() {
    publish();
    server.requests();
    settings(BUCKET, server.url(), "headers: {paths: {/news/*: {Cache-Control: no-store}}}");
    assertThat(publish().code()).isEqualTo(0);
    assertThat(server.head(BUCKET, prefix + "/" + PAGE).cacheControl()).isEqualTo("no-store");
    site.file("templates/assets/css/main.css", "p { color: blue }\n");
    Terminal changed = publish();
    assertThat(changed.out()).contains("kept for readers of older pages");
    assertThat(publish("--prune").out()).contains("keep assets/css/main.", "nothing was done");
  }

  @Test
  void whatSomebodyElseChangedIsRepaired() {
    publish();
    String before = server.head(BUCKET, prefix + "/" + PAGE).eTag();
    server.meddle(BUCKET, prefix + "/" + PAGE, "defaced");
    server.meddle(BUCKET, prefix + "/theirs.txt", "theirs");
    assertThat(publish().out()).contains(": 1 file put");
    assertThat(server.head(BUCKET, prefix + "/" + PAGE).eTag()).isEqualTo(before);
    assertThat(server.head(BUCKET, prefix + "/theirs.txt")).isNotNull();
  }

  @Test
  void ofTwoAtOnceOneIsKeptOut() throws Exception {
    publish();
    article("Another flood");
    PublishTwice.oneIsKeptOut(
        "publishing to s3://",
        () -> publish("-d", site.path("site").toString()),
        () -> publish("-d", site.path("copy").toString()));
    assertThat(publish().out()).endsWith("nothing was done\n");
  }

  @Test
  void whatTheOutsideWorldRefusesIsSaidInOneLine() throws IOException {
    Map<String, String> wrong = Map.of("AWS_SECRET_ACCESS_KEY", "wrong");
    assertOutside(publish(wrong), "does not know these credentials");
    Map<String, String> none = Map.of("AWS_ACCESS_KEY_ID", "", "AWS_SECRET_ACCESS_KEY", "");
    assertOutside(publish(none), "there are no credentials for s3://magazine/");
    settings("nosuchbucket", server.url());
    assertOutside(publish(), "there is no bucket s3://nosuchbucket/");
  }

  private static void assertOutside(Terminal run, String message) {
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("levee: ").contains(message).doesNotContain("\tat ");
    assertThat(run.err().lines().filter(line -> line.startsWith("levee:"))).hasSize(1);
  }
}
