package dev.levee.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.TestProgram;
import dev.levee.TestSite;
import dev.levee.config.SiteConfig.AssetRules;
import dev.levee.problem.Problems;
import dev.levee.source.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/// The program, and what is done without it.
class EsbuildTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final AssetRules RULES = new AssetRules(true, true, "esnext", false, 0);

  private static final String FILES =
      """
      -- templates/assets/a.css --
      @import "b.css";
      a { color: red }
      -- templates/assets/b.css --
      b { color: red }
      """;

  @Test
  void itIsTheOneOfWhichNamesAreMade() throws Exception {
    assertThat(Files.readString(ROOT.resolve("pom.xml")))
        .contains("<esbuild.version>" + Esbuild.VERSION + "</esbuild.version>");
    Path program = ROOT.resolve("target/lib/esbuild");
    assumeTrue(Files.exists(program), "there is no esbuild for this platform");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Process process = new ProcessBuilder(program.toString(), "--version").start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(Esbuild.VERSION + "\n");
  }

  @Test
  void withoutItAssetsArePublishedAsTheyAre() throws Exception {
    Problems problems = new Problems();
    SortedMap<String, byte[]> published = published(Optional.empty(), problems);
    assertThat(published.keySet()).hasSize(2);
    assertThat(new String(published.get(published.firstKey()), StandardCharsets.UTF_8))
        .matches("@import \"\\./b\\.[0-9a-f]{10}\\.css\";\na \\{ color: red }\n");
    assertSaidOnce(problems);
  }

  @Test
  void oneThatFailsIsAProblemAndNothingIsPublished() throws Exception {
    String killed = "#!/bin/sh\necho 'out of memory'\nexit 137\n";
    assertThat(failing(killed))
        .isEqualTo(
            "error bad-asset esbuild could not run: it ended with 137: out"
                + " of memory | build again; 'assets: {bundle: false, minify: false}' in the"
                + " settings does without it");
    assertThat(failing("no program\n")).startsWith("error bad-asset esbuild could not run: ");
  }

  private static String failing(String program) throws Exception {
    TestSite site = TestSite.of("-- esbuild --\n" + program);
    Problems problems = new Problems();
    Optional<Esbuild> broken = Optional.of(new Esbuild(site.path("esbuild"), RULES));
    assertThat(published(broken, problems)).isEmpty();
    assertThat(problems.sorted()).hasSize(1);
    return TestSite.line(problems.sorted().getFirst()).strip();
  }

  @Test
  void aSourceMapLeadsBackToWhatWasWritten() throws Exception {
    Path program = ROOT.resolve("target/lib/esbuild");
    assumeTrue(Files.exists(program), "there is no esbuild for this platform");
    TestSite site = TestSite.of(FILES);
    Theme theme = Theme.open(site.path("templates"), "templates", new Problems());
    Optional<Esbuild> esbuild = Optional.of(new Esbuild(program, RULES));
    try (Assets assets = new Assets(theme, RULES, esbuild, site.path("kept"), "")) {
      String path = assets.get("a.css").orElseThrow().path();
      assertThat(assets.sourceMap(path).orElseThrow())
          .contains("\"mappings\"", "in/a.css", "in/b.css", "b { color: red }");
      assertThat(assets.sourceMap("assets/a.0123456789.css")).isEmpty();
    }
    try (Assets assets = new Assets(theme, RULES, Optional.empty(), site.path("kept"), "")) {
      assertThat(assets.sourceMap(assets.get("a.css").orElseThrow().path())).isEmpty();
    }
  }

  @Test
  void aSourceMapLeadsBackToSass() throws Exception {
    Path program = ROOT.resolve("target/lib/esbuild");
    assumeTrue(Files.exists(program), "there is no esbuild for this platform");
    TestProgram.found("sass");
    TestSite site =
        TestSite.of(
            """
            -- templates/assets/css/a.scss --
            @use "b";
            a { b { color: red } }
            -- templates/assets/css/_b.scss --
            c { color: blue }
            """);
    Theme theme = Theme.open(site.path("templates"), "templates", new Problems());
    Optional<Esbuild> esbuild = Optional.of(new Esbuild(program, RULES));
    try (Assets assets = new Assets(theme, RULES, esbuild, site.path("kept"), TestProgram.PATH)) {
      String path = assets.get("css/a.scss").orElseThrow().path();
      assertThat(assets.at(path).orElseThrow().name()).isEqualTo("css/a.scss");
      assertThat(assets.sourceMap(path).orElseThrow())
          .contains("css/a.scss", "css/_b.scss", "a { b { color: red } }", "c { color: blue }");
      assertThat(
              new String(
                  assets
                      .publish(List.of("css/a.scss"), List.of(), List.of(), new Problems())
                      .get(path),
                  StandardCharsets.UTF_8))
          .isEqualTo("c{color:blue}a b{color:red}\n");
    }
  }

  @Test
  void aBundleTakesInNothingThatItsNameDoesNotKnow() throws Exception {
    Path program = ROOT.resolve("target/lib/esbuild");
    assumeTrue(Files.exists(program), "there is no esbuild for this platform");
    TestSite site =
        TestSite.of(
            """
            -- templates/assets/first.js --
            call();
            -- templates/assets/a.js --
            const g = require("./g.js"); export const a = g;
            -- templates/assets/g.js --
            export const g = 1;
            """);
    // what is asked for while it waits is made in one go
    String waiting =
        "#!/bin/sh\n"
            + ": > %1$s/begun\n"
            + "while [ ! -e %1$s/go ]; do sleep 0.02; done\n"
            + "exec %2$s \"$@\"\n";
    site.file("esbuild", waiting.formatted(site.folder(), program));
    Optional<Esbuild> esbuild = Optional.of(new Esbuild(site.path("esbuild"), RULES));
    Problems problems = new Problems();
    Theme theme = Theme.open(site.path("templates"), "templates", problems);
    try (Assets assets = new Assets(theme, RULES, esbuild, site.path("kept"), "")) {
      assets.use("first.js");
      while (!Files.exists(site.path("begun"))) {
        Thread.sleep(10);
      }
      assets.use("a.js");
      assets.use("g.js");
      site.file("go", "");
      assertThat(assets.publish(List.of("a.js", "g.js"), List.of(), List.of(), problems).keySet())
          .singleElement()
          .asString()
          .startsWith("assets/g.");
    }
    assertThat(problems.sorted())
        .extracting(TestSite::line)
        .containsExactly(
            "templates/assets/a.js:1:1 error bad-asset this names 'g.js' in a way that is not"
                + " followed | import it, with its name in plain quotes");
  }

  @Test
  void whoWaitsForAFileThatCannotBeReadIsTold() throws Exception {
    TestSite site = TestSite.of(FILES);
    Theme theme = Theme.open(site.path("templates"), "templates", new Problems());
    Files.delete(site.path("templates/assets/b.css"));
    try (Assets assets = new Assets(theme, RULES, Optional.empty(), site.path("kept"), "")) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> assets.integrity("a.css")).hasStackTraceContaining("b.css");
      }
    }
  }

  private static SortedMap<String, byte[]> published(Optional<Esbuild> esbuild, Problems problems)
      throws Exception {
    TestSite site = TestSite.of(FILES);
    Theme theme = Theme.open(site.path("templates"), "templates", problems);
    try (Assets assets = new Assets(theme, RULES, esbuild, site.path("kept"), "")) {
      return assets.publish(List.of("a.css"), List.of(), List.of(), problems);
    }
  }

  private static void assertSaidOnce(Problems problems) {
    assertThat(problems.sorted())
        .singleElement()
        .extracting(TestSite::line)
        .asString()
        .startsWith("templates/assets/a.css warn plain-assets ");
  }
}
