package dev.levee.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageFactsTest {

  @Test
  void scriptsAndStylesInAPageAreAllowedByTheirHashes() {
    assertThat(of("<script>alert(1)</script><style>a{}</style>").policySources())
        .containsExactly(
            "script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='",
            "style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='");
    assertThat(of("<p STYLE = 'color: red'>x").policySources())
        .contains("style-src-attr 'unsafe-hashes'")
        .hasSize(2);
  }

  @Test
  void dataAndWhatOnlyLooksLikeAScriptNeedNone() {
    assertThat(
            of("""
            <script type="application/ld+json">{"a": "<script>"}</script>
            <!-- <script>no()</script> <style>x</style> -->
            <textarea><script>no()</script></textarea>
            <p title="<style>no</style> style=x">&lt;script&gt;</p>
            <title><style></title>
            """)
                .policySources())
        .isEmpty();
  }

  @Test
  void whatComesFromOtherHostsIsAllowed() {
    assertThat(
            of("""
            <img src="https://Pictures.example.net:8443/a.jpg?x=1" alt="">
            <iframe src='//films.example.net/1'></iframe>
            <script src=https://stats.example.net/s.js></script>
            <link rel="StyleSheet" href="https://fonts.example.net/x.css">
            <video poster="https://p.example.net/p.jpg"><source src="https://v.example.net/v.mp4"></video>
            <img srcset="https://one.example.net/a 1x, https://two.example.net/b 2x" src="/x.jpg">
            <a href="https://nowhere.example.net/">a link is not fetched</a>
            <img src="https://user@bad.example.net/">
            """)
                .policySources())
        .containsExactly(
            "img-src https://pictures.example.net:8443",
            "frame-src https://films.example.net",
            "script-src https://stats.example.net",
            "style-src https://fonts.example.net",
            "img-src https://p.example.net",
            "media-src https://v.example.net",
            "img-src https://one.example.net",
            "img-src https://two.example.net");
  }

  @Test
  void whatIsSeldomIsSeenToo() {
    assertThat(
            of("""
            <img src="https://Bücher.example/a.jpg">
            <svg><image href="//one.example.net/a"/><image xlink:href='//two.example.net/b'/></svg>
            <input type=image src=//three.example.net/c formaction=//four.example.net:81/d>
            <button formaction="//five.example.net/e">x</button>
            <img src="http://[::1]:80/f"><img src="https://a_b.example/"><img src="//-ü..x/">
            """)
                .policySources())
        .containsExactly(
            "img-src https://xn--bcher-kva.example",
            "img-src https://one.example.net",
            "img-src https://two.example.net",
            "form-action https://four.example.net:81",
            "img-src https://three.example.net",
            "form-action https://five.example.net");
  }

  @Test
  void aTelephoneFetchesWhatIsWideEnough() {
    assertThat(of("<img srcset='a-360.jpg 360w, a-720.jpg 720w, a-1440.jpg 1440w'>").pictures())
        .containsExactly("news/a-720.jpg");
    assertThat(of("<img srcset='a-1440.jpg 1440w, a-800.jpg 800w'>").pictures())
        .containsExactly("news/a-800.jpg");
    assertThat(of("<img srcset='a-200.jpg 200w,b-400.jpg 400w'>").pictures())
        .containsExactly("news/b-400.jpg");
    assertThat(of("<img src=a.jpg srcset='b.jpg 2x, c.jpg 3x'>").pictures())
        .containsExactly("news/b.jpg");
    assertThat(
            of("""
            <picture><source type="image/avif" srcset="a.avif 720w">
            <source type="image/webp" srcset="a.webp 720w"><img src="a.jpg" alt=""></picture>
            <img src="b.jpg"><img src="late.jpg" loading="lazy"><img src="data:image/gif;base64,R0">
            """)
                .pictures())
        .containsExactly("news/a.avif", "news/b.jpg");
  }

  @Test
  void linksLeadToFilesOfTheSite() {
    PageFacts facts =
        PageFacts.of(
            """
            <link rel=stylesheet href="../assets/main.css"><link rel=stylesheet href=/mag/p.css media=print>
            <script src="/mag/assets/a%20b.js?v=1"></script><script src="/other/x.js"></script>
            <img src="../../mag/x.jpg">
            """,
            "/mag", "/mag/news/");
    assertThat(facts.styles()).containsExactly("assets/main.css");
    assertThat(facts.preloads()).containsExactly("assets/main.css");
    assertThat(facts.scripts()).containsExactly("assets/a b.js");
    assertThat(facts.pictures()).containsExactly("x.jpg");
  }

  @Test
  void brokenHtmlIsReadToItsEnd() {
    for (String html :
        List.of(
            "<",
            "<img",
            "<img src",
            "<img src=",
            "<img src='x",
            "<script>x",
            "<!--",
            "<a =>",
            "<style",
            "<a\u0000b>",
            "</",
            "<p style",
            "<img srcset=',,, ,'>",
            "<img srcset='a x'>")) {
      assertThat(of(html)).isNotNull();
    }
  }

  @Test
  void aCacheGivesThemBack() {
    PageFacts facts = of("<img src=a.jpg><style>x</style><link rel=stylesheet href=/m.css>");
    Pack pack = new Pack();
    facts.pack(pack);
    assertThat(PageFacts.unpack(new Unpack(pack.bytes()))).isEqualTo(facts);
  }

  private static PageFacts of(String html) {
    return PageFacts.of(html, "", "/news/");
  }
}
