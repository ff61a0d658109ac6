package dev.levee.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {

  private final Problems problems = new Problems();

  @Test
  void numbersAndTruthValuesAreTextAsTheyAreWritten() {
    Fields fields = fields("{a: 007, b: true, c: 2016-11-08}");
    assertThat(fields.text("a")).contains("007");
    assertThat(fields.text("b")).contains("true");
    assertThat(fields.text("c")).contains("2016-11-08");
    assertThat(problems()).isEmpty();
  }

  @Test
  void whatIsMissingOrEmptyIsNoProblem() {
    Fields fields = fields("{a: , b: ~}");
    assertThat(fields.text("a")).isEmpty();
    assertThat(fields.flag("b")).isEmpty();
    assertThat(fields.integer("c")).isEmpty();
    assertThat(fields.texts("c")).isEmpty();
    assertThat(fields.data("c")).isEmpty();
    assertThat(problems()).isEmpty();
  }

  @Test
  void aSingleTextIsAListOfOne() {
    assertThat(fields("tags: flood").texts("tags")).contains(List.of("flood"));
    assertThat(fields("tags: [flood, '', ~, storm]").texts("tags"))
        .contains(List.of("flood", "storm"));
  }

  @Test
  void aWrongTypeIsToldWithItsPlace() {
    Fields fields =
        fields("text: [a]\nflag: maybe\nnumber: 1.5\nbig: 99999999999\nlist: [[a]]\nmap: b\n");
    fields.text("text");
    fields.flag("flag");
    fields.integer("number");
    fields.integer("big");
    fields.texts("list");
    fields.fields("map");
    assertThat(problems())
        .containsExactly(
            "f:1:7 error wrong-type 'text' must be text, not a list",
            "f:2:7 error wrong-type 'flag' must be true or false, not 'maybe'",
            "f:3:9 error wrong-type 'number' must be a whole number, not '1.5'",
            "f:4:6 error wrong-type 'big' must be a whole number, not '99999999999'",
            "f:5:8 error wrong-type 'list' must be a list of texts, not a list",
            "f:6:6 error wrong-type 'map' must be keys with values, not 'b'");
  }

  @Test
  void aValueOutsideItsListIsToldWithTheNearest() {
    assertThat(fields("slugs: unicod").oneOf("slugs", List.of("unicode", "ascii"))).isEmpty();
    assertThat(problems())
        .containsExactly(
            "f:1:8 error wrong-type 'slugs' must be one of unicode, ascii, not 'unicod'"
                + " | did you mean 'unicode'?");
  }

  @Test
  void aNumberMayHaveALeast() {
    assertThat(fields("size: 0").integer("size", 1)).isEmpty();
    assertThat(fields("size: 1").integer("size", 1)).hasValue(1);
    assertThat(problems())
        .containsExactly("f:1:7 error wrong-type 'size' must be at least 1, not 0");
  }

  @Test
  void anUnknownKeyIsToldWithTheNearest() {
    fields("titel: x\nkicker: y").reportUnknown(ProblemCode.UNKNOWN_KEY, List.of("title", "date"));
    assertThat(problems())
        .containsExactly(
            "f:1:1 warn unknown-key 'titel' is not a key that is known here"
                + " | did you mean 'title'?",
            "f:2:1 warn unknown-key 'kicker' is not a key that is known here"
                + " | known: title, date");
  }

  @Test
  void textMapsKeepTheirOrder() {
    assertThat(fields("m: {b: 1, a: x}").textMap("m"))
        .containsExactly(Map.entry("b", "1"), Map.entry("a", "x"));
  }

  private Fields fields(String yaml) {
    Mapping mapping = (Mapping) YamlReader.read(yaml, "f", problems).orElseThrow();
    return new Fields(mapping, ProblemCode.WRONG_TYPE, problems);
  }

  private List<String> problems() {
    return problems.sorted().stream().map(TestSite::line).toList();
  }
}
