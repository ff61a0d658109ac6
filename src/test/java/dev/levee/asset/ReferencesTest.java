package dev.levee.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which files style sheets and scripts name: what stands before `~` has what stands behind it.
class ReferencesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@import 'a.css'; ~ import a.css",
        "@IMPORT \"a.css\" layer(x) supports(display: grid) screen; ~ import a.css",
        "@import url( a.css ); @import url('b.css') print; ~ import a.css, import b.css",
        "/* @import 'a.css'; */ a { /* url(b) */ } ~ ",
        "a { b: url(c.svg#d), url(\"e f.svg\"), url('g\\'h.svg') } ~ link c.svg#d, link e f.svg,"
            + " link g'h.svg",
        "a { b: url(c\\20 d.svg) url(\\28 e.svg) } ~ link c d.svg, link (e.svg",
        "a { b: image-set('c.png' 1x, \"d.png\" type('image/png') 2x) } ~ link c.png, link d.png",
        "a { b: -webkit-image-set(url(c.png) 1x) } ~ link c.png",
        "a::before { content: 'url(b.svg)' '@import \"c\"' } ~ ",
        "@font-face { src: local('A'), url(a.woff2) format('woff2') tech(variations) } ~ link"
            + " a.woff2",
        "a { b: my-url(c) } .url { d: e } url ~ ",
        "a { --b: { c: url(d) } } @media (width > 1px) { e { f: url(g) } } ~ link d, link g",
        "a { b: url(c ~ link c",
        "a { b: url('c ~ link c",
        "a { b: 'c ~ ",
        "@import ~ ",
        "a { b: url( ~ link ",
        "\\ ~ ",
      })
  void ofStyleSheets(String text) {
    check(text, CssReferences.of(before(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import './a.js'; import b from \"./b.js\"; ~ import ./a.js, import ./b.js",
        "import b, { c as d, 'e' as f } from './b.js' with { type: 'json' } ~ import ./b.js",
        "import * as a from './a.js'; export * from './b.js'; export * as c from './c.js' ~ import"
            + " ./a.js, import ./b.js, import ./c.js",
        "export { a, b as c } from './a.js'; export { from }; 'x' ~ import ./a.js",
        "import from from './a.js'; import { from } from './b.js' ~ import ./a.js, import ./b.js",
        "export default 'a'; export const b = './b.js'; export class C { from() {} } ~ ",
        "const a = import('./a.js'); await import( \"./b.js\" ) ~ later ./a.js, later ./b.js",
        "import(`./a.js`); import('./' + b); import.meta.url; a.import('./c.js') ~ later ./",
        "new URL('a.svg', import.meta.url); new URL('b.svg', c); URL('d') ~ link a.svg",
        "// import './a.js'\n/* import './b.js' */ 'import \"./c.js\"' ~ ",
        "a = b / import('./c.js') / 2 ~ later ./c.js",
        "a = /import \"x\"/g; b = c ? /[/]'/ : d; e(/'/); import './f.js' ~ import ./f.js",
        "if (a) return /'/.test(b); import './c.js' ~ import ./c.js",
        "if (f(a)) /`/.test('x'); import './g.js' ~ import ./g.js",
        "for await (a of b) /'/.test(a); while (a) /`/.exec(b); import './g.js' ~ import ./g.js",
        "a.if(b) / 2; (a) / 2; import './g.js'; c(d) / '/' ~ import ./g.js",
        "`${a ? `${'}'}` : import('./b.js')} import './c.js'`; import './d.js' ~ later ./b.js,"
            + " import ./d.js",
        "x = { import: 1, export: 2 }; y = { ...import('./a.js') } ~ later ./a.js",
        "import './a\\x62.js' ~ ",
        "import './a ~ import ./a",
        "` ${ ~ ",
        "/ ~ ",
        "import { a ~ ",
      })
  void ofScripts(String text) {
    check(text, JsReferences.of(before(text)).references());
  }

  @Test
  void onlyModulesImportAndExport() {
    assertThat(Stream.of("import './a.js'", "export let a", "import.meta", "a; export {}"))
        .allMatch(js -> JsReferences.of(js).module());
    assertThat(Stream.of("import('./a.js')", "x = { import: 1 }", "a.export", "'export'"))
        .noneMatch(js -> JsReferences.of(js).module());
  }

  private static String before(String text) {
    return text.substring(0, text.lastIndexOf(" ~"));
  }

  private static void check(String text, List<Reference> found) {
    String all =
        String.join(
            ", ",
            found.stream()
                .map(r -> r.kind().name().toLowerCase(Locale.ROOT) + " " + r.name())
                .toList());
    assertThat(all).isEqualTo(text.substring(text.lastIndexOf('~') + 2));
  }
}
