package dev.levee.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.config.EditorLink;
import dev.levee.problem.Location;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a reader of the preview sees, in a real browser.
class LiveScriptTest {

  private static final String SHEET = "<link rel=\"stylesheet\" href=\"/%s.css\">";
  private static final String HEAD = "<title>High Water</title>";

  /// The text of what the preview shows in an element of its own.
  private static final String SHOWN =
      "[...document.querySelectorAll('levee-preview')]"
          + ".map(p => [...p.shadowRoot.children].filter(c => !c.hidden && c.role !== 'status')"
          + ".map(c => c.innerText).join(' ')).join(' ')";

  @RegisterExtension static final OneBrowser browser = new OneBrowser();

  @TempDir Path site;
  private LivePages pages;

  @BeforeEach
  void startPages() throws Exception {
    pages = new LivePages();
  }

  @AfterEach
  void stopPages() {
    pages.close();
  }

  @Test
  void aChangedParagraphIsReplacedInPlace() throws Exception {
    pages.put("/", HEAD, "<h1>Flood</h1><p>The river rose.</p><p id=end>End.</p>");
    Browser.Tab tab = open("/");
    tab.value("void (window.end = document.getElementById('end'))");
    pages.put(
        "/",
        "<title>Flood</title><meta name=description content=Water>",
        "<h1>Flood</h1><p class=new>The river <em>fell</em>.</p><p>Then it rained.</p>"
            + "<p id=end>End.</p>");
    tab.until("document.querySelector('p.new')?.innerText === 'The river fell.'");
    assertThat(tab.value("document.body.innerText.replace(/\\s+/g, ' ')"))
        .contains("Flood The river fell. Then it rained. End.");
    assertThat(tab.value("document.title")).isEqualTo("Flood");
    assertThat(tab.value("document.querySelector('meta[name=description]').content"))
        .isEqualTo("Water");
    assertThat(tab.value("window.end === document.getElementById('end')")).isEqualTo("true");
    assertNotReloaded(tab);
  }

  @Test
  void aStyleSheetIsSwappedWithoutAReload() throws Exception {
    pages.file("/a.css", "text/css", "p { color: rgb(1, 2, 3); }");
    pages.file("/b.css", "text/css", "p { color: rgb(4, 5, 6); }");
    pages.put("/", HEAD + SHEET.formatted("a"), "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    tab.value("void (window.colours = new Set())");
    tab.value(
        "void (function look() { colours.add(getComputedStyle(document.querySelector('p')).color);"
            + " requestAnimationFrame(look) })()");
    pages.put("/", HEAD + SHEET.formatted("b"), "<p>The river rose.</p>");
    tab.until("document.querySelectorAll('link').length === 1 && colours.size > 1");
    assertThat(tab.value("[...colours].join(' ')")).isEqualTo("rgb(1, 2, 3) rgb(4, 5, 6)");
    assertThat(tab.value("document.querySelector('link').href")).endsWith("/b.css");
    assertNotReloaded(tab);
  }

  @Test
  void theReadersPlaceStaysWhenTextAboveItGrows() throws Exception {
    pages.put("/", HEAD, article("", "<p>The river rose.</p>"));
    Browser.Tab tab = open("/");
    tab.value("document.getElementById('here').scrollIntoView()");
    tab.value("scrollBy(0, -50)");
    String place = "Math.round(document.getElementById('here').getBoundingClientRect().top)";
    assertThat(tab.value(place)).isEqualTo("50");
    pages.put("/", HEAD, article("<p>First.</p>".repeat(30), "<p>The river fell.</p>"));
    tab.until("document.body.innerText.includes('First.')");
    assertThat(tab.value(place)).isEqualTo("50");
    pages.put("/", HEAD, article("", "<p>The river fell again.</p>"));
    tab.until("!document.body.innerText.includes('First.')");
    assertThat(tab.value(place)).isEqualTo("50");
    tab.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    assertThat(tab.value(place)).isEqualTo("50");
    assertNotReloaded(tab);
  }

  @Test
  void whatTheReaderDidStays() throws Exception {
    String form =
        "<input id=q><details><summary>More</summary>It is long.</details>"
            + "<p id=words>The river rose in the night.</p>";
    pages.put("/", HEAD, "<p>One.</p>" + form);
    Browser.Tab tab = open("/");
    tab.value("document.getElementById('q').focus()");
    tab.value("document.execCommand('insertText', false, 'flood')");
    tab.value("document.getElementById('q').setSelectionRange(1, 3)");
    tab.value("void (document.querySelector('details').open = true)");
    tab.value("document.body.classList.add('from-a-script')");
    pages.put("/", HEAD, "<p>Two.</p><p>Three.</p>" + form.replace("It is", "It is very"));
    tab.until("document.body.innerText.includes('very long')");
    assertThat(
            tab.value(
                "(e => [e.id, e.value, e.selectionStart, e.selectionEnd].join())"
                    + "(document.activeElement)"))
        .isEqualTo("q,flood,1,3");
    assertThat(tab.value("document.querySelector('details').open")).isEqualTo("true");
    assertThat(tab.value("document.body.className")).isEqualTo("from-a-script");
    tab.value(
        "(text => getSelection().setBaseAndExtent(text, 4, text, 9))"
            + "(document.getElementById('words').firstChild)");
    pages.put("/", HEAD, "<p>Two.</p>" + form.replace("in the night", "in the morning"));
    tab.until("document.body.innerText.includes('morning')");
    assertThat(tab.value("String(getSelection())")).isEqualTo("river");
    assertNotReloaded(tab);
  }

  @Test
  void whatHasAnIdMayMove() throws Exception {
    pages.put("/", HEAD, "<p id=a>A</p><p id=b>B</p><p id=c><input id=q></p>");
    Browser.Tab tab = open("/");
    tab.value("document.getElementById('q').focus()");
    tab.value("void (window.c = document.getElementById('c'))");
    pages.put("/", HEAD, "<p id=c><input id=q></p><p id=b>B</p><p>New</p><p id=a>A!</p>");
    tab.until("document.body.innerText.includes('A!')");
    assertThat(tab.value("[...document.querySelectorAll('p')].map(p => p.id).join()"))
        .isEqualTo("c,b,,a");
    assertThat(tab.value("window.c === document.getElementById('c')")).isEqualTo("true");
    assertThat(tab.value("document.activeElement.id")).isEqualTo("q");
  }

  @Test
  void whatScriptsOfThePageDidStays() throws Exception {
    pages.file(
        "/a.js",
        "text/javascript",
        "document.body.className = 'ready';"
            + " document.querySelector('main').prepend(document.createElement('nav'))");
    String head = HEAD + "<script src=/a.js defer></script>";
    pages.put("/", head, "<main><p>The river rose.</p></main>");
    Browser.Tab tab = open("/");
    pages.put("/", head, "<main><h1>Flood</h1><p>The river fell.</p></main>");
    tab.until("document.body.innerText.includes('fell')");
    assertThat(
            tab.value("[...document.querySelector('main').children].map(e => e.nodeName).join()"))
        .isEqualTo("H1,NAV,P");
    assertThat(tab.value("document.body.className")).isEqualTo("ready");
    assertNotReloaded(tab);
  }

  @Test
  void whatInlineScriptsOfThePageDidStays() throws Exception {
    pages.allowAll();
    String head =
        HEAD
            + "<script>document.documentElement.classList.add('js');"
            + " document.documentElement.dataset.theme = 'dark';"
            + " document.head.prepend(document.createElement('style'))</script>";
    String inserted =
        "<script>document.querySelector('main').insertAdjacentHTML('afterbegin',"
            + " '<p class=mine>Mine</p><nav></nav>');"
            + " document.querySelector('main').lang = 'fr'</script>";
    pages.put("/", head, "<main><p>The river rose.</p><p>Rain.</p></main>" + inserted);
    Browser.Tab tab = open("/");
    tab.value("void (window.rain = document.querySelector('main').lastChild)");
    for (String verb : List.of("fell", "froze")) {
      String main = "<main class=" + verb + "><h1>Flood</h1><p>The river " + verb;
      pages.put("/", head, main + ".</p><p>Rain.</p></main>" + inserted);
      tab.until("document.body.innerText.includes('" + verb + "')");
      assertThat(tab.value("document.documentElement.className")).isEqualTo("js");
      assertThat(tab.value("document.documentElement.dataset.theme")).isEqualTo("dark");
      assertThat(tab.value("document.head.firstChild.nodeName")).isEqualTo("STYLE");
      assertThat(tab.value("document.querySelector('main').lang")).isEqualTo("fr");
      assertThat(tab.value("document.querySelector('main').className")).isEqualTo(verb);
      assertThat(
              tab.value(
                  "[...document.querySelector('main').children].map(e => e.innerText).join('|')"))
          .isEqualTo("Flood|Mine||The river " + verb + ".|Rain.");
      assertThat(tab.value("rain === document.querySelector('main').lastChild")).isEqualTo("true");
    }
    assertNotReloaded(tab);
  }

  @Test
  void whatInlineScriptsRemovedStaysAwayUntilItChanges() throws Exception {
    pages.allowAll();
    String removing = "<script>document.querySelector('aside').remove()</script>";
    String body = "<p>The river %s.</p><aside>%s</aside>" + removing;
    pages.put("/", HEAD, body.formatted("rose", "Old"));
    Browser.Tab tab = open("/");
    pages.put("/", HEAD, body.formatted("fell", "Old"));
    tab.until("document.body.innerText.includes('fell')");
    assertThat(tab.value("document.querySelector('aside')")).isEqualTo("null");
    assertNotReloaded(tab);
    pages.put("/", HEAD, body.formatted("fell", "New"));
    tab.until("window.marker === undefined && document.readyState === 'complete'");
    assertThat(tab.value("document.querySelector('aside')")).isEqualTo("null");
  }

  @Test
  void whatWasSentIsTakenFromTheCache() throws Exception {
    pages.put("/", HEAD, "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    pages.put("/", HEAD, "<p>The river fell.</p>");
    tab.until("document.body.innerText.includes('fell')");
    assertThat(pages.asked("/")).isEqualTo(2);
  }

  @Test
  void aPageThatIsOlderThanWhatTheServerHasIsLoadedAnewOnce() throws Exception {
    pages.allowAll();
    String older =
        "<script>sessionStorage.older ??="
            + " (document.querySelector('script').dataset.edition = 'older')</script>";
    pages.put("/", HEAD + older, "<p>The river rose.</p>");
    Browser.Tab tab = browser.open(pages.url("/"));
    tab.until("performance.getEntriesByType('navigation')[0].type === 'reload'");
    tab.until("document.readyState === 'complete'");
    tab.value("void (window.marker = 'here')");
    pages.put("/", HEAD + older, "<p>The river fell.</p>");
    tab.until("document.body.innerText.includes('fell')");
    assertNotReloaded(tab);
  }

  @Test
  void aPageWithABaseElsewhereIsFollowed() throws Exception {
    pages.allowAll();
    String head = HEAD + "<base href=\"https://elsewhere.example/\">";
    pages.put("/", head, "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    assertThat(tab.value("document.baseURI")).isEqualTo("https://elsewhere.example/");
    pages.put("/", head, "<p>The river fell.</p>");
    tab.until("document.body.innerText.includes('fell')");
    assertNotReloaded(tab);
  }

  @Test
  void anotherScriptLoadsThePageAnew() throws Exception {
    pages.file("/a.js", "text/javascript", "document.documentElement.dataset.by = 'a'");
    pages.file("/b.js", "text/javascript", "document.documentElement.dataset.by = 'b'");
    pages.put("/", HEAD + "<script src=/a.js></script>", "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    pages.put("/", HEAD + "<script src=/b.js></script>", "<p>The river rose.</p>");
    tab.until("document.documentElement.dataset.by === 'b'");
    assertThat(tab.value("window.marker === undefined")).isEqualTo("true");
  }

  @Test
  void whatTheOldPolicyRefusesLoadsThePageAnew() throws Exception {
    pages.put("/", HEAD, "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    pages.put("/", HEAD, "<p>The river rose.</p><img src=https://pictures.example/a.png alt=A>");
    tab.until("window.marker === undefined && document.querySelector('img')");
  }

  @Test
  void dataIsNoScript() throws Exception {
    String data = HEAD + "<script type=application/ld+json>{\"name\": \"%s\"}</script>";
    pages.put("/", data.formatted("a"), "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    pages.put("/", data.formatted("b"), "<p>The river rose.</p>");
    tab.until("document.querySelector('script[type]').text.includes('b')");
    assertNotReloaded(tab);
  }

  @Test
  void ofManyUpdatesTheLastIsShown() throws Exception {
    pages.put("/", HEAD, "<p>0</p>");
    Browser.Tab tab = open("/");
    for (int i = 1; i <= 100; i++) {
      pages.put("/", HEAD, ("<p>" + i + "</p>").repeat(i % 7 + 1));
    }
    tab.until("document.querySelector('p').innerText === '100'");
    assertThat(tab.value("document.querySelectorAll('p').length")).isEqualTo("3");
    assertNotReloaded(tab);
  }

  @Test
  void aPictureThatIsReplacedIsLoadedAnew() throws Exception {
    pages.put("/", HEAD, "<p>The same.</p>");
    Browser.Tab tab = open("/");
    pages.put("/", HEAD, "<p>The same.</p>");
    tab.until("window.marker === undefined");
    tab.until("document.readyState === 'complete'");
    assertThat(pages.asked("/")).isLessThanOrEqualTo(4);
  }

  @Test
  void problemsAreShownAndGoWhenTheyAreMended() throws Exception {
    Files.writeString(site.resolve("flood.md"), "---\ntitle: Flood\ndate: yesterday\n---\n");
    pages.put("/", HEAD, "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    assertThat(tab.value(SHOWN)).isEmpty();
    say(problem(Severity.ERROR, "flood.md", 3, 7, "'<b>yesterday</b>' is not a date"));
    tab.until(SHOWN + ".includes('is not a date')");
    assertThat(tab.value(SHOWN).replaceAll("\\s+", " "))
        .isEqualTo(
            "1 error × Error flood.md:3:7 bad-date 3date: yesterday '<b>yesterday</b>' is not a"
                + " date such as 2016-11-08");
    String root = "document.querySelector('levee-preview').shadowRoot";
    assertThat(tab.value(root + ".querySelector('mark').innerText")).isEqualTo("yesterday");
    assertThat(tab.value(root + ".querySelector('a').href"))
        .isEqualTo("vscode://file" + site + "/flood.md:3:7");
    assertThat(
            tab.value(
                root + ".querySelector('.panel').getBoundingClientRect().height <= innerHeight/2"))
        .isEqualTo("true");
    assertThat(tab.value("document.activeElement === document.body")).isEqualTo("true");
    say();
    tab.until(SHOWN + " === ''");
    assertNotReloaded(tab);
  }

  @Test
  void dismissedProblemsComeBackWithNewOnes() throws Exception {
    pages.put("/", HEAD, "<p>The river rose.</p>");
    Problem first = problem(Severity.ERROR, "a.md", 1, 1, "the first");
    Problem second = problem(Severity.ERROR, "b.md", 1, 1, "the second");
    say(first);
    Browser.Tab tab = open("/");
    tab.until(SHOWN + ".includes('the first')");
    tab.press("Escape");
    tab.until(SHOWN + " === '1 error'");
    say(problem(Severity.ERROR, "a.md", 9, 9, "the first"));
    say(problem(Severity.ERROR, "a.md", 9, 9, "the first"), problem(Severity.WARN, "c", 1, 1, "w"));
    tab.until(SHOWN + " === '1 error, 1 warning'");
    say(first, second);
    tab.until(SHOWN + ".includes('the second')");
  }

  @Test
  void warningsAreABadgeThatUnfolds() throws Exception {
    pages.put("/", HEAD, "<p>The river rose.</p>");
    say(problem(Severity.WARN, "a.md", 1, 1, "it may be so"));
    Browser.Tab tab = open("/");
    tab.until(SHOWN + " === '1 warning'");
    tab.value("document.querySelector('levee-preview').shadowRoot.querySelector('.badge').click()");
    tab.until(SHOWN + ".includes('it may be so')");
    tab.press("Escape");
    tab.until(SHOWN + " === '1 warning'");
  }

  @ParameterizedTest
  @CsvSource({
    "404, There is no page at this address any more",
    "500, This page cannot be made as it is"
  })
  void aPageThatIsGoneIsShownAsItWasLast(int status, String message) throws Exception {
    pages.put("/", HEAD, "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    pages.put("/", status, HEAD, "", "<p>Nothing.</p>");
    tab.until(SHOWN + ".includes('" + message + "')");
    assertThat(tab.value("document.body.innerText")).contains("The river rose.");
    pages.put("/", HEAD, "<p>The river rose.</p>");
    tab.until(SHOWN + " === ''");
    pages.put("/", HEAD, "<p>The river fell.</p>");
    tab.until("document.body.innerText.includes('The river fell.')");
    assertNotReloaded(tab);
  }

  @Test
  void aPageThatIsNotPublishedSaysSo() throws Exception {
    String draft = " data-state=\"draft\" data-reason=\"draft: true in its front matter\"";
    pages.put("/", 200, HEAD, draft, "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    assertThat(tab.value(SHOWN)).contains("Draft", "draft: true in its front matter");
    assertThat(
            tab.value(
                "document.querySelector('levee-preview').getBoundingClientRect().bottom"
                    + " <= document.body.getBoundingClientRect().top"))
        .isEqualTo("true");
    pages.put("/", 200, HEAD, "", "<p>The river rose.</p><p>It is published.</p>");
    tab.until(SHOWN + " === ''");
    pages.put("/", 200, HEAD, draft.replace("draft", "future"), "<p>The river rose.</p>");
    tab.until(SHOWN + ".includes('Not published yet')");
    pages.put("/", 200, HEAD, draft.replace("draft", "expired"), "<p>The river rose.</p>");
    tab.until(SHOWN + ".includes('No longer published')");
    tab.value("document.querySelector('levee-preview').shadowRoot.querySelector('button').click()");
    tab.until(SHOWN + " === ''");
    assertNotReloaded(tab);
  }

  @Test
  void aTabFindsTheServerThatIsStartedAnew() throws Exception {
    pages.put("/", HEAD, "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    int port = pages.port();
    pages.close();
    pages = new LivePages(port);
    pages.put("/other/", HEAD, "<p>Another page takes the first edition.</p>");
    pages.put("/", HEAD, "<p>The river fell.</p>");
    tab.until("document.body.innerText.includes('The river fell.')");
    assertNotReloaded(tab);
  }

  @Test
  void theBrowserHasNothingToSay() throws Exception {
    say(problem(Severity.ERROR, "a.md", 1, 1, "wrong"));
    pages.put("/", 200, HEAD, " data-state=\"draft\" data-reason=\"r\"", "<p>The river rose.</p>");
    Browser.Tab tab = open("/");
    tab.until(SHOWN + ".includes('wrong')");
    tab.value(
        "void (window.refused = [], document.addEventListener('securitypolicyviolation',"
            + " e => refused.push(e.violatedDirective)))");
    pages.put("/", HEAD, "<p>The river fell.</p>");
    say(problem(Severity.ERROR, "b.md", 1, 1, "also wrong"));
    tab.until(SHOWN + ".includes('also wrong')");
    tab.until("document.body.innerText.includes('fell')");
    assertThat(tab.value("refused.join()")).isEmpty();
    assertThat(
            tab.value(
                "getComputedStyle(document.querySelector('levee-preview:last-of-type').shadowRoot"
                    + ".querySelector('.panel')).position"))
        .isEqualTo("fixed");
  }

  private Browser.Tab open(String path) throws Exception {
    Browser.Tab tab = browser.open(pages.url(path));
    tab.value("void (window.marker = 'here')");
    return tab;
  }

  private static void assertNotReloaded(Browser.Tab tab) throws Exception {
    assertThat(tab.value("window.marker")).isEqualTo("here");
  }

  private void say(Problem... problems) {
    EditorLink editor = new EditorLink("vscode://file/{path}:{line}:{column}");
    pages.live.problems(new ProblemMessage(site, Optional.of(editor)).of(List.of(problems)));
  }

  private static Problem problem(
      Severity severity, String path, int line, int column, String message) {
    return new Problem(
        ProblemCode.BAD_DATE,
        severity,
        new Location(path, line, column),
        message,
        "such as 2016-11-08");
  }

  /// An article that is longer than the window.
  private static String article(String before, String changed) {
    return "<main>"
        + before
        + "<p>Words.</p>".repeat(40)
        + changed
        + "<h2 id=here>Here</h2>"
        + "<p>More words.</p>".repeat(60)
        + "</main>";
  }
}
