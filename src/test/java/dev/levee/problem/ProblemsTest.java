package dev.levee.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void areSortedByFileLineAndColumn() {
    problems.add(ProblemCode.UNKNOWN_KEY, new Location("b.md", 2, 1), "b2");
    problems.add(ProblemCode.UNKNOWN_KEY, new Location("a.md", 10, 1), "a10");
    problems.add(ProblemCode.UNKNOWN_KEY, new Location("a.md", 9, 7), "a9:7");
    problems.add(ProblemCode.UNKNOWN_KEY, new Location("a.md", 9, 3), "a9:3");
    problems.add(ProblemCode.BAD_SETTINGS, Location.none(), "nowhere");
    assertThat(messages()).containsExactly("nowhere", "a9:3", "a9:7", "a10", "b2");
  }

  @Test
  void areSaidOnce() {
    problems.add(ProblemCode.UNKNOWN_KEY, Location.of("a.md"), "twice");
    problems.add(ProblemCode.UNKNOWN_KEY, Location.of("a.md"), "twice");
    assertThat(messages()).containsExactly("twice");
  }

  @Test
  void canBeLoweredAlsoAfterTheyWereFound() {
    problems.add(ProblemCode.BAD_DATE, Location.of("a.md"), "no such day");
    assertThat(problems.hasErrors()).isTrue();
    problems.setSeverity(ProblemCode.BAD_DATE, Severity.WARN);
    assertThat(problems.hasErrors()).isFalse();
    assertThat(problems.sorted()).extracting(Problem::severity).containsExactly(Severity.WARN);
  }

  @Test
  void canBeRaisedAndSwitchedOff() {
    problems.add(ProblemCode.UNKNOWN_KEY, Location.of("a.md"), "unknown");
    problems.setSeverity(ProblemCode.UNKNOWN_KEY, Severity.ERROR);
    assertThat(problems.hasErrors(List.of(ProblemCode.UNKNOWN_KEY))).isTrue();
    assertThat(problems.hasErrors(List.of(ProblemCode.BAD_DATE))).isFalse();
    problems.setSeverity(ProblemCode.UNKNOWN_KEY, Severity.OFF);
    assertThat(problems.sorted()).isEmpty();
    assertThat(problems.hasErrors()).isFalse();
  }

  @Test
  void staysAnErrorWhereThePageCannotBeMade() {
    assertThatThrownBy(() -> problems.setSeverity(ProblemCode.BAD_YAML, Severity.OFF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bad-yaml cannot be lowered");
  }

  @Test
  void mayBeFoundByManyThreads() {
    IntStream.range(0, 1000)
        .parallel()
        .forEach(i -> problems.add(ProblemCode.BAD_DATE, new Location("a.md", i, 1), "p"));
    assertThat(problems.sorted()).hasSize(1000).isSorted();
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeIsFoundByItsName(ProblemCode code) {
    assertThat(code.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(ProblemCode.of(code.id())).contains(code);
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeLoweredIsAnError(ProblemCode code) {
    assertThat(code.adjustable() || code.severity() == Severity.ERROR).isTrue();
  }

  @Test
  void placesLeaveOutWhatIsNotKnown() {
    assertThat(new Location("a.md", 3, 7)).hasToString("a.md:3:7");
    assertThat(new Location("a.md", 3, 0)).hasToString("a.md:3");
    assertThat(Location.of("a.md")).hasToString("a.md");
    assertThat(Location.none()).hasToString("");
  }

  private List<String> messages() {
    return problems.sorted().stream().map(Problem::message).toList();
  }
}
