package dev.levee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs the real launcher in a folder of its own, with JDKs and a Maven that are shell scripts.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "levee is a POSIX shell script")
class LauncherTest {

  /// Says which JDK runs and what it was given, one argument a line. Its start-up cache is a file
  /// of four bytes, written in two halves.
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      [ "$NO_PROXY" ] && echo "$* $NO_PROXY $no_proxy ${AWS_SESSION_TOKEN:-no token}" >>"$FAKE_LOG.all"
      for argument in "$@"; do
        case $argument in -XX:AOTCacheOutput=*)
          echo "${argument#*=}" >>"$FAKE_LOG.training"
          printf au >"${argument#*=}.config"
          sleep "${FAKE_TRAINING_TIME:-0}"
          [ -z "${FAKE_TRAINING_EXIT:-}" ] || exit "$FAKE_TRAINING_EXIT"
          mv "${argument#*=}.config" "${argument#*=}"
          printf to >>"${argument#*=}"
          exit
        esac
      done
      if [ "$1" = -version ]; then
        echo 'openjdk version "%s" 2026-01-01' >&2
        exit 0
      fi
      echo "jdk %s"
      for argument in "$@"; do echo "[$argument]"; done
      exit ${FAKE_EXIT:-0}
      """;

  private static final String FAKE_MAVEN =
      """
      #!/bin/sh
      echo "JAVA_HOME=$JAVA_HOME $*" >>"$FAKE_LOG"
      echo "Maven speaks"
      [ -z "${FAKE_SLOW:-}" ] || sleep "$FAKE_SLOW"
      [ -z "${FAKE_FAILURE:-}" ] || exit 1
      mkdir -p "$FAKE_TOP/target"
      echo jar >"$FAKE_TOP/target/levee.jar"
      """;

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path temp;
  private Path top;
  private Path bin;
  private Path mavenLog;

  @BeforeEach
  void aFolderWithALauncherAndSources() throws IOException {
    temp = temp.toRealPath();
    top = Files.createDirectories(temp.resolve("the project"));
    bin = Files.createDirectories(temp.resolve("bin"));
    mavenLog = temp.resolve("maven.log");
    String script = Files.readString(Path.of(System.getProperty("project.root"), "levee"));
    assertThat(script).contains(" /usr/lib/jvm/*").contains(" /Library/Java/");
    program(
        top.resolve("levee"),
        script
            .replace(" /usr/lib/jvm/*", " " + temp + "/jvm/*")
            .replace(" /Library/Java/", " " + temp + "/Library/Java/"));
    for (String tool :
        List.of("cat", "mkdir", "mv", "nice", "readlink", "rm", "sed", "sleep", "touch")) {
      machinesOwn(tool);
    }
    source("pom.xml");
    source("src/main/java/App.java");
    source("templates/base.ftlh");
  }

  @AfterEach
  void nothingRunsOn() throws Exception {
    awaitTraining();
  }

  @Test
  void takesTheFirstJdkThatIsNewEnough() throws Exception {
    builtJar();
    jdk("home/.jdks/a", "25.0.1");
    assertThat(levee().out()).startsWith("jdk home/.jdks/a\n");
    jdk("home/.sdkman/candidates/java/b", "26-ea");
    assertThat(levee().out()).startsWith("jdk home/.sdkman/candidates/java/b\n");
    jdk("Library/Java/JavaVirtualMachines/c/Contents/Home", "25");
    assertThat(levee().out()).startsWith("jdk Library/Java/JavaVirtualMachines/c/Contents/Home\n");
    jdk("jvm/d", "25.0.3");
    assertThat(levee().out()).startsWith("jdk jvm/d\n");
    Files.createSymbolicLink(bin.resolve("java"), jdk("on path", "25.0.3").resolve("bin/java"));
    assertThat(levee().out()).startsWith("jdk on path\n");
    String javaHome = jdk("java home", "25.0.3").toString();
    assertThat(levee(Map.of("JAVA_HOME", javaHome)).out()).startsWith("jdk java home\n");
    String ours = jdk("ours", "25.0.3").toString();
    assertThat(levee(Map.of("JAVA_HOME", javaHome, "LEVEE_JAVA_HOME", ours)).out())
        .startsWith("jdk ours\n");
  }

  @Test
  void passesOverJdksThatAreTooOld() throws Exception {
    builtJar();
    jdk("jvm/java-17", "17.0.15");
    jdk("jvm/java-25", "25.0.3");
    String old = jdk("old", "1.8.0_402").toString();
    assertThat(levee(Map.of("JAVA_HOME", old, "LEVEE_JAVA_HOME", "/no/such/folder")).out())
        .startsWith("jdk jvm/java-25\n");
  }

  @Test
  void asksAJavaThatHasNoReleaseFile() throws Exception {
    builtJar();
    Path jdk = jdk("jvm/bare", "25.0.3");
    Files.delete(jdk.resolve("release"));
    assertThat(levee().out()).startsWith("jdk jvm/bare\n");
    program(jdk.resolve("bin/java"), FAKE_JAVA.formatted("11.0.2", "bare"));
    assertThat(levee().err()).contains("found 11.0.2;");
  }

  @Test
  void saysWhichVersionsItFoundWhenNoneIsNewEnough() throws Exception {
    builtJar();
    jdk("jvm/java-17", "17.0.15");
    jdk("jvm/java-17-again", "17.0.15");
    jdk("jvm/java-21", "21.0.2");
    Run run = levee();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "levee: needs Java 25 or newer, found 17.0.15, 21.0.2; install one, or set"
                + " LEVEE_JAVA_HOME to the folder of one\n");
  }

  @Test
  void saysThatItFoundNoJavaAtAll() throws Exception {
    builtJar();
    Run run = levee();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("levee: needs Java 25 or newer, found none;").hasLineCount(1);
  }

  @Test
  void passesArgumentsOnUnchanged() throws Exception {
    builtJar();
    jdk("jvm/java-25", "25.0.3");
    Run run = levee("new", "a title  with spaces", "", "*", "$HOME", "it's \"quoted\"\\");
    assertThat(run.out())
        .endsWith(
            """
            [-jar]
            [%s/target/levee.jar]
            [new]
            [a title  with spaces]
            []
            [*]
            [$HOME]
            [it's "quoted"\\]
            """
                .formatted(top));
    assertThat(run.err()).isEmpty();
  }

  private void stores(String... files) throws IOException {
    for (String file : files) {
      source("target/lib/publish/" + file);
    }
  }

  @Test
  void givesTheLibraryForBucketsToWhatPublishes() throws Exception {
    builtJar();
    stores("b.jar", "a.jar", "library.so");
    jdk("jvm/java-25", "25.0.3");
    assertThat(levee("-s", "a site", "deploy", "-n").out())
        .contains("[--enable-native-access=ALL-UNNAMED]")
        .endsWith(
            """
            [-Djava.library.path=%1$s/target/lib/publish]
            [-cp]
            [%1$s/target/levee.jar:%1$s/target/lib/publish/a.jar:%1$s/target/lib/publish/b.jar]
            [dev.levee.cli.Levee]
            [-s]
            [a site]
            [deploy]
            [-n]
            """
                .formatted(top));
    assertThat(levee("build", "-s", "publish").out())
        .contains("[-jar]")
        .doesNotContain("native-access");
  }

  @Test
  void letsAPreviewBeCompiledWell() throws Exception {
    builtJar();
    jdk("jvm/java-25", "25.0.3");
    assertThat(levee("build", "serve").out()).contains("[-XX:TieredStopAtLevel=1]");
    assertThat(levee("serve").out())
        .doesNotContain("Tiered")
        .contains("[-XX:+UseSerialGC]", "[-Xms64m]");
    assertThat(levee("server", "-O").out()).doesNotContain("Tiered");
  }

  @Test
  void passesTheExitCode() throws Exception {
    builtJar();
    jdk("jvm/java-25", "25.0.3");
    assertThat(levee(Map.of("FAKE_EXIT", "3")).code()).isEqualTo(3);
  }

  @Test
  void staysInTheFolderItWasCalledFrom() throws Exception {
    builtJar();
    Path jdk = jdk("jvm/java-25", "25.0.3");
    program(jdk.resolve("bin/java"), "#!/bin/sh\npwd\n");
    Path elsewhere = Files.createDirectories(temp.resolve("else where"));
    assertThat(run(elsewhere, Map.of(), "../the project/levee").out()).isEqualTo(elsewhere + "\n");
  }

  @Test
  void worksThroughSymbolicLinks() throws Exception {
    builtJar();
    jdk("jvm/java-25", "25.0.3");
    Path links = Files.createDirectories(temp.resolve("links/deep"));
    Files.createSymbolicLink(links.resolve("levee"), Path.of("../../links/second"));
    Files.createSymbolicLink(temp.resolve("links/second"), top.resolve("levee"));
    Run run = run(temp, Map.of(), "links/deep/levee");
    assertThat(run.out()).contains("[" + top + "/target/levee.jar]");
  }

  @Test
  void buildsOnFirstUseAndAfterAChangeOnly() throws Exception {
    Path jdk = jdk("jvm/java-25", "25.0.3");
    program(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    maven();
    Run first = levee("build");
    assertThat(first.code()).isZero();
    assertThat(first.out()).startsWith("jdk jvm/java-25\n");
    assertThat(first.err()).startsWith("levee: building the tool").hasLineCount(1);
    String call = "JAVA_HOME=%s -q -f %s/pom.xml -DskipTests package".formatted(jdk, top);
    assertThat(mavenLog).hasContent(call);

    assertThat(levee().err()).isEmpty();
    for (String changed : List.of("src/main/java/App.java", "pom.xml", "templates/base.ftlh")) {
      builtJar();
      touch(top.resolve(changed), LONG_AGO.plusSeconds(60));
      Files.delete(mavenLog);
      assertThat(levee().err()).startsWith("levee: building the tool");
      assertThat(mavenLog).hasContent(call);
    }
    assertThat(top.resolve("target")).isDirectoryNotContaining("glob:**/levee.lock");
  }

  @Test
  void showsWhatAFailingBuildSaid() throws Exception {
    jdk("jvm/java-25", "25.0.3");
    maven();
    Run run = levee(Map.of("FAKE_FAILURE", "yes"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Maven speaks\n").endsWith("levee: the tool did not build\n");
    assertThat(levee().code()).as("the next run tries again").isZero();
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    jdk("jvm/java-25", "25.0.3");
    Run run = levee();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("levee: needs Maven (mvn) on the PATH to build the tool\n");
  }

  @Test
  void buildsOnceWhenCalledTwiceAtOnce() throws Exception {
    jdk("jvm/java-25", "25.0.3");
    maven();
    Process first = start(top, Map.of("FAKE_SLOW", "1"), "./levee");
    Process second = start(top, Map.of("FAKE_SLOW", "1"), "./levee");
    assertThat(finish(first).out()).startsWith("jdk jvm/java-25\n");
    assertThat(finish(second).out()).startsWith("jdk jvm/java-25\n");
    assertThat(Files.readAllLines(mavenLog)).hasSize(1);
  }

  @Test
  void takesOverFromABuildThatWasKilled() throws Exception {
    jdk("jvm/java-25", "25.0.3");
    maven();
    Process gone = start(top, Map.of(), "/bin/sh", "-c", "exit 0");
    finish(gone);
    Path lock = Files.createDirectories(top.resolve("target/levee.lock"));
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    assertThat(levee().out()).startsWith("jdk jvm/java-25\n");
    assertThat(lock).doesNotExist();
  }

  @Test
  void startsNoOtherProgramWhereAllIsInOrder() throws Exception {
    builtJar();
    Path jdk = jdk("jvm/java-25", "25.0.3");
    levee();
    awaitTraining();
    try (Stream<Path> tools = Files.list(bin)) {
      for (Path tool : tools.toList()) {
        program(tool, "#!/bin/sh\necho started >&2\n");
      }
    }
    Run run = levee(Map.of("LEVEE_JAVA_HOME", jdk.toString()));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("[-XX:AOTCache=");
  }

  @Test
  void makesAStartUpCacheForEachJdkInTheBackground() throws Exception {
    builtJar();
    Path first = jdk("jvm/java-25", "25.0.3");
    Run cold = levee(Map.of("FAKE_TRAINING_TIME", "1"));
    assertThat(cold.out()).doesNotContain("AOT");
    assertThat(cold.err()).isEmpty();
    awaitTraining();
    Path cache = cache(first, "25.0.3");
    assertThat(cache).hasContent("auto");
    assertThat(levee().out()).contains("[-XX:AOTCache=" + cache + "]\n[-jar]\n");
    String other = jdk("another jdk", "25.0.3").toString();
    assertThat(levee(Map.of("JAVA_HOME", other)).out()).doesNotContain("AOT");
    awaitTraining();
    assertThat(levee(Map.of("JAVA_HOME", other)).out()).contains("another jdk/25.0.3.aot]");
    jdk("jvm/java-25", "25.0.4");
    assertThat(levee().out()).doesNotContain("AOT");
    awaitTraining();
    assertThat(levee().out()).contains("25.0.4.aot]");
    assertThat(cache).doesNotExist();
  }

  @Test
  void keepsAStartUpCacheForEachKindOfRun() throws Exception {
    builtJar();
    Path jdk = jdk("jvm/java-25", "25.0.3");
    levee("build");
    awaitTraining();
    assertThat(levee("serve").out()).doesNotContain("AOT");
    awaitTraining();
    assertThat(levee("serve").out()).contains("start-up/serve" + jdk + "/25.0.3.aot]");
    assertThat(levee("server").out()).contains("start-up/serve" + jdk + "/25.0.3.aot]");
    assertThat(levee("publish").out()).doesNotContain("AOT");
    awaitTraining();
    assertThat(levee("-q", "deploy").out()).contains("start-up/publish" + jdk + "/25.0.3.aot]");
    assertThat(levee("build").out()).contains("[-XX:AOTCache=" + cache(jdk, "25.0.3") + "]");
    assertThat(trainings()).hasSize(3);
  }

  @Test
  void looksAtACacheAsItIsUsed() throws Exception {
    builtJar();
    jdk("jvm/java-25", "25.0.3");
    stores("a.jar");
    Map<String, String> users =
        Map.of("AWS_SESSION_TOKEN", "the user's", "NO_PROXY", "theirs", "no_proxy", "theirs");
    for (String command : List.of("build", "publish")) {
      run(top, users, "./levee", command);
      awaitTraining();
      run(top, users, "./levee", command);
    }
    List<String> runs = Files.readAllLines(mavenLog.resolveSibling("maven.log.all"));
    String ours = "127.0.0.1 127.0.0.1 no token";
    String theirs = "theirs theirs the user's";
    assertThat(runs).filteredOn(run -> run.contains("TrainingRun")).allMatch(r -> r.endsWith(ours));
    List<String> uses = runs.stream().filter(run -> run.contains("AOTCache=")).toList();
    assertThat(uses).hasSize(4);
    for (String command : List.of("build", "publish")) {
      List<String> each = uses.stream().filter(run -> run.contains("up/" + command)).toList();
      String check =
          each.getFirst()
              .replace(" -XX:AOTMode=on", "")
              .replaceFirst("[.]aot[.]\\d+", ".aot")
              .replace("--version " + ours, command + " " + theirs);
      assertThat(each).hasSize(2).endsWith(check);
    }
  }

  @Test
  void makesTheStartUpCacheAnewForAnotherJar() throws Exception {
    builtJar();
    Path jdk = jdk("jvm/java-25", "25.0.3");
    levee();
    awaitTraining();
    touch(cache(jdk, "25.0.3"), LONG_AGO.minusSeconds(60));
    assertThat(levee().out()).as("Java would refuse the old one").doesNotContain("AOT");
    awaitTraining();
    assertThat(trainings()).hasSize(2);
    assertThat(levee().out()).contains("[-XX:AOTCache=");
    assertThat(trainings()).hasSize(2);
  }

  @Test
  void hasTheStartUpCacheAfterBuilding() throws Exception {
    Path jdk = jdk("jvm/java-25", "25.0.3");
    maven();
    assertThat(levee(Map.of("FAKE_TRAINING_TIME", "1")).out()).contains("[-XX:AOTCache=");
    assertThat(cache(jdk, "25.0.3")).hasContent("auto");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0"})
  void doesWithoutAStartUpCacheThatCannotBeMade(String exit) throws Exception {
    builtJar();
    Path jdk = jdk("jvm/java-25", "25.0.3");
    Map<String, String> failing = Map.of("FAKE_TRAINING_EXIT", exit);
    Run run = levee(failing);
    awaitTraining();
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(levee(failing).out()).doesNotContain("AOT");
    assertThat(trainings()).as("it is not tried again").hasSize(1);
    assertThat(cache(jdk, "25.0.3").getParent()).isDirectoryNotContaining("glob:**.config");
  }

  @Test
  void doesWithoutAStartUpCacheWhereItMayNotWrite() throws Exception {
    builtJar();
    jdk("jvm/java-25", "25.0.3");
    Files.writeString(top.resolve("target/start-up"), "in the way\n");
    Run run = levee();
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(mavenLog.resolveSibling("maven.log.training")).doesNotExist();
  }

  @Test
  void makesOneStartUpCacheWhenCalledTwiceAtOnce() throws Exception {
    builtJar();
    jdk("jvm/java-25", "25.0.3");
    for (int i = 0; i < 3; i++) {
      levee(Map.of("FAKE_TRAINING_TIME", "2"));
    }
    awaitTraining();
    assertThat(trainings()).hasSize(1);
  }

  @Test
  void makesTheStartUpCacheThatAKilledRunLeft() throws Exception {
    builtJar();
    Path jdk = jdk("jvm/java-25", "25.0.3");
    Process gone = start(top, Map.of(), "/bin/sh", "-c", "exit 0");
    finish(gone);
    Path lock = Files.createDirectories(Path.of(cache(jdk, "25.0.3") + ".lock"));
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");
    levee();
    awaitTraining();
    assertThat(cache(jdk, "25.0.3")).hasContent("auto");
  }

  @Test
  void runsTheJarBesideItInARelease() throws Exception {
    jdk("jvm/java-25", "25.0.3");
    Path release = Files.createDirectories(temp.resolve("release"));
    Files.copy(top.resolve("levee"), release.resolve("levee"), StandardCopyOption.COPY_ATTRIBUTES);
    assertThat(run(release, Map.of(), "./levee").code()).isEqualTo(2);
    Files.createFile(release.resolve("levee.jar"));
    assertThat(run(release, Map.of(), "./levee").out()).contains("[" + release + "/levee.jar]");
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = temp.resolve(name);
    program(jdk.resolve("bin/java"), FAKE_JAVA.formatted(version, name));
    Files.writeString(
        jdk.resolve("release"),
        "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"%s\"\nJAVA_VERSION_DATE=\"2026-01-01\"\n"
            .formatted(version));
    return jdk;
  }

  private Path cache(Path jdk, String version) {
    return Path.of(top + "/target/start-up/build" + jdk, version + ".aot");
  }

  private List<String> trainings() throws IOException {
    return Files.readAllLines(mavenLog.resolveSibling("maven.log.training"));
  }

  /// Waits until nothing is made in the background any more.
  private void awaitTraining() throws Exception {
    for (int tenths = 0; tenths < 300; tenths++) {
      try (Stream<Path> files = Files.walk(temp)) {
        if (files.noneMatch(f -> f.toString().endsWith(".aot.lock"))) {
          return;
        }
      } catch (UncheckedIOException e) {
        // a file that is gone meanwhile
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the start-up cache is not made");
  }

  private void maven() throws IOException {
    program(bin.resolve("mvn"), FAKE_MAVEN);
  }

  /// A jar that is as new as every source.
  private void builtJar() throws IOException {
    Path jar = top.resolve("target/levee.jar");
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "jar\n");
    touch(jar, LONG_AGO);
    touch(top.resolve("pom.xml"), LONG_AGO);
    touch(top.resolve("src/main/java/App.java"), LONG_AGO);
    touch(top.resolve("templates/base.ftlh"), LONG_AGO);
  }

  private void source(String name) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    touch(file, LONG_AGO);
    for (Path folder = file.getParent(); !folder.equals(top); folder = folder.getParent()) {
      touch(folder, LONG_AGO);
    }
  }

  private static void touch(Path path, Instant time) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(time));
  }

  private static void program(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /// Puts a tool of the machine on the launcher's PATH, which has no other.
  private void machinesOwn(String tool) throws IOException {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        program(bin.resolve(tool), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(file));
        return;
      }
    }
    throw new IllegalStateException("this machine has no " + tool);
  }

  private Run levee(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("./levee"));
    command.addAll(List.of(arguments));
    return run(top, Map.of(), command.toArray(String[]::new));
  }

  private Run levee(Map<String, String> environment) throws Exception {
    return run(top, environment, "./levee");
  }

  private Run run(Path folder, Map<String, String> environment, String... command)
      throws Exception {
    return finish(start(folder, environment, command));
  }

  private Process start(Path folder, Map<String, String> environment, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("HOME", temp.resolve("home").toString());
    builder.environment().put("FAKE_TOP", top.toString());
    builder.environment().put("FAKE_LOG", mavenLog.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Run finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes());
    String err = new String(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }

  private record Run(int code, String out, String err) {}
}
