package dev.levee.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import dev.levee.problem.Problems;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlNode.Mapping;
import dev.levee.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The built-in theme says everything in the language of the site: on a site whose authors write
/// nothing but words that begin with `zz`, every other word is one of the language's file.
class ThemeLanguagesTest {

  private static final Path WORDS = Path.of(System.getProperty("project.root"), "templates/words");

  /// What is called the same everywhere.
  private static final Set<String> NAMES = Set.of("json", "feed", "atom", "rss");

  /// The words that Java asks for.
  private static final List<String> TITLES =
      List.of(
          "search",
          "archive",
          "authors",
          "series",
          "tags",
          "categories",
          "note",
          "tip",
          "important",
          "warning",
          "caution");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

  private static final String SITE =
      """
      -- levee.yaml --
      title: Zztitle
      tagline: Zzline
      description: Zzsaid.
      url: https://zz.example
      language: LANGUAGE
      pagination: {size: 2}
      search: true
      lite: LITE
      archives: ARCHIVES
      theme: {front: FRONT}
      menus: {footer: [{title: Zzmenu, url: /zz/}]}
      assets: {bundle: false, minify: false}
      -- content/_data/authors.yaml --
      zzada: {name: Zzada, bio: Zzwrites, role: Zzrole}
      -- content/zz.md --
      ---
      title: Zzabout
      ---
      Zzwe.
      -- content/handbook/_index.md --
      ---
      title: Zzhand
      ---
      Zztext.
      -- content/handbook/zza.md --
      ---
      title: Zzfirst
      weight: 1
      ---
      ## Zzone

      ## Zztwo
      -- content/handbook/zzb.md --
      ---
      title: Zzsecond
      weight: 2
      ---
      Zztext.
      -- content/zznews/_index.md --
      ---
      title: Zznews
      ---
      -- content/zznews/zzlocal/_index.md --
      ---
      title: Zzlocal
      ---
      -- content/zznews/zzlocal/zz.md --
      ---
      title: Zzlast
      date: 2016-11-03
      ---
      Zztext.
      -- content/zznews/zzempty/_index.md --
      ---
      title: Zzempty
      ---
      -- content/zznews/zza.md --
      ---
      title: Zzflood
      date: 2016-11-05
      updated: 2016-11-06
      authors: [zzada]
      tags: [zzriver]
      categories: [zzweather]
      series: Zzwater
      featured: true
      image: {src: /zzmap.svg, caption: Zzcaption, credit: Zzcredit}
      corrections: [{date: 2016-11-06, text: Zzwrong}]
      aliases: [/zzold/]
      ---
      Zztext. ![](/zzmap.svg)

      > [!NOTE]
      > Zza

      > [!TIP]
      > Zza

      > [!IMPORTANT]
      > Zza

      > [!WARNING]
      > Zza

      > [!CAUTION]
      > Zza

      {{< note kind="tip" >}}Zzb{{< /note >}}

      {{< note >}}Zzb{{< /note >}}

      {{< embed url="https://zzz.example/x" title="Zzfilm" provider="Zzvideo" >}}

      Zznoted[^1].

      [^1]: Zzfoot.

      - [x] Zzdone

      ```
      zzcode
      ```
      -- content/zznews/zzb.md --
      ---
      title: Zztown
      date: 2016-11-04
      authors: [zzada]
      tags: [zzriver]
      series: Zzwater
      ---
      Zztext.
      -- content/zznews/zzc.md --
      ---
      title: Zzbridge
      date: 2016-11-02
      authors: [zzada]
      tags: [zzriver]
      series: Zzwater
      ---
      Zztext.
      -- content/zzmap.svg --
      <svg xmlns="http://www.w3.org/2000/svg"/>
      """;

  private static TestSite site(String language, String front, boolean lite) {
    return TestSite.of(
        SITE.replace("LANGUAGE", language)
            .replace("FRONT", front)
            .replace("ARCHIVES", Boolean.toString(!front.equals("river")))
            .replace("LITE", Boolean.toString(lite)));
  }

  @ParameterizedTest
  @CsvSource({
    "de, lead, false",
    "de, river, false",
    "de, sections, true",
    "fr, lead, false",
    "es, sections, false"
  })
  void everyWordOfEveryPageIsOfTheLanguage(String language, String front, boolean surge)
      throws IOException {
    TestSite site = site(language, front, !surge);
    BuiltSite built = BuiltSite.build(BuiltSite.options(site).with(Mode.SURGE, surge));
    assertThat(built.problems()).isEmpty();
    for (String path : built.paths()) {
      if (path.endsWith(".html")) {
        assertThat(unknown(built, path, wordsOf(language))).as(path).isEmpty();
      }
    }
  }

  @Test
  void anEmptySiteSaysSoInItsLanguage() throws IOException {
    BuiltSite built =
        BuiltSite.of(
            "-- levee.yaml --\ntitle: Zz\nurl: https://zz.example\nlite: true\nlanguage: de\n");
    assertThat(built.problems()).isEmpty();
    assertThat(built.text("index.html")).contains("Hier ist noch nichts erschienen.");
    for (String path : List.of("index.html", "404.html", "50x.html", "lite/index.html")) {
      assertThat(unknown(built, path, wordsOf("de"))).as(path).isEmpty();
    }
  }

  @Test
  void thereIsAPageOfEveryKind() {
    assertThat(BuiltSite.of(site("de", "lead", true)).paths())
        .contains(
            "index.html",
            "page/2/index.html",
            "zznews/index.html",
            "zznews/zza/index.html",
            "handbook/zza/index.html",
            "tags/index.html",
            "tags/zzriver/page/2/index.html",
            "categories/index.html",
            "authors/index.html",
            "authors/zzada/index.html",
            "series/index.html",
            "series/zzwater/page/2/index.html",
            "archive/index.html",
            "archive/2016/index.html",
            "archive/2016/11/index.html",
            "search/index.html",
            "404.html",
            "50x.html",
            "lite/index.html",
            "lite/zznews/zza/index.html",
            "lite/series/zzwater/index.html",
            "lite/archive/index.html");
  }

  /// What a page says that is neither its authors' nor of the language.
  private static Set<String> unknown(BuiltSite built, String path, Set<String> known) {
    Set<String> unknown = new TreeSet<>();
    StringBuilder said = new StringBuilder(built.page(path).title());
    for (Element element : built.page(path).getAllElements()) {
      if (!Set.of("script", "style").contains(element.normalName())) {
        said.append(' ').append(element.wholeOwnText());
        element
            .attributes()
            .forEach(attribute -> {
              if (isShown(element, attribute.getKey())) {
                said.append(' ').append(attribute.getValue());
              }
            });
      }
    }
    words(said.toString())
        .filter(w -> !w.startsWith("zz") && !known.contains(w))
        .forEach(unknown::add);
    return unknown;
  }

  private static boolean isShown(Element element, String attribute) {
    return Set.of("alt", "title", "aria-label", "placeholder").contains(attribute)
        || (attribute.startsWith("data-") && !attribute.startsWith("data-search"))
        || (attribute.equals("content")
            && Set.of("description", "og:title", "og:description", "og:site_name", "og:image:alt")
                .contains(element.attr("name") + element.attr("property")));
  }

  private static Stream<String> words(String text) {
    return LETTERS.matcher(text).results().map(MatchResult::group).map(String::toLowerCase);
  }

  private static Set<String> wordsOf(String language) throws IOException {
    Set<String> words = new TreeSet<>(NAMES);
    texts(language).values().forEach(forms -> forms.forEach(t -> words(t).forEach(words::add)));
    DateFormatSymbols dates = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
    Stream.of(dates.getMonths()).flatMap(ThemeLanguagesTest::words).forEach(words::add);
    if (language.equals("es")) {
      words.add("de"); // in dates
    }
    return words;
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void everyLanguageHasAllWordsWithTheirPlaces(String language) throws IOException {
    Map<String, List<String>> english = texts("en");
    Map<String, List<String>> texts = texts(language);
    assertThat(List.copyOf(texts.keySet())).isEqualTo(List.copyOf(english.keySet()));
    Problems problems = new Problems();
    WordsFile.read(
        Files.readString(WORDS.resolve(language + ".yaml")),
        language,
        Locale.forLanguageTag(language),
        WordsFile.read(Files.readString(WORDS.resolve("en.yaml")), Locale.ENGLISH),
        problems);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void englishCallsByTheirKeysWhatJavaNames() throws IOException {
    for (String key : TITLES) {
      assertThat(texts("en").get(key)).containsExactly(ThemeWords.capitalized(key));
    }
  }

  @Test
  void everyWordIsUsed() throws IOException {
    StringBuilder templates = new StringBuilder();
    try (Stream<Path> files = Files.walk(WORDS.getParent())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".ftlh")).toList()) {
        templates.append(Files.readString(file));
      }
    }
    Set<String> used = new TreeSet<>(TITLES);
    Pattern.compile("words\\.(\\w+)")
        .matcher(templates)
        .results()
        .forEach(r -> used.add(r.group(1)));
    assertThat(texts("en").keySet()).containsExactlyInAnyOrderElementsOf(used);
  }

  /// The texts of each word, in the order of the file.
  private static Map<String, List<String>> texts(String language) throws IOException {
    String file = Files.readString(WORDS.resolve(language + ".yaml"));
    YamlNode root = YamlReader.read(file, language, new Problems()).orElseThrow();
    Map<String, List<String>> texts = new LinkedHashMap<>();
    ((Mapping) root)
        .toData()
        .forEach((key, text) -> {
          List<String> forms = new ArrayList<>();
          if (text instanceof Map<?, ?> map) {
            map.values().forEach(form -> forms.add((String) form));
          } else {
            forms.add((String) text);
          }
          texts.put(key, forms);
        });
    return texts;
  }
}
