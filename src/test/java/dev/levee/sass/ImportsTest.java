package dev.levee.sass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.sass.Imports.Import;
import dev.levee.sass.Imports.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What texts in Sass take in.
class ImportsTest {

  @Test
  void everyWayToTakeInIsKnown() {
    String text =
        """
        /* @use "a"; */ // @use "b";
        @use "c" with ($x: "d");
        @forward 'e' show f;
        @import "g", 'h'
          , "i";
        .j { background: url(//x.example/k.png); @include meta.load-css("l"); m: "n" }
        @use"o";
        """;
    assertThat(Imports.of(text, false))
        .extracting(Import::name)
        .containsExactly("c", "e", "g", "h", "i", "l", "o");
    assertThat(text.substring(Imports.of(text, false).getFirst().offset())).startsWith("\"c\"");
  }

  /// What follows would be part of a string or a comment, did interpolation end where it seems to.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$a: \"#{'\"'}\"; @use \"x\"; $b: '';",
        "$a: \"#{'\"'}//\"; @use \"x\"",
        "$a: \"#{\"#{'}'}\"}'\"; @use 'x'; $b: \"'\"",
        "/* #{\"*/\"} ' */ @use \"x\"; $b: ''",
        "a#{\"'\"} { b: c } @use \"x\"; $b: ''",
        "$a: url(//#{')'}/b); @use \"x\"",
        "$a: url(b + \")'\"); @use \"x\"; $b: ''",
        "$a: my-url(b + \")'\"); @use \"x\"; $b: ''",
        "// #{\n@use \"x\"",
        "$a: 'it\n@use \"x\"; $b: ''"
      })
  void interpolationHidesNothing(String text) {
    assertThat(Imports.of(text, false)).extracting(Import::name).contains("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@\\75se \"x\";",
        "@include meta.load-css($x);",
        "@include meta.load_css(\"a\" + $x);",
        "@include meta.l\\6f ad-css(\"x\");",
        "@include meta.load-css(\"#{$x}\");",
        "$m: meta.get-mixin(\"load-css\", \"meta\");"
      })
  void whatCannotBeToldIsNotLetThrough(String text) {
    assertThat(Imports.of(text, false)).anyMatch(taken -> taken.leadsOut("main.scss"));
  }

  @Test
  void whatIsInCommentsAndAddressesIsNotTakenIn() {
    String text =
        "// @use \"a\" isn't\n/* @use \"b\" */ c { d: url( //e.example/@use'f' ); g: url(h) }\n"
            + ".md\\:flex\\(x\\) { content: \"\\201C #{$i} @use\" }";
    assertThat(Imports.of(text, false)).isEmpty();
  }

  @Test
  void theIndentedSyntaxNeedsNoQuotes() {
    String text = "@import a/b, \"c\", ../d\np\n  color: \"e\"\n@use \"f\"\n";
    assertThat(Imports.of(text, true))
        .extracting(Import::name)
        .containsExactly("a/b", "c", "../d", "f");
  }

  @ParameterizedTest
  @CsvSource({
    "x, false",
    "../x, false",
    "../../x, true",
    "a/../../../x, true",
    "/etc/x, true",
    "file:///etc/x, true",
    "C:/x, true",
    "%2e%2e/%2e%2e/x, true",
    "'\\2e./x', true",
    "sass:math, false",
    "http://example.org/x.css, false",
    "/assets/x.css, false",
    "//fonts.example/x, false"
  })
  void whatLeadsOutIsKnown(String name, boolean out) {
    assertThat(new Import(0, name, Kind.LISTED).leadsOut("css/main.scss")).isEqualTo(out);
  }

  @Test
  void aUseOfCssIsNoImportOfABrowser() {
    assertThat(new Import(0, "/etc/x.css", Kind.MODULE).leadsOut("main.scss")).isTrue();
    assertThat(new Import(0, "../x", Kind.MODULE).leadsOut("main.scss")).isTrue();
  }

  @Test
  void aFontInAStringIsNoWeight() {
    String font = "a { src: url(\"data:font/woff2;base64," + "A".repeat(500_000) + "\") }\n";
    assertThat(Imports.of(font + "@use 'b';", false)).extracting(Import::name).containsExactly("b");
  }

  @Test
  void whatIsNoFileStandsForNone() {
    assertThat(new Import(0, "sass:math", Kind.MODULE).candidates("main.scss")).isEmpty();
    assertThat(new Import(0, "https://fonts.example/x?y", Kind.LISTED).candidates("main.scss"))
        .isEmpty();
    assertThat(new Import(0, "\0.css", Kind.MODULE).candidates("main.scss")).isEmpty();
  }

  @Test
  void aNameStandsForManyFiles() {
    assertThat(new Import(0, "../a/b", Kind.MODULE).candidates("css/main.scss"))
        .contains("a/b.scss", "a/_b.sass", "a/b.css", "a/b/_index.scss");
    assertThat(new Import(0, "a/b", Kind.MODULE).candidates("css/main.scss"))
        .contains("css/a/_b.scss", "a/_b.scss");
  }
}
