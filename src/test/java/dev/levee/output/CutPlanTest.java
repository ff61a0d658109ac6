package dev.levee.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.Budget;
import dev.levee.output.Sites.File;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The law of plans: stopped after any step, no reader meets a missing or half-written file, and
/// the next build makes the site whole.
class CutPlanTest {

  private static final String MINE = ".mine";

  @TempDir Path temp;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Budget.of(6, 24));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aCutAfterAnyStepLeavesNoBrokenLink(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, File> before = seed % 4 == 0 ? Map.of() : Sites.random(random);
    Map<String, File> after = Sites.random(random);
    Path old = temp.resolve("old");
    Sites.build(old, before);
    Files.writeString(old.resolve(MINE), "mine");
    int calls = 0;
    for (boolean done = false; !done; calls++) {
      Path folder = temp.resolve("cut" + calls);
      Sites.copy(old, folder);
      done = cutBuild(folder, after, calls);
      checkNothingBroken(folder, List.of(before, after));
      checkNextBuildRepairs(folder, after);
    }
    assertThat(calls).isGreaterThan(after.size() / 2);
  }

  static LongStream seedsOfChains() {
    return LongStream.rangeClosed(21, 20 + Budget.of(3, 12));
  }

  @ParameterizedTest
  @MethodSource("seedsOfChains")
  void cutsOneAfterTheOtherLeaveNoBrokenLink(long seed) throws IOException {
    Random random = new Random(seed);
    for (int chain = 0; chain < 25; chain++) {
      Path folder = temp.resolve("chain" + chain);
      List<Map<String, File>> sites = new ArrayList<>();
      sites.add(Sites.random(random));
      Sites.build(folder, sites.getFirst());
      Files.writeString(folder.resolve(MINE), "mine");
      for (int cut = 0; cut < 5; cut++) {
        Map<String, File> next = random.nextInt(4) == 0 ? sites.getFirst() : Sites.random(random);
        sites.add(next);
        cutBuild(folder, next, random.nextInt(40));
        checkNothingBroken(folder, sites);
      }
      checkNextBuildRepairs(folder, Sites.random(random));
    }
  }

  @Test
  void aPageThatACutLeftUnreachableIsPutRightBeforeAnythingLeadsToIt() throws IOException {
    Map<String, File> before = new TreeMap<>();
    before.put("index.html", Sites.file(Kind.HOME, "home", 1, List.of("a.html")));
    before.put("a.html", Sites.file(Kind.PAGE, "a", 1, List.of("index.html")));
    Map<String, File> cut = new TreeMap<>(before);
    cut.put("index.html", Sites.file(Kind.HOME, "home", 2, List.of("a.html", "p.html")));
    cut.put("p.html", Sites.file(Kind.PAGE, "p", 1, List.of("q.html")));
    cut.put("q.html", Sites.file(Kind.PAGE, "q", 1, List.of("p.html")));
    Map<String, File> after = new TreeMap<>(before);
    after.put("a.html", Sites.file(Kind.PAGE, "a", 2, List.of("p.html")));
    after.put("p.html", Sites.file(Kind.PAGE, "p", 2, List.of("a.html")));
    int calls = 0;
    for (boolean done = false; !done; calls++) {
      Path folder = temp.resolve("cut" + calls);
      Sites.build(folder, before);
      cutBuild(folder, cut, 2);
      assertThat(Sites.read(folder)).containsKey("p.html").doesNotContainKey("q.html");
      done = cutBuild(folder, after, calls);
      checkNothingBroken(folder, List.of(before, cut, after));
    }
    assertThat(calls).isEqualTo(6);
  }

  @Test
  void aPathThatBecomesAFolderOrAFileIsPutRightAfterAnyCut() throws IOException {
    Map<String, File> before = new TreeMap<>();
    before.put("index.html", Sites.file(Kind.HOME, "home", 1, List.of("a", "b", "c/index.html")));
    before.put("a", Sites.file(Kind.PAGE, "a", 1, List.of("b")));
    before.put("b/index.html", Sites.file(Kind.PAGE, "b", 1, List.of("a", "b/p.jpg")));
    before.put("b/p.jpg", Sites.file(Kind.PICTURE, "p", 1, List.of()));
    before.put("c/index.html", Sites.file(Kind.PAGE, "c", 1, List.of("index.html")));
    Map<String, File> after = new TreeMap<>();
    after.put("index.html", Sites.file(Kind.HOME, "home", 2, List.of("a", "b", "a/deep/er.html")));
    after.put("a/index.html", Sites.file(Kind.PAGE, "a", 2, List.of("b", "a/deep/er.html")));
    after.put("a/deep/er.html", Sites.file(Kind.PAGE, "deep", 2, List.of("b")));
    after.put("b", Sites.file(Kind.PAGE, "b", 2, List.of("a", "a/deep/er.html")));
    Path old = temp.resolve("old");
    Sites.build(old, before);
    for (boolean there : List.of(true, false)) {
      Path start = temp.resolve("start" + there);
      Sites.copy(old, start);
      Map<String, File> to = there ? after : before;
      if (!there) {
        Sites.build(start, after);
      }
      int calls = 0;
      for (boolean done = false; !done; calls++) {
        Path folder = temp.resolve(there + "-" + calls);
        Sites.copy(start, folder);
        done = cutBuild(folder, to, calls);
        Sites.build(folder, to);
        assertThat(Sites.read(folder)).isEqualTo(Sites.texts(to));
      }
    }
  }

  @Test
  void aFolderTakesAFilesPlaceBeforePagesChangeAndAFileAFoldersPlaceAfter() throws IOException {
    Path folder = temp.resolve("site");
    Sites.build(
        folder,
        Map.of(
            "a", Sites.file(Kind.FILE, "a", 1, List.of()),
            "b/index.html", Sites.file(Kind.PAGE, "b", 1, List.of()),
            "index.html", Sites.file(Kind.HOME, "home", 1, List.of("a", "b"))));
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      staging.add(Output.of("a/index.html", Kind.PAGE, "a"));
      staging.add(Output.of("b", Kind.FILE, "b"));
      staging.add(Output.of("index.html", Kind.HOME, "home"));
      Plan plan = staging.plan(new Problems()).orElseThrow();
      assertThat(PlanTest.steps(plan))
          .containsExactly(
              "delete a", "put a/index.html", "put index.html", "delete b/index.html", "put b");
      target.apply(plan);
    }
    assertThat(Sites.read(folder)).containsOnlyKeys("a/index.html", "b", "index.html");
  }

  /// Whether the build came to its end.
  private static boolean cutBuild(Path folder, Map<String, File> site, int calls)
      throws IOException {
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      Sites.stage(staging, site);
      Plan plan = staging.plan(new Problems()).orElseThrow();
      try {
        plan.apply(new CutTarget(target, calls));
        return true;
      } catch (IOException e) {
        assertThat(e).hasMessage("No space left on device");
        return false;
      }
    }
  }

  /// The first site was whole, those after it were cut.
  private static void checkNothingBroken(Path folder, List<Map<String, File>> sites)
      throws IOException {
    Map<String, String> files = Sites.read(folder);
    files.remove(MINE);
    Set<String> versions = new HashSet<>();
    sites.forEach(s -> s.values().forEach(f -> versions.add(f.text())));
    assertThat(versions).containsAll(files.values());
    Set<String> staying = new HashSet<>(sites.getFirst().keySet());
    sites.forEach(s -> staying.retainAll(s.keySet()));
    staying.add("index.html");
    assertThat(files.keySet())
        .containsAll(staying.stream().filter(sites.getFirst()::containsKey).toList());
    assertThat(Sites.brokenLinks(files, staying)).isEmpty();
    if (sites.size() == 2) {
      assertThat(Sites.brokenLinks(files, sites.getFirst().keySet()))
          .as("a page that is on its way out may only miss others of its kind")
          .allSatisfy(link -> assertLeaving(link, sites.getLast()));
    }
  }

  private static void assertLeaving(String link, Map<String, File> after) {
    String[] ends = link.split(" -> ");
    assertThat(after).doesNotContainKeys(ends[0], ends[1]);
    assertThat(ends[1].endsWith(".html")).isEqualTo(ends[0].endsWith(".html"));
  }

  private static void checkNextBuildRepairs(Path folder, Map<String, File> site)
      throws IOException {
    Sites.build(folder, site);
    Map<String, String> expected = Sites.texts(site);
    expected.put(MINE, "mine");
    assertThat(Sites.read(folder)).isEqualTo(expected);
    try (var tree = Files.walk(folder)) {
      for (Path dir : tree.filter(Files::isDirectory).toList()) {
        try (var files = Files.list(dir)) {
          assertThat(files.toList()).as("files in " + dir).isNotEmpty();
        }
      }
    }
    assertThat(Sites.build(folder, site)).isEqualTo(new Applied(0, 0, site.size(), 0));
  }

  @Test
  void aFailedPutNamesTheFile() throws IOException {
    Path folder = temp.resolve("site");
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      Staged staged = staging.add(Output.of("news/index.html", Kind.PAGE, "text"));
      Plan plan = staging.plan(new Problems()).orElseThrow();
      Files.delete(staged.file().orElseThrow());
      assertThatThrownBy(() -> target.apply(plan))
          .isInstanceOf(IOException.class)
          .hasMessage("cannot write " + folder + "/news/index.html: no such file");
    }
  }
}
