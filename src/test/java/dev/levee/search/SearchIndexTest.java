package dev.levee.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The index that is made with a site.
class SearchIndexTest {

  private static final String SETTINGS =
      """
      -- levee.yaml --
      title: High Water
      url: https://example.org/mag
      search: true
      """;

  @Test
  void aSiteThatDoesNotAskForSearchHasNone() {
    BuiltSite built = BuiltSite.of("-- content/a.md --\n---\ntitle: A\n---\n");
    assertThat(built.paths()).noneMatch(path -> path.contains("search"));
    assertThat(built.text("index.html")).doesNotContain("/search/");
  }

  @Test
  void theTitleCountsMoreThanHeadingsAndTheseMoreThanTheText() {
    IndexReader index =
        index(
            """
            -- content/title.md --
            ---
            title: The flood
            ---
            -- content/tag.md --
            ---
            title: Tagged
            tags: [Flood]
            ---
            -- content/heading.md --
            ---
            title: Headed
            ---
            ## After the flood
            -- content/often.md --
            ---
            title: Often
            ---
            Flood, flood, flood, flood, flood and water.
            -- content/once.md --
            ---
            title: Once
            ---
            A flood of words and of other words.
            """);
    Map<String, Integer> found = index.find("flood");
    assertThat(found.get("title/")).isBetween(11, 15);
    assertThat(found.get("tag/")).isBetween(7, 10);
    assertThat(found.get("heading/")).isBetween(7, 10);
    assertThat(found.get("often/")).isBetween(2, 6);
    assertThat(found.get("once/")).isLessThan(found.get("often/"));
  }

  @Test
  void whatIsNotPublishedOrSaysNoIsNotFound() {
    IndexReader index =
        index(
            """
            -- content/draft.md --
            ---
            title: Secret one
            draft: true
            ---
            -- content/later.md --
            ---
            title: Secret two
            date: 2030-01-01
            ---
            -- content/hidden.md --
            ---
            title: Secret three
            search: false
            ---
            -- content/open.md --
            ---
            title: Open
            ---
            """);
    assertThat(index.articles()).isEqualTo(1);
    assertThat(index.find("secret")).isEmpty();
    assertThat(index.find("open")).containsOnlyKeys("open/");
  }

  @Test
  void wordsAreFoldedAndScriptsWithoutSpacesAreReadInPairs() {
    WordCases.all()
        .forEach((text, words) -> assertThat(WordCases.words(text)).as(text).isEqualTo(words));
  }

  @Test
  void everyWordOfARandomSiteIsFoundWhereItStandsAndNowhereElse() {
    for (int seed = 0; seed < 3; seed++) {
      Random random = new Random(seed);
      TestSite site = site(random, 40 + 60 * seed, 3_000);
      Map<String, TreeSet<String>> expected = expected(site);
      BuiltSite built = BuiltSite.of(site);
      IndexReader index = new IndexReader(built);
      Map<String, TreeSet<String>> found = new TreeMap<>();
      expected.forEach((word, where) -> {
        if (random.nextInt(10) == 0) {
          found.put(word, new TreeSet<>(index.find(word).keySet()));
        }
      });
      assertThat(found).isNotEmpty();
      found.forEach((word, where) -> assertThat(where).as(word).isEqualTo(expected.get(word)));
      TreeSet<String> all = new TreeSet<>();
      index.shards().values().forEach(shard -> all.addAll(IndexReader.terms(shard).keySet()));
      assertThat(all).isEqualTo(new TreeSet<>(expected.keySet()));
    }
  }

  @Test
  void noFileIsLargerThanItMayBeAndTheirStartsAreInOrder() {
    BuiltSite built = BuiltSite.of(site(new Random(5), 300, 20_000));
    IndexReader index = new IndexReader(built);
    assertThat(index.starts()).hasSizeGreaterThan(8).isSorted().doesNotHaveDuplicates();
    List<String> starts = index.starts();
    index
        .shards()
        .forEach((start, bytes) -> {
          assertThat(bytes.length).as(start).isLessThanOrEqualTo(Shard.SIZE);
          int next = starts.indexOf(start) + 1;
          IndexReader.terms(bytes)
              .keySet()
              .forEach(word -> {
                assertThat(word).isGreaterThanOrEqualTo(start);
                if (next < starts.size()) {
                  assertThat(word).isLessThan(starts.get(next));
                }
              });
        });
    for (int article = 0; article < index.articles(); article++) {
      assertThat(index.card(article)).hasSize(6);
    }
    for (String path : built.paths()) {
      if (path.startsWith("assets/search/") && path.endsWith(".json")) {
        assertThat(built.bytes(path).length).as(path).isLessThan(20 * 500);
      }
    }
  }

  @Test
  void aWordThatIsChangedChangesOneFileAndTheManifest() {
    TestSite site = site(new Random(6), 300, 20_000);
    site.file("content/last.md", "---\ntitle: Last\ndate: 2016-11-01\n---\nWord zulu here.\n");
    Map<String, String> before = BuiltSite.of(site).digests();
    site.file("content/last.md", "---\ntitle: Last\ndate: 2016-11-01\n---\nWord zulus here.\n");
    Map<String, String> after = BuiltSite.of(site).digests();
    List<String> changed = new ArrayList<>();
    after.forEach((path, digest) -> {
      if (path.contains("search") && !digest.equals(before.get(path))) {
        changed.add(path.replaceAll("[0-9a-f]{12}", "x"));
      }
    });
    // the text stands in the card as well
    assertThat(changed)
        .containsExactlyInAnyOrder(
            "assets/search/x.bin", "assets/search/x.json", "search/index.json");
    assertThat(after)
        .isEqualTo(BuiltSite.build(BuiltSite.options(site).with(Mode.CLEAN, true)).digests());
  }

  @Test
  void cardsHaveTheDateAsPagesWriteItAndAnotherLanguage() {
    TestSite site =
        TestSite.of(
            SETTINGS
                + """
                -- content/a.md --
                ---
                title: Flood
                date: 2016-11-08
                language: ar
                ---
                -- content/b.md --
                ---
                title: Flut
                date: 2016-11-09
                language: de
                ---
                """);
    IndexReader english = new IndexReader(BuiltSite.of(site));
    assertThat(english.card(0).toString())
        .isEqualTo(
            "[\"Flood\",\"a/\",\"2016-11-08\",\"November 8, 2016\",\"\",\"\",\"ar\",\"rtl\"]");
    for (String setting : List.of("dateFormat: d.M.uuuu", "language: de")) {
      site.file("levee.yaml", "title: T\nurl: https://example.org\nsearch: true\n" + setting);
      BuiltSite next = BuiltSite.of(site);
      assertThat(next.digests())
          .isEqualTo(BuiltSite.build(BuiltSite.options(site).with(Mode.CLEAN, true)).digests());
      assertThat(new IndexReader(next).card(1).toString())
          .contains(setting.startsWith("d") ? "\"9.11.2016\"" : "\"9. November 2016\",\"\",\"\"]");
    }
  }

  @Test
  void theFilesAreKeptForAYearAndWhatLeadsToThemForMinutes() {
    String headers =
        BuiltSite.of(SETTINGS + "-- content/a.md --\n---\ntitle: A\n---\n").text("_headers");
    assertThat(headers)
        .contains("/mag/assets/*\n  Cache-Control: public, max-age=31536000, immutable")
        .contains("/mag/search/index.json\n  Cache-Control: public, max-age=300");
  }

  private static IndexReader index(String site) {
    return new IndexReader(BuiltSite.of(SETTINGS + site));
  }

  /// Articles whose words come from a few letters, the first ones often and the last ones hardly
  /// ever.
  private static TestSite site(Random random, int articles, int words) {
    TestSite site = TestSite.of(SETTINGS);
    for (int i = 0; i < articles; i++) {
      StringBuilder text = new StringBuilder("---\ntitle: ");
      text.append(word(random, words)).append(' ').append(word(random, words));
      text.append("\ndate: 2016-0").append(1 + random.nextInt(9)).append("-11\n---\n");
      for (int j = 0; j < 200; j++) {
        text.append(word(random, words)).append(j % 20 == 19 ? ".\n\n" : " ");
      }
      site.file("content/a" + i + ".md", text.toString());
    }
    return site;
  }

  private static String word(Random random, int words) {
    int number = (int) Math.pow(words, random.nextDouble());
    StringBuilder word = new StringBuilder("é");
    for (long rest = number * 7919L; rest > 0; rest /= 19) {
      word.append((char) ('a' + rest % 19));
    }
    return number % 3 == 0 ? word.toString() : word.substring(1) + "a";
  }

  private static Map<String, TreeSet<String>> expected(TestSite site) {
    Map<String, TreeSet<String>> expected = new TreeMap<>();
    site.content()
        .articles()
        .forEach(article -> {
          String body = article.body(new dev.levee.problem.Problems());
          for (String word : WordCases.words(article.frontMatter().title() + " " + body)) {
            String address = article.id().replace(".md", "/");
            expected.computeIfAbsent(word, w -> new TreeSet<>()).add(address);
          }
        });
    return expected;
  }
}
