package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which pages a build renders that goes on from an earlier one, and what it makes of its cache.
class IncrementalBuildTest {

  private static final String SITE =
      """
      -- levee.yaml --
      title: The Gauge
      url: https://example.org
      archives: false
      feeds: {formats: []}
      -- content/_data/levels.yaml --
      today: 12
      -- content/news/_index.md --
      ---
      title: News
      ---
      -- content/news/flood.md --
      ---
      title: The flood
      date: 2016-11-08
      tags: [river]
      ---
      It *rose*. {{< box >}}Mind{{< /box >}}
      -- content/news/town.md --
      ---
      title: The town
      date: 2016-11-07
      ---
      See [the flood](flood.md).
      -- content/arts/play.md --
      ---
      title: The play
      date: 2016-11-06
      layout: special
      ---
      A play.
      -- templates/base.ftlh --
      ${page.title} <#list site.sections as section>${section.title}</#list><@main/>
      -- templates/article.ftlh --
      <#macro main>${article.content}<#list article.terms.tags as tag>${tag.name}</#list></#macro><#include "base.ftlh">
      -- templates/special.ftlh --
      <#macro main>${site.data.levels.today}<#include "partials/end.ftlh"></#macro><#include "base.ftlh">
      -- templates/partials/end.ftlh --
      The end.
      -- templates/list.ftlh --
      <#macro main><#list list.items as item>${item.title} </#list></#macro><#include "base.ftlh">
      -- templates/home.ftlh --
      <#include "list.ftlh">
      -- templates/section.ftlh --
      <#include "list.ftlh">
      -- templates/term.ftlh --
      <#include "list.ftlh">
      -- templates/overview.ftlh --
      <#macro main><#list overview.items as item>${item.title} ${item.count}</#list></#macro><#include "base.ftlh">
      -- templates/404.ftlh --
      <#macro main>None</#macro><#include "base.ftlh">
      -- templates/shortcodes/box.ftlh --
      <b>${shortcode.content}</b>
      """;

  private final TestSite site = TestSite.of(SITE);

  /// The pages that a build makes anew; the files that are always made are left out.
  private Set<String> made(BuiltSite built) {
    assertThat(built.problems()).isEmpty();
    Set<String> made = new TreeSet<>(built.report().metrics().madeRoutes().keySet());
    made.removeAll(Set.of("/news-sitemap.xml", "/robots.txt"));
    return made;
  }

  private Set<String> madeAfter(String path, String from, String to) {
    BuiltSite.of(site);
    replace(path, from, to);
    return made(BuiltSite.of(site));
  }

  private void replace(String path, String from, String to) {
    try {
      String text = Files.readString(site.path(path));
      assertThat(text).contains(from);
      site.file(path, text.replace(from, to));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theFirstBuildMakesEverything() {
    assertThat(made(BuiltSite.of(site)))
        .contains("/", "/news/", "/news/flood/", "/tags/river/", "/sitemap.xml", "/404.html");
  }

  @Test
  void whereNothingChangedNothingIsMade() {
    BuiltSite.of(site);
    BuiltSite again = BuiltSite.of(site);
    assertThat(made(again)).isEmpty();
    assertThat(again.report().metrics().knownArticles()).isEqualTo(3);
    assertThat(again.report().applied().orElseThrow().puts()).isZero();
  }

  @Test
  void aBodyIsThatOfItsPage() {
    assertThat(madeAfter("content/news/flood.md", "rose", "fell")).containsExactly("/news/flood/");
  }

  @Test
  void aTitleIsOnThePagesThatShowIt() {
    assertThat(madeAfter("content/news/flood.md", "The flood", "High water"))
        .containsExactly(
            "/", "/_redirects", "/news/", "/news/flood/", "/sitemap.xml", "/tags/river/");
  }

  @Test
  void aTagIsOnItsPagesAndInTheOverview() {
    assertThat(madeAfter("content/news/flood.md", "[river]", "[river, night]"))
        .contains("/news/flood/", "/tags/", "/tags/night/")
        .doesNotContain("/news/town/", "/arts/play/");
  }

  @Test
  void aLinkHangsOnWhereItLeads() {
    assertThat(madeAfter("content/news/flood.md", "tags:", "slug: water\ntags:"))
        .contains("/news/water/", "/news/town/")
        .doesNotContain("/arts/play/");
  }

  @Test
  void aTemplateIsThatOfThePagesThatTakeItIn() {
    assertThat(madeAfter("templates/partials/end.ftlh", "end", "very end"))
        .containsExactly("/arts/play/");
    assertThat(made(BuiltSite.of(site))).isEmpty();
    assertThat(madeAfter("templates/shortcodes/box.ftlh", "b>", "i>"))
        .containsExactly("/news/flood/");
  }

  @Test
  void aTemplateThatWasMissingIsTakenOnceItIsThere() {
    BuiltSite.of(site);
    site.file("templates/news/article.ftlh", "${article.title}");
    assertThat(made(BuiltSite.of(site))).containsExactly("/news/flood/", "/news/town/");
  }

  @Test
  void dataIsThatOfThePagesThatAskForIt() {
    assertThat(madeAfter("content/_data/levels.yaml", "12", "13")).containsExactly("/arts/play/");
  }

  @Test
  void aPageThatIsGoneFromTheDestinationIsMadeAgain() throws IOException {
    BuiltSite.of(site);
    Files.delete(site.path("site/news/town/index.html"));
    site.file("site/news/index.html", "changed by hand");
    assertThat(made(BuiltSite.of(site))).containsExactly("/news/", "/news/town/");
  }

  @Test
  void whatWasChangedAndChangedBackIsAsItWas() {
    String before = BuiltSite.of(site).text("news/flood/index.html");
    assertThat(madeAfter("content/news/flood.md", "rose", "fell")).hasSize(1);
    assertThat(madeAfter("content/news/flood.md", "fell", "rose")).hasSize(1);
    assertThat(BuiltSite.of(site).text("news/flood/index.html")).isEqualTo(before);
  }

  @Test
  void aCleanBuildLooksAtNoCache() {
    BuiltSite.of(site);
    BuiltSite clean = BuiltSite.build(BuiltSite.options(site).with(Mode.CLEAN, true));
    assertThat(made(clean)).contains("/", "/news/flood/");
    assertThat(clean.report().metrics().madeInVain()).isPositive();
    assertThat(made(BuiltSite.of(site))).isEmpty();
  }

  /// As after a checkout: other times, the same texts.
  @Test
  void filesThatWereOnlyTouchedAreReadAndKnown() throws IOException {
    BuiltSite.of(site);
    try (Stream<Path> files = Files.walk(site.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(site.path("site"))) {
          Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        }
      }
    }
    BuiltSite again = BuiltSite.of(site);
    assertThat(made(again)).isEmpty();
    assertThat(again.report().metrics().knownArticles()).isEqualTo(3);
  }

  /// The times of files that had been left alone are believed, and still no change goes unseen.
  @Test
  void aChangeThatKeepsSizeAndTimeIsSeen() throws Exception {
    Path picture = site.path("content/news/p.svg");
    site.file("content/news/p.svg", "<svg/>");
    BuiltSite.of(site);
    Thread.sleep(2_200);
    BuiltSite.of(site);
    Path file = site.path("content/news/flood.md");
    FileTime time = Files.getLastModifiedTime(file);
    FileTime drawn = Files.getLastModifiedTime(picture);
    replace("content/news/flood.md", "rose", "fell");
    Files.setLastModifiedTime(file, time);
    site.file("content/news/p.svg", "<xml/>");
    Files.setLastModifiedTime(picture, drawn);
    BuiltSite changed = BuiltSite.of(site);
    assertThat(made(changed)).containsExactly("/news/flood/", "/news/p.svg");
    assertThat(changed.text("news/p.svg")).isEqualTo("<xml/>");
    site.file("content/news/other", Files.readAllBytes(file));
    replace("content/news/other", "fell", "sank");
    Files.setLastModifiedTime(site.path("content/news/other"), time);
    Files.move(site.path("content/news/other"), file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(made(BuiltSite.of(site))).contains("/news/flood/");
    assertThat(BuiltSite.of(site).text("news/flood/index.html")).contains("sank");
  }

  /// Somebody saves while the site is being built: the page may have the one text or the other, but
  /// the next build does not take the one for the other.
  @Test
  void aTextThatChangesDuringTheBuildIsNotRemembered() throws IOException {
    String original = Files.readString(site.path("content/news/town.md"));
    Progress saving =
        (stage, done, total) -> {
          if (stage.equals("rendering") && done == 1) {
            site.file("content/news/town.md", original + "Saved meanwhile.\n");
          }
        };
    BuildOptions options = BuiltSite.options(site).withJobs(1);
    new SiteBuilder(options, new Problems(), saving).build();
    assertThat(Files.readString(site.path("site/news/town/index.html"))).contains("meanwhile");
    site.file("content/news/town.md", original);
    assertThat(BuiltSite.of(site).text("news/town/index.html")).doesNotContain("meanwhile");
  }

  @Test
  void aSiteWithMistakesRemembersWhatWasBuiltLast() {
    BuiltSite.of(site);
    site.file("content/news/town.md", "---\ntitle: [\n---\n");
    assertThat(BuiltSite.of(site).isWritten()).isFalse();
    site.file("content/news/town.md", "---\ntitle: The town\ndate: 2016-11-07\n---\nSee it.\n");
    assertThat(made(BuiltSite.of(site))).containsExactly("/news/town/");
  }

  @Test
  void warningsOfPagesThatAreKeptAreToldAgain() {
    site.file("content/news/town.md", "---\ntitle: The town\n---\n```nosuch\nx\n```\n");
    assertThat(BuiltSite.of(site).problems()).hasSize(1).isEqualTo(BuiltSite.of(site).problems());
  }

  @Test
  void aCacheThatCannotBeWrittenIsNoFault() {
    site.file(".levee", "in the way");
    BuiltSite.of(site);
    BuiltSite again = BuiltSite.of(site);
    assertThat(again.problems()).isEmpty();
    assertThat(again.report().applied().orElseThrow().puts()).isZero();
  }

  @Test
  void theCacheKeepsItselfOutOfGit() throws IOException {
    assertThat(site.path(".levee")).doesNotExist();
    new SiteBuilder(BuiltSite.options(site), new Problems(), Progress.SILENT).build();
    assertThat(Files.readString(site.path(".levee/.gitignore"))).isEqualTo("*\n");
  }

  @Test
  void aPageOfAListHangsOnHowManyArticlesItHas() {
    site.file("content/news/dam.md", "---\ntitle: The dam\ndate: 2016-11-05\n---\nHigh.\n");
    setting("pagination: {size: 3}");
    BuiltSite.of(site);
    setting("pagination: {size: 2}");
    assertThat(BuiltSite.of(site).text("index.html")).doesNotContain("The play");
    assertGoesOn();
  }

  @Test
  void anAddressIsAnotherPageWhenAnotherArticleTakesIt() {
    setting("problems: {broken-anchor: warn}");
    article("news/flood.md", "title: A\nslug: one", "## Crest");
    article("news/town.md", "title: B\nslug: two", "## Gauge");
    article("arts/play.md", "title: C", "[x](/news/one/#crest)");
    assertThat(BuiltSite.of(site).problems()).isEmpty();
    article("news/flood.md", "title: A\nslug: two", "## Crest");
    article("news/town.md", "title: B\nslug: one", "## Gauge");
    assertThat(BuiltSite.of(site).problems()).hasSize(1);
    assertGoesOn();
  }

  @Test
  void aKeyOfASectionMayGetItsMeaningFromTheSettings() {
    site.file("templates/section.ftlh", "${list.section.dek!}");
    site.file("content/news/_index.md", "---\ntitle: News\nkicker: All of it\n---\n");
    BuiltSite.of(site);
    setting("frontMatter: {aliases: {kicker: dek}}");
    assertThat(BuiltSite.of(site).text("news/index.html")).contains("All of it");
    assertGoesOn();
  }

  @Test
  void aTemplateThatIsLookedForInSeveralFoldersIsTheNearest() {
    site.file("templates/news/article.ftlh", "<#include \"*/partials/end.ftlh\">");
    BuiltSite.of(site);
    site.file("templates/partials/end.ftlh", "The very end.");
    assertThat(BuiltSite.of(site).text("news/flood/index.html")).contains("The very end.");
    site.file("templates/news/partials/end.ftlh", "Of the news.");
    assertThat(BuiltSite.of(site).text("news/flood/index.html")).contains("Of the news.");
    assertGoesOn();
  }

  @Test
  void aTemplateWithAnImpossibleNameIsAMistakeAsAnyOther() {
    site.file("templates/news/article.ftlh", "<#include \"a\\x0000b.ftlh\">");
    assertThat(BuiltSite.of(site).problems()).isNotEmpty();
  }

  @Test
  void linksWithImpossiblePathsAreAskedForAgain() {
    setting("problems: {broken-link: warn, missing-picture: warn}");
    article("arts/play.md", "title: C", "[x](/%2F../x.md) [y](/%2Fy) [z](/%00) ![](/%5C%5C../z)");
    assertThat(BuiltSite.of(site).problems()).isEqualTo(BuiltSite.of(site).problems());
    assertGoesOn();
  }

  /// Both are the same number, and other texts.
  @Test
  void textsThatLookLikeNumbersAreTexts() {
    site.file("templates/news/article.ftlh", "${site.tagline} ${article.dek}");
    setting("tagline: 2016.1");
    site.file("content/news/_index.md", "---\ntitle: News\ncascade: {dek: 1.0}\n---\n");
    BuiltSite.of(site);
    setting("tagline: 2016.10");
    assertThat(BuiltSite.of(site).text("news/flood/index.html")).contains("2016.10");
    site.file("content/news/_index.md", "---\ntitle: News\ncascade: {dek: 1.00}\n---\n");
    assertThat(BuiltSite.of(site).text("news/flood/index.html")).contains("1.00");
    assertGoesOn();
  }

  @Test
  void theContentFolderMayBeCalledOtherwise() throws IOException {
    site.file("content/news/town.md", "---\ntitle: The town\nfoo: x\n---\nTown.\n");
    BuiltSite.of(site);
    Files.move(site.path("content"), site.path("texts"));
    setting("folders: {content: texts}");
    assertThat(BuiltSite.of(site).problems().getFirst()).startsWith("texts/news/town.md:3:1 ");
    assertGoesOn();
  }

  @Test
  void theTemplatesOfASiteMayGoAndComeBack() throws IOException {
    BuiltSite.of(site);
    Files.move(site.path("templates"), site.path("away"));
    site.file("content/news/flood.md", "---\ntitle: The flood\n---\nIt rose.\n");
    site.file("content/arts/play.md", "---\ntitle: The play\n---\nA play.\n");
    assertThat(BuiltSite.of(site).text("news/flood/index.html")).contains("<html");
    assertGoesOn();
    Files.move(site.path("away"), site.path("templates"));
    assertThat(BuiltSite.of(site).text("news/flood/index.html")).doesNotContain("<html");
    assertGoesOn();
  }

  @Test
  void aFileMayBecomeAFolderAndAFolderAFile() throws IOException {
    site.file("content/news/data", "a file");
    article("news/dam.md", "title: The dam\nurl: /dam", "High.");
    BuiltSite.of(site);
    Files.delete(site.path("content/news/data"));
    Files.delete(site.path("content/news/dam.md"));
    site.file("content/news/data/more", "a file in a folder");
    article("news/dam/index.md", "title: The dam\nurl: /dam", "Low.");
    assertThat(BuiltSite.of(site).has("news/data/more")).isTrue();
    assertGoesOn();
    Files.delete(site.path("content/news/data/more"));
    Files.delete(site.path("content/news/data"));
    site.file("content/news/data", "a file");
    assertGoesOn();
  }

  @Test
  void anotherAddressAnotherDestinationAndBackAgain() {
    site.file("templates/base.ftlh", "${page.permalink} ${page.title}<@main/>");
    BuiltSite.of(site);
    BuiltSite other = BuiltSite.build(BuiltSite.options(site, "https://preview.example.org/x"));
    assertThat(other.text("news/flood/index.html")).contains("https://preview.example.org/x/news/");
    BuiltSite.build(BuiltSite.options(site).withDestination(site.path("elsewhere")));
    replace("content/news/flood.md", "rose", "fell");
    BuiltSite.build(BuiltSite.options(site).withDestination(site.path("elsewhere")));
    assertThat(BuiltSite.of(site).text("news/flood/index.html")).contains("https://example.org/");
    assertGoesOn();
  }

  private void article(String path, String front, String body) {
    site.file("content/" + path, "---\n" + front + "\n---\n" + body + "\n");
  }

  private void setting(String line) {
    site.file(
        "levee.yaml",
        "title: The Gauge\nurl: https://example.org\narchives: false\nfeeds: {formats: []}\n"
            + line
            + "\n");
  }

  /// What is there is what a build from nothing gives.
  private void assertGoesOn() {
    BuiltSite incremental = BuiltSite.of(site);
    BuiltSite clean =
        BuiltSite.build(
            BuiltSite.options(site).with(Mode.CLEAN, true).withDestination(site.path("clean")));
    assertThat(incremental.problems()).isEqualTo(clean.problems());
    assertThat(incremental.digests()).isEqualTo(clean.digests());
  }

  /// A picture whose stamp is known is not read again; one that was changed is.
  @Test
  void aPictureIsTakenAnewWhenItChanged() throws Exception {
    site.file("content/pictures/gauge.svg", "<svg>1</svg>");
    BuiltSite.of(site);
    Thread.sleep(2_200);
    BuiltSite.of(site);
    BuiltSite again = BuiltSite.of(site);
    assertThat(again.report().applied().orElseThrow().puts()).isZero();
    Path file = site.path("content/pictures/gauge.svg");
    FileTime time = Files.getLastModifiedTime(file);
    site.file("content/pictures/gauge.svg", "<svg>2</svg>");
    Files.setLastModifiedTime(file, time);
    assertThat(BuiltSite.of(site).text("pictures/gauge.svg")).isEqualTo("<svg>2</svg>");
    Files.delete(site.path("site/pictures/gauge.svg"));
    assertThat(BuiltSite.of(site).text("pictures/gauge.svg")).isEqualTo("<svg>2</svg>");
  }

  @Test
  void whatStoppedBuildsLeftIsRemoved() throws IOException {
    BuiltSite.of(site);
    site.file(".levee/unfinished-abc", "half of a cache");
    Files.setLastModifiedTime(
        site.path(".levee/unfinished-abc"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    site.file("content/news/town.md", "---\ntitle: The town\n---\nOther.\n");
    BuiltSite.of(site);
    assertThat(site.path(".levee/unfinished-abc")).doesNotExist();
    SiteBuilder.forget(site.folder());
    assertThat(site.path(".levee")).doesNotExist();
  }
}
