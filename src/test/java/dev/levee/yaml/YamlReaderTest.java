package dev.levee.yaml;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.levee.TestSite;
import dev.levee.problem.Location;
import dev.levee.problem.Problems;
import dev.levee.yaml.YamlNode.Entry;
import dev.levee.yaml.YamlNode.Mapping;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private final Problems problems = new Problems();

  @Test
  void readsScalarsByTheCoreSchemaSoThatNoIsAWord() {
    assertThat(data("[no, on, 12:30, 2016-11-08, 1_000, 0x1F]"))
        .isEqualTo(List.of("no", "on", "12:30", "2016-11-08", "1_000", "0x1F"));
    assertThat(data("[true, False, 42, -7, 1.5, 1e3, .5]"))
        .isEqualTo(List.of(true, false, 42L, -7L, 1.5, 1000.0, .5));
    assertThat(data("[~, null, ]")).isEqualTo(Arrays.asList(null, null));
    assertThat(data("['true', \"42\", !!str 7]")).isEqualTo(List.of("true", "42", "7"));
  }

  @Test
  void keepsAnIntegerThatNoLongHolds() {
    assertThat(data("id: 12345678901234567890")).isEqualTo(Map.of("id", "12345678901234567890"));
  }

  @Test
  void keepsTheOrderOfKeys() {
    assertThat(((Mapping) read("b: 1\na: 2\nc: 3").orElseThrow()).entries())
        .extracting(Entry::key)
        .containsExactly("b", "a", "c");
  }

  @Test
  void everyValueKnowsItsPlace() {
    Mapping mapping =
        (Mapping) YamlReader.read("a: 1\nb:\n  - x\n", "f", 2, problems).orElseThrow();
    assertThat(mapping.entries())
        .extracting(Entry::keyAt)
        .extracting(Location::toString)
        .containsExactly("f:2:1", "f:3:1");
    assertThat(mapping.entries().getFirst().value().at()).hasToString("f:2:4");
    assertThat(mapping.entries().getLast().value().at()).hasToString("f:4:3");
  }

  @Test
  void columnsCountUtf16UnitsAsEditorsDo() {
    Mapping mapping = (Mapping) read("{\"🌊\": 1, b: 2}").orElseThrow();
    assertThat(mapping.entry("b").orElseThrow().keyAt()).hasToString("f.yaml:1:11");
  }

  @Test
  void linesAreThoseThatEditorsCount() {
    Mapping mapping = (Mapping) read("a: \"x\u2028y\u0085z\"\nb: 2").orElseThrow();
    assertThat(mapping.entry("b").orElseThrow().keyAt()).hasToString("f.yaml:2:1");
  }

  @Test
  void aTextWithoutValuesIsEmpty() {
    assertThat(data("")).isNull();
    assertThat(data("# only a comment\n")).isNull();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aliasesShareTheValueTheyName() {
    assertThat(data("a: &x [1]\nb: *x")).isEqualTo(Map.of("a", List.of(1L), "b", List.of(1L)));
  }

  @Test
  void mergedKeysGiveWayToWrittenOnes() {
    assertThat(data("a: &x {k: 1, l: 2}\nb: {<<: *x, k: 3}"))
        .isEqualTo(Map.of("a", Map.of("k", 1L, "l", 2L), "b", Map.of("k", 3L, "l", 2L)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'title: The flood: a report' => 'f.yaml:1:17 error bad-yaml this is not valid YAML: mapping"
            + " values are not allowed here | put quotes around a value that contains '': '''",
        "'title: @home' => 'f.yaml:1:8 error bad-yaml this is not valid YAML: found character ''@''"
            + " that cannot start any token. (Do not use @ for indentation) while scanning for the"
            + " next token | put quotes around a value that starts with ''@'', ''`'', ''%'', ''&'',"
            + " ''*'' or ''!'''",
        "'a: 1\ta' => ''",
        "'a: *b' => 'f.yaml:1:4 error bad-yaml no value is marked &b'",
        "'[a]: 1' => 'f.yaml:1:1 error bad-yaml a key must be text, not a list'",
      })
  void brokenYamlIsToldWithItsPlaceAndACure(String yaml, String expected) {
    read(yaml);
    assertThat(problems()).isEqualTo(expected);
  }

  @Test
  void tabsAreNotIndentation() {
    read("a:\n\tb: 1\n");
    assertThat(problems())
        .startsWith("f.yaml:2:1 error bad-yaml")
        .endsWith("| YAML is indented with spaces, never with tabs");
  }

  @Test
  void aQuoteThatNeverEndsIsNamedWhereItStarts() {
    read("title: \"The flood\nauthors: [a, b]\n");
    assertThat(problems())
        .isEqualTo(
            "f.yaml:1:8 error bad-yaml this is not valid YAML: a quote that opens here never closes"
                + " | close it, or double it if it belongs to the text");
  }

  @Test
  void aControlCharacterIsNamedWithItsPlace() {
    read("title: one\nother: a\u0001b\n");
    assertThat(problems())
        .isEqualTo(
            "f.yaml:2:9 error bad-yaml this is not valid YAML: U+0001 is a control character"
                + " | delete it; most editors do not show it");
  }

  @Test
  void aKeyThatStandsTwiceIsNamed() {
    assertThat(data("a: 1\nb: 2\na: 3")).isEqualTo(Map.of("a", 1L, "b", 2L));
    assertThat(problems())
        .isEqualTo(
            "f.yaml:3:1 error duplicate-key the key 'a' stands here twice | keep one of them");
  }

  @Test
  void aSecondDocumentIsNamed() {
    read("a: 1\n---\nb: 2\n");
    assertThat(problems()).isEqualTo("f.yaml:2:1 error bad-yaml a second document starts here");
  }

  @Test
  void tagsCannotAskForAClass() {
    assertThat(data("!!javax.script.ScriptEngineManager [!!java.net.URL ['http://x']]"))
        .isEqualTo(List.of(List.of("http://x")));
  }

  @Test
  void aBillionLaughsEndBeforeTheyStart() {
    String bomb =
        "a: &a [l, l, l, l, l, l, l, l, l]\n"
            + IntStream.range('b', 'k')
                .mapToObj(c ->
                    "%c: &%c [%s]\n"
                        .formatted(
                            c, c, String.join(",", Collections.nCopies(9, "*" + (char) (c - 1)))))
                .collect(joining());
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(read(bomb)).isEmpty());
    assertThat(problems())
        .isEqualTo("f.yaml:6:4 error yaml-too-large this unfolds to more than 200000 values");
  }

  @Test
  void aValueThatHoldsItselfEnds() {
    read("a: &a [*a]");
    assertThat(problems()).isEqualTo("f.yaml:1:8 error bad-yaml no value is marked &a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void deepNestingEnds(String opening) {
    String deep = opening.repeat(100_000);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(read(deep)).isEmpty());
    assertThat(problems()).contains("yaml-too-large values are nested deeper than 50 levels");
  }

  @Test
  void noTextThrows() {
    Random random = new Random(42);
    String alphabet = "ab01: -?[]{}&*!|>'\"%@`#,\\Ux~<=.\t\n\n  \u0001\u0085\u2028é🌊";
    int[] letters = alphabet.codePoints().toArray();
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        text.appendCodePoint(letters[random.nextInt(letters.length)]);
      }
      Optional<YamlNode> node = YamlReader.read(text.toString(), "f.yaml", new Problems());
      node.ifPresent(YamlNode::toData);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\UFFFFFFFF\"",
        "\"\\U7FFFFFFF\"",
        "\"\\ud800\"",
        "%YAML 99999999999.1\n--- a",
        "%YAML 1.99999999999\n--- a",
        "%TAG ! tag:%FF%FE\n--- !a b",
        "!<%zz> a",
        "|99999999999\n a",
        "&\u0000",
        "\uD800",
        "\uFEFF",
        "--- \uFEFF"
      })
  void oddTextsAreProblemsAndNothingWorse(String text) {
    read(text);
  }

  private Optional<YamlNode> read(String text) {
    return YamlReader.read(text, "f.yaml", problems);
  }

  private Object data(String text) {
    return read(text).orElseThrow().toData();
  }

  private String problems() {
    return problems.sorted().stream().map(TestSite::line).collect(joining("\n"));
  }
}
