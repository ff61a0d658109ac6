package dev.levee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What can be tried for ever is tried in both sizes: each build tries the small one, `.ci/run` the
/// large one.
class BudgetTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Pattern AT_LENGTH = Pattern.compile("-Dlevee.laws=large[^']*'([^']*)'");
  private static final Pattern BUDGET = Pattern.compile("\\bBudget\\.(of|isLarge)\\(");

  @Test
  void whateverHasABudgetIsTriedAtLength() throws IOException {
    Matcher list = AT_LENGTH.matcher(Files.readString(ROOT.resolve(".ci/run")));
    assertThat(list.find()).isTrue();
    assertThat(list.group(1).split(",")).containsExactlyInAnyOrderElementsOf(withBudget());
  }

  private static List<String> withBudget() throws IOException {
    List<String> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/test/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (BUDGET.matcher(Files.readString(file)).find()) {
          classes.add(file.getFileName().toString().replace(".java", ""));
        }
      }
    }
    return classes;
  }
}
