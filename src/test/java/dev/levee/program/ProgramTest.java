package dev.levee.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.TestProgram;
import dev.levee.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final TestSite site = TestSite.of("");

  @Test
  void theFirstOnThePathIsFound() {
    String path = TestProgram.written(site, "tool", "");
    site.file("other/tool", "not executable");
    assertThat(Program.find("tool", site.path("other") + ":" + path).orElseThrow().file())
        .isEqualTo(site.path("bin/tool"));
    assertThat(Program.find("tool", "/nowhere:")).isEmpty();
    assertThat(Program.find("tool", "\0")).isEmpty();
  }

  @Test
  void foldersThatHangOnWhereOneIsDoNotCount() {
    assertThat(Program.find("mvnw", ".")).isEmpty();
    assertThat(Program.find("levee", ":.:src/..")).isEmpty();
  }

  @Test
  void argumentsAreReadByNoShell() throws Exception {
    Program tool = program("printf '%s|' \"$@\"; echo \"$SAID\" >&2; exit 3");
    Program.Outcome outcome =
        tool.run(site.folder(), Map.of("SAID", "é"), LONG, List.of("$(id)", "a b; exit", "*"));
    assertThat(outcome).isEqualTo(new Program.Outcome(3, "$(id)|a b; exit|*|", "é\n"));
    assertThat(outcome.lastWord()).isEqualTo("é");
  }

  @Test
  void itHasNothingToReadAndAFolderToRunIn() throws Exception {
    Program.Outcome outcome = program("cat; pwd -P").run(site.folder(), Map.of(), LONG, List.of());
    assertThat(outcome.out()).isEqualTo(site.folder().toRealPath() + "\n");
  }

  @Test
  void oneThatDoesNotEndIsEndedWithAllThatItStarted() throws Exception {
    Program tool = program("sleep 60 & echo $! > child; wait");
    assertThatThrownBy(() -> tool.run(site.folder(), Map.of(), Duration.ofSeconds(1), List.of()))
        .isInstanceOf(IOException.class)
        .hasMessage("it took longer than 1 s");
    long child = Long.parseLong(Files.readString(site.path("child")).strip());
    for (int i = 0;
        i < 500 && ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false);
        i++) {
      Thread.sleep(10);
    }
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private Program program(String script) {
    TestProgram.written(site, "tool", script);
    return new Program(site.path("bin/tool"));
  }
}
