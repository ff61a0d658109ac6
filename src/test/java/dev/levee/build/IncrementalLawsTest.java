package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.BuiltSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever was edited, and whatever became of the cache: a build that goes on from an earlier one
/// gives what one from nothing gives, byte for byte, and tells the same problems.
class IncrementalLawsTest {

  private static final int EDITS = 6;
  private static final int SEQUENCES = Budget.of(8, 260);

  @TempDir Path temp;

  private final Map<String, Counts> kinds = new TreeMap<>();

  /// What builds came to after edits of one kind.
  private record Counts(int builds, int kept, int made, int inVain) {
    Counts plus(Counts more) {
      return new Counts(
          builds + more.builds, kept + more.kept, made + more.made, inVain + more.inVain);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anIncrementalBuildGivesWhatOneFromNothingGives(boolean damages) throws IOException {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Path folder = temp.resolve(Integer.toString(seed));
      edit(folder, seed, damages);
      remove(folder);
    }
    Counts all = kinds.values().stream().reduce(new Counts(0, 0, 0, 0), Counts::plus);
    System.out.println(damages ? "With damages" : "Without damages");
    kinds.entrySet().stream()
        .sorted(Comparator.comparing(kind -> -kind.getValue().inVain))
        .forEach(
            kind -> System.out.printf("%6d in vain: %s%n", kind.getValue().inVain, line(kind)));
    System.out.println("all: " + all);
    assertThat(all.builds).as("builds without errors").isGreaterThan(SEQUENCES * EDITS / 2);
    // damages take what could be kept
    assertThat(all.kept).isGreaterThan(damages ? 0 : all.made);
  }

  private static String line(Map.Entry<String, Counts> kind) {
    return kind.getKey() + ", " + kind.getValue();
  }

  private void edit(Path folder, int seed, boolean damages) throws IOException {
    Random random = new Random(seed * 2L + (damages ? 1 : 0));
    SiteEdits edits = new SiteEdits(folder, random);
    StringBuilder log = new StringBuilder("seed " + seed);
    BuiltSite.build(edits.options());
    for (int edit = 0; edit < EDITS; edit++) {
      String done = edits.next();
      log.append("\n- ").append(done);
      if (damages && random.nextInt(3) == 0) {
        log.append("\n- ").append(edits.damage());
      }
      BuiltSite incremental = BuiltSite.build(edits.options());
      BuiltSite clean = BuiltSite.build(edits.fromNothing());
      assertThat(incremental.problems()).as(log.toString()).isEqualTo(clean.problems());
      assertThat(incremental.isWritten()).as(log.toString()).isEqualTo(clean.isWritten());
      if (clean.isWritten()) {
        assertThat(incremental.digests()).as(log.toString()).isEqualTo(clean.digests());
        Metrics metrics = incremental.report().metrics();
        Counts counts =
            new Counts(1, metrics.keptRoutes(), metrics.madeRoutes().size(), metrics.madeInVain());
        kinds.merge(done.replaceAll(":.*", ""), counts, Counts::plus);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
