package dev.levee.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.output.Sites.File;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTargetTest {

  @TempDir Path temp;
  private Path folder;
  private final Problems problems = new Problems();

  @BeforeEach
  void nameTheFolder() {
    folder = temp.resolve("site");
  }

  @Test
  void aBuildWritesWhatIsNewAndTellsWhatItDid() throws IOException {
    assertThat(build("a/index.html", "A", "index.html", "home")).isEqualTo(new Applied(2, 0, 0, 5));
    assertThat(build("b/index.html", "BB", "index.html", "home"))
        .isEqualTo(new Applied(1, 1, 1, 2));
    assertThat(Sites.read(folder)).isEqualTo(Map.of("b/index.html", "BB", "index.html", "home"));
    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(folder.resolve(".levee/staging")).doesNotExist();
  }

  @Test
  void nothingChangesBeforeThePlanIsApplied() throws IOException {
    build("a.html", "old", "b.html", "old");
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      staging.add(Output.of("a.html", Kind.PAGE, "new"));
      assertThat(staging.plan(problems)).isPresent();
    }
    assertThat(Sites.read(folder)).isEqualTo(Map.of("a.html", "old", "b.html", "old"));
  }

  @Test
  void unchangedContentIsNotWrittenAgain() throws IOException {
    build("a.html", "same");
    Path copied = Files.writeString(temp.resolve("video"), "long");
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      assertThat(staging.add(Output.of("a.html", Kind.PAGE, "same")).file()).isEmpty();
      assertThat(staging.add(Output.copy("v.mp4", Kind.FILE, copied)).file()).isPresent();
      target.apply(staging.plan(problems).orElseThrow());
    }
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      assertThat(staging.add(Output.copy("v.mp4", Kind.FILE, copied)).file()).isEmpty();
      assertThat(staging.plan(problems).orElseThrow().puts()).isEmpty();
    }
    assertThat(folder.resolve("v.mp4")).hasContent("long");
  }

  @Test
  void outputsMayComeFromManyThreads() throws Exception {
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage();
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Staged>> added =
          IntStream.range(0, 500)
              .mapToObj(
                  i -> threads.submit(() -> staging.add(Output.of("p" + i, Kind.PAGE, "t" + i))))
              .toList();
      for (Future<Staged> one : added) {
        one.get();
      }
      assertThat(target.apply(staging.plan(problems).orElseThrow()).puts()).isEqualTo(500);
    }
    assertThat(Sites.read(folder)).hasSize(500).containsEntry("p499", "t499");
  }

  @Test
  void anEditedAMissingAndATouchedFileArePutAgain() throws IOException {
    build("a", "aaa", "b", "bbb", "c", "ccc", "d", "ddd");
    Files.writeString(folder.resolve("a"), "edited");
    Files.delete(folder.resolve("b"));
    Files.setLastModifiedTime(folder.resolve("c"), FileTime.from(Instant.EPOCH));
    assertThat(build("a", "aaa", "b", "bbb", "c", "ccc", "d", "ddd"))
        .isEqualTo(new Applied(3, 0, 1, 9));
    assertThat(folder.resolve("a")).hasContent("aaa");
  }

  @Test
  void filesOfOthersStay() throws IOException {
    build("a/index.html", "A", "b/index.html", "B");
    Files.writeString(folder.resolve("a/mine.txt"), "mine");
    Files.writeString(folder.resolve("mine.txt"), "mine");
    build("b/index.html", "B");
    assertThat(Sites.read(folder)).containsOnlyKeys("a/mine.txt", "mine.txt", "b/index.html");
  }

  @Test
  void aFileOfSomebodyElseIsNeverReplaced() throws IOException {
    build("a.html", "A");
    Files.writeString(folder.resolve("robots.txt"), "mine");
    assertThat(plan("a.html", "A", "robots.txt", "ours")).isEmpty();
    assertThat(only(ProblemCode.FILE_NOT_OURS))
        .isEqualTo(
            "Levee did not write '"
                + folder
                + "/robots.txt', and a file of the site would replace it");
    assertThat(problems.sorted().getFirst().hint())
        .isEqualTo("move it away or remove it; Levee replaces only what it wrote");
    assertThat(folder.resolve("robots.txt")).hasContent("mine");
  }

  @Test
  void aFileOfSomebodyElseInTheWayOfAFolderIsNamed() throws IOException {
    build("a.html", "A");
    Files.writeString(folder.resolve("news"), "mine");
    assertThat(plan("news/x/index.html", "x")).isEmpty();
    assertThat(only(ProblemCode.FILE_NOT_OURS)).contains("'" + folder + "/news'");
  }

  @Test
  void aFolderThatHoldsAFileOfSomebodyElseIsNotReplacedByAFile() throws IOException {
    build("a/index.html", "A");
    Files.createDirectory(folder.resolve("a/deep"));
    Files.writeString(folder.resolve("a/deep/mine.txt"), "mine");
    assertThat(plan("a", "A")).isEmpty();
    assertThat(only(ProblemCode.FILE_NOT_OURS)).contains("'" + folder + "/a/deep/mine.txt'");
    Files.delete(folder.resolve("a/deep/mine.txt"));
    build("a", "A");
    assertThat(Sites.read(folder)).isEqualTo(Map.of("a", "A"));
  }

  @Test
  void twoOutputsCannotShareAPlace() throws IOException {
    assertThat(plan("a", "file", "a/b/index.html", "page")).isEmpty();
    assertThat(only(ProblemCode.DUPLICATE_URL))
        .isEqualTo("'a' cannot be both a file and the folder of 'a/b/index.html'");
    assertThatThrownBy(() -> plan("x", "1", "x", "2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two outputs are to be written to 'x'");
  }

  @Test
  void nothingIsWrittenOrDeletedThroughASymbolicLink() throws IOException {
    build("news/a/index.html", "A", "news/b.html", "B");
    Path outside = temp.resolve("outside");
    Files.move(folder.resolve("news"), outside);
    Files.createSymbolicLink(folder.resolve("news"), outside);
    assertThat(plan("news/b.html", "changed")).isEmpty();
    assertThat(only(ProblemCode.FILE_NOT_OURS)).contains("'" + folder + "/news'");
    build("index.html", "home");
    assertThat(outside.resolve("b.html")).hasContent("B");
    assertThat(outside.resolve("a/index.html")).hasContent("A");
  }

  @Test
  void aLinkInThePlaceOfAFileIsSomebodyElses() throws IOException {
    build("a.html", "A");
    Path outside = Files.writeString(temp.resolve("outside"), "mine");
    Files.delete(folder.resolve("a.html"));
    Files.createSymbolicLink(folder.resolve("a.html"), outside);
    assertThat(plan("a.html", "A")).isEmpty();
    assertThat(only(ProblemCode.FILE_NOT_OURS)).contains("a.html'");
    build("b.html", "B");
    assertThat(folder.resolve("a.html")).isSymbolicLink();
    assertThat(outside).hasContent("mine");
  }

  @Test
  void withADamagedManifestOnlyEqualFilesAreTakenForOurs() throws IOException {
    build("a.html", "A", "b.html", "B", "gone.html", "G");
    Path manifest = folder.resolve(".levee/manifest");
    Files.writeString(manifest, Files.readString(manifest).substring(0, 100));
    assertThat(plan("a.html", "A", "b.html", "changed")).isEmpty();
    assertThat(only(ProblemCode.FILE_NOT_OURS)).contains("b.html'");
    assertThat(problems.sorted().getFirst().hint())
        .isEqualTo(
            "the manifest is damaged: it is not what its last line says; "
                + "empty the folder and build the site again");
    assertThat(build("a.html", "A", "b.html", "B", "c.html", "C"))
        .isEqualTo(new Applied(1, 0, 2, 1));
    assertThat(Sites.read(folder)).containsOnlyKeys("a.html", "b.html", "c.html", "gone.html");
  }

  @Test
  void whatAKilledBuildHadStagedIsRemoved() throws IOException {
    Files.createDirectories(folder.resolve(".levee/staging/deep"));
    Files.writeString(folder.resolve(".levee/staging/deep/0"), "half");
    build("a", "A");
    assertThat(folder.resolve(".levee/staging")).doesNotExist();
    assertThat(folder.resolve(".levee/manifest")).exists();
  }

  @Test
  void aFolderTakesOneBuildAtATime() throws IOException {
    try (DirectoryTarget target = DirectoryTarget.open(folder)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> DirectoryTarget.open(folder))
            .isInstanceOf(BusyException.class)
            .hasMessage(
                "another build is writing to '%s' and holds %s/.levee/lock; wait until it has ended",
                folder, folder);
      }
      assertThat(target).isNotNull();
    }
    DirectoryTarget.open(folder).close();
  }

  @Test
  void filesAreAsReadableAsTheUmaskSays() throws IOException {
    build("news/a.html", "A");
    Path plain = Files.writeString(temp.resolve("plain"), "");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("news/a.html"))))
        .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)));
  }

  @Test
  void aSourceThatCannotBeCopiedIsNamed() throws IOException {
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      Path missing = temp.resolve("missing.jpg");
      assertThatThrownBy(() -> staging.add(Output.copy("p.jpg", Kind.PICTURE, missing)))
          .isInstanceOf(IOException.class)
          .hasMessage("cannot write %s/p.jpg: cannot read %s: no such file", folder, missing);
    }
  }

  private String only(ProblemCode code) {
    assertThat(problems.sorted()).extracting(Problem::code).containsExactly(code);
    return problems.sorted().getFirst().message();
  }

  private Applied build(String... pathsAndTexts) throws IOException {
    Map<String, File> site = new TreeMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      site.put(pathsAndTexts[i], new File(Kind.PAGE, pathsAndTexts[i + 1]));
    }
    return Sites.build(folder, site);
  }

  private Optional<Plan> plan(String... pathsAndTexts) throws IOException {
    try (DirectoryTarget target = DirectoryTarget.open(folder);
        Staging staging = target.stage()) {
      for (int i = 0; i < pathsAndTexts.length; i += 2) {
        byte[] bytes = pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
        staging.add(Output.of(pathsAndTexts[i], Kind.PAGE, bytes));
      }
      return staging.plan(problems);
    }
  }
}
