package dev.levee.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.output.Sites.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills real builds at random moments.
class KilledBuildTest {

  private static final int KILLS = 8;
  private static final String READY = "ready";

  @TempDir Path temp;

  @Test
  void aKillAtAnyMomentLeavesASiteThatCanBeRead() throws Exception {
    Path folder = temp.resolve("site");
    Sites.build(folder, Sites.random(new Random(0)));
    Files.writeString(folder.resolve("mine.txt"), "mine" + Sites.END);
    Random random = new Random(7);
    for (int kill = 1; kill <= KILLS; kill++) {
      killBuilds(folder, kill, random.nextInt(400));
      Map<String, String> files = Sites.read(folder);
      assertThat(files.values()).allSatisfy(text -> assertThat(text).endsWith(Sites.END));
      assertThat(files).containsKey("index.html");
      assertThat(Sites.brokenLinks(files, List.of("index.html"))).isEmpty();
    }
    Map<String, File> last = Sites.random(new Random(99));
    Sites.build(folder, last);
    Map<String, String> expected = Sites.texts(last);
    expected.put("mine.txt", "mine" + Sites.END);
    assertThat(Sites.read(folder)).isEqualTo(expected);
  }

  private static void killBuilds(Path folder, int seed, int milliseconds) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Builds.class.getName(),
                folder.toString(),
                Integer.toString(seed))
            .redirectErrorStream(true)
            .start();
    try (var out = child.inputReader()) {
      assertThat(out.readLine()).isEqualTo(READY);
      boolean ended = child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
      assertThat(ended).as("a build failed before it was killed").isFalse();
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  /// Builds one random site after the other into a folder, for ever.
  static final class Builds {

    private Builds() {}

    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      Random random = new Random(Long.parseLong(args[1]));
      Sites.build(folder, Sites.random(random));
      System.out.println(READY);
      while (true) {
        Sites.build(folder, Sites.random(random));
      }
    }
  }
}
