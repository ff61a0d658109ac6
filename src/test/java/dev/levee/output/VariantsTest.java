package dev.levee.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The law of compressed forms: stopped after any step, a form that is there says what its file
/// says, so that readers see the same page whichever they take.
class VariantsTest {

  @TempDir Path temp;

  @Test
  void formsGoBeforeTheirFileChangesAndComeAfterwards() throws IOException {
    Map<String, Sites.File> before = new TreeMap<>();
    page(before, "a.html", 1, true);
    page(before, "b.html", 1, true);
    page(before, "c.html", 1, true);
    page(before, "d.html", 1, false);
    page(before, "e.html", 1, true);
    Map<String, Sites.File> after = new TreeMap<>();
    page(after, "a.html", 2, true);
    page(after, "b.html", 2, false);
    page(after, "d.html", 1, true);
    page(after, "e.html", 1, true);
    page(after, "f.html", 1, true);
    Sites.build(temp, before);
    try (DirectoryTarget target = DirectoryTarget.open(temp);
        Staging staging = target.stage()) {
      Sites.stage(staging, after);
      Plan plan = staging.plan(new Problems()).orElseThrow();
      assertThat(PlanTest.steps(plan))
          .containsExactly(
              "put f.html",
              "put f.html.gz",
              "delete a.html.gz",
              "put a.html",
              "put a.html.gz",
              "delete b.html.gz",
              "put b.html",
              "put d.html.gz",
              "delete c.html.gz",
              "delete c.html");
      assertThat(target.apply(plan))
          .extracting(Applied::puts, Applied::deletes)
          .containsExactly(6, 3);
    }
    assertThat(Sites.read(temp)).isEqualTo(Sites.texts(after));
  }

  @Test
  void aFileOfAnAuthorIsNoForm() throws IOException {
    Map<String, Sites.File> before = new TreeMap<>();
    before.put("data.csv", Sites.file(Kind.PICTURE, "data", 1, List.of()));
    before.put("data.csv.gz", Sites.file(Kind.PICTURE, "packed", 1, List.of()));
    Sites.build(temp, before);
    Map<String, Sites.File> after = new TreeMap<>(before);
    after.remove("data.csv.gz");
    after.put("data.csv", Sites.file(Kind.PICTURE, "data", 2, List.of()));
    try (DirectoryTarget target = DirectoryTarget.open(temp);
        Staging staging = target.stage()) {
      Sites.stage(staging, after);
      assertThat(PlanTest.steps(staging.plan(new Problems()).orElseThrow()))
          .containsExactly("put data.csv", "delete data.csv.gz");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void afterAnyCutAFormSaysWhatItsFileSays(long seed) throws IOException {
    Random random = new Random(seed);
    Map<String, Sites.File> before = random(random);
    Map<String, Sites.File> after = random(random);
    boolean done = false;
    for (int calls = 0; !done; calls++) {
      Path folder = temp.resolve("cut" + calls);
      Sites.build(folder, before);
      done = cutBuild(folder, after, calls);
      assertFormsAreTrue(folder);
      cutBuild(folder, random(random), random.nextInt(20));
      assertFormsAreTrue(folder);
      Sites.build(folder, after);
      assertThat(Sites.read(folder)).isEqualTo(Sites.texts(after));
    }
  }

  private static boolean cutBuild(Path folder, Map<String, Sites.File> site, int calls)
      throws IOException {
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      Sites.stage(staging, site);
      try {
        staging.plan(new Problems()).orElseThrow().apply(new CutTarget(target, calls));
        return true;
      } catch (IOException e) {
        return false;
      }
    }
  }

  private static void assertFormsAreTrue(Path folder) throws IOException {
    Map<String, String> files = Sites.read(folder);
    files.forEach((path, text) -> {
      if (path.endsWith(".gz")) {
        String file = path.substring(0, path.length() - ".gz".length());
        assertThat(text).as(path).isEqualTo("packed " + files.get(file));
      }
    });
  }

  private static Map<String, Sites.File> random(Random random) {
    Map<String, Sites.File> site = new TreeMap<>();
    for (String path : new String[] {"a.html", "b/index.html", "b.html", "c.html", "index.html"}) {
      if (random.nextInt(4) > 0) {
        page(site, path, random.nextInt(3), random.nextInt(3) > 0);
      }
    }
    return site;
  }

  private static void page(Map<String, Sites.File> site, String path, int version, boolean form) {
    Kind kind = path.equals("index.html") ? Kind.HOME : Kind.PAGE;
    Sites.File file = Sites.file(kind, path, version, List.of());
    site.put(path, file);
    if (form) {
      site.put(path + ".gz", new Sites.File(Kind.VARIANT, "packed " + file.text()));
    }
  }
}
