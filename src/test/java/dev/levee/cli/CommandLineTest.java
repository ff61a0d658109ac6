package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.levee.BuiltSite;
import dev.levee.Samples;
import dev.levee.TestSite;
import dev.levee.problem.Location;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line as its user sees it: what is written where, and what the process ends with.
class CommandLineTest {

  private static final String CLOCK = "--clock=2016-11-09T12:00:00Z";

  @TempDir Path temp;

  private static Terminal levee(TestSite site, String command, String... more) {
    return levee(Map.of(), site, command, more);
  }

  private static Terminal levee(
      Map<String, String> environment, TestSite site, String command, String... more) {
    List<String> args = new ArrayList<>(List.of(command, "-s", site.folder().toString()));
    args.addAll(List.of(more));
    return Terminal.run(environment, false, args.toArray(String[]::new));
  }

  private static JsonStructure json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    }
  }

  @Test
  void aBuildSaysWhatItDid() {
    TestSite site = TestSite.of(Samples.OBSERVER);
    Terminal built = levee(site, "build", CLOCK);
    assertThat(built.code()).isEqualTo(0);
    assertThat(built.err()).isEmpty();
    assertThat(built.out())
        .matches(
            "4 articles, 24 pages in .*site: \\d+ files written, 0 unchanged, 0 deleted,"
                + " \\d+\\.\\d\\d s\n");
    assertThat(site.path("site/index.html")).exists();
  }

  @Test
  void aQuietBuildSaysNothing() {
    Terminal built = levee(TestSite.of(Samples.OBSERVER), "build", "-q", CLOCK);
    assertThat(built).isEqualTo(new Terminal(0, "", ""));
  }

  @Test
  void aMistakeIsShownWithItsLineAndWhatToDo() {
    TestSite site = TestSite.of("-- content/a.md --\n---\ntitle: A\ndate: 2016-13-08\n---\n");
    Terminal built = levee(site, "build", CLOCK);
    assertThat(built.code()).isEqualTo(1);
    assertThat(built.out()).isEmpty();
    assertThat(built.err())
        .contains("error bad-date content/a.md:3:7\n  3 | date: 2016-13-08\n            ^\n  ")
        .contains("\n1 error, 0 warnings; ")
        .contains("site was left as it was\n")
        .doesNotContain("Exception", "\tat ", "\u001b");
  }

  @Test
  void theMarkStandsBelowTheColumnWhateverComesBefore() {
    assertThat(excerpt("水曜日 {{< nope >}}", 5))
        .containsExactly("1 | 水曜日 {{< nope >}}", "    \u3000\u3000\u3000 ^");
    assertThat(excerpt("e\u0301 x", 4)).containsExactly("1 | e\u0301 x", "      ^");
    assertThat(excerpt("😀 x", 4)).containsExactly("1 | 😀 x", "    \u3000 ^");
    assertThat(excerpt("a\tb", 3)).containsExactly("1 | a b", "      ^");
    assertThat(excerpt("a\u001b[31mb", 7)).containsExactly("1 | a [31mb", "          ^");
  }

  @Test
  void aLongLineIsCutAroundTheColumn() {
    List<String> excerpt = excerpt("x".repeat(500) + "HERE" + "y".repeat(500), 501);
    assertThat(excerpt.get(0)).startsWith("1 | …xx").hasSizeLessThan(110);
    assertThat(excerpt.get(1).indexOf('^')).isEqualTo(excerpt.get(0).indexOf("HERE"));
  }

  private List<String> excerpt(String line, int column) {
    try {
      Files.writeString(temp.resolve("x.md"), line + "\n");
      return new SourceLines(temp).excerpt(new Location("x.md", 1, column));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void colourIsForTerminals() {
    TestSite site = TestSite.of("-- content/a.md --\n---\ntitle: [\n---\n");
    String[] args = {"build", "-s", site.folder().toString()};
    assertThat(Terminal.run(Map.of(), true, args).err()).contains("\u001b[31;1merror\u001b[0m");
    assertThat(Terminal.run(Map.of(), false, args).err()).doesNotContain("\u001b");
  }

  @Test
  void warningsDoNotFailABuildUnlessItIsStrict() {
    TestSite site = TestSite.of("-- content/a.md --\n---\ntitle: A\nnosuchkey: 1\n---\n");
    Terminal plain = levee(site, "build", CLOCK);
    assertThat(plain.code()).isEqualTo(0);
    assertThat(plain.err()).startsWith("warning unknown-key content/a.md:3:1\n");
    assertThat(plain.out()).endsWith("; 0 errors, 1 warning\n");
    assertThat(levee(site, "build", CLOCK, "-q")).isEqualTo(new Terminal(0, "", ""));
    Terminal strict = levee(site, "build", CLOCK, "--strict");
    assertThat(strict.code()).isEqualTo(1);
    assertThat(strict.err()).contains("(--strict lets warnings count as errors)");
  }

  @Test
  void manyWarningsOfOneKindAreCounted() {
    TestSite site = TestSite.of("");
    for (int i = 0; i < 14; i++) {
      site.file("content/a" + i + ".md", "---\ntitle: A\nnosuchkey: 1\n---\n");
    }
    assertThat(levee(site, "build", CLOCK).err())
        .contains("… and 4 more warnings unknown-key; --verbose shows them all");
    assertThat(levee(site, "build", CLOCK, "-v").err()).doesNotContain("…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "build --jobs=0",
        "build --jobs=x",
        "build --nosuchoption",
        "build --clock=yesterday",
        "build --base-url=example.org",
        "build --config=nosuch.yaml",
        "build --source=nosuch",
        "build --format=xml",
        "bild",
        "list nonsense",
        "new",
        "new article",
        "new poem x",
        "new article ///"
      })
  void aWrongCommandLineIsCode2(String line) {
    Terminal run = Terminal.run(line.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ");
  }

  @Test
  void aTypoInACommandIsHelpedWith() {
    assertThat(Terminal.run("bild").err()).contains("build");
    assertThat(Terminal.run("build", "--destinaton=x").err()).contains("--destination");
  }

  @Test
  void wrongSettingsAreCode2() {
    TestSite site = TestSite.of("-- levee.yaml --\ntitle: x\nurl: nowhere\n");
    Terminal built = levee(site, "build");
    assertThat(built.code()).isEqualTo(2);
    assertThat(built.err())
        .contains("error bad-settings levee.yaml:2:6\n  2 | url: nowhere\n           ^\n");
    assertThat(levee(site, "list").code()).isEqualTo(2);
    assertThat(levee(site, "clean").code()).isEqualTo(2);
    assertThat(levee(site, "new", "article", "x").code()).isEqualTo(2);
    assertThat(site.path("content/x.md")).doesNotExist();
  }

  @Test
  void settingsElsewhereAreShownFromThere() throws IOException {
    TestSite site = TestSite.of("-- conf/other.yaml --\ntitle: x\n\nurl: nowhere\n");
    Terminal inside = levee(site, "build", "-c", site.path("conf/other.yaml").toString());
    assertThat(inside.err()).contains("conf/other.yaml:3:6\n  3 | url: nowhere\n");
    Path file = temp.resolve("levee.yaml");
    Files.writeString(file, "title: x\n\n\nurl: nowhere\n");
    assertThat(levee(site, "build", "-c", file.toString()).err())
        .contains(file + ":4:6\n  4 | url: nowhere\n");
  }

  @Test
  void aFolderWithoutContentIsCode2() throws IOException {
    Terminal built = Terminal.run("build", "-s", temp.toString());
    assertThat(built.code()).isEqualTo(2);
    assertThat(built.err()).contains("there is no folder of content here", "'levee init'");
    assertThat(temp.resolve("site/index.html")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsCode3() throws IOException {
    TestSite site = TestSite.of(Samples.OBSERVER);
    Path locked = Files.createDirectory(temp.resolve("locked"));
    assumeFalse(!locked.toFile().setWritable(false) || Files.isWritable(locked), "we are root");
    Terminal built = levee(site, "build", "-d", locked.resolve("site").toString());
    assertThat(built.code()).isEqualTo(3);
    assertThat(built.err()).startsWith("levee: ").contains("locked").doesNotContain("\tat ");
  }

  @Test
  void aDestinationBelowAFileIsCode3() throws IOException {
    TestSite site = TestSite.of(Samples.OBSERVER);
    Files.writeString(temp.resolve("file"), "x");
    String destination = temp.resolve("file/site").toString();
    Terminal built = levee(site, "build", "-d", destination);
    assertThat(built.code()).isEqualTo(3);
    assertThat(built.err()).startsWith("levee: cannot write to ").doesNotContain("\tat ");
    assertThat(levee(site, "build", "-v", "-d", destination).err()).contains("\tat ");
    Terminal machine = levee(site, "build", "--format=json", "-d", destination);
    assertThat(machine.code()).isEqualTo(3);
    assertThat(json(machine.out()).toString()).isEqualTo("{\"built\":false,\"problems\":[]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"content", "content/deep", ".", "templates", "templates/x"})
  void aDestinationThatOverlapsTheSourcesIsRefused(String destination) {
    TestSite site = TestSite.of(Samples.OBSERVER + Samples.TINY_THEME);
    Terminal built = levee(site, "build", "-d", site.path(destination).normalize().toString());
    assertThat(built.code()).isEqualTo(2);
    assertThat(built.err()).contains("error not-a-site ").contains("the source folder");
    assertThat(site.path(destination).resolve("index.html")).doesNotExist();
  }

  @Test
  void aDestinationThatIsNoSiteIsRefused() throws IOException {
    TestSite site = TestSite.of(Samples.OBSERVER);
    Files.writeString(temp.resolve("thesis.doc"), "years of work");
    Terminal built = levee(site, "build", "-d", temp.toString());
    assertThat(built.code()).isEqualTo(2);
    assertThat(built.err()).contains("holds files that Levee did not write, such as 'thesis.doc'");
    assertThat(levee(site, "clean", "-d", temp.toString()).code()).isEqualTo(2);
    assertThat(temp).isDirectoryContaining(f -> f.endsWith("thesis.doc"));
  }

  @Test
  void jsonIsOneDocumentAndNothingElse() {
    TestSite site = TestSite.of(Samples.OBSERVER);
    Terminal built = levee(site, "build", CLOCK, "--format", "json");
    assertThat(built.err()).isEmpty();
    assertThat(json(built.out()).asJsonObject())
        .containsKeys("built", "destination", "articles", "pages", "written", "problems");
    assertThat(json(levee(site, "list", CLOCK, "--format=json").out()).asJsonArray()).hasSize(4);
    assertThat(json(levee(site, "list", "routes", CLOCK, "--format=json").out()).asJsonArray())
        .hasSizeGreaterThan(24);
    assertThat(levee(site, "list", "--next-change", CLOCK, "--format=json").out())
        .isEqualTo("{\"nextChange\":\"2016-11-10T21:30:00Z\"}\n");
    assertThat(json(levee(site, "new", "--format=json", "article", "x").out()).asJsonObject())
        .containsKeys("file");
    assertThat(json(levee(site, "clean", "--format=json").out()).asJsonObject())
        .containsKeys("destination", "deleted");
    Terminal init = Terminal.run("init", "--format=json", temp.resolve("n").toString());
    assertThat(json(init.out()).asJsonObject().getJsonArray("files")).hasSize(3);
    site.file("content/bad.md", "---\ntitle: [\n---\n");
    Terminal failed = levee(site, "build", CLOCK, "--format=json");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).isEmpty();
    assertThat(json(failed.out()).asJsonObject().getBoolean("built")).isFalse();
    assertThat(json(failed.out()).asJsonObject().getJsonArray("problems").getJsonObject(0))
        .containsKeys("code", "severity", "file", "line", "column", "message", "hint");
    Terminal list = levee(site, "list", CLOCK, "--format=json");
    assertThat(list.code()).isEqualTo(1);
    assertThat(json(list.out()).asJsonArray()).hasSize(4);
    assertThat(list.err()).contains("content/bad.md");
  }

  @Test
  void articlesAreListedByTheirState() {
    TestSite site =
        TestSite.of(
            """
            -- content/now.md --
            ---
            title: Now
            date: 2016-11-01
            ---
            -- content/draft.md --
            ---
            title: Draft
            draft: true
            ---
            -- content/future.md --
            ---
            title: Future
            date: 2016-12-01
            ---
            -- content/expired.md --
            ---
            title: Expired
            date: 2015-01-01
            expiryDate: 2016-01-01
            ---
            """);
    assertThat(levee(site, "list", CLOCK).out())
        .isEqualTo("2016-11-01T00:00:00Z  content/now.md  Now\n");
    assertThat(levee(site, "list", "drafts", CLOCK).out()).isEqualTo("content/draft.md  Draft\n");
    assertThat(levee(site, "list", "future", CLOCK).out())
        .isEqualTo("2016-12-01T00:00:00Z  content/future.md  Future\n");
    assertThat(levee(site, "list", "expired", CLOCK).out())
        .isEqualTo("2016-01-01T00:00:00Z  content/expired.md  Expired\n");
    assertThat(levee(site, "list", "articles", "-DFE", CLOCK).out().lines()).hasSize(4);
    assertThat(levee(site, "list", "routes", CLOCK).out())
        .contains("/now/  content/now.md\n", "/robots.txt  ");
    assertThat(levee(site, "list", "--next-change", CLOCK).out())
        .isEqualTo("2016-12-01T00:00:00Z\n");
    assertThat(levee(site, "list", "--next-change", "--clock=2020-01-01T00:00:00Z").out())
        .isEmpty();
  }

  @Test
  void aNewFolderIsASiteAtOnce() {
    Path folder = temp.resolve("my-site");
    Terminal init = Terminal.run("init", folder.toString());
    assertThat(init.code()).isEqualTo(0);
    assertThat(init.out()).endsWith("now: levee build -s " + folder + "\n");
    Terminal built = Terminal.run("build", "--strict", "-s", folder.toString());
    assertThat(built.err()).isEmpty();
    assertThat(built.code()).isEqualTo(0);
    assertThat(folder.resolve("site/news/hello/index.html")).exists();
    Map<String, byte[]> before = BuiltSite.files(folder);
    Terminal again = Terminal.run("init", folder.toString());
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).endsWith("levee.yaml is there already; nothing was written\n");
    assertThat(BuiltSite.digests(BuiltSite.files(folder))).isEqualTo(BuiltSite.digests(before));
  }

  @Test
  void initWritesBesideNothing() throws IOException {
    Files.createDirectories(temp.resolve("content"));
    Files.writeString(temp.resolve("content/mine.md"), "mine");
    Terminal init = Terminal.run("init", temp.toString());
    assertThat(init.code()).isEqualTo(2);
    assertThat(temp.resolve("levee.yaml")).doesNotExist();
  }

  @Test
  void initTakesTheTimeOfTheEnvironment() {
    Map<String, String> then = Map.of("SOURCE_DATE_EPOCH", "1478606400");
    Path folder = temp.resolve("then");
    assertThat(Terminal.run(then, false, "init", "-q", folder.toString()))
        .isEqualTo(new Terminal(0, "", ""));
    assertThat(folder.resolve("content/news/hello.md")).content().contains("date: 2016-11-08\n");
    Terminal built = Terminal.run(then, false, "build", "-s", folder.toString());
    assertThat(built.out()).startsWith("1 article, ");
  }

  @Test
  void aNewArticleIsADraft() {
    TestSite site = TestSite.of(Samples.OBSERVER);
    Terminal made = levee(site, "new", CLOCK, "article", "news/It's a title: \"new\"");
    assertThat(made.code()).isEqualTo(0);
    assertThat(site.path("content/news/" + file(made) + ".md")).exists();
    assertThat(levee(site, "build", CLOCK).code()).isEqualTo(0);
    assertThat(site.path("site/news/" + file(made))).doesNotExist();
    Terminal built = levee(site, "build", CLOCK, "-D");
    assertThat(built.err()).isEmpty();
    assertThat(site.path("site/news/" + file(made) + "/index.html"))
        .content()
        .contains("<h1>It&#39;s a title: &quot;new&quot;</h1>");
    assertThat(levee(site, "new", CLOCK, "article", "news/It's a title: \"new\"").code())
        .isEqualTo(2);
  }

  private static String file(Terminal made) {
    String path = made.out().strip();
    return path.substring(path.lastIndexOf('/') + 1).replace(".md", "");
  }

  @Test
  void aNewSectionAndABundle() {
    TestSite site = TestSite.of("");
    assertThat(levee(site, "new", "section", "World news").code()).isEqualTo(0);
    assertThat(levee(site, "new", "article", "--bundle", "World news/A day").code()).isEqualTo(0);
    assertThat(site.path("content/world-news/_index.md")).exists();
    assertThat(site.path("content/world-news/a-day/index.md")).exists();
    assertThat(levee(site, "build", "-D", "--strict").err()).isEmpty();
    assertThat(site.path("site/world-news/a-day/index.html")).exists();
  }

  @Test
  void cleanTakesAwayWhatWasBuiltAndNothingElse() {
    TestSite site = TestSite.of(Samples.OBSERVER);
    levee(site, "build", CLOCK);
    site.file("site/mine.txt", "mine");
    Terminal clean = levee(site, "clean");
    assertThat(clean.code()).isEqualTo(0);
    assertThat(clean.out()).matches("\\d+ files deleted in .*site\n");
    assertThat(BuiltSite.files(site.path("site"))).containsOnlyKeys("mine.txt");
    assertThat(site.path("content/about.md")).exists();
    assertThat(levee(TestSite.of(""), "clean").code()).isEqualTo(0);
  }

  @Test
  void theMomentComesFromTheOptionElseTheEnvironment() {
    TestSite site = TestSite.of("-- content/a.md --\n---\ntitle: A\ndate: 2016-11-08\n---\n");
    Map<String, String> before = Map.of("SOURCE_DATE_EPOCH", "1478476800");
    assertThat(levee(before, site, "list").out()).isEmpty();
    assertThat(levee(before, site, "list", CLOCK).out()).contains("content/a.md");
    assertThat(levee(Map.of("SOURCE_DATE_EPOCH", ""), site, "list").out()).contains("a.md");
    Terminal wrong = levee(Map.of("SOURCE_DATE_EPOCH", "now"), site, "list");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo("levee: SOURCE_DATE_EPOCH: 'now' is not a number of seconds\n");
  }

  @Test
  void theBaseUrlCanBeAnother() {
    TestSite site = TestSite.of(Samples.OBSERVER);
    levee(site, "build", CLOCK, "-b", "http://127.0.0.1:1313/x/");
    assertThat(site.path("site/index.html"))
        .content()
        .contains("href=\"http://127.0.0.1:1313/x/\"", "href=\"/x/assets/");
  }

  @Test
  void everyCommandHasHelp() {
    for (String command : List.of("build", "init", "new", "list", "clean", "completion")) {
      Terminal help = Terminal.run(command, "--help");
      assertThat(help.code()).isEqualTo(0);
      assertThat(help.err()).isEmpty();
      assertThat(help.out()).startsWith("Usage: levee " + command);
      assertThat(Terminal.run("--help").out()).contains("  " + command);
    }
    assertThat(Terminal.run().out()).startsWith("Usage: levee ");
    assertThat(Terminal.run("--version").out()).matches("levee \\S+ \\(Java \\d+\\)\n");
    assertThat(Terminal.run("completion").out()).contains("_complete_levee", "--destination");
  }

  @Test
  void aMistakeCannotSteerTheTerminal() {
    TestSite site =
        TestSite.of("-- content/a.md --\n---\ntitle: A\nlayout: \"x\\e[31my\\u009b\"\n---\n");
    assertThat(levee(site, "build", CLOCK).err()).doesNotContain("\u001b", "\u009b");
  }
}
