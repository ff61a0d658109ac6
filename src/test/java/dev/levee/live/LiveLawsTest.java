package dev.levee.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions;
import dev.levee.build.SiteEdits;
import dev.levee.content.UrlPath;
import dev.levee.output.Output;
import dev.levee.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever was edited: what a live site shows at an address, however long it has been up, is what
/// a build from nothing writes there.
class LiveLawsTest {

  private static final int EDITS = 12;
  private static final int SEQUENCES = Budget.of(8, 80);

  @TempDir Path temp;

  private int compared;

  @Test
  void aLiveSiteShowsWhatABuildWrites() throws IOException {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Path folder = temp.resolve(Integer.toString(seed));
      edit(folder, seed);
      remove(folder);
    }
    assertThat(compared).as("editions compared").isGreaterThan(SEQUENCES * EDITS / 2);
  }

  private void edit(Path folder, int seed) throws IOException {
    SiteEdits edits = new SiteEdits(folder, new Random(seed));
    StringBuilder log = new StringBuilder("seed " + seed);
    BuildOptions options = edits.options();
    LiveSite live = open(options);
    Map<Path, String> before = files(options.source());
    for (int edit = 0; edit < EDITS; edit++) {
      String done = edits.next();
      log.append("\n- ").append(done);
      Map<Path, String> after = files(options.source());
      BuildOptions now = edits.options();
      if (isAnother(options, now) || done.equals(SiteEdits.OTHER_PROGRAMS)) {
        live = open(now);
      } else {
        live.refresh(Changes.of(changed(before, after)));
      }
      options = now;
      before = after;
      BuiltSite built = BuiltSite.build(edits.fromNothing());
      if (built.isWritten()) {
        compare(live.edition(), built, log.toString());
        compared++;
      } else {
        showAll(live.edition());
      }
    }
  }

  private static LiveSite open(BuildOptions options) throws IOException {
    return LiveSite.open(options, options::publication);
  }

  private static boolean isAnother(BuildOptions before, BuildOptions now) {
    return !before.publication().equals(now.publication())
        || !before.settings().equals(now.settings())
        || !before.url().equals(now.url())
        || !before.modes().equals(now.modes());
  }

  private static void compare(Edition edition, BuiltSite built, String log) {
    List<Problem> problems = showAll(edition);
    Map<String, byte[]> files = BuiltSite.files(built.report().destination());
    files.keySet().removeIf(file -> file.equals("_headers"));
    files.forEach((file, bytes) ->
        assertThat(text(edition, file))
            .as(file + log)
            .isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1)));
    problems.addAll(edition.problems());
    assertThat(problems.stream().distinct().sorted().map(TestSite::line).toList())
        .as(log)
        .isEqualTo(built.problems());
  }

  /// @return what is wrong with what stands at the addresses that are known
  private static List<Problem> showAll(Edition edition) {
    List<Problem> problems = new ArrayList<>();
    edition
        .routes()
        .forEach(route -> problems.addAll(edition.at(route.path()).orElseThrow().problems()));
    return problems;
  }

  private static String text(Edition edition, String file) {
    String path = "/" + file;
    String address = path.endsWith("/index.html") ? path.substring(0, path.length() - 10) : path;
    return edition
        .at(new UrlPath(address))
        .flatMap(Made::content)
        .map(LiveLawsTest::text)
        .orElse("nothing");
  }

  private static String text(Output.Content content) {
    try {
      byte[] bytes =
          switch (content) {
            case Output.Bytes b -> b.bytes();
            case Output.CopyOf copy -> Files.readAllBytes(copy.file());
          };
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Path> changed(Map<Path, String> before, Map<Path, String> after) {
    Set<Path> all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    all.removeIf(path -> Objects.equals(before.get(path), after.get(path)));
    return all;
  }

  /// All files with their content, as a watcher would tell of them.
  private static Map<Path, String> files(Path folder) throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.matches("(site|elsewhere|bin|\\.).*")) {
          files.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return files;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
