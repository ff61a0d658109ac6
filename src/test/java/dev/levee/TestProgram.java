package dev.levee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Programs that are on some machines, and others that stand in for them.
public final class TestProgram {

  /// Where the programs of this machine are looked for.
  public static final String PATH = System.getenv().getOrDefault("PATH", "");

  /// In the place of avifenc: writes a file that begins as AVIF does, with how it was called in it.
  public static final String AVIFENC =
      """
      if [ "$1" = --version ]; then echo "Version: 1 (aom [enc/dec]:v3)"; exit; fi
      echo run >> "$0.runs"
      all="$*"
      for last; do :; done
      printf '\\000\\000\\000\\024ftypavif\\000\\000\\000\\000avif%s' "${all%% --ignore*}" > "$last"
      """;

  /// In the place of sass: compiles nothing, as CSS is valid Sass.
  public static final String SASS =
      """
      if [ "$1" = --version ]; then echo 1.2.3; exit; fi
      for last; do :; done
      echo "$last" >> "$0.runs"
      cat "$last" parts/_*.scss css/parts/_*.scss 2>/dev/null
      map='%7B%22version%22:3,%22sources%22:%5B%5D,%22mappings%22:%22%22%7D'
      echo "/*# sourceMappingURL=data:application/json;charset=utf-8,$map */"
      """;

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

  /// How often a program that is in the place of another was run for more than its version.
  public static long runs(TestSite site, String name) {
    try (Stream<String> lines = Files.lines(site.path("bin/" + name + ".runs"))) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
