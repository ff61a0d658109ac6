package dev.levee.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.problem.Location;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontMatterTest {

  @Test
  void everyKeyIsRead() {
    FrontMatter fm =
        read(
            """
            title: The flood
            date: 2016-11-08
            updated: 2016-11-08 22:00
            publishDate: 2016-11-08 06:00
            expiryDate: 2017-11-08
            draft: true
            slug: The Great Flood
            url: /floods/great/
            aliases: [old/flood/, /older/]
            section: World/Europe
            layout: wide
            type: report
            weight: 3
            language: fr
            description: Water.
            dek: And more.
            authors: [Ada, Grace]
            tags: [flood, 2016]
            categories: weather
            series: The river
            image: {src: /river.jpg, alt: A river, caption: c, credit: d, focus: 50% 20%}
            featured: true
            canonical: https://example.com/flood
            corrections: [{date: 2016-11-09, text: It was Tuesday.}, A typo.]
            params: {kicker: Weather}
            """);
    assertThat(fm.title()).isEqualTo("The flood");
    assertThat(fm.date().orElseThrow()).hasToString("2016-11-08T00:00Z[UTC]");
    assertThat(fm.updated().orElseThrow()).hasToString("2016-11-08T22:00Z[UTC]");
    assertThat(fm.publishDate().orElseThrow()).hasToString("2016-11-08T06:00Z[UTC]");
    assertThat(fm.expiryDate().orElseThrow()).hasToString("2017-11-08T00:00Z[UTC]");
    assertThat(fm.draft()).isTrue();
    assertThat(fm.slug()).contains("the-great-flood");
    assertThat(fm.url().orElseThrow().path()).hasToString("/floods/great/");
    assertThat(fm.aliases())
        .extracting(FrontMatter.Address::path)
        .containsExactly(new UrlPath("/old/flood/"), new UrlPath("/older/"));
    assertThat(fm.section()).contains("world/europe");
    assertThat(fm.weight()).isEqualTo(3);
    assertThat(fm.language().orElseThrow()).hasToString("fr");
    assertThat(fm.authors()).containsExactly("Ada", "Grace");
    assertThat(fm.terms())
        .containsExactly(
            Map.entry("tags", List.of("flood", "2016")),
            Map.entry("categories", List.of("weather")));
    assertThat(fm.series()).contains("The river");
    assertThat(fm.image().orElseThrow().alt()).isEqualTo("A river");
    assertThat(fm.corrections())
        .extracting(FrontMatter.Correction::text)
        .containsExactly("It was Tuesday.", "A typo.");
    assertThat(fm.params()).isEqualTo(Map.of("kicker", "Weather"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "pubDate: 2016-11-01 => date: 2016-11-01",
        "published_at: 2016-11-01 => date: 2016-11-01",
        "lastmod: 2016-11-01 => updated: 2016-11-01",
        "modified: 2016-11-01 => updated: 2016-11-01",
        "published: false => draft: true",
        "published: true => draft: false",
        "status: Draft => draft: true",
        "status: publish => draft: false",
        "permalink: /x/ => url: /x/",
        "redirect_from: /x/ => aliases: [/x/]",
        "excerpt: x => description: x",
        "summary: x => description: x",
        "subtitle: x => dek: x",
        "standfirst: x => dek: x",
        "author: Ada => authors: [Ada]",
        "author: {name: Ada} => authors: [Ada]",
        "byline: Ada => authors: [Ada]",
        "category: x => categories: [x]",
        "tag: x => tags: [x]",
        "lang: fr => language: fr",
        "series: [x] => series: x",
        "publishdate: 2016-11-01 => publishDate: 2016-11-01",
        "Title: x => title: x",
        "kicker: x => dek: x",
        "colour: red => params: {colour: red}",
      })
  void keysOfOtherGeneratorsMeanTheSame(String theirs, String ours) {
    String settings = "frontMatter: {aliases: {kicker: subtitle}, params: [colour]}\n";
    assertThat(read(theirs, settings))
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Location.class)
        .isEqualTo(read(ours, settings));
    assertThat(site(titled(theirs), settings).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "titel: x => 3:1 warn unknown-key 'titel' is not a key of front matter | did you mean"
            + " 'title'?",
        "kicker: x => 3:1 warn unknown-key 'kicker' is not a key of front matter | put it under"
            + " params:, or list it in frontMatter.params",
        "weight: heavy => 3:9 error wrong-type 'weight' must be a whole number, not 'heavy'",
        "description: [a] => 3:14 error wrong-type 'description' must be text, not a list",
        "tags: {a: b} => 3:7 error wrong-type 'tags' must be a list of texts, not keys with values",
        "params: x => 3:9 error wrong-type 'params' must be keys with values, not 'x'",
        "draft: perhaps => 3:8 error wrong-type 'draft' must be true or false, not 'perhaps'",
        "status: drafty => 3:9 error wrong-type 'status' must be one of draft, pending, private,"
            + " published, publish, not 'drafty' | did you mean 'draft'?",
        "language: '!' => 3:11 error wrong-type '!' is not a language tag | such as en or pt-BR",
        "series: [a, b] => 3:9 error wrong-type an article belongs to one series, not 2 | keep one",
        "authors: [[a]] => 3:11 error wrong-type an author is an id or a name, not a list | authors:"
            + " [ada]",
        "image: {alt: x} => 3:8 error wrong-type this image has no 'src' | src: flood.jpg",
        "image: {src: /x.jpg, atl: x} => 3:22 warn unknown-key 'atl' is not a key that is known here"
            + " | did you mean 'alt'?",
        "corrections: [{date: 2016-11-08}] => 3:15 error wrong-type this correction has no 'text' |"
            + " text: …",
        "updated: 2016-02-30 => 3:10 error bad-date 'updated: 2016-02-30': February 2016 has 29"
            + " days, not 30 | write it as 2016-11-08 or 2016-11-08T21:30:00-05:00",
        "updated: soon => 3:10 error bad-date 'updated: soon': 'soon' is not a date | write it as"
            + " 2016-11-08 or 2016-11-08T21:30:00-05:00",
        "canonical: nonsense here => 3:12 error wrong-type 'canonical: nonsense here' is not an"
            + " address | write it as https://example.org/a/ or /a/",
        "slug: a/b => 3:7 error bad-slug 'slug: a/b' is not one part of an address | such as a-b",
        "slug: ../../etc/passwd => 3:7 error bad-slug 'slug: ../../etc/passwd' is not one part of an"
            + " address | such as etc-passwd",
        "slug: `..` => 3:7 error bad-slug 'slug: ..' is not one part of an address",
        "slug: \"a\\0b\" => 3:7 error bad-slug 'slug: a�b' is not one part of an address | such as"
            + " a-b",
        "url: /../x/ => 3:6 error bad-url 'url: /../x/' is not an address within the site: '..'"
            + " leads out of the site | such as /news/my-article/",
        "url: https://evil.example/ => 3:6 error bad-url 'url: https://evil.example/' is not an"
            + " address within the site: it must start with '/' | such as /news/my-article/",
        "url: //evil.example/ => 3:6 error bad-url 'url: //evil.example/' is not an address within"
            + " the site: it leads to another host | such as /news/my-article/",
        "url: \"/a\\nb\" => 3:6 error bad-url 'url: /a�b' is not an address within the site: it has"
            + " a control character | such as /news/my-article/",
        "aliases: [/ok/, '/../x'] => 3:17 error bad-url 'aliases: /../x' is not an address within"
            + " the site: '..' leads out of the site | such as /news/my-article/",
        "section: ../x => 3:10 error bad-url 'section: ../x' is not the path of a section | such as"
            + " world/europe",
        "a: b: c => 3:5 error bad-yaml this is not valid YAML: mapping values are not allowed here |"
            + " put quotes around a value that contains ': '",
        "title: Again => 3:1 error duplicate-key the key 'title' stands here twice | keep one of"
            + " them",
      })
  void aMistakeIsToldWithItsPlaceAndACure(String line, String expected) {
    assertThat(site(titled(line.replace("`..`", "'..'")), "").problems())
        .contains("content/a.md:" + expected)
        .filteredOn(p -> !p.contains("missing-picture"))
        .hasSize(1);
  }

  @Test
  void twoKeysThatDisagreeAreBothNamed() {
    assertThat(site("title: T\nlastmod: 2016-11-01\nupdated: 2016-11-02\n", "").problems())
        .containsExactly(
            "content/a.md:4:1 error keys-disagree 'lastmod' and 'updated' mean the same key but say"
                + " different things | keep one of them");
    assertThat(site("title: T\ndraft: true\npublished: true\n", "").problems())
        .containsExactly(
            "content/a.md:4:1 error keys-disagree 'draft' and 'published' mean the same key but say"
                + " different things | keep one of them");
  }

  @Test
  void twoKeysThatAgreeAreFine() {
    assertThat(
            site("title: T\nauthor: Ada\nauthors: [Ada]\nexcerpt: x\nsummary: x\n", "").problems())
        .isEmpty();
  }

  @Test
  void anUnknownStatusKeepsAnArticleBack() {
    assertThat(read("status: archived").draft()).isTrue();
  }

  @Test
  void aTitleIsNeeded() {
    TestSite site = TestSite.of("-- content/2016-11-08-the-flood.md --\nWater.\n");
    assertThat(site.problems())
        .containsExactly(
            "content/2016-11-08-the-flood.md:1:1 error missing-title this article has no title |"
                + " start the file with lines '---', 'title: The flood', '---'");
    FrontMatter fm = site.article("2016-11-08-the-flood.md").frontMatter();
    assertThat(fm.title()).isEqualTo("The flood");
    assertThat(fm.date().orElseThrow()).hasToString("2016-11-08T00:00Z[UTC]");
  }

  @Test
  void theDateOfTheFrontMatterIsStrongerThanThatOfTheFileName() {
    TestSite site =
        TestSite.of("-- content/2016-11-08-a.md --\n---\ntitle: A\ndate: 2016-11-05\n---\n");
    assertThat(site.article("2016-11-08-a.md").frontMatter().date().orElseThrow().getDayOfMonth())
        .isEqualTo(5);
  }

  @Test
  void anImpossibleDateInAFileNameIsNamed() {
    TestSite site = TestSite.of("-- content/2016-02-30-a.md --\n---\ntitle: A\n---\n");
    assertThat(site.problems())
        .containsExactly(
            "content/2016-02-30-a.md error bad-date the name of this file starts with a date that"
                + " does not exist: February 2016 has 29 days, not 30"
                + " | rename the file, or add a line 'date: 2016-11-08'");
    assertThat(site.article("2016-02-30-a.md").fileSlug()).isEqualTo("2016-02-30-a");
  }

  @Test
  void aDateWithoutOffsetIsInTheZoneOfTheSite() {
    FrontMatter fm = read("date: 2016-11-08", "timezone: Asia/Kolkata\n");
    assertThat(fm.date().orElseThrow().toInstant()).hasToString("2016-11-07T18:30:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "`` => ` error empty-file this file is empty | write front matter and a text, or delete the"
            + " file`",
        "\\n \\n => ` error empty-file this file is empty | write front matter and a text, or delete"
            + " the file`",
        "---\\ntitle: A\\n\\nWater. => :1:1 error unclosed-front-matter the front matter that starts"
            + " here never ends | write a line '---' below it",
        "+++\\ntitle = 'A'\\n+++\\n => :1:1 error not-yaml this is TOML front matter, and Levee reads"
            + " YAML | write it between lines '---', with 'key: value' for 'key = value'",
        "{\"title\": \"A\"}\\n => :1:1 error not-yaml this is JSON front matter, and Levee reads"
            + " YAML | put it between lines '---': JSON is YAML as well",
        "---json\\n{}\\n---\\n => :1:1 error not-yaml '---json' names a language, and Levee reads"
            + " YAML | write the front matter in YAML between lines '---'",
        "---\\n- a\\n---\\n => :2:1 error bad-yaml front matter must be keys with values, not a list"
            + " | title: …",
        "---\\n---\\nWater. => :2:1 error missing-title this article has no title | start the file"
            + " with lines '---', 'title: A', '---'",
        "{: .note}\\nWater. => :1:1 error missing-title this article has no title | start the file"
            + " with lines '---', 'title: A', '---'",
      })
  void aHeadThatIsNoneIsTold(String text, String expected) {
    TestSite site = TestSite.of("").file("content/a.md", text.replace("\\n", "\n"));
    assertThat(site.problems()).containsExactly("content/a.md" + expected);
  }

  @Test
  void byteOrderMarkWindowsLinesAndDotsAtTheEndAreFine() {
    TestSite site =
        TestSite.of("")
            .file("content/a.md", "\uFEFF---\r\ntitle: A\r\ntags:\r\n  - x\r\n---\r\nWater.\r\n")
            .file("content/b.md", "--- \ntitle: B\n...\nWater.\n");
    assertThat(site.problems()).isEmpty();
    assertThat(site.article("a.md").body(new dev.levee.problem.Problems())).isEqualTo("Water.\n");
    assertThat(site.article("b.md").body(new dev.levee.problem.Problems())).isEqualTo("Water.\n");
  }

  @Test
  void wrongBytesAreNamed() {
    TestSite site =
        TestSite.of("")
            .file("content/a.md", "---\ntitle: Café\n---\n".getBytes(StandardCharsets.ISO_8859_1))
            .file("content/b.md", "---\ntitle: B\n---\n".getBytes(StandardCharsets.UTF_16));
    assertThat(site.problems())
        .containsExactly(
            "content/a.md:2:11 error invalid-utf8 there is a byte here that is not UTF-8: 0xe9"
                + " | save the file as UTF-8",
            "content/b.md:1:1 error invalid-utf8 this text is UTF-16 | save it as UTF-8");
  }

  @Test
  void anUnknownAuthorIsNamedWhereAuthorsAreListed() {
    String people = "-- content/_data/authors.yaml --\nada: {name: Ada Lovelace}\ngrace: Grace\n";
    TestSite site = TestSite.of(people + "-- content/a.md --\n---\ntitle: A\nauthor: adda\n---\n");
    assertThat(site.problems())
        .containsExactly(
            "content/a.md:3:9 error unknown-author 'adda' is not an author of _data/authors"
                + " | did you mean 'ada'?");
    assertThat(site.site().author("ada").name()).isEqualTo("Ada Lovelace");
    assertThat(site.site().author("grace").name()).isEqualTo("Grace");
  }

  @Test
  void theSettingsLowerAndRaise() {
    assertThat(
            site(
                    titled("titel: x\nweight: a\ndate: x"),
                    "problems: {unknown-key: error, wrong-type: off, bad-date: warn}\n")
                .problems())
        .extracting(p -> p.split(" ")[1])
        .containsExactly("error", "warn");
  }

  @Test
  void settingsCannotGiveAKeyASecondMeaning() {
    assertThat(
            site(
                    titled("weight: 1"),
                    "taxonomies: [weight]\nfrontMatter: {aliases: {kicker: dekk}}\n")
                .problems())
        .containsExactly(
            " error bad-settings frontMatter.aliases: 'dekk' is not a key of front matter"
                + " | did you mean 'dek'?",
            " error bad-settings the taxonomy 'weight' has the name of the key 'weight'"
                + " | name it otherwise");
  }

  private static String titled(String line) {
    return line.startsWith("Title") || line.equals("title: x") ? line : "title: T\n" + line;
  }

  private static FrontMatter read(String yaml) {
    return read(yaml, "");
  }

  private static FrontMatter read(String yaml, String settings) {
    return site(yaml, settings).article("a.md").frontMatter();
  }

  private static TestSite site(String yaml, String settings) {
    return TestSite.of(
        "-- levee.yaml --\ntitle: T\nurl: https://example.org\n%s-- content/a.md --\n---\n%s\n---\nWater.\n"
            .formatted(settings, yaml.stripTrailing()));
  }
}
