package dev.levee.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.levee.States;
import dev.levee.TestSite;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What readers have of the theme: with the keyboard, by dark, on a telephone, on paper, with
/// scripts off.
class ThemeInBrowserTest {

  private static final String FOCUSED =
      "(e => (e.getAttribute('aria-label') || e.innerText || e.className).trim())"
          + "(document.activeElement)";

  /// What reaches beyond the window and neither scrolls in a box of its own nor goes from edge to
  /// edge, below the scroll bar.
  private static final String TOO_WIDE =
      """
      [...document.querySelectorAll('body *')].filter(e => {
        const r = e.getBoundingClientRect();
        return r.width > 0 && (r.right > innerWidth + 1 || r.left < -1)
            && !e.closest('.table-scroll, pre, math, .unseen, .skip, .full');
      }).map(e => e.tagName + '.' + e.className).join(' ')\
      """;

  @RegisterExtension static final OneBrowser browser = new OneBrowser();

  private static HttpServer server;
  private static String root;
  private Browser.Tab tab;

  @BeforeAll
  static void serveThePages() throws Exception {
    TestSite site = States.site();
    assertThat(States.built(site).problems()).isEmpty();
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress("127.0.0.1", 0),
            site.path("site").toAbsolutePath(),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.stop(0);
    }
  }

  @BeforeEach
  void openATab() throws Exception {
    tab = browser.open(root + "/news/everything/");
    tab.look(1200, 900, "light");
  }

  @Test
  void theFirstKeyOffersToSkipToTheText() throws Exception {
    tab.tab();
    assertThat(tab.value(FOCUSED)).isEqualTo("Skip to the text");
    assertThat(tab.value("document.activeElement.getBoundingClientRect().top >= 0"))
        .isEqualTo("true");
    tab.value("document.activeElement.click()");
    tab.tab();
    assertThat(tab.value("!!document.activeElement.closest('main')")).isEqualTo("true");
  }

  @Test
  void theFocusGoesThroughThePageAsItIsRead() throws Exception {
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      tab.tab();
      order.add(tab.value(FOCUSED));
    }
    assertThat(order)
        .startsWith("Skip to the text", "States of a page")
        .containsSubsequence("News", "Around the world", "Parts", "Elsewhere");
    assertThat(
            tab.value("[...document.querySelectorAll('[tabindex]')].every(e => e.tabIndex === 0)"))
        .isEqualTo("true");
  }

  @Test
  void whatScrollsIsReachedWithTheKeyboard() throws Exception {
    tab.value("document.querySelector('.prose h2').setAttribute('tabindex', -1)");
    tab.value("document.querySelector('.prose h2').focus()");
    tab.tab();
    assertThat(tab.value("document.activeElement.className")).isEqualTo("table-scroll");
    assertThat(
            tab.value(
                "[...document.querySelectorAll('.prose [tabindex=\"0\"]')].filter(e =>"
                    + " !e.ariaLabel).length"))
        .isEqualTo("0");
    assertThat(tab.value("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
  }

  @Test
  void aCardThatHasTheFocusIsFramedAsAWhole() throws Exception {
    tab.go(root + "/news/");
    tab.value("document.querySelector('.plate .table-scroll').focus()");
    tab.tab();
    assertThat(tab.value("document.activeElement.parentNode.className")).startsWith("card-title");
    assertThat(
            tab.value(
                "(s => s.outlineStyle + ' ' + (parseInt(s.width) > 500))"
                    + "(getComputedStyle(document.activeElement, '::after'))"))
        .isEqualTo("solid true");
  }

  @Test
  void theMenuSaysWhereOneIs() throws Exception {
    assertThat(tab.value("document.querySelector('.menu [aria-current]').innerText"))
        .isEqualTo("News");
    tab.look(360, 740, "light");
    assertThat(
            tab.value(
                "[...document.querySelectorAll('.menu a')].every(a => {"
                    + "const r = a.getBoundingClientRect();"
                    + "return r.height >= 44 && r.left >= 0 && r.right <= innerWidth; })"))
        .isEqualTo("true");
  }

  @Test
  void byDarkThePageIsDarkAndItsColoursAreThoseOfTheSettings() throws Exception {
    String colours =
        "getComputedStyle(document.documentElement).backgroundColor + ' '"
            + " + getComputedStyle(document.querySelector('.kicker')).color";
    assertThat(tab.value(colours)).isEqualTo("rgb(247, 249, 250) rgb(11, 107, 83)");
    tab.look(1200, 900, "dark");
    assertThat(tab.value(colours)).isEqualTo("rgb(8, 25, 42) rgb(16, 160, 124)");
  }

  @Test
  void nothingIsWiderThanATelephone() throws Exception {
    List<String> pages =
        List.of(
            "/",
            "/404.html",
            "/50x.html",
            "/archive/",
            "/authors/",
            "/authors/desk/",
            "/news/",
            "/news/everything/",
            "/news/forty-tags/",
            "/news/long-headline/",
            "/news/many-authors/",
            "/news/unbreakable/",
            "/parts/part-5/",
            "/tags/",
            "/world/",
            "/world/ar/",
            "/world/ja/");
    for (String page : pages) {
      tab.go(root + page);
      for (int width : new int[] {320, 360, 768, 1440}) {
        tab.look(width, 740, "light");
        assertThat(tab.value(TOO_WIDE)).as("%s at %s", page, width).isEmpty();
      }
    }
  }

  @Test
  void nothingMovesWhileThePageComes() throws Exception {
    tab.look(360, 740, "light");
    for (String page : List.of("/", "/news/everything/", "/news/", "/authors/desk/")) {
      tab.go(root + page);
      assertThat(
              tab.value(
                  "new Promise(done => { let sum = 0; new PerformanceObserver(l => {"
                      + "for (const e of l.getEntries()) sum += e.value; })"
                      + ".observe({type: 'layout-shift', buffered: true});"
                      + "setTimeout(() => done(sum), 200); })"))
          .as(page)
          .isEqualTo("0");
    }
  }

  @Test
  void whatATelephoneLaysOutAfterTheFirstFrameIsSoonThereAsWell() throws Exception {
    String look =
        "[...document.querySelectorAll('.block, .latest, .footer')].map(e =>"
            + "(s => s.animationName + ' ' + s.contentVisibility)(getComputedStyle(e)))";
    tab.look(360, 740, "light");
    tab.go(root + "/");
    assertThat(
            tab.value(
                "Promise.all(document.getAnimations().map(a => a.finished)).then(() =>"
                    + look
                    + ".join())"))
        .matches("unfold visible(,unfold visible)+");
  }

  @Test
  void aTelephoneSentToASectionOfTheFrontPageStaysThere() throws Exception {
    tab.look(360, 740, "light");
    tab.go(root + "/#section-2");
    assertThat(
            tab.value(
                "new Promise(done => setTimeout(() => done(Math.abs(document"
                    + ".querySelector('#section-2').getBoundingClientRect().top) < 60), 400))"))
        .isEqualTo("true");
    assertThat(tab.value("getComputedStyle(document.querySelector('.block')).animationName"))
        .isEqualTo("none");
  }

  @Test
  void withScriptsOffThePageIsTheSame() throws Exception {
    String seen = tab.value("document.body.innerText");
    tab.scripts(false);
    tab.go(root + "/news/everything/?again");
    assertThat(tab.value("document.body.innerText")).isEqualTo(seen);
    tab.scripts(true);
    assertThat(tab.value("document.querySelectorAll('script:not([type$=json])').length"))
        .isEqualTo("0");
  }

  @Test
  void onPaperThereIsTheTextAndNoNavigation() throws Exception {
    String pdf = new String(tab.pdf(), StandardCharsets.ISO_8859_1);
    long pages = Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(pdf).results().count();
    assertThat(pages).isBetween(4L, 9L);
    assertThat(pdf).contains("(A table that is wider than the screen)", "(Long code)");
    assertThat(pdf).doesNotContain("(More from States of a page)");
    tab.go(root + "/news/very-short/");
    String sheet = new String(tab.pdf(), StandardCharsets.ISO_8859_1);
    assertThat(Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(sheet).results().count())
        .isEqualTo(1);
  }
}
