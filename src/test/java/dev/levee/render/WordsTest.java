package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.render.Word.Phrase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the words of the theme come from, what templates do with them, and what is said of a file
/// that is wrong.
class WordsTest {

  private static final String SETTINGS =
      """
      title: Fluss & Land
      url: https://example.org
      language: LANGUAGE
      feeds: {formats: []}
      archives: false
      """;

  private static final String SITE =
      "-- levee.yaml --\n"
          + SETTINGS
          + """
          -- content/a.md --
          ---
          title: A
          ---
          -- templates/home.ftlh --
          Home
          -- templates/404.ftlh --
          404
          -- templates/50x.ftlh --
          50x
          -- templates/article.ftlh --
          """;

  private static TestSite site(String language, String template) {
    return TestSite.of(SITE.replace("LANGUAGE", language) + template);
  }

  /// What a template prints on the page of an article, with words of the site's own.
  private static String printed(String language, String template, String... files) {
    TestSite site = site(language, template);
    for (int i = 0; i < files.length; i += 2) {
      site.file("templates/words/" + files[i] + ".yaml", files[i + 1]);
    }
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    return built.text("a/index.html").strip();
  }

  private static List<String> problems(String language, String template, String file, String text) {
    TestSite site = site(language, template);
    site.file("templates/words/" + file + ".yaml", text);
    return BuiltSite.of(site).problems();
  }

  @ParameterizedTest
  @CsvSource({"en,Search", "en-CA,Search", "de,Suche", "de-AT,Suche", "fr,Recherche", "es,Buscar"})
  void aSiteIsSpokenOfInItsLanguage(String language, String search) {
    assertThat(printed(language, "${words.search}")).isEqualTo(search);
  }

  @Test
  void aSiteSaysSingleWordsItself() {
    String words = "${words.search} ${words.archive}";
    assertThat(printed("de", words, "de", "search: Finden\n")).isEqualTo("Finden Archiv");
    assertThat(printed("en", words, "en", "search: Find\n")).isEqualTo("Find Archive");
  }

  @Test
  void theNearestLanguageCountsAndTheSiteBeforeTheTheme() {
    assertThat(
            printed(
                "de-AT",
                "${words.search} ${words.archive} ${words.by}",
                "de-AT",
                "search: Suchen\n",
                "de",
                "search: Finden\narchive: Chronik\n",
                "en",
                "by: By\n"))
        .isEqualTo("Suchen Chronik Von");
  }

  @Test
  void aSiteAddsALanguageAndTheRestIsEnglish() {
    assertThat(printed("nl", "${words.search} ${words.archive}", "nl", "search: Zoeken\n"))
        .isEqualTo("Zoeken Archive");
    assertThat(
            printed(
                "nl",
                "${words.search} ${words.archive}",
                "nl",
                "search: Zoeken\n",
                "en",
                "archive: Vault\n"))
        .isEqualTo("Zoeken Vault");
  }

  @Test
  void aLanguageWithoutWordsIsToldAndSpokenInEnglish() {
    BuiltSite built = BuiltSite.of(site("nl-BE", "${words.search}"));
    assertThat(built.problems())
        .containsExactly(
            "levee.yaml:3:11 warn missing-words the theme has no words in the language 'nl-BE',"
                + " so it speaks English | write templates/words/nl-BE.yaml, with the keys that"
                + " the handbook's page on templates lists");
    assertThat(built.text("a/index.html")).startsWith("Search");
  }

  @Test
  void whoUsesNoWordsIsToldNothingAndNoFileIsRead() {
    assertThat(BuiltSite.of(site("nl", "none")).problems()).isEmpty();
    assertThat(problems("de", "none", "de", "nonsense: [")).isEmpty();
  }

  @Test
  void wordsAreToldOfAgainWhenPagesAreKept() {
    TestSite site = site("nl", "${words.search}");
    List<String> first = BuiltSite.of(site).problems();
    BuiltSite second = BuiltSite.of(site);
    assertThat(second.report().metrics().keptRoutes()).isGreaterThan(0);
    assertThat(second.problems()).isEqualTo(first).hasSize(1);
    site.file("levee.yaml", "# a line\n" + SETTINGS.replace("LANGUAGE", "nl"));
    assertThat(BuiltSite.of(site).problems().getFirst()).startsWith("levee.yaml:4:11 ");
  }

  @Test
  void placesAreFilledAndTheRestIsEscaped() {
    assertThat(printed("de", "${words.moreFrom({'site': site.title})}"))
        .isEqualTo("Mehr von Fluss &amp; Land");
    assertThat(
            printed(
                "de",
                "<#assign link><a href=\"/x/\">${site.title}</a></#assign>"
                    + "${words.moreFrom({'site': link})}",
                "de",
                "moreFrom: <b> & {site} {site}"))
        .isEqualTo(
            "&lt;b&gt; &amp; <a href=\"/x/\">Fluss &amp; Land</a>"
                + " <a href=\"/x/\">Fluss &amp; Land</a>");
  }

  @Test
  void aValueIsNotReadForPlaces() {
    assertThat(printed("en", "${words.pageOf({'page': '{pages}', 'pages': '$1\\\\'})}"))
        .isEqualTo("Page {pages} of $1\\");
  }

  @ParameterizedTest
  @CsvSource({
    "en,0,0 articles",
    "en,1,1 article",
    "en,2,2 articles",
    "en,1234,1234 articles",
    "fr,0,0 article",
    "fr,1,1 article",
    "fr,2,2 articles",
    "es,1,1 artículo",
    "es,0,0 artículos",
    "de,1,1 Artikel",
    "en,'\"#\"',# articles"
  })
  void textsCountAsTheLanguageDoes(String language, String count, String said) {
    assertThat(printed(language, "${words.articles({'count': " + count + "})}")).isEqualTo(said);
  }

  @Test
  void theLanguageOfAFileSaysHowItCounts() {
    Word english = word(Locale.ENGLISH);
    assertThat(List.of(english.of(0), english.of(1), english.of(2)).stream().map(Phrase::text))
        .containsExactly("many", "one", "many");
    assertThat(word(Locale.CANADA_FRENCH).of(0).text()).isEqualTo("one");
  }

  private static Word word(Locale language) {
    return new Word("x", Phrase.of("many"), Phrase.of("one"), language);
  }

  @Test
  void aPlaceIsANameInBraces() {
    Phrase phrase = Phrase.of("{a}b{} {c d} {{e} {a}{f");
    assertThat(phrase.places()).containsExactly("a", "e");
    assertThat(phrase.parts()).containsExactly("", "a", "b{} {c d} {", "e", " ", "a", "{f");
  }

  @Test
  void oneMayBeSaidWithoutItsNumber() {
    assertThat(
            printed(
                "de",
                "${words.articles({'count': 1})}, ${words.articles({'count': 2})}",
                "de",
                "articles: {one: Ein Artikel, other: '{count} Stück'}"))
        .isEqualTo("Ein Artikel, 2 Stück");
  }

  @Test
  void shortcodesHooksAndAlertsSpeakIt() {
    TestSite site = site("de", "${article.content}");
    site.file("templates/shortcodes/s.ftlh", "${words.by}!");
    site.file("templates/hooks/heading.ftlh", "<h2>${words.next}: ${element.text}</h2>");
    site.file(
        "content/a.md",
        "---\ntitle: A\n---\n## H\n\n{{< s >}}\n\n> [!TIP]\n> x\n\n> [!NOTE] Own\n> y\n");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    assertThat(built.text("a/index.html"))
        .contains("<h2>Weiter: H</h2>", "Von!", "<p class=\"alert-title\">Tipp</p>")
        .contains("<p class=\"alert-title\">Own</p>");
  }

  @Test
  void anArticleInAnotherLanguageKeepsTheSitesWordsAroundIt() {
    TestSite site = site("de", "${words.by} ${article.date.text}");
    site.file("content/a.md", "---\ntitle: A\nlanguage: fr\ndate: 2016-11-08\n---\n");
    assertThat(BuiltSite.of(site).text("a/index.html")).startsWith("Von 8 novembre 2016");
  }

  @Test
  void taxonomiesAreCalledByTheirTitleTheWordForThemOrTheirName() {
    String all = "<#list site.taxonomies as taxonomy>${taxonomy.title} </#list>";
    TestSite site = site("de", all);
    site.file("content/a.md", "---\ntitle: A\ntags: x\ncategories: y\nélan: z\n---\n");
    assertThat(BuiltSite.of(site).text("a/index.html")).startsWith("Schlagwörter Kategorien ");
    String settings = SETTINGS.replace("LANGUAGE", "de");
    site.file("levee.yaml", settings + "taxonomies: {tags: Themen, élan: , categories: }\n");
    assertThat(BuiltSite.of(site).text("a/index.html")).startsWith("Themen Élan Kategorien ");
    site.file("content/categories/_index.md", "---\ntitle: Fächer\n---\n");
    assertThat(BuiltSite.of(site).text("a/index.html")).startsWith("Themen Élan Fächer ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${words.serch} | there is no word 'serch' | did you mean 'search'?",
        "${words.serch!'x'} | there is no word 'serch' | did you mean 'search'?",
        "${words['../de']} | there is no word '../de' | the handbook's page on templates has all",
        "${words.moreFrom} | 'words.moreFrom' needs what goes into its places"
            + " | such as words.moreFrom({\"site\": …})",
        "${words.moreFrom('x')} | 'words.moreFrom' takes what goes into its places"
            + " | such as words.moreFrom({\"site\": …})",
        "${words.moreFrom()} | 'words.moreFrom' takes what goes into its places"
            + " | such as words.moreFrom({\"site\": …})",
        "${words.moreFrom({'sit': 'x'})} | 'words.moreFrom' has no place 'sit'"
            + " | did you mean 'site'?",
        "${words.pageOf({'page': 1})} | 'words.pageOf' needs 'pages'"
            + " | such as words.pageOf({\"page\": …, \"pages\": …})",
        "${words.moreFrom({'site': []})} | 'site' in 'words.moreFrom' must be a text"
            + " | such as words.moreFrom({\"site\": …})",
      })
  void aTemplateThatAsksForWhatIsNotThere(String template, String message, String hint) {
    assertThat(BuiltSite.of(site("en", template)).problems())
        .singleElement()
        .asString()
        .contains(
            "error template-error " + message + " (rendering /a/ from content/a.md) | " + hint)
        .startsWith("templates/article.ftlh:1:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "serch: x | 1:1 warn unknown-key the theme has no word 'serch' | did you mean 'search'?",
        "quite: x | 1:1 warn unknown-key the theme has no word 'quite'"
            + " | the handbook's page on templates has all",
        "search: 404 | 1:9 error bad-words 'search' must be a text, not '404'"
            + " | put it in quotes if it is one",
        "search: true | 1:9 error bad-words 'search' must be a text, not 'true'"
            + " | put it in quotes if it is one",
        "search: | 1:8 error bad-words 'search' must be a text, not nothing"
            + " | put it in quotes if it is one",
        "search: [a] | 1:9 error bad-words 'search' must be a text, not a list"
            + " | put it in quotes if it is one",
        "search: {other: a} | 1:9 error bad-words 'search' counts nothing, so it is one text"
            + " | such as 'Search'",
        "moreFrom: Mehr | 1:11 error bad-words {site} is missing in 'moreFrom'"
            + " | such as 'More from {site}'",
        "moreFrom: Mehr {seite} | 1:11 error bad-words 'moreFrom' has no place {seite}"
            + " | did you mean 'site'?",
        "moreFrom: '{xyz}' | 1:11 error bad-words 'moreFrom' has no place {xyz} | it has {site}",
        "search: '{site}' | 1:9 error bad-words 'search' has no place {site} | it has none",
        "articles: {one: a} | 1:11 error bad-words 'articles' has no text for 'other'"
            + " | add 'other: …' beside 'one'",
        "articles: {one: a, other: b} | 1:27 error bad-words {count} is missing in 'articles'"
            + " | such as '{count} articles'",
        "articles: {ones: a, other: '{count}'} | 1:12 error bad-words 'articles' has a text for"
            + " 'one' and one for 'other', none for 'ones' | did you mean 'one'?",
        "articles: {one: 1, other: '{count}'} | 1:17 error bad-words 'one' must be a text, not '1'"
            + " | put it in quotes if it is one",
        "- search | 1:1 error bad-words words must be keys with texts | such as 'search: Suche'",
      })
  void aFileThatIsWrong(String text, String problem, String hint) {
    assertThat(problems("de", "${words.by}", "de", text))
        .containsExactly("templates/words/de.yaml:" + problem + " | " + hint);
  }

  @Test
  void aFileThatCannotBeRead() {
    assertThat(problems("de", "${words.by}", "de", "a: ["))
        .singleElement()
        .asString()
        .startsWith("templates/words/de.yaml:")
        .contains(" error bad-yaml ");
    TestSite site = site("de", "${words.by}");
    site.file("templates/words/de.yaml", new byte[] {'a', (byte) 0xFF});
    assertThat(BuiltSite.of(site).problems())
        .singleElement()
        .asString()
        .startsWith("templates/words/de.yaml:1:2 error invalid-utf8 ");
    assertThat(problems("de", "${words.by}", "de", "")).isEmpty();
    assertThat(problems("de", "${words.by}", "de", "by: A\nby: B\n"))
        .singleElement()
        .asString()
        .contains(" error duplicate-key ");
  }

  @Test
  void whatIsWrongIsLeftOutAndTheThemeSpeaks() {
    TestSite site = site("de", "${words.search} ${words.by}");
    site.file("templates/words/de.yaml", "serch: Finden\nby: Durch\n");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.isWritten()).isTrue();
    assertThat(built.text("a/index.html")).startsWith("Suche Durch");
  }
}
