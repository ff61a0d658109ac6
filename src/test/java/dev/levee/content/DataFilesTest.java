package dev.levee.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFilesTest {

  @Test
  void yamlJsonAndCsvAreTheSameToATemplate() {
    TestSite site =
        TestSite.of(
            """
            -- content/_data/a.yaml --
            - {city: Toronto, people: 2930000}
            -- content/_data/b.json --
            [{"city": "Toronto", "people": 2930000}]
            -- content/_data/c.csv --
            city,people
            "Toronto",2930000
            -- content/_data/deep/d.yml --
            x: 1
            """);
    Map<String, Object> data = site.content().data();
    assertThat(data.get("a")).isEqualTo(List.of(Map.of("city", "Toronto", "people", 2930000L)));
    assertThat(data.get("b")).isEqualTo(data.get("a"));
    assertThat(data.get("c")).isEqualTo(List.of(Map.of("city", "Toronto", "people", "2930000")));
    assertThat(data.get("deep")).isEqualTo(Map.of("d", Map.of("x", 1L)));
    assertThat(site.problems()).isEmpty();
  }

  @Test
  void csvMayQuoteCommasQuotesAndLineEnds() {
    TestSite site =
        TestSite.of("").file("content/_data/a.csv", "a,b\r\n\"x,\"\"y\"\"\",\"1\n2\"\n\nz,\n");
    assertThat(site.content().data().get("a"))
        .isEqualTo(List.of(Map.of("a", "x,\"y\"", "b", "1\n2"), Map.of("a", "z", "b", "")));
  }

  @Test
  void jsonKeepsItsTypes() {
    TestSite site =
        TestSite.of("")
            .file(
                "content/_data/a.json", "[1, -2.5, 1e3, true, null, \"x\", 99999999999999999999]");
    assertThat((List<?>) site.content().data().get("a"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly(1L, -2.5, 1000.0, true, null, "x", 1e20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "a.yaml => a: [ => :1:5 error bad-yaml",
        "a.json => {\"a\": 1,,} => :1: error bad-data this is not valid JSON here or just before",
        "a.json => {\"a\": => error bad-data this is not valid JSON",
        "a.json => {} x => error bad-data this is not valid JSON",
        "a.json => `` => error bad-data this file is empty | write [] in it",
        "a.json => 1e999999999999 => error bad-data this is not valid JSON",
        "a.csv => a,b\\n1,2\\n3\\n => :3:1 error bad-data this record has 1 value, but the header has"
            + " 2 | put quotes around a value with a comma, and close every quote",
        "a.csv => a,b\\n\"1\\n,2\\n => :2:1 error bad-data this record has 1 value, but the header"
            + " has 2 | put quotes around a value with a comma, and close every quote",
        "a.toml => a = 1 => error bad-data data files end in .yaml, .json or .csv, not .toml | move"
            + " it out of _data",
      })
  void brokenDataIsNamed(String name, String text, String expected) {
    TestSite site = TestSite.of("").file("content/_data/" + name, text.replace("\\n", "\n"));
    assertThat(site.problems()).hasSize(1);
    String place = "content/_data/" + name;
    assertThat(site.problems().getFirst().replaceFirst(":1:\\d+ (?=error bad-data)", ":1: "))
        .startsWith(place)
        .contains(expected);
  }

  @Test
  void deepJsonEnds() {
    TestSite site =
        TestSite.of("")
            .file("content/_data/a.json", "[".repeat(100_000))
            .file("content/_data/b.json", "{\"a\":".repeat(60) + "1" + "}".repeat(60));
    assertThat(site.problems())
        .containsExactly(
            "content/_data/a.json error bad-data values are nested deeper than 50 levels",
            "content/_data/b.json error bad-data values are nested deeper than 50 levels");
  }

  @Test
  void twoFilesOfOneNameAreNamed() {
    TestSite site =
        TestSite.of(
            """
            -- content/_data/a.json --
            {}
            -- content/_data/a.yaml --
            x: 1
            -- content/_data/b.yaml --
            x: 1
            -- content/_data/b/c.yaml --
            x: 1
            """);
    assertThat(site.problems())
        .containsExactly(
            "content/_data/a.yaml error bad-data there is other data by the name 'a' beside this"
                + " file | rename one of them",
            "content/_data/b.yaml error bad-data there is other data by the name 'b' beside this"
                + " file | rename one of them");
  }

  @Test
  void authorsMayBeAMapOrAList() {
    TestSite site = TestSite.of("").file("content/_data/authors.csv", "id,name\nada,Ada L.\n");
    assertThat(site.content().authors()).containsOnlyKeys("ada");
    assertThat(site.content().authors().get("ada").name()).isEqualTo("Ada L.");
    assertThat(site.site().data().get("authors")).isNotNull();
  }
}
