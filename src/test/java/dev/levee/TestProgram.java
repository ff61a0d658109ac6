package dev.levee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Programs that are on some machines, and others that stand in for them.
public final class TestProgram {

  /// Where the programs of this machine are looked for.
  public static final String PATH = System.getenv().getOrDefault("PATH", "");

  private TestProgram() {}

  /// A program of this machine. Where there is none the test is skipped.
  public static Program found(String name) {
    assumeTrue(Program.find(name, PATH).isPresent(), "there is no program " + name);
    return Program.find(name, PATH).orElseThrow();
  }

  /// Writes a program into a folder of a site, a script for the shell of POSIX.
  ///
  /// @return the folder, as a path on which programs are looked for
  public static String written(TestSite site, String name, String script) {
    site.file("bin/" + name + ".txt", "#!/bin/sh\n" + script);
    Path file = site.path("bin").resolve(name);
    try {
      // by another process: what is started at the same time would have a file that this one writes
      // open as well for a moment, in which it cannot be run
      int code =
          new ProcessBuilder(
                  "sh", "-c", "cat \"$0.txt\" > \"$0\" && chmod +x \"$0\"", file.toString())
              .start()
              .waitFor();
      assertThat(code).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return file.getParent().toString();
  }
}
