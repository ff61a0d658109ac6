package dev.levee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.levee.HandbookPage.Row;
import dev.levee.config.Brand;
import dev.levee.config.PermalinkPattern;
import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfigReader;
import dev.levee.content.FrontMatterKey;
import dev.levee.content.SectionFront;
import dev.levee.highlight.Language;
import dev.levee.highlight.TokenClass;
import dev.levee.markdown.Heading;
import dev.levee.markdown.Link;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import dev.levee.site.FeedFormat;
import dev.levee.yaml.YamlNode;
import dev.levee.yaml.YamlReader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Holds the handbook to the code: what can be set, asked for or reported is in it, and nothing
/// else; and its examples work. Its page on commands is held by `cli.CommandsPageTest`.
class HandbookTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final String REQUIRED = "title: T\nurl: https://example.org\n";

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageSaysWhatItIs(String name) {
    var front =
        YamlReader.read(HandbookPage.of(name).frontMatter(), name, new Problems())
            .orElseThrow()
            .toData();
    assertThat(front).isInstanceOf(Map.class);
    Map<?, ?> keys = (Map<?, ?>) front;
    assertThat(keys.keySet()).isEqualTo(Set.of("title", "description", "weight"));
    assertThat(String.valueOf(keys.get("description"))).hasSizeLessThanOrEqualTo(160);
    assertThat(keys.get("weight")).isInstanceOf(Long.class);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkWithinTheHandbookLeadsSomewhere(String name) {
    for (Link link : HandbookPage.of(name).document().links()) {
      String to = link.destination();
      if (to.contains(":")) {
        continue;
      }
      int hash = to.indexOf('#');
      String file = hash < 0 ? to : to.substring(0, hash);
      Path own = Path.of(name + ".md");
      Path target = file.isEmpty() ? own : own.resolveSibling(file).normalize();
      assertThat(HandbookPage.FOLDER.resolve(target))
          .as("%s links to %s", name, to)
          .isRegularFile();
      if (hash >= 0) {
        String page = target.toString().replace('\\', '/').replaceFirst("\\.md$", "");
        assertThat(HandbookPage.of(page).document().headings())
            .as("%s links to %s", name, to)
            .extracting(Heading::id)
            .contains(to.substring(hash + 1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyTemplateInItIsFreeMarker(String name) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    for (String block : HandbookPage.of(name).blocks("ftl")) {
      assertThatCode(() -> new Template(name, block, configuration)).doesNotThrowAnyException();
    }
  }

  @Test
  void settingsAreTheSettings() {
    List<String> keys = new ArrayList<>();
    SiteConfigReader.KEYS.forEach((key, inner) -> {
      if (inner.isEmpty()) {
        keys.add(key);
      }
      inner.forEach(i -> keys.add(key + "." + i));
    });
    assertThat(settings()).extracting(r -> r.code(0).getFirst()).containsExactlyElementsOf(keys);
  }

  @Test
  void settingsHaveTheDefaultsThatArePrinted() {
    SiteConfig config = SiteConfigReader.read(REQUIRED, "levee.yaml", new Problems());
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("language", config.language().toLanguageTag());
    defaults.put("timezone", config.timezone());
    defaults.put("relativeLinks", Boolean.toString(config.relativeLinks()));
    defaults.put("dateFormat", config.dateFormat());
    defaults.put("folders.content", config.folders().content());
    defaults.put("folders.templates", config.folders().templates());
    defaults.put("folders.destination", config.folders().destination());
    defaults.put("permalinks", config.permalinkOf("news"));
    defaults.put("slugs", config.slugs().name().toLowerCase(Locale.ROOT));
    defaults.put("pagination.size", config.pageSize());
    defaults.put("feeds.formats", config.feeds().formats());
    defaults.put("feeds.items", config.feeds().items());
    defaults.put("feeds.content", config.feeds().full() ? "full" : "summary");
    defaults.put("contents.depth", config.contentsDepth());
    defaults.put("related.count", config.related());
    defaults.put("archives", config.archives());
    defaults.put("updatedFromGit", config.updatedFromGit());
    defaults.put("headers.hsts", config.hosting().hsts());
    defaults.put("precompress", config.hosting().precompress());
    defaults.put("markdown.dialect", config.markdown().dialect().name().toLowerCase(Locale.ROOT));
    defaults.put("markdown.html", config.markdown().html() ? "allow" : "escape");
    defaults.put("markdown.highlight", config.markdown().highlight());
    defaults.put("markdown.smartPunctuation", config.markdown().smartPunctuation());
    defaults.put("assets.bundle", config.assets().bundle());
    defaults.put("assets.minify", config.assets().minify());
    defaults.put("assets.target", config.assets().target());
    defaults.put("assets.integrity", config.assets().integrity());
    defaults.put("assets.inlineBelow", config.assets().inlineBelow());
    defaults.put("lite", config.lite());
    defaults.put("search", config.search());
    defaults.put("minifyHtml", config.minifyHtml());
    defaults.put("markdown.externalLinks.newWindow", config.markdown().externalLinks().newWindow());
    defaults.put("theme.front", Brand.FRONTS.getFirst());
    defaults.put("pictures.widths", config.pictures().widths());
    defaults.put("pictures.quality", config.pictures().quality());
    defaults.put("pictures.sizes", config.pictures().sizes());
    defaults.put("pictures.webp", config.pictures().webp());
    defaults.put("pictures.avif", config.pictures().avif());
    defaults.put("pictures.maxMegapixels", config.pictures().maxMegapixels());
    Map<String, String> printed = new LinkedHashMap<>();
    for (Row row : settings()) {
      if (defaults.containsKey(row.code(0).getFirst())) {
        printed.put(row.code(0).getFirst(), row.code(2).getFirst());
      } else if (row.code(0).getFirst().equals("taxonomies")) {
        assertThat(row.code(2)).containsExactlyElementsOf(config.taxonomies().keySet());
      } else {
        assertThat(row.code(2)).as(row.cell(0)).isEmpty();
      }
    }
    defaults.forEach((key, value) -> assertThat(printed).containsEntry(key, value.toString()));
  }

  @Test
  void settingsInExamplesAreRight() {
    for (Row row : settings()) {
      String key = row.code(0).getFirst();
      String example = row.code(3).getLast();
      assertThat(example).startsWith(key.split("\\.", 2)[0] + ":");
      assertThat(problemsOfSettings(example)).as(example).isEmpty();
    }
    for (String block : HandbookPage.of("settings").blocks("yaml")) {
      assertThat(problemsOfSettings(block)).as(block).isEmpty();
    }
    for (String block : HandbookPage.of("problems").blocks("yaml")) {
      assertThat(problemsOfSettings(block)).as(block).isEmpty();
    }
  }

  @Test
  void keysOfFrontMatterAreItsKeys() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (FrontMatterKey key : FrontMatterKey.values()) {
      keys.put(key.key(), key.otherNames());
    }
    Map<String, List<String>> printed = new LinkedHashMap<>();
    HandbookPage page = HandbookPage.of("front-matter").below("Keys of an article");
    for (Row row : articleKeys(page)) {
      printed.put(row.code(0).getFirst(), row.code(1));
    }
    assertThat(printed).containsExactlyEntriesOf(keys);
  }

  @Test
  void keysOfSectionsAreTheirKeys() {
    assertThat(HandbookPage.of("front-matter").below("Keys of an _index.md").rows("key"))
        .extracting(r -> r.code(0).getFirst())
        .containsExactlyElementsOf(SectionFront.KEYS);
  }

  @Test
  void frontMatterInExamplesIsRight() {
    HandbookPage page = HandbookPage.of("front-matter");
    for (Row row : articleKeys(page.below("Keys of an article"))) {
      String example = row.code(3).getLast();
      assertThat(example).startsWith(row.code(0).getFirst() + ":");
      String title = example.startsWith("title:") ? "" : "title: T\n";
      assertThat(problemsOfArticle(title + example + "\n")).as(example).isEmpty();
    }
    List<String> ofSections = new ArrayList<>(page.below("Keys of an _index.md").blocks("yaml"));
    for (String block : page.blocks("yaml")) {
      if (!ofSections.contains(block)) {
        assertThat(problemsOfArticle(block)).as(block).isEmpty();
      }
    }
    ofSections.addAll(HandbookPage.of("content").below("Sections").blocks("yaml"));
    for (String block : ofSections) {
      assertThat(TestSite.of("-- content/wire/_index.md --\n---\n" + block + "---\n").problems())
          .as(block)
          .isEmpty();
    }
  }

  @Test
  void datesAreReadAsTheyAreExplained() {
    for (Row row : HandbookPage.of("front-matter").below("Dates").rows("written")) {
      for (String date : row.code(0)) {
        assertThat(problemsOfArticle("title: T\ndate: " + date + "\n")).as(date).isEmpty();
      }
    }
  }

  @Test
  void problemsAreTheProblems() {
    HandbookPage page = HandbookPage.of("problems");
    Map<String, String> printed = new LinkedHashMap<>();
    for (Row row : page.rows("code")) {
      printed.put(row.code(0).getFirst(), row.cell(1) + ", adjustable: " + row.cell(2));
    }
    Map<String, String> codes = new LinkedHashMap<>();
    for (ProblemCode code : ProblemCode.values()) {
      codes.put(
          code.id(),
          (code.severity() == Severity.ERROR ? "error" : "warning")
              + ", adjustable: "
              + (code.adjustable() ? "yes" : "no"));
    }
    assertThat(printed).containsExactlyEntriesOf(codes);
    assertThat(page.all("(?m)(?<=^## )[a-z].*$")).isEqualTo(ProblemCode.ids());
  }

  @Test
  void problemsAreShownUnderTheirOwnCode() {
    HandbookPage page = HandbookPage.of("problems");
    for (ProblemCode code : ProblemCode.values()) {
      String word = code.severity() == Severity.ERROR ? "error" : "warning";
      assertThat(page.below(code.id()).blocks("text"))
          .allSatisfy(block -> assertThat(block).startsWith(word + " " + code.id() + " "));
    }
  }

  @Test
  void wordsAreThoseOfTheTheme() throws Exception {
    Map<String, String> printed = new LinkedHashMap<>();
    for (Row row : HandbookPage.of("templates").rows("word")) {
      printed.put(row.code(0).getFirst(), row.cell(1));
    }
    String file = Files.readString(ROOT.resolve("templates/words/en.yaml"));
    YamlNode.Mapping words =
        (YamlNode.Mapping) YamlReader.read(file, "en.yaml", new Problems()).orElseThrow();
    Map<String, String> texts = new LinkedHashMap<>();
    words
        .toData()
        .forEach((key, text) ->
            texts.put(
                key,
                text instanceof Map<?, ?> forms
                    ? forms.get("one") + " / " + forms.get("other")
                    : String.valueOf(text)));
    assertThat(printed).containsExactlyEntriesOf(texts);
  }

  @Test
  void tokensOfPermalinksAreTheirTokens() {
    assertThat(HandbookPage.of("content").rows("token"))
        .extracting(r -> r.code(0).getFirst())
        .containsExactlyElementsOf(PermalinkPattern.TOKENS);
  }

  @Test
  void shortcodesAreThoseOfTheTheme() throws Exception {
    try (Stream<Path> files = Files.list(ROOT.resolve("templates/shortcodes"))) {
      assertThat(HandbookPage.of("content").rows("shortcode"))
          .extracting(r -> r.code(0).getFirst())
          .containsExactlyElementsOf(
              files
                  .map(f -> f.getFileName().toString().replaceFirst("\\.ftlh$", ""))
                  .sorted()
                  .toList());
    }
  }

  @Test
  void languagesAreTheLanguages() {
    assertThat(HandbookPage.of("code").rows("language"))
        .extracting(r -> r.cell(0) + " " + r.code(1))
        .containsExactlyElementsOf(
            Stream.of(Language.values()).map(l -> l.title() + " " + l.names()).toList());
  }

  @Test
  void classesOfCodeAreTheirClasses() {
    assertThat(HandbookPage.of("code").rows("class"))
        .extracting(r -> r.code(0).getFirst() + " " + r.cell(1))
        .containsExactlyElementsOf(
            Stream.of(TokenClass.values()).map(c -> c.cssClass() + " " + c.meaning()).toList());
  }

  @Test
  void feedsAreTheFeeds() {
    assertThat(HandbookPage.of("outputs").rows("format"))
        .extracting(r -> List.of(r.code(0), r.code(1), r.code(2)))
        .containsExactlyElementsOf(
            Stream.of(FeedFormat.values())
                .map(f ->
                    List.of(List.of(f.setting()), List.of(f.fileName()), List.of(f.mediaType())))
                .toList());
  }

  @Test
  void dependenciesAreThoseOfThePom() throws Exception {
    Map<String, String> declared = new TreeMap<>();
    Map<String, String> printed = new TreeMap<>();
    Element project =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new File(ROOT.toFile(), "pom.xml"))
            .getDocumentElement();
    for (Element d : elements(project, "dependency")) {
      String scope = text(d, "scope").equals("test") ? "test" : "runtime";
      String version = text(d, "version");
      if (version.startsWith("${")) {
        version = text(project, version.substring(2, version.length() - 1));
      }
      declared.put(text(d, "groupId") + ":" + text(d, "artifactId"), scope + " " + version);
    }
    HandbookPage page = HandbookPage.of("dependencies");
    page.below("At run time")
        .rows("library")
        .forEach(r -> printed.put(r.code(0).getFirst(), "runtime " + r.cell(1)));
    for (String part : List.of("For tests", "For benchmarks")) {
      page.below(part)
          .rows("library")
          .forEach(r -> printed.put(r.code(0).getFirst(), "test " + r.cell(1)));
    }
    assertThat(printed).isEqualTo(declared);
    assertThat(page.rows("library")).allSatisfy(r -> assertThat(r.cells()).noneMatch(""::equals));
  }

  @Test
  void packagesImportWhatTheArchitectureSays() throws Exception {
    Set<String> packages;
    try (Stream<Path> folders = Files.list(ROOT.resolve("src/main/java/dev/levee"))) {
      packages =
          folders
              .filter(Files::isDirectory)
              .map(f -> f.getFileName().toString())
              .collect(Collectors.toSet());
    }
    Map<String, Set<String>> allowed = new TreeMap<>();
    ArchitectureTest.MAY_IMPORT.forEach((name, imports) -> {
      if (packages.contains(name)) {
        allowed.put(name, imports.stream().filter(packages::contains).collect(Collectors.toSet()));
      }
    });
    Map<String, Set<String>> printed = new TreeMap<>();
    for (Row row : HandbookPage.of("architecture").rows("package")) {
      Set<String> imports =
          row.cell(2).equals("all above")
              ? new HashSet<>(printed.keySet())
              : new HashSet<>(row.code(2));
      printed.put(row.code(0).getFirst(), imports);
    }
    assertThat(printed).isEqualTo(allowed);
  }

  private static List<String> pages() {
    return HandbookPage.names();
  }

  private static List<Row> settings() {
    return HandbookPage.of("settings").rows("key");
  }

  /// The first table, which has the other names; the others are of keys inside a key.
  private static List<Row> articleKeys(HandbookPage page) {
    return page.rows("key").stream().filter(r -> r.cells().size() == 4).toList();
  }

  private static List<String> problemsOfSettings(String yaml) {
    Problems problems = new Problems();
    String all =
        REQUIRED
            .lines()
            .filter(line -> yaml.lines().noneMatch(l -> key(l).equals(key(line))))
            .collect(Collectors.joining("\n", "", "\n"));
    SiteConfigReader.read(all + yaml, "levee.yaml", problems);
    return problems.sorted().stream().map(TestSite::line).toList();
  }

  private static String key(String line) {
    return line.substring(0, Math.max(0, line.indexOf(':')));
  }

  private static List<String> problemsOfArticle(String yaml) {
    return TestSite.of("-- content/news/a.md --\n---\n" + yaml + "---\nText.\n")
        .file("content/news/flood.jpg", new byte[] {1})
        .problems();
  }

  private static List<Element> elements(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static String text(Element in, String name) {
    return elements(in, name).stream().findFirst().map(e -> e.getTextContent().strip()).orElse("");
  }
}
