package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.BuiltSite;
import dev.levee.TestProgram;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Style sheets that are written in Sass, where there is a program for it.
class SassTest {

  private static final String SITE =
      """
      -- levee.yaml --
      title: T
      url: https://example.org
      assets: {bundle: false, minify: false}
      feeds: {formats: []}
      -- templates/404.ftlh --
      ${stylesheet("css/main.scss")}
      -- templates/section.ftlh --
      -
      -- templates/article.ftlh --
      ${article.title}
      -- content/a.md --
      ---
      title: A
      ---
      -- templates/assets/img/x.png --
      png
      """;

  private static final String FILES =
      """
      -- templates/assets/css/main.scss --
      @use "parts/colours" as c;
      @use "shared/base";
      // a remark
      a { color: c.$ink; b & { background: url("../img/x.png") } }
      -- templates/assets/css/parts/_colours.scss --
      $ink: #123;
      .é { content: "ü" }
      -- templates/assets/shared/_base.sass --
      p
        margin: 0
      -- templates/assets/css/other.scss --
      i { color: red }
      """;

  private final TestSite site = TestSite.of(SITE + FILES);

  private BuiltSite real() {
    TestProgram.found("sass");
    return build(TestProgram.PATH);
  }

  private BuiltSite build(String path) {
    return BuiltSite.build(BuiltSite.options(site).withPath(path));
  }

  private String fake(String script) {
    return TestProgram.written(site, "sass", script);
  }

  private static String css(BuiltSite built) {
    assertThat(built.problems()).isEmpty();
    return built.text(path(built));
  }

  /// Where the page has its style sheet from.
  private static String path(BuiltSite built) {
    return built.text("404.html").replaceFirst("(?s).*?(assets/css/main[^\"\\s]+).*", "$1");
  }

  @Test
  void aStyleSheetIsCompiledAndThenOneLikeOthers() {
    BuiltSite built = real();
    assertThat(css(built).replaceAll("\\.[0-9a-f]{10}\\.", ".*."))
        .isEqualTo(
            """
            @charset "UTF-8";
            .é {
              content: "ü";
            }

            p {
              margin: 0;
            }

            a {
              color: #123;
            }
            b a {
              background: url("../img/x.*.png");
            }
            """);
    assertThat(path(built)).matches("assets/css/main\\.[0-9a-f]{10}\\.css");
    assertThat(built.text("404.html"))
        .isEqualTo("<link rel=\"stylesheet\" href=\"/" + path(built) + "\">\n");
    assertThat(built.paths())
        .noneMatch(path -> path.contains("scss") || path.contains("parts"))
        .anyMatch(path -> path.startsWith("assets/img/x."));
  }

  @Test
  void itIsMinifiedAndTakenInByStyleSheetsOfCss() {
    Path esbuild = Path.of(System.getProperty("project.root"), "target/lib/esbuild");
    assumeTrue(Files.exists(esbuild), "there is no esbuild for this platform");
    site.file("levee.yaml", "title: T\nurl: https://example.org\n");
    site.file("templates/404.ftlh", "${asset('css/main.css')}");
    site.file("templates/assets/css/main.css", "@import './other.scss';\nu { color: blue }");
    String path = fake(TestProgram.SASS);
    site.file("templates/assets/css/parts/_colours.scss", "");
    assertThat(css(build(path))).isEqualTo("i{color:red}u{color:blue}\n");
  }

  @Test
  void mistakesAreToldWhereTheyAre() {
    site.file("templates/assets/css/parts/_colours.scss", "$ink: #123;\n.a { color: 1px + }\n");
    assertThat(real().problems())
        .containsExactly(
            "templates/assets/css/parts/_colours.scss:2:19 error bad-asset Expected expression.");
    site.file("templates/assets/css/parts/_colours.scss", "$ink: #123;\n");
    site.file(
        "templates/assets/css/main.scss", "@use \"nosuch\";\na { b { c: url(nosuch.png) } }\n");
    assertThat(real().problems())
        .containsExactly(
            "templates/assets/css/main.scss:1:1 error bad-asset Can't find stylesheet to import."
                + " | what Sass takes in is below templates/assets/");
    site.file("templates/assets/css/main.scss", "a {\n  b { c: url(nosuch.png) }\n}\n");
    assertThat(real().problems())
        .singleElement()
        .asString()
        .startsWith("templates/assets/css/main.scss:2:7 error missing-asset");
    site.file("templates/assets/css/main.scss", "@warn 'careful';\na { b: c }\n");
    for (int i = 0; i < 2; i++) {
      assertThat(real().problems())
          .containsExactly("templates/assets/css/main.scss:1:1 warn odd-asset careful");
    }
  }

  @Test
  void nothingOutsideOfTheFolderIsTakenIn() {
    site.file("secret.scss", ".secret { color: red }");
    Path secret = site.path("secret.scss");
    site.file(
        "templates/assets/css/main.scss",
        "@use \"../../../secret\";\n@import \"" + secret + "\", 'file://" + secret + "';\n");
    assertThat(build(fake(TestProgram.SASS)).problems())
        .hasSize(3)
        .allMatch(problem -> problem.contains("is not below the folder of assets"))
        .anyMatch(problem -> problem.startsWith("templates/assets/css/main.scss:1:6 "));
    site.file(
        "templates/assets/css/main.scss",
        "@use \"sass:meta\";\n$x: \"" + secret + "\";\n@include meta.load-css($x);\n");
    assertThat(build(fake(TestProgram.SASS)).problems())
        .singleElement()
        .asString()
        .contains(":3:15 error bad-asset what 'load-css' takes in here cannot be told beforehand");
    site.file("templates/assets/css/main.scss", "a { color: red }");
    String other = TestProgram.SASS.replace("%5B%5D", "%5B%22file:///etc/secret.scss%22%5D");
    assertThat(build(fake(other)).problems())
        .singleElement()
        .asString()
        .contains("takes in 'file:///etc/secret.scss', which is not below the folder of assets");
  }

  @Test
  void anotherPartIsAnotherStyleSheetAndAStrangerIsNot() {
    BuiltSite first = build(fake(TestProgram.SASS));
    assertThat(css(first)).contains("c.$ink", "$ink: #123");
    assertThat(TestProgram.runs(site, "sass")).isEqualTo(1);
    assertThat(build(fake(TestProgram.SASS)).report().applied().orElseThrow().puts()).isZero();
    assertThat(TestProgram.runs(site, "sass")).isEqualTo(1);
    site.file("templates/assets/css/other.scss", "i { color: green }");
    BuiltSite second = build(fake(TestProgram.SASS));
    assertThat(second.report().applied().orElseThrow().puts()).isZero();
    assertThat(second.report().metrics().madeRoutes().keySet()).doesNotContain("/404.html");
    site.file("templates/assets/css/parts/_colours.scss", "$ink: #456;\n");
    BuiltSite third = build(fake(TestProgram.SASS));
    assertThat(css(third)).contains("#456").doesNotContain("#123");
    assertThat(path(third)).isNotEqualTo(path(first));
    BuiltSite clean =
        BuiltSite.build(
            BuiltSite.options(site).withPath(fake(TestProgram.SASS)).with(Mode.CLEAN, true));
    assertThat(clean.digests()).isEqualTo(third.digests());
  }

  @Test
  void withoutAProgramItSaysWhichIsMissing() {
    String why =
        "'css/main.scss' is Sass, which browsers do not read, and there is no program 'sass' beside"
            + " Levee's jar or on the PATH (rendering /404.html) | install Dart Sass, or have it"
            + " write a .css file beside this one, and name that";
    assertThat(build("/nowhere").problems())
        .containsExactly("templates/404.ftlh:1:1 error template-error " + why);
    site.file("templates/404.ftlh", "${asset('css/main.scss')}");
    assertThat(build("").problems())
        .containsExactly("templates/404.ftlh:1:1 error template-error " + why);
  }

  @Test
  void aPartIsNoStyleSheet() {
    site.file("templates/404.ftlh", "${stylesheet('css/parts/_colours.scss')}");
    for (String path : List.of("", fake(TestProgram.SASS))) {
      assertThat(build(path).problems())
          .containsExactly(
              "templates/404.ftlh:1:1 error template-error 'css/parts/_colours.scss' is a part of"
                  + " style sheets in Sass, and none itself (rendering /404.html) | name the file"
                  + " that takes it in");
    }
  }

  @Test
  void aProgramThatFailsIsAProblemOfTheStyleSheet() {
    assertFails("echo 'Ruby Sass 3.7.4'", "it is no Dart Sass, but says 'Ruby Sass 3.7.4'");
    assertFails("exit 3", "it ended with 3");
    String version = "if [ \"$1\" = --version ]; then echo 1.2.3; exit; fi\n";
    assertFails(version + "echo 'no memory' >&2; exit 134", "it ended with 134: no memory");
    assertFails(version + "echo 'a{}'", "it wrote no source map");
    assertFails(
        version + "echo '/*# sourceMappingURL=data:application/json;charset=utf-8,{} */'",
        "it wrote no source map");
  }

  private void assertFails(String script, String why) {
    assertThat(build(fake(script)).problems())
        .containsExactly(
            "templates/assets/css/main.scss error bad-asset the program 'sass' could not compile"
                + " this: "
                + why
                + " | see that 'sass --version' says which Dart Sass it is, and build again");
  }

  @Test
  void whoNamesNoSassNeedsNone() {
    site.file("templates/404.ftlh", "-");
    assertThat(build(fake("exit 1")).problems()).isEmpty();
  }
}
