package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.cdn.Recorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `levee publish` to a folder, as its users meet it.
class PublishCommandTest {

  @TempDir Path temp;
  private TestSite site;
  private Path out;

  @BeforeEach
  void write() {
    out = temp.resolve("out");
    site =
        TestSite.of(
                """
                -- content/news/flood.md --
                ---
                title: The flood
                date: 2016-11-08
                ---
                Water.
                """)
            .file(
                "levee.yaml",
                "title: T\nurl: https://example.org\ntargets: {web: {url: '" + out + "'}}\n");
  }

  private Terminal publish(String... more) {
    return publish(Map.of(), more);
  }

  private Terminal publish(Map<String, String> environment, String... more) {
    return Terminal.run(
        environment,
        false,
        Stream.concat(
                Stream.of(
                    "publish", "-s", site.folder().toString(), "--clock=2016-11-09T12:00:00Z"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void theSiteIsBuiltAndStandsAtItsTarget() {
    Terminal first = publish();
    assertThat(first.err()).isEmpty();
    assertThat(first.code()).isEqualTo(0);
    assertThat(first.out()).startsWith("published to " + out + ": ").contains(" put (");
    Map<String, byte[]> built = BuiltSite.files(site.path("site"));
    built.remove("_headers");
    built.remove("_redirects");
    assertThat(BuiltSite.digests(BuiltSite.files(out))).isEqualTo(BuiltSite.digests(built));
    assertThat(publish().out()).isEqualTo(out + " is as it should be; nothing was done\n");
    assertThat(Terminal.run("deploy", "-q", "-s", site.folder().toString()).code()).isEqualTo(0);
  }

  @Test
  void aSurgeTakesThePlaceOfTheSiteAndTheSiteThatOfTheSurge() {
    publish();
    Map<String, String> full = BuiltSite.digests(BuiltSite.files(out));
    assertThat(publish("--surge").code()).isEqualTo(0);
    assertThat(out.resolve("news/flood/index.html"))
        .content()
        .contains("Text only, so that everyone gets through.", "Water.")
        .doesNotContain("rel=\"stylesheet\"");
    assertThat(publish().code()).isEqualTo(0);
    assertThat(BuiltSite.digests(BuiltSite.files(out))).isEqualTo(full);
  }

  @Test
  void aDryRunSaysWhatWouldBeDone() {
    Terminal dry = publish("--dry-run", "-v");
    assertThat(dry.code()).isEqualTo(0);
    assertThat(dry.out())
        .startsWith("put assets/")
        .contains("put news/flood/index.html  page, ", "would publish to ");
    assertThat(out).doesNotExist();
    Terminal json = publish("--dry-run", "--format=json");
    assertThat(json.err()).isEmpty();
    assertThat(json.out())
        .startsWith("{\"target\":\"web\",")
        .contains("{\"path\":\"index.html\",\"kind\":\"home\",\"bytes\":")
        .endsWith("\"refusals\":[],\"published\":false}\n");
  }

  @Test
  void aSiteWithErrorsIsNotPublished() {
    publish();
    site.file("content/bad.md", "---\ntitle: [\n---\n");
    Terminal bad = publish();
    assertThat(bad.code()).isEqualTo(1);
    assertThat(bad.err()).contains("error bad-yaml", "--allow errors");
    assertThat(publish("--allow", "errors").code()).isEqualTo(0);
  }

  @Test
  void aSiteThatWasChangedSinceItWasBuiltIsNotPublished() throws IOException {
    assertThat(publish("--no-build").code()).isEqualTo(3);
    publish();
    assertThat(publish("--no-build").code()).isEqualTo(0);
    Files.writeString(site.path("site/index.html"), "mine");
    Terminal changed = publish("--no-build");
    assertThat(changed.code()).isEqualTo(3);
    assertThat(changed.err())
        .contains("site/index.html is not as the last build left it; build the site again");
    assertThat(out.resolve("index.html")).content().isNotEqualTo("mine");
  }

  @Test
  void whatWasBuiltForOthersIsRefused() {
    site.file("content/news/draft.md", "---\ntitle: Soon\ndraft: true\n---\nSoon.\n");
    assertThat(Terminal.run("build", "-s", site.folder().toString(), "--drafts").code()).isZero();
    Terminal drafts = publish("--no-build");
    assertThat(drafts.code()).isEqualTo(1);
    assertThat(drafts.err())
        .isEqualTo(
            "levee: the last build was one with --drafts; build it again; nothing was changed."
                + " --allow drafts does it all the same\n");
    assertThat(out).doesNotExist();
    assertThat(publish("--no-build", "--allow=drafts").code()).isZero();
    assertThat(out.resolve("news/draft/index.html")).exists();
    assertThat(publish("--no-build", "--drafts").code()).isZero();
    assertThat(publish().code()).isZero();
    assertThat(out.resolve("news/draft/index.html")).doesNotExist();
  }

  @Test
  void whatWasBuiltToStandElsewhereIsRefused() {
    String folder = site.folder().toString();
    assertThat(Terminal.run("build", "-s", folder, "-b", "https://example.net/").code()).isZero();
    Terminal elsewhere = publish("--no-build");
    assertThat(elsewhere.code()).isEqualTo(1);
    assertThat(elsewhere.err())
        .startsWith(
            "levee: the last build was for https://example.net, not for https://example.org");
    assertThat(publish("--no-build", "-b", "https://example.net/").code()).isZero();
    assertThat(publish("--no-build", "--allow=base-url").code()).isZero();
  }

  @Test
  void cachesAreToldOfWhatChanged() throws IOException {
    String secret = "a-secret-that-nobody-prints";
    Map<String, String> environment = Map.of("LEVEE_WEBHOOK_TOKEN", secret);
    try (Recorder recorder = Recorder.start()) {
      settings("invalidate: {webhook: '" + recorder.url() + "/purge'}");
      Terminal first = publish(environment);
      assertThat(first.out()).contains("asked the webhook at 127.0.0.1:", " to forget ");
      assertThat(recorder.asked()).hasSize(1);
      site.file("content/news/flood.md", "---\ntitle: The flood\ndate: 2016-11-08\n---\nMore.\n");
      Terminal dry = publish(environment, "--dry-run", "-v");
      assertThat(dry.out())
          .contains(
              "invalidate /news/flood/\n", "invalidate /news/flood/index.html\n", "would ask the ");
      assertThat(publish(environment, "--dry-run", "--format=json").out())
          .contains("\"invalidate\":[{\"cache\":\"the webhook at 127", "\"/news/flood/\"");
      assertThat(recorder.asked()).isEmpty();
      recorder.answer(403, "{\"message\":\"not with " + secret + "\"}");
      Terminal failed = publish(environment);
      assertThat(failed.code()).isEqualTo(3);
      assertThat(failed.out()).startsWith("published to ").doesNotContain("asked");
      assertThat(failed.err())
          .matches(
              "levee: the release stands, but a cache was not told of it: the webhook at"
                  + " 127[.]0[.]0[.]1:\\d+: it does not let these credentials do that, which need"
                  + " to call it; look at LEVEE_WEBHOOK_TOKEN [(]not with …[)]; the next publish"
                  + " tells it\n");
      assertThat(out.resolve("news/flood/index.html")).content().contains("More.");
      recorder.asked();
      recorder.mend();
      Terminal later = publish(environment);
      assertThat(later.code()).isZero();
      assertThat(recorder.asked())
          .singleElement()
          .satisfies(
              asked -> assertThat(asked.body()).contains("\"https://example.org/news/flood/\""));
      assertThat(publish(environment).out()).endsWith("nothing was done\n");
      assertThat(publish(environment, "--rollback").code()).isZero();
      assertThat(recorder.asked()).hasSize(1);
    }
  }

  private void settings(String more) {
    site.file(
        "levee.yaml",
        "title: T\nurl: https://example.org\ntargets: {web: {url: '" + out + "', " + more + "}}\n");
  }

  @Test
  void compressedFormsArePublishedWhereTheyAreServed() {
    String page = "news/flood/index.html";
    site.file("content/news/flood.md", "---\ntitle: A\n---\n" + "Water rose. ".repeat(200) + "\n");
    assertThat(Terminal.run("build", "-s", site.folder().toString(), "--precompress").code())
        .isZero();
    assertThat(publish("--no-build").code()).isZero();
    assertThat(out.resolve(page + ".gz")).exists();
    settings("precompressed: false");
    assertThat(publish("--no-build", "--allow=deletes").code()).isZero();
    assertThat(out.resolve(page)).exists();
    assertThat(out.resolve(page + ".gz")).doesNotExist();
  }

  @Test
  void aPublishThatTellsNobodyNeedsNoHttpClient() throws Exception {
    publish();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load",
            "-cp",
            System.getProperty("java.class.path"),
            Levee.class.getName(),
            "publish",
            "-s",
            site.folder().toString());
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).isZero();
    assertThat(said).contains("dev.levee.publish.Publisher ").doesNotContain("java.net.http.Http");
    assertThat(said).doesNotContain("dev.levee.cdn.");
  }

  @Test
  void aReleaseCanBeTakenBack() throws IOException {
    publish();
    String first = Files.readString(out.resolve("news/flood/index.html"));
    site.file("content/news/flood.md", "---\ntitle: Lies\ndate: 2016-11-08\n---\nLies.\n");
    publish();
    assertThat(publish("--list").out().lines()).hasSize(2).first().asString().endsWith("there now");
    Terminal dry = publish("--rollback", "--dry-run");
    assertThat(dry.out()).contains("put news/flood/index.html");
    assertThat(publish("--rollback").code()).isEqualTo(0);
    assertThat(out.resolve("news/flood/index.html")).content().isEqualTo(first);
    Terminal never = publish("--rollback=never");
    assertThat(never.code()).isEqualTo(3);
    assertThat(never.err()).isEqualTo("levee: there is no release 'never' at " + out + "\n");
    assertThat(publish("--prune", "--dry-run").code()).isEqualTo(0);
    assertThat(publish("--prune").out()).endsWith("nothing was done\n");
  }

  @Test
  void whatATargetSaysCannotSteerATerminal() throws IOException {
    Files.createDirectories(out.resolve(".levee"));
    Files.writeString(out.resolve(".levee/lock"), "ada\u001b[31m\n2999-01-01T00:00:00Z\n");
    Terminal busy = publish();
    assertThat(busy.code()).isEqualTo(3);
    assertThat(busy.err()).startsWith("levee: ada [31m is publishing to ");
  }

  @Test
  void anOlderCommitIsWarnedOf() throws Exception {
    git("init", "-q");
    git("add", "content");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "First");
    publish();
    site.file("content/news/flood.md", "---\ntitle: Later\ndate: 2016-11-08\n---\nLater.\n");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qam", "Second");
    assertThat(publish().out()).contains("there now: ", "First\n");
    git("checkout", "-q", "HEAD~1");
    assertThat(publish().err()).startsWith("levee: warning: the release there is newer: ");
  }

  private void git(String... arguments) throws Exception {
    Process git =
        new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
            .directory(site.folder().toFile())
            .inheritIO()
            .start();
    assertThat(git.waitFor()).isZero();
  }

  @Test
  void aWrongCommandLineIsCode2() {
    assertThat(publish("--target=wev").err())
        .isEqualTo("levee: there is no target 'wev' in the settings; did you mean 'web'?\n");
    assertThat(publish("--allow=deleted").err()).contains("did you mean 'deletes'?");
    assertThat(publish("--list", "--prune").code()).isEqualTo(2);
    site.file("levee.yaml", "title: T\nurl: https://example.org\n");
    assertThat(publish().code()).isEqualTo(2);
    assertThat(publish().err()).contains("no target to publish to");
    site.file("levee.yaml", "title: T\nurl: https://example.org\ntargets: {a: {url: site/x}}\n");
    assertThat(publish().code()).isEqualTo(2);
    assertThat(publish().err()).contains("lie in each other");
    site.file("levee.yaml", "title: T\nurl: https://e.org\ntargets: {a: {url: x}, b: {url: y}}\n");
    assertThat(publish().err()).isEqualTo("levee: which target? --target is one of a, b\n");
  }

  @Test
  void aLinkToTheSourcesIsNoTarget() throws IOException {
    publish();
    for (String folder : List.of("content", "site")) {
      Path link = Files.createSymbolicLink(temp.resolve(folder), site.path(folder));
      site.file(
          "levee.yaml", "title: T\nurl: https://e.org\ntargets: {a: {url: '" + link + "/x'}}\n");
      Terminal refused = publish();
      assertThat(refused.code()).isEqualTo(2);
      assertThat(refused.err()).contains(folder + " lie in each other");
    }
  }
}
