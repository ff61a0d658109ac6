package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.BuiltSite;
import dev.levee.Samples;
import dev.levee.TestSite;
import dev.levee.problem.Problems;
import dev.levee.site.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every build: the same input gives the same bytes anywhere, errors change nothing,
/// and a build that is killed harms nobody.
class BuildLawsTest {

  private static final Map<String, String> EXPECTED = BuiltSite.of(observer()).digests();

  @TempDir Path temp;

  private static TestSite observer() {
    return TestSite.of(Samples.OBSERVER);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void anyNumberOfThreadsGivesTheSameBytes(int jobs) {
    BuiltSite built = BuiltSite.build(BuiltSite.options(observer(), jobs, false));
    assertThat(built.digests()).isEqualTo(EXPECTED);
  }

  @ParameterizedTest
  @CsvSource({"Pacific/Kiritimati, ar, EG", "America/Los_Angeles, tr, TR", "Asia/Kolkata, th, TH"})
  void anyMachineGivesTheSameBytes(String zone, String language, String country) throws Exception {
    TestSite site = observer();
    Process child =
        java(
            List.of(
                "-Duser.timezone=" + zone,
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Dfile.encoding=ISO-8859-1"),
            Once.class,
            site.folder().toString());
    assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(child.waitFor()).isZero();
    assertThat(BuiltSite.digests(BuiltSite.files(site.path("site")))).isEqualTo(EXPECTED);
  }

  @Test
  void theOrderInWhichFilesWereMadeDoesNotShow() throws IOException {
    TestSite original = observer();
    List<Path> files = new ArrayList<>();
    try (var walk = Files.walk(original.folder())) {
      walk.filter(Files::isRegularFile).forEach(files::add);
    }
    for (int seed = 0; seed < 3; seed++) {
      TestSite copy = TestSite.of("");
      Collections.shuffle(files, new Random(seed));
      for (Path file : files) {
        String path = original.folder().relativize(file).toString();
        copy.file(path, Files.readAllBytes(file));
      }
      assertThat(BuiltSite.of(copy).digests()).isEqualTo(EXPECTED);
    }
  }

  @Test
  void anotherFolderDoesNotShow() {
    BuiltSite built =
        BuiltSite.build(BuiltSite.options(observer()).withDestination(temp.resolve("there/site")));
    assertThat(built.digests()).isEqualTo(EXPECTED);
  }

  @Test
  void nothingIsWrittenTwice() {
    TestSite site = observer();
    BuiltSite.of(site);
    BuiltSite again = BuiltSite.of(site);
    assertThat(again.report().applied().orElseThrow().puts()).isZero();
    assertThat(again.digests()).isEqualTo(EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- content/news/town.md --\n---\ntitle: [\n---\n",
        "-- content/news/town.md --\n---\ntitle: T\ndate: never\n---\n",
        "-- content/news/town.md --\n---\ntitle: T\nurl: /news/flood/\n---\n",
        "-- content/news/town.md --\n---\ntitle: T\n---\n{{< nope >}}\n",
        "-- templates/article.ftlh --\n${nope}\n",
        "-- templates/article.ftlh --\n<#if\n",
        "-- levee.yaml --\ntitle: x\nurl: nowhere\n"
      })
  void anErrorLeavesTheSiteAsItWas(String mistake) {
    TestSite site = observer();
    BuiltSite.of(site);
    Map<Path, byte[]> before = everything(site.path("site"));
    int name = mistake.indexOf(" --\n");
    site.file(mistake.substring(3, name), mistake.substring(name + 4));
    site.file("content/news/other.md", "---\ntitle: Another\ndate: 2016-11-01\n---\n");
    BuiltSite failed = BuiltSite.of(site);
    assertThat(failed.problems()).isNotEmpty();
    assertThat(failed.isWritten()).isFalse();
    assertThat(everything(site.path("site"))).containsExactlyInAnyOrderEntriesOf(before);
  }

  @Test
  void warningsDoSoWhenTheBuildIsStrict() {
    TestSite site = observer();
    BuiltSite.of(site);
    Map<Path, byte[]> before = everything(site.path("site"));
    site.file("content/news/town.md", "---\ntitle: T\nnosuchkey: 1\n---\n");
    BuiltSite strict = BuiltSite.build(BuiltSite.options(site, 2, true));
    assertThat(strict.problems())
        .singleElement()
        .asString()
        .startsWith("content/news/town.md:3:1 warn unknown-key ");
    assertThat(strict.isWritten()).isFalse();
    assertThat(everything(site.path("site"))).containsExactlyInAnyOrderEntriesOf(before);
    assertThat(BuiltSite.of(site).isWritten()).isTrue();
  }

  @Test
  void whatIsNoLongerMadeIsRemovedAndWhatOthersMadeStays() throws IOException {
    TestSite site = observer();
    BuiltSite.of(site);
    site.file("site/CNAME", "example.org").file("site/news/mine.txt", "mine");
    Files.delete(site.path("content/news/bridge.md"));
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    assertThat(built.paths())
        .contains("CNAME", "news/mine.txt")
        .noneMatch(p -> p.contains("bridge") || p.contains("2015"));
    assertThat(site.path("site/news/bridge")).doesNotExist();
    assertThat(built.mentioning("The bridge")).isEmpty();
  }

  private static Map<Path, byte[]> everything(Path folder) {
    Map<Path, byte[]> files = new TreeMap<>();
    try (var walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readAllBytes(file));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process java(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dorg.freemarker.loggerLibrary=none",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /// Builds a folder once, in silence unless something is wrong.
  static final class Once {

    private Once() {}

    public static void main(String[] args) throws IOException {
      Problems problems = new Problems();
      build(Path.of(args[0]), problems);
      problems.sorted().forEach(System.out::println);
    }

    static void build(Path folder, Problems problems) throws IOException {
      BuildOptions options = BuildOptions.of(folder, Publication.at(TestSite.CLOCK));
      new SiteBuilder(options, problems, Progress.SILENT).build();
    }
  }

  private static final int KILLS = Budget.of(2, 12);

  @Test
  void aBuildThatIsKilledLeavesASiteThatCanBeRead() throws Exception {
    TestSite site = observer();
    Random random = new Random(11);
    BuiltSite.of(site);
    for (int kill = 0; kill < KILLS; kill++) {
      Process child = java(List.of(), EverChanging.class, site.folder().toString(), "" + kill);
      try (var out = child.inputReader()) {
        assertThat(out.readLine()).isEqualTo("ready");
        assertThat(child.waitFor(random.nextInt(50, 900), TimeUnit.MILLISECONDS)).isFalse();
      } finally {
        child.destroyForcibly().waitFor();
      }
      assertThat(BuiltSite.files(site.path("site")))
          .allSatisfy((path, bytes) ->
              assertThat(!path.endsWith(".html") || text(bytes).contains("</html>"))
                  .as("%s is whole", path)
                  .isTrue());
      assertThat(new Crawl(site.path("site"), "").brokenFromHome()).isEmpty();
    }
    BuiltSite repaired = BuiltSite.of(site);
    assertThat(repaired.problems()).isEmpty();
    BuiltSite clean =
        BuiltSite.build(BuiltSite.options(site).withDestination(temp.resolve("clean")));
    assertThat(repaired.digests()).isEqualTo(clean.digests());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Changes the site and builds it, again and again.
  static final class EverChanging {

    private EverChanging() {}

    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      Random random = new Random(Long.parseLong(args[1]));
      Once.build(folder, new Problems());
      System.out.println("ready");
      while (true) {
        for (int i = 0; i < 12; i++) {
          Path article = folder.resolve("content/news/changing-" + i + ".md");
          if (random.nextBoolean()) {
            Files.writeString(
                article,
                "---\ntitle: Changing %d\ndate: 2016-11-0%d\ntags: [t%d]\n---\nText %d.\n"
                    .formatted(i, 1 + random.nextInt(7), random.nextInt(4), random.nextInt()));
          } else {
            Files.deleteIfExists(article);
          }
        }
        Once.build(folder, new Problems());
      }
    }
  }
}
