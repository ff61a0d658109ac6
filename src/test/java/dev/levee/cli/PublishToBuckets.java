package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.config.PublishTarget;
import dev.levee.store.Store;
import dev.levee.store.Store.Condition;
import dev.levee.store.Stores;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What `levee publish` does to a bucket of any kind.
abstract class PublishToBuckets {

  private static final String PAGE = "news/flood/index.html";

  private final String prefix = "site-" + System.nanoTime();
  private TestSite site;
  private int made;

  /// The address of a bucket, without a slash at its end.
  abstract String bucket();

  abstract PublishTarget.Place place(String prefix);

  /// Where the store listens; empty where the environment says it.
  String endpoint() {
    return "";
  }

  abstract Map<String, String> environment();

  abstract String secret();

  /// What a reader gets at a path of the bucket.
  abstract HttpResponse<byte[]> get(String path) throws IOException, InterruptedException;

  @BeforeEach
  void write() {
    site = TestSite.of("");
    article("The flood");
    site.file("templates/assets/css/main.css", "p { color: red }\n");
    settings(bucket());
  }

  private void article(String title) {
    made++;
    site.file(
        "content/news/flood.md",
        "---\ntitle: " + title + "\ndate: 2016-11-08\n---\n" + made + "\n");
  }

  void settings(String bucket, String... more) {
    site.file(
        "levee.yaml",
        "title: T\nurl: https://example.org\ntargets: {web: {url: '"
            + bucket
            + "/"
            + prefix
            + "/', endpoint: '"
            + endpoint()
            + "'}}\n"
            + String.join("\n", more)
            + "\n");
  }

  Terminal publish(String... more) {
    return publish(Map.of(), more);
  }

  Terminal publish(Map<String, String> environment, String... more) {
    Map<String, String> all = new HashMap<>(environment());
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
    assertThat(run.out() + run.err()).doesNotContain(secret());
    return run;
  }

  private String page() throws IOException, InterruptedException {
    return new String(get(prefix + "/" + PAGE).body(), StandardCharsets.UTF_8);
  }

  private Store open() throws IOException {
    PublishTarget target =
        new PublishTarget(
            "t", bucket(), place(prefix), "", endpoint(), 5, 30, 10, false, List.of());
    return Stores.open(target, Path.of(""), environment());
  }

  @Test
  void aMagazineIsPublishedChangedAndTakenBack() throws Exception {
    Terminal first = publish();
    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isEqualTo(0);
    HttpHeaders headers = get(prefix + "/" + PAGE).headers();
    assertThat(headers.firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(headers.firstValue("Cache-Control").orElse("")).startsWith("public, max-age=60");
    String before = page();
    assertThat(publish().out()).endsWith("nothing was done\n");

    article("Another flood");
    assertThat(publish().out()).contains(" put (").contains(" 0 deleted");
    assertThat(page()).contains("Another flood").isNotEqualTo(before);

    assertThat(publish("--list").out().lines()).hasSize(2);
    assertThat(publish("--rollback").code()).isEqualTo(0);
    assertThat(page()).isEqualTo(before);
  }

  @Test
  void aHeaderAndAnAssetThatChangeArePublished() throws Exception {
    publish();
    settings(bucket(), "headers: {paths: {/news/*: {Cache-Control: no-store}}}");
    assertThat(publish().code()).isEqualTo(0);
    assertThat(get(prefix + "/" + PAGE).headers().firstValue("Cache-Control")).hasValue("no-store");
    site.file("templates/assets/css/main.css", "p { color: blue }\n");
    assertThat(publish().out()).contains("kept for readers of older pages");
    assertThat(publish("--prune").out()).contains("keep assets/css/main.", "nothing was done");
  }

  @Test
  void whatSomebodyElseChangedIsRepaired() throws Exception {
    publish();
    String before = page();
    try (Store store = open()) {
      store.put(PAGE, new byte[1], Map.of(), Condition.NONE);
      store.put("theirs.txt", new byte[1], Map.of(), Condition.NONE);
    }
    assertThat(publish().out()).contains(": 1 file put");
    assertThat(page()).isEqualTo(before);
    assertThat(get(prefix + "/theirs.txt").body()).hasSize(1);
  }

  @Test
  void ofTwoAtOnceOneIsKeptOut() throws Exception {
    publish();
    article("Another flood");
    PublishTwice.oneIsKeptOut(
        "publishing to ",
        () -> publish("-d", site.path("site").toString()),
        () -> publish("-d", site.path("copy").toString()));
    assertThat(publish().out()).endsWith("nothing was done\n");
  }

  static void assertOutside(Terminal run, String message) {
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).startsWith("levee: ").contains(message).doesNotContain("\tat ");
    assertThat(run.err().lines().filter(line -> line.startsWith("levee:"))).hasSize(1);
  }
}
