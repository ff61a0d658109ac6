package dev.levee.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// Reads every input of the YAML test suite, which ends in a value or in a problem.
class YamlTestSuiteTest {

  private static final Path SUITE =
      Path.of(System.getProperty("project.root"), "../shared/conformance/yaml-test-suite");

  @Test
  void everyInputIsReadOrRefused() throws Exception {
    assumeTrue(Files.isDirectory(SUITE), "no YAML test suite at " + SUITE);
    List<Path> inputs;
    try (Stream<Path> files = Files.walk(SUITE)) {
      inputs = files.filter(f -> f.endsWith("in.yaml")).sorted().toList();
    }
    List<String> lost = new ArrayList<>();
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (Path input : inputs) {
            Problems problems = new Problems();
            String name = SUITE.relativize(input).toString();
            Optional<YamlNode> node = YamlReader.read(Files.readString(input), name, problems);
            node.ifPresent(YamlNode::toData);
            if (node.isEmpty() && problems.sorted().isEmpty()) {
              lost.add(name);
            }
          }
        });
    assertThat(inputs).hasSizeGreaterThan(300);
    assertThat(lost).isEmpty();
  }
}
