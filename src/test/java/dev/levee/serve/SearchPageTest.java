package dev.levee.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.search.WordCases;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a reader who searches the site sees, in a real browser.
class SearchPageTest {

  /// What a site allows its pages.
  private static final String POLICY =
      "base-uri 'self'; default-src 'self'; form-action 'self'; frame-ancestors 'self';"
          + " img-src 'self' data:; object-src 'none'";

  private static final String TITLES =
      "[...document.querySelectorAll('.search-results a')].map(a => a.textContent).join('|')";

  private static final String RESULTS = "document.querySelectorAll('.search-results li').length";
  private static final String MORE = "document.querySelector('[data-search-more]')";

  private static final String SITE =
      """
      -- levee.yaml --
      title: High Water
      url: https://example.org
      search: true
      -- content/news/iowa.md --
      ---
      title: The flood in Iowa
      date: 2016-11-08
      dek: Water came over the levee
      ---
      The government asked for help.
      -- content/news/site.md --
      ---
      title: The immigration site
      date: 2016-11-09
      tags: [flood]
      ---
      It went down under its visitors.
      -- content/news/other.md --
      ---
      title: Visas
      date: 2016-11-07
      ---
      A flood of visitors asked for an immigration visa.
      -- content/news/tokyo.md --
      ---
      title: 東京都知事選
      ---
      Crème brûlée.
      -- content/news/arabic.md --
      ---
      title: أَخْبَار إلى المدينة
      ---
      Text.
      """;

  @RegisterExtension static final OneBrowser browser = new OneBrowser();

  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private long sent;

  /// Where the server answers with a page in place of the file.
  private Predicate<String> broken = path -> false;

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void theWholeSearchIsDoneByKeyboard() throws Exception {
    Browser.Tab tab = open(BuiltSite.of(SITE).report().destination());
    assertThat(tab.value("document.activeElement.id")).isEqualTo("search-words");
    assertThat(asked)
        .noneMatch(path -> path.contains("/search/index") || path.contains("s/search/"));
    type(tab, "flood");
    until(tab, "The flood in Iowa|The immigration site|Visas");
    assertThat(tab.value("document.querySelector('[role=status]').innerText"))
        .isEqualTo("3 articles");
    assertThat(tab.value("document.querySelector('.search-results mark').innerText"))
        .isEqualTo("flood");
    assertThat(tab.value("location.search")).isEqualTo("?q=flood");
    tab.press("ArrowDown");
    tab.press("ArrowDown");
    assertThat(tab.value("document.activeElement.innerText")).isEqualTo("The immigration site");
    tab.press("ArrowUp");
    tab.press("Escape");
    assertThat(tab.value("document.activeElement.id")).isEqualTo("search-words");
    tab.press("Tab");
    assertThat(tab.value("document.activeElement.innerText")).isEqualTo("The flood in Iowa");
    tab.value("document.activeElement.click()");
    tab.until("location.pathname === '/news/iowa/'");
  }

  @Test
  void wordsAreFoundByTheirBeginningWithSlipsAndInEveryScript() throws Exception {
    Browser.Tab tab = open(BuiltSite.of(SITE).report().destination());
    find(tab, "immig", "The immigration site|Visas");
    find(tab, "goverment", "The flood in Iowa");
    find(tab, "migration", "The immigration site|Visas");
    find(tab, "CREME brulee", "東京都知事選");
    find(tab, "東京都", "東京都知事選");
    find(tab, "اخبار", "أَخْبَار إلى المدينة");
    find(tab, "immigration visa", "Visas");
    type(tab, "zebra");
    tab.until("document.querySelector('[role=status]').innerText.startsWith('Nothing was found')");
    assertThat(tab.value(TITLES)).isEmpty();
  }

  @Test
  void anAddressWithWordsShowsWhatTheyFind() throws Exception {
    Path site = BuiltSite.of(SITE).report().destination();
    Browser.Tab tab = open(site);
    tab.go("http://127.0.0.1:" + server.getAddress().getPort() + "/search/?q=iowa");
    until(tab, "The flood in Iowa");
  }

  @Test
  void anIndexThatWasReplacedMeanwhileIsFetchedAgain() throws Exception {
    TestSite site = TestSite.of(SITE);
    Browser.Tab tab = open(BuiltSite.of(site).report().destination());
    find(tab, "iowa", "The flood in Iowa");
    site.file("content/news/more.md", "---\ntitle: Iowa again\ndate: 2016-11-01\n---\n");
    BuiltSite.of(site);
    tab.go("http://127.0.0.1:" + server.getAddress().getPort() + "/search/");
    find(tab, "again", "Iowa again");
  }

  @Test
  void theScriptReadsWordsAsTheIndexDoes() throws Exception {
    Browser.Tab tab = open(site("Flood"));
    Path script = Path.of(System.getProperty("project.root"), "templates/assets/js/search.js");
    String text = Files.readString(script);
    String part = text.substring(text.indexOf("// -- Words"), text.indexOf("// -- The index."));
    tab.value("window.wordsOf = (() => { " + part + " return words })(), 0");
    List<String> texts = new ArrayList<>(WordCases.all().keySet());
    texts.addAll(WordCases.random(4000));
    String all =
        tab.value(
            Json.createArrayBuilder(texts).build()
                + ".map(t => wordsOf(t).map(w => w.word).join('|')).join('\\n')");
    String[] words = all.split("\n", -1);
    assertThat(words).hasSameSizeAs(texts);
    for (int i = 0; i < words.length; i++) {
      String read = texts.get(i);
      assertThat(words[i]).as(read).isEqualTo(String.join("|", WordCases.words(read)));
    }
  }

  @Test
  void whatWasFoundIsMarkedAndNothingElse() throws Exception {
    Browser.Tab tab =
        open(
            site(
                "東京都知事選",
                "Vitamin C can cure colds",
                "The government of 洪水",
                "Flooding in a flood"));
    assertMarks(tab, "京都", "京都");
    assertMarks(tab, "都知事", "都知事");
    assertMarks(tab, "水", "水");
    assertMarks(tab, "vitamin c", "Vitamin|C");
    assertMarks(tab, "flood", "Flooding|flood");
    assertMarks(tab, "goverment", "government");
  }

  @Test
  void aSingleCharacterIsFoundWhereverItStands() throws Exception {
    Browser.Tab tab = open(site("洪水", "水道", "水"));
    type(tab, "水");
    tab.until("document.querySelector('[role=status]').innerText === '3 articles'");
    find(tab, "洪水", "洪水");
  }

  @Test
  void oneLetterIsLookedForAsAWordAndAnotherAskedFor() throws Exception {
    Browser.Tab tab = open(site("Planet X", "Xylophones"));
    find(tab, "x", "Planet X");
    type(tab, "q");
    tab.until("document.querySelector('[role=status]').innerText === 'Type another letter.'");
    assertThat(tab.value(TITLES)).isEmpty();
    type(tab, " ");
    tab.until("document.querySelector('[role=status]').innerText === ''");
    assertThat(tab.value("location.search")).isEmpty();
  }

  @Test
  void aNumberIsNoSlipOfAnother() throws Exception {
    Browser.Tab tab = open(site("Budget 2024", "Covid19"));
    type(tab, "2025");
    tab.until("document.querySelector('[role=status]').innerText.startsWith('Nothing was found')");
    find(tab, "budgte", "Budget 2024");
  }

  @Test
  void apostrophesThatAreLettersDoNotMatter() throws Exception {
    Browser.Tab tab = open(site("Пам\u02BCять", "Об’єкт", "Hawai\u02BBi", "L’IA à Paris"));
    find(tab, "пам\\'ять", "Пам\u02BCять");
    find(tab, "об\u02BCєкт", "Об’єкт");
    find(tab, "hawaii", "Hawai\u02BBi");
    find(tab, "IA", "L’IA à Paris");
  }

  @Test
  void aResultSaysItsLanguageAndTheDateAsPagesDo() throws Exception {
    Browser.Tab tab =
        open(
            BuiltSite.of(
                    """
                    -- levee.yaml --
                    title: High Water
                    url: https://example.org
                    search: true
                    dateFormat: d. MMM uuuu
                    -- content/a.md --
                    ---
                    title: Nachricht
                    language: ar
                    date: 2016-11-08
                    ---
                    -- content/b.md --
                    ---
                    title: Nacht
                    url: /covid:19/
                    language: en
                    ---
                    """)
                .report()
                .destination());
    find(tab, "nach", "Nacht|Nachricht");
    assertThat(
            tab.value(
                "[...document.querySelectorAll('.search-results li')]"
                    + ".map(li => li.lang + ' ' + li.dir).join('|')"))
        .isEqualTo(" |ar rtl");
    assertThat(tab.value("document.querySelector('.search-results time').outerHTML"))
        .isEqualTo("<time datetime=\"2016-11-08\">8. Nov 2016</time>");
    assertThat(tab.value("document.querySelector('.search-results a').href"))
        .startsWith("http://127.0.0.1:")
        .endsWith("/covid:19/");
  }

  @Test
  void twoClicksShowTheNextResultsOnce() throws Exception {
    Browser.Tab tab = open(site(numbered(35)));
    type(tab, "flood");
    tab.until("document.querySelector('[role=status]').innerText === '35 articles'");
    tab.value("void (" + MORE + ".click(), " + MORE + ".click())");
    tab.until(RESULTS + " > 10 && !" + MORE + ".hidden");
    TimeUnit.MILLISECONDS.sleep(100);
    assertThat(tab.value(RESULTS)).isEqualTo("20");
    tab.until("document.activeElement === document.querySelectorAll('.search-results a')[10]");
    tab.value(MORE + ".click()");
    tab.until(RESULTS + " === 30");
    tab.value(MORE + ".click()");
    tab.until(RESULTS + " === 35 && " + MORE + ".hidden");
    assertThat(
            tab.value(
                "new Set([...document.querySelectorAll('.search-results a')].map(a =>"
                    + " a.href)).size"))
        .isEqualTo("35");
  }

  @Test
  void moreOfOneQueryIsNotShownBelowAnother() throws Exception {
    Browser.Tab tab = open(site(numbered(30)));
    type(tab, "flood");
    tab.until("document.querySelector('[role=status]').innerText === '30 articles'");
    tab.value(
        "void (document.querySelector('input').value = 'number29',"
            + " document.querySelector('form').requestSubmit(), "
            + MORE
            + ".click())");
    tab.until("document.querySelector('[role=status]').innerText === '1 article'");
    TimeUnit.MILLISECONDS.sleep(200);
    assertThat(tab.value(RESULTS)).isEqualTo("1");
    assertThat(tab.value(MORE + ".hidden")).isEqualTo("true");
  }

  @Test
  void whatCannotBeFetchedIsToldAndMayBeTriedAgain() throws Exception {
    Browser.Tab tab = open(site(numbered(30)));
    String failed = "document.querySelector('[role=status]').innerText.includes('Try again')";
    broken = path -> path.endsWith(".bin");
    type(tab, "flood");
    tab.until(failed);
    broken = path -> false;
    tab.value("document.querySelector('form').requestSubmit()");
    tab.until("document.querySelector('[role=status]').innerText === '30 articles'");
    broken = path -> path.endsWith(".json");
    tab.value(MORE + ".click()");
    tab.until(failed);
    assertThat(tab.value(RESULTS + " + ' ' + " + MORE + ".hidden")).isEqualTo("10 false");
    broken = path -> false;
    tab.value(MORE + ".click()");
    tab.until("document.querySelector('[role=status]').innerText === '30 articles'");
    assertThat(tab.value(RESULTS)).isEqualTo("20");
  }

  @Test
  void arrowsWithOtherKeysAreTheBrowsers() throws Exception {
    Browser.Tab tab = open(site("Flood"));
    find(tab, "flood", "Flood");
    for (String key : List.of("shiftKey", "altKey", "ctrlKey", "metaKey")) {
      assertThat(tab.value(arrow(key + ": true"))).as(key).isEqualTo("true");
    }
    assertThat(tab.value(arrow(""))).isEqualTo("false");
  }

  /// Whether the browser may do what it does on an arrow.
  private static String arrow(String with) {
    return "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
        + " { key: 'ArrowDown', bubbles: true, cancelable: true, "
        + with
        + " }))";
  }

  @Test
  void aQueryFetchesLittle() throws Exception {
    String ready = System.getProperty("levee.search.site", "");
    Path site = ready.isEmpty() ? large() : Path.of(ready);
    List<String> queries =
        ready.isEmpty()
            ? List.of("wa", "wab", "wabc wad wae waf wag wah wai waj", "waaaaaaab", "title wab")
            : List.of(System.getProperty("levee.search.queries").split(","));
    for (String query : queries) {
      sent = 0;
      Browser.Tab tab = open(site);
      asked.clear();
      sent = 0;
      type(tab, query);
      tab.until("document.querySelector('[role=status]').innerText !== ''");
      TimeUnit.MILLISECONDS.sleep(100);
      String said = tab.value("document.querySelector('[role=status]').innerText");
      System.out.printf("%7d bytes, %2d files: %s: %s%n", sent, asked.size(), query, said);
      assertThat(sent).as(query).isLessThan(200_000);
      server.stop(0);
    }
  }

  /// Articles of words that begin alike, so that a query meets many of them.
  private static Path large() {
    TestSite site =
        TestSite.of("-- levee.yaml --\ntitle: T\nurl: https://example.org\nsearch: true\n");
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder("---\ntitle: Title " + word(random) + "\n---\n");
      for (int j = 0; j < 150; j++) {
        text.append(word(random)).append(' ');
      }
      site.file("content/a" + i + ".md", text.toString());
    }
    return BuiltSite.of(site).report().destination();
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder("wa");
    for (int rest = (int) Math.pow(30_000, random.nextDouble()); rest > 0; rest /= 13) {
      word.append((char) ('a' + rest % 13));
    }
    return word.toString();
  }

  /// A site of articles with nothing but titles.
  private static Path site(String... titles) {
    TestSite site =
        TestSite.of("-- levee.yaml --\ntitle: T\nurl: https://example.org\nsearch: true\n");
    for (int i = 0; i < titles.length; i++) {
      String date = LocalDate.of(2016, 1, 1).plusDays(i).toString();
      site.file(
          "content/a" + i + ".md", "---\ntitle: " + titles[i] + "\ndate: " + date + "\n---\n");
    }
    return BuiltSite.of(site).report().destination();
  }

  private static String[] numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "Flood number" + i).toArray(String[]::new);
  }

  private void assertMarks(Browser.Tab tab, String words, String marks) throws Exception {
    type(tab, words);
    String shown =
        "[...document.querySelectorAll('.search-results mark')].map(m => m.textContent).join('|')";
    try {
      tab.until(shown + " === '" + marks + "'");
    } catch (AssertionError e) {
      throw new AssertionError(marks + " was not marked, but " + tab.value(shown), e);
    }
  }

  private void find(Browser.Tab tab, String words, String titles) throws Exception {
    type(tab, words);
    until(tab, titles);
  }

  private static void until(Browser.Tab tab, String titles) throws Exception {
    try {
      tab.until(TITLES + " === '" + titles + "'");
    } catch (AssertionError e) {
      throw new AssertionError(titles + " was not shown, but " + tab.value(TITLES), e);
    }
  }

  private static void type(Browser.Tab tab, String words) throws Exception {
    tab.value("document.getElementById('search-words').focus()");
    tab.value("document.getElementById('search-words').select()");
    tab.value("document.execCommand('insertText', false, '" + words + "')");
  }

  private Browser.Tab open(Path site) throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, site));
    server.start();
    return browser.open("http://127.0.0.1:" + server.getAddress().getPort() + "/search/");
  }

  private void answer(HttpExchange exchange, Path site) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    Path file = site.resolve((path.endsWith("/") ? path + "index.html" : path).substring(1));
    boolean there = Files.isRegularFile(file);
    byte[] bytes =
        there && !broken.test(path)
            ? Files.readAllBytes(file)
            : "<!doctype html><title>Nothing here</title>".getBytes(StandardCharsets.UTF_8);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Security-Policy", POLICY);
    headers.set("Content-Type", type(file.toString()));
    headers.set("Cache-Control", "no-store");
    sent += bytes.length;
    try (exchange) {
      exchange.sendResponseHeaders(there ? 200 : 404, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String type(String file) {
    return file.endsWith(".html")
        ? "text/html; charset=utf-8"
        : file.endsWith(".js")
            ? "text/javascript"
            : file.endsWith(".css") ? "text/css" : "application/octet-stream";
  }
}
