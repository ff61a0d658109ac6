package dev.levee.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "a/../b",
        "./a",
        "a\\b",
        "a\u0000",
        "a\nb",
        "a\u0085",
        "\ud800",
        "a\udc00b",
        ".levee/manifest",
        ".LEVEE/x",
        ".levee"
      })
  void whatCouldLeadOutOrNotBeHeldIsRefused(String path) {
    assertThatThrownBy(() -> OutputPath.of(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + path + "' cannot be written: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "a b/c.html",
        ".well-known/x",
        "über/日本/😀.html",
        "..a/b..",
        "a/.levee"
      })
  void ordinaryPathsAreKept(String path) {
    assertThat(OutputPath.of(path).value()).isEqualTo(path);
  }

  @Test
  void aPartMayHave255BytesAndNoMore() {
    assertThat(OutputPath.of("ü".repeat(127) + "a").folder()).isEmpty();
    assertThatThrownBy(() -> OutputPath.of("x/" + "ü".repeat(128)))
        .hasMessageEndingWith("a part of it is longer than 255 bytes");
    assertThatThrownBy(() -> OutputPath.of("a".repeat(256))).hasMessageContaining("255");
  }
}
