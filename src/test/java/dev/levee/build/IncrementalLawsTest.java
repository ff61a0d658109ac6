package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.BuiltSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever was edited, and whatever became of the cache: a build that goes on from an earlier one
/// gives what a clean one gives, byte for byte, and tells the same problems.
class IncrementalLawsTest {

  private static final int EDITS = 8;
  private static final int SEQUENCES = Budget.of(24, 260);

  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anIncrementalBuildGivesWhatACleanOneGives(boolean damages) throws IOException {
    int kept = 0;
    int made = 0;
    int inVain = 0;
    int written = 0;
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Random random = new Random(seed * 2L + (damages ? 1 : 0));
      SiteEdits edits = new SiteEdits(random);
      BuiltSite.build(edits.options());
      StringBuilder log = new StringBuilder("seed " + seed);
      for (int edit = 0; edit < EDITS; edit++) {
        log.append("\n- ").append(edits.next());
        if (damages && random.nextInt(3) == 0) {
          log.append("\n- ").append(edits.damage());
        }
        BuiltSite incremental = BuiltSite.build(edits.options());
        Path fresh = temp.resolve(damages + "-" + seed + "-" + edit);
        BuiltSite clean = BuiltSite.build(edits.copy(fresh));
        assertThat(incremental.problems()).as(log.toString()).isEqualTo(clean.problems());
        assertThat(incremental.isWritten()).as(log.toString()).isEqualTo(clean.isWritten());
        if (clean.isWritten()) {
          assertThat(incremental.digests()).as(log.toString()).isEqualTo(clean.digests());
          written++;
        }
        Metrics metrics = incremental.report().metrics();
        kept += metrics.keptRoutes();
        made += metrics.madeRoutes().size();
        inVain += metrics.madeInVain();
      }
    }
    System.out.printf(
        "%d edits%s: %d routes were kept, %d made, of which %d came out as they had been%n",
        SEQUENCES * EDITS, damages ? " with damages" : "", kept, made, inVain);
    assertThat(written).isGreaterThan(SEQUENCES * EDITS / 2);
    assertThat(kept).isGreaterThan(made);
  }
}
