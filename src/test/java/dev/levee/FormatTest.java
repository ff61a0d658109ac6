package dev.levee;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds every Java file to google-java-format; `-Dlevee.format=write` puts the files right.
class FormatTest {

  private static final boolean WRITE = "write".equals(System.getProperty("levee.format"));

  @Test
  void everySourceFileIsFormatted() throws Exception {
    List<Path> misformatted = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("project.root"), "src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        String text = Files.readString(file);
        String formatted = format(text);
        if (!formatted.equals(text)) {
          misformatted.add(file);
          if (WRITE) {
            Files.writeString(file, formatted);
          }
        }
      }
    }
    assertThat(WRITE ? List.<Path>of() : misformatted)
        .as("mend with: mvn test -Dtest=FormatTest -Dlevee.format=write")
        .isEmpty();
  }

  private static String format(String text) throws Exception {
    String used = RemoveUnusedImports.removeUnusedImports(text);
    String ordered = ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(ordered);
  }
}
