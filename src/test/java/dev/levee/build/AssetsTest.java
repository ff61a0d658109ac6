package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.BuiltSite;
import dev.levee.TestPicture;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What becomes of the files below `templates/assets/`.
class AssetsTest {

  private static final String PLAIN = "assets: {bundle: false, minify: false}\n";

  private static final String FILES =
      """
      -- content/a.md --
      ---
      title: A
      ---
      -- templates/home.ftlh --
      ${asset("css/main.css")}
      -- templates/assets/css/main.css --
      @import "parts/base.css";
      @import url(https://fonts.example/x.css);
      @font-face { font-family: F; src: local("F"), url('../fonts/f.woff2?v=1') format("woff2") }
      a { background: url(/assets/img/a%20b.svg#x), url(/pictures/p.jpg), url(data:image/png;base64,AA==) }
      b { background: image-set("../img/c.png" 1x type("image/png"), url(../img/c.png) 2x) }
      c { content: "url(nosuch.png)"; color: oklch(0.7 0.1 200); mask: url(#mask) }
      /* url(nosuch.png) */
      -- templates/assets/css/parts/base.css --
      body { color: light-dark(black, white); & p { background: url("../../img/c.png") } }
      -- templates/assets/fonts/f.woff2 --
      font
      -- templates/assets/img/a b.svg --
      <svg/>
      -- templates/assets/img/c.png --
      png
      -- templates/assets/img/unused.png --
      png too
      """;

  private static void needsEsbuild() {
    Path program = Path.of(System.getProperty("project.root"), "target/lib/esbuild");
    assumeTrue(Files.exists(program), "there is no esbuild for this platform");
  }

  private static String settings(String more) {
    return "-- levee.yaml --\ntitle: T\nurl: https://example.org/mag\nfeeds: {formats: []}\n"
        + more;
  }

  /// The files below `assets` but for those of the theme's own pages, with `*` for fingerprints.
  private static Map<String, String> assets(BuiltSite site) {
    Map<String, String> assets = new TreeMap<>();
    for (String path : site.paths()) {
      if (path.startsWith("assets/")) {
        assets.put(starred(path.substring(7)), starred(site.text(path)).strip());
      }
    }
    return assets;
  }

  private static String starred(String text) {
    return text.replaceAll("\\.([0-9a-f]{10}|[0-9A-Z]{8})\\.", ".*.");
  }

  /// Pages that ask for nothing but what the test says.
  private static TestSite site(String settings, String files) {
    String bare =
        Stream.of("article", "section", "list", "term", "overview", "404", "archive")
            .map(name -> "-- templates/" + name + ".ftlh --\n-\n")
            .reduce("", String::concat);
    return TestSite.of(settings(settings) + bare + files);
  }

  @Test
  void addressesInStyleSheetsAreThoseOfTheFilesThatTheyName() {
    BuiltSite site = BuiltSite.of(site(PLAIN, FILES));
    assertThat(site.problems()).isEmpty();
    assertThat(assets(site))
        .containsOnlyKeys(
            "css/main.*.css",
            "css/parts/base.*.css",
            "fonts/f.*.woff2",
            "img/a b.*.svg",
            "img/c.*.png");
    assertThat(assets(site).get("css/main.*.css"))
        .isEqualTo(
            """
            @import "../css/parts/base.*.css";
            @import url(https://fonts.example/x.css);
            @font-face { font-family: F; src: local("F"), url('../fonts/f.*.woff2?v=1') format("woff2") }
            a { background: url(../img/a%20b.*.svg#x), url(/pictures/p.jpg), url(data:image/png;base64,AA==) }
            b { background: image-set("../img/c.*.png" 1x type("image/png"), url(../img/c.*.png) 2x) }
            c { content: "url(nosuch.png)"; color: oklch(0.7 0.1 200); mask: url(#mask) }
            /* url(nosuch.png) */\
            """);
    assertThat(assets(site).get("css/parts/base.*.css")).contains("url(\"../../img/c.*.png\")");
  }

  @Test
  void aStyleSheetIsBundledAndMinified() {
    needsEsbuild();
    BuiltSite site = BuiltSite.of(site("", FILES));
    assertThat(site.problems()).isEmpty();
    assertThat(assets(site))
        .containsOnlyKeys("css/main.*.css", "fonts/f.*.woff2", "img/a b.*.svg", "img/c.*.png")
        .containsEntry(
            "css/main.*.css",
            "@import\"https://fonts.example/x.css\";body{color:light-dark(black,white);&"
                + " p{background:url(../img/c.*.png)}}@font-face{font-family:F;src:local(\"F\"),url(../fonts/f.*.woff2?v=1)"
                + " format(\"woff2\")}"
                + "a{background:url(../img/a%20b.*.svg#x),url(/pictures/p.jpg),url(data:image/png;base64,AA==)}b{background:image-set(\"../img/c.*.png\""
                + " 1x type(\"image/png\"),url(../img/c.*.png)"
                + " 2x)}c{content:\"url(nosuch.png)\";color:oklch(0.7 0.1 200);mask:url(#mask)}");
  }

  @Test
  void anotherFontIsAnotherStyleSheet() {
    for (String settings : List.of("", PLAIN)) {
      TestSite site = site(settings, FILES);
      String before = BuiltSite.of(site).text("index.html");
      site.file("templates/assets/fonts/f.woff2", "another");
      String after = BuiltSite.of(site).text("index.html");
      assertThat(after).startsWith("/mag/assets/css/main.").isNotEqualTo(before);
      site.file("templates/assets/img/unused.png", "another");
      assertThat(BuiltSite.of(site).text("index.html")).isEqualTo(after);
    }
  }

  private static final String SCRIPTS =
      """
      -- templates/home.ftlh --
      ${asset("js/app.js")} ${asset("js/old.js")}
      -- templates/assets/js/app.js --
      import { one } from "./lib/one.js";
      import data from "../data.json" with { type: "json" };
      import lit from "lit";
      export { two } from './lib/two.js';
      const re = /import "nosuch.js"/, no = `import("./nosuch.js") ${`}`}`;
      const icon = new URL("../icon.svg", import.meta.url);
      // import "./nosuch.js"
      button.onclick = () => import("./later.js").then(later => later.show(one, data, lit, icon));
      -- templates/assets/js/lib/one.js --
      import { two } from "./two.js";
      export const one = () => two();
      -- templates/assets/js/lib/two.js --
      import { one } from "./one.js";
      export const two = () => one;
      -- templates/assets/js/later.js --
      import { one } from "./lib/one.js";
      export const show = (...all) => console.log(one, ...all);
      -- templates/assets/js/old.js --
      function openTheMenu(element) { element.hidden = false; }
      -- templates/assets/icon.svg --
      <svg/>
      -- templates/assets/data.json --
      {}
      """;

  @Test
  void importsOfScriptsAreFollowedInCirclesToo() {
    BuiltSite site = BuiltSite.of(site(PLAIN, SCRIPTS));
    assertThat(site.problems()).isEmpty();
    assertThat(assets(site))
        .containsOnlyKeys(
            "data.*.json",
            "icon.*.svg",
            "js/app.*.js",
            "js/later.*.js",
            "js/lib/one.*.js",
            "js/lib/two.*.js",
            "js/old.*.js");
    assertThat(assets(site).get("js/app.*.js"))
        .isEqualTo(
            """
            import { one } from "../js/lib/one.*.js";
            import data from "../data.*.json" with { type: "json" };
            import lit from "lit";
            export { two } from '../js/lib/two.*.js';
            const re = /import "nosuch.js"/, no = `import("./nosuch.js") ${`}`}`;
            const icon = new URL("../icon.*.svg", import.meta.url);
            // import "./nosuch.js"
            button.onclick = () => import("../js/later.*.js").then(later => later.show(one, data, lit, icon));\
            """);
  }

  @Test
  void scriptsAreBundledAndWhatIsImportedLaterIsLoadedLater() {
    needsEsbuild();
    BuiltSite site = BuiltSite.of(site("", SCRIPTS));
    assertThat(site.problems()).isEmpty();
    Map<String, String> assets = assets(site);
    assertThat(assets.keySet())
        .containsExactly(
            "chunks/chunk.*.js",
            "chunks/later.*.js",
            "data.*.json",
            "icon.*.svg",
            "js/app.*.js",
            "js/old.*.js");
    assertThat(assets.get("js/app.*.js"))
        .contains("from\"../chunks/chunk.*.js\"", "from\"../data.*.json\"with{type:\"json\"}")
        .contains("from\"lit\"", "import(\"../chunks/later.*.js\")")
        .contains("new URL(\"../icon.*.svg\",import.meta.url)");
    assertThat(assets.get("js/old.*.js")).isEqualTo("function openTheMenu(e){e.hidden=!1}");
    for (String path : site.paths()) {
      if (path.endsWith(".js")) {
        assertThat(
                site.text(path)
                    .replaceAll("(?s).*?\"\\.\\./([^\"]*\\.js)\"|.*", "$1 ")
                    .split(" ", -1))
            .filteredOn(named -> !named.isEmpty())
            .allSatisfy(named -> assertThat(site.paths()).contains("assets/" + named));
      }
    }
  }

  @Test
  void whatIsNotThereIsAProblemAtItsPlace() {
    needsEsbuild();
    for (String settings : List.of("", PLAIN)) {
      BuiltSite site =
          BuiltSite.of(
              site(
                  settings,
                  """
                  -- templates/home.ftlh --
                  ${asset("css/main.css")} ${asset("js/app.js")}
                  -- templates/assets/css/main.css --
                  @import "base.css";
                  a { b: c; d: url( "../fonts/inter.wof2" ) }
                  -- templates/assets/css/bases.css --
                  a { background: url(nosuch.png) }
                  -- templates/assets/fonts/inter.woff2 --
                  f
                  -- templates/assets/js/app.js --
                  import "./lib.js";
                  const later = () => import("/assets/js/libs.js");
                  -- templates/assets/js/lib2.js --
                  x
                  """));
      assertThat(site.isWritten()).isFalse();
      assertThat(site.problems())
          .containsExactly(
              "templates/assets/css/main.css:1:10 error missing-asset there is no asset"
                  + " 'css/base.css' | did you mean 'bases.css'?",
              "templates/assets/css/main.css:2:20 error missing-asset there is no asset"
                  + " 'fonts/inter.wof2' | did you mean '../fonts/inter.woff2'?",
              "templates/assets/js/app.js:1:9 error missing-asset there is no asset 'js/lib.js' |"
                  + " did you mean './lib2.js'?",
              "templates/assets/js/app.js:2:29 error missing-asset there is no asset"
                  + " 'js/libs.js' | did you mean '/assets/js/lib2.js'?");
    }
  }

  @Test
  void aBrokenScriptIsAProblemAtItsPlace() {
    needsEsbuild();
    BuiltSite site =
        BuiltSite.of(
            site(
                "",
                """
                -- templates/home.ftlh --
                ${asset("js/app.js")} ${asset("css/a.css")}
                -- templates/assets/js/app.js --
                import "./lib.js"; const é = 'ü';  let x = ;
                -- templates/assets/js/lib.js --
                export const a = 1;
                -- templates/assets/css/a.css --
                a { color red }
                """));
    assertThat(site.isWritten()).isFalse();
    assertThat(site.problems())
        .containsExactly(
            "templates/assets/css/a.css:1:10 warn odd-asset Expected \":\"",
            "templates/assets/js/app.js:1:44 error bad-asset Unexpected \";\"");
  }

  @Test
  void noFileOfTheMachineCanBeTakenIn() {
    needsEsbuild();
    TestSite secret =
        TestSite.of("-- s.txt --\nthe secret\n-- s.css --\na{content:'the secret'}\n");
    String folder = secret.folder().toString();
    for (String script :
        List.of(
            "export const s = require('%s/s.txt');",
            "import s from '\\x2e./../../../../../../../..%s/s.txt'; export { s };",
            "export const s = import(`%s/s.txt`);",
            "export const s = a => import(a ? '%s/s.txt' : 'b');")) {
      BuiltSite site =
          BuiltSite.of(
              site("", "-- templates/home.ftlh --\n${asset('j.js')}\n-- templates/assets/j.js --\n")
                  .file("templates/assets/j.js", script.formatted(folder)));
      assertThat(site.isWritten()).as(script).isFalse();
      assertThat(site.problems()).as(script).anyMatch(p -> p.contains("j.js:1:"));
      assertThat(site.mentioning("the secret")).as(script).isEmpty();
    }
    BuiltSite style =
        BuiltSite.of(
            site("", "-- templates/home.ftlh --\n${asset('a.css')}\n")
                .file("templates/assets/a.css", "@\\69mport \"" + folder + "/s.css\";"));
    assertThat(style.mentioning("the secret")).isEmpty();
  }

  @Test
  void whatIsOddIsSaidInEachBuild() {
    needsEsbuild();
    TestSite site =
        site(
            "",
            "-- templates/home.ftlh --\n"
                + "${asset('a.css')}\n"
                + "-- templates/assets/a.css --\n"
                + "a { color red }\n");
    List<String> odd = List.of("templates/assets/a.css:1:10 warn odd-asset Expected \":\"");
    assertThat(BuiltSite.of(site).problems()).isEqualTo(odd);
    assertThat(BuiltSite.of(site).problems()).isEqualTo(odd);
  }

  @Test
  void aStyleSheetIsLinkedWithItsHashOrStandsInThePage() throws Exception {
    needsEsbuild();
    String files =
        """
        -- templates/home.ftlh --
        ${stylesheet("css/small.css")} ${integrity("css/small.css")}
        -- templates/assets/css/small.css --
        a { content: "</style>"; background: url(../i.svg) }
        -- templates/assets/i.svg --
        <svg/>
        """;
    BuiltSite plain = BuiltSite.of(site("", files));
    String css = plain.paths().stream().filter(p -> p.endsWith(".css")).findFirst().orElseThrow();
    String hash =
        "sha384-"
            + Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-384").digest(plain.bytes(css)));
    String link = "<link rel=\"stylesheet\" href=\"/mag/" + css + "\"";
    assertThat(plain.text("index.html")).isEqualTo(link + "> " + hash + "\n");
    assertThat(BuiltSite.of(site("assets: {integrity: true}\n", files)).text("index.html"))
        .isEqualTo(link + " integrity=\"" + hash + "\"> " + hash + "\n");
    BuiltSite inline =
        BuiltSite.of(
            site(
                "assets: {inlineBelow: 4KB}\n",
                files.replace(" ${integrity(\"css/small.css\")}", "")));
    assertThat(starred(inline.text("index.html")))
        .isEqualTo(
            "<style>a{content:\"<\\/style>\";background:url(/mag/assets/i.*.svg)}</style>\n");
    assertThat(assets(inline)).containsOnlyKeys("i.*.svg");
    assertThat(BuiltSite.of(site("assets: {inlineBelow: 10}\n", files)).text("index.html"))
        .startsWith("<link");
  }

  @Test
  void whatKeptPagesUseStays() {
    TestSite site = site("", FILES);
    BuiltSite first = BuiltSite.of(site);
    site.file("content/b.md", "---\ntitle: B\n---\n");
    BuiltSite second = BuiltSite.of(site);
    assertThat(assets(second)).isEqualTo(assets(first));
    site.file("templates/home.ftlh", "nothing");
    assertThat(assets(BuiltSite.of(site))).isEmpty();
  }

  @Test
  void aTextThatLinksToAnAssetHasItPublished() {
    needsEsbuild();
    TestSite site =
        site(
            "",
            "-- templates/article.ftlh --\n"
                + "${article.content}\n"
                + "-- templates/home.ftlh --\n"
                + "-\n"
                + "-- templates/assets/form.pdf --\n"
                + "pdf\n"
                + "-- content/a.md --\n"
                + "---\n"
                + "title: A\n"
                + "---\n"
                + "[Form](/assets/form.pdf)\n");
    BuiltSite first = BuiltSite.of(site);
    assertThat(first.problems()).isEmpty();
    assertThat(assets(first)).containsOnlyKeys("form.*.pdf");
    assertThat(BuiltSite.of(site).digests()).isEqualTo(first.digests());
  }

  @Test
  void whatWasMadeIsKeptAndWhatIsDamagedIsMadeAgain() throws IOException {
    needsEsbuild();
    TestSite site =
        site("", FILES + SCRIPTS.replace("${asset", "${asset(\"css/main.css\")} ${asset"));
    BuiltSite first = BuiltSite.of(site);
    List<Path> kept = kept(site);
    assertThat(kept).hasSize(3);
    byte[] whole = Files.readAllBytes(kept.getFirst());
    byte[] harmed = whole.clone();
    harmed[harmed.length / 2] ^= 1;
    Files.write(kept.getFirst(), harmed);
    Files.write(kept.getLast(), new byte[] {1});
    assertThat(BuiltSite.build(BuiltSite.options(site).with(Mode.CLEAN, true)).digests())
        .isEqualTo(first.digests());
    assertThat(Files.readAllBytes(kept.getFirst())).isEqualTo(whole);
    site.file("templates/home.ftlh", "${asset('css/main.css')}");
    BuiltSite.of(site);
    assertThat(kept(site)).hasSize(1);
    SiteBuilder.forget(site.folder());
    assertThat(site.path(".levee")).doesNotExist();
  }

  @Test
  void aPageInFewerBytesIsTheSamePage() {
    String files =
        """
        -- content/b.md --
        ---
        title: B
        ---
        One  <b>two</b> <!-- three --> four.

        ```
        a  b
          c
        ```
        -- templates/article.ftlh --
        <!doctype html>
        <html lang="en">
        <head>
        <title>${article.title}</title>
        <script>const  a = "</b>"; // why</script>
        <style>a  { color: oklch(0.5 0.1 20) }</style>
        </head>
        <body class="page  article">
        <main>
        ${article.content}
        <textarea>  x </textarea>
        </main>
        </body>
        </html>
        """;
    TestSite site = site("markdown: {highlight: false}\n", files);
    String whole = BuiltSite.of(site).text("b/index.html");
    site.file(
        "levee.yaml", settings("").replaceFirst("-- levee.yaml --\n", "") + "minifyHtml: true\n");
    String small = BuiltSite.of(site).text("b/index.html");
    assertThat(small)
        .hasSizeLessThan(whole.length())
        .startsWith("<!doctype html><html lang=en><head><title>B</title>")
        .contains("<script>const  a = \"</b>\"; // why</script>")
        .contains("<style>a  { color: oklch(0.5 0.1 20) }</style>")
        .contains("<p>One <b>two</b> ", "a  b\n  c\n</code></pre>")
        .contains("<textarea>  x </textarea>")
        .endsWith("</main></body></html>");
  }

  @Test
  void filesOfOneContentKeepTheirOwnNames() {
    needsEsbuild();
    TestSite site =
        site(
            "",
            """
            -- templates/home.ftlh --
            ${asset("a.css")} ${asset("b.css")} ${asset("c.js")} ${asset("d.js")}
            -- templates/assets/a.css --
            a { color: red }
            -- templates/assets/b.css --
            a { color: red }
            -- templates/assets/c.js --
            call();
            -- templates/assets/d.js --
            call();
            """);
    for (boolean clean : List.of(false, false, true)) {
      BuiltSite built = BuiltSite.build(BuiltSite.options(site).with(Mode.CLEAN, clean));
      assertThat(assets(built)).containsOnlyKeys("a.*.css", "b.*.css", "c.*.js", "d.*.js");
      assertThat(kept(site)).hasSize(4);
    }
  }

  @Test
  void anyNameThatAnAddressCanHaveIsOne() {
    for (String settings : List.of("", PLAIN)) {
      BuiltSite site =
          BuiltSite.of(
              site(
                  settings,
                  """
                  -- templates/home.ftlh --
                  ${asset("css/c++.css")} ${asset("--serve.css")} ${asset("100%.js")}
                  -- templates/assets/css/c++.css --
                  @import "../a+b.css";
                  -- templates/assets/a+b.css --
                  a { color: red }
                  -- templates/assets/--serve.css --
                  b { color: red }
                  -- templates/assets/100%.js --
                  call();
                  """));
      assertThat(site.problems()).isEmpty();
      assertThat(assets(site)).containsKeys("--serve.*.css", "100%.*.js", "css/c++.*.css");
    }
  }

  @Test
  void whatIsOddInAFileWithAPlusIsSaid() {
    needsEsbuild();
    BuiltSite site =
        BuiltSite.of(
            site(
                "",
                "-- templates/home.ftlh --\n${asset('c++.css')}\n"
                    + "-- templates/assets/c++.css --\na { color red }\n"));
    assertThat(site.problems())
        .containsExactly("templates/assets/c++.css:1:10 warn odd-asset Expected \":\"");
  }

  @Test
  void aNameThatNoAddressCanHaveIsAProblem() {
    BuiltSite site =
        BuiltSite.of(
            site(
                PLAIN,
                """
                -- templates/home.ftlh --
                ${asset("x/a#b.txt")}
                -- templates/404.ftlh --
                ${asset("a.css")}
                -- templates/assets/a.css --
                a { background: url("x/a%23b.txt") }
                -- templates/assets/x/a#b.txt --
                text
                """));
    assertThat(site.problems())
        .containsExactly(
            "templates/assets/a.css:1:22 error missing-asset there is no asset 'x/a#b.txt' | '#'"
                + " cannot stand in an address: give the file another name",
            "templates/home.ftlh:1:1 error template-error there is no asset 'x/a#b.txt'"
                + " (rendering /) | '#'"
                + " cannot stand in an address: give the file another name");
  }

  @Test
  void aPictureOfTheThemeDoesNotSayWhereItWasTaken() {
    byte[] spoken = TestPicture.withExif(TestPicture.jpeg(80, 40), 1);
    assertThat(TestPicture.saysWhere(spoken)).isTrue();
    TestSite site =
        site(
                "",
                "-- templates/home.ftlh --\n"
                    + "${asset('p.jpg')} ${asset('q.dat')} ${asset('r.jpg')}\n")
            .file("templates/assets/p.jpg", spoken)
            .file("templates/assets/q.dat", spoken)
            .file("templates/assets/r.jpg", "no picture");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    assertThat(assets(built)).containsOnlyKeys("p.*.jpg", "q.*.dat", "r.*.jpg");
    for (String path : built.paths()) {
      assertThat(TestPicture.saysWhere(built.bytes(path))).as(path).isFalse();
    }
    site.file("templates/assets/p.jpg", "\0\0\0\20ftypavif\0\0\0\0\177\0\0\0meta");
    assertThat(BuiltSite.of(site).problems())
        .singleElement()
        .asString()
        .startsWith("templates/assets/p.jpg error broken-picture ")
        .contains(" cannot be taken out: ");
  }

  @Test
  void aScriptImportsNoStyleSheetThatNoBrowserLoads() {
    for (String settings : List.of("", PLAIN)) {
      BuiltSite site =
          BuiltSite.of(
              site(
                  settings,
                  """
                  -- templates/home.ftlh --
                  ${asset("js/app.js")}
                  -- templates/assets/js/app.js --
                  import sheet from "./x.css" with { type: "css" };
                  import("./x.css", { with: { type: "css" } });
                  import "./x.css";
                  import("./x.css");
                  document.adoptedStyleSheets = [sheet];
                  -- templates/assets/js/x.css --
                  a { color: red }
                  """));
      String said =
          " error bad-asset no browser loads a style sheet that a script imports | take it in with"
              + " stylesheet(\"js/x.css\") in a template";
      assertThat(site.problems())
          .containsExactly(
              "templates/assets/js/app.js:3:9" + said, "templates/assets/js/app.js:4:9" + said);
    }
  }

  private static List<Path> kept(TestSite site) {
    try (Stream<Path> files = Files.list(site.path(".levee/assets"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
