package dev.levee.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.TestProgram;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions;
import dev.levee.content.UrlPath;
import dev.levee.output.Output;
import dev.levee.problem.Problem;
import dev.levee.site.Publication;
import dev.levee.site.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [LiveLawsTest] cannot see: how little is done again, and what becomes of a site whose
/// settings cannot be read.
class LiveSiteTest {

  private static final String SITE =
      """
      -- content/news/flood.md --
      ---
      title: The flood
      date: 2016-11-08
      ---
      Water.
      -- content/news/town.md --
      ---
      title: The town
      date: 2016-11-07
      ---
      Houses.
      -- content/sport/race.md --
      ---
      title: The race
      date: 2016-11-06
      ---
      Bicycles.
      -- templates/article.ftlh --
      <h1>${page.title}</h1>${article.content}
      -- templates/section.ftlh --
      <h1>${list.title}</h1><#list list.items as a>${a.title} </#list>
      -- templates/home.ftlh --
      <h1>${site.title}</h1>
      """;

  private final TestSite site = TestSite.of(SITE);
  private int looked;
  private LiveSite live;

  @BeforeEach
  void open() throws IOException {
    Publication publication = new Publication(TestSite.CLOCK, true, true, true);
    live =
        LiveSite.open(
            BuildOptions.of(site.folder(), publication),
            () -> {
              looked++;
              return publication;
            });
  }

  private Edition change(String path, String text) throws IOException {
    site.file(path, text);
    return changed(path);
  }

  private Edition changed(String... paths) throws IOException {
    return live.refresh(Changes.of(Stream.of(paths).map(site::path).toList()));
  }

  private static Made at(Edition edition, String path) {
    return edition
        .at(new UrlPath(path))
        .orElseThrow(() -> new AssertionError("nothing at " + path));
  }

  private static String text(Edition edition, String path) {
    return at(edition, path)
        .content()
        .map(content -> new String(((Output.Bytes) content).bytes(), StandardCharsets.UTF_8))
        .orElse("nothing");
  }

  private static List<String> problems(Edition edition) {
    return edition.problems().stream().map(Problem::code).map(code -> code.id()).toList();
  }

  @Test
  void wordsThatChangeLeaveTheSiteAsItIsPutTogether() throws IOException {
    Edition after =
        change("content/news/flood.md", flood("title: The mud\ndescription: Brown", "Mud."));
    assertThat(text(after, "/news/flood/")).contains("The mud", "<p>Mud.</p>");
    assertThat(text(after, "/news/")).contains("The mud").doesNotContain("The flood");
    assertThat(text(after, "/rss.xml")).contains("The mud", "Brown");
    assertThat(after.routes())
        .filteredOn(Route.ArticlePage.class::isInstance)
        .extracting(route -> ((Route.ArticlePage) route).article().frontMatter().title())
        .contains("The mud");
    assertThat(looked).isEqualTo(1);
    after = change("content/news/flood.md", flood("title: The flood", "Water."));
    assertThat(text(after, "/news/")).contains("The flood");
    assertThat(looked).isEqualTo(1);
  }

  @Test
  void whatGoesWithAnArticleIsKnownWhenItsWordsHaveChanged() throws IOException {
    site.file(
        "templates/article.ftlh",
        "${article.title}: <#list article.related as a>${a.title} </#list>");
    live.refresh(Changes.EVERYTHING);
    assertThat(text(live.edition(), "/news/flood/")).isEqualTo("The flood: The town ");
    change("content/news/town.md", "---\ntitle: The city\ndate: 2016-11-07\n---\nHouses.\n");
    Edition after = change("content/news/flood.md", flood("title: The mud", "Mud."));
    assertThat(text(after, "/news/flood/")).isEqualTo("The mud: The city ");
    assertThat(text(after, "/news/town/")).isEqualTo("The city: The mud ");
    assertThat(looked).isEqualTo(2);
  }

  @Test
  void whatDecidesOnListsAndPlacesIsPutTogetherAnew() throws IOException {
    change("content/news/flood.md", flood("title: The flood\ntags: [mud]", "Water."));
    assertThat(looked).isEqualTo(2);
    assertThat(text(live.edition(), "/tags/mud/")).contains("The flood");
    change("content/news/flood.md", "---\ntitle: The flood\ndate: 2016-11-07\n---\nWater.\n");
    assertThat(looked).isEqualTo(3);
    assertThat(text(live.edition(), "/news/")).containsSubsequence("The flood", "The town");
    change("content/news/flood.md", "---\ntitle: Xylem\ndate: 2016-11-07\n---\nWater.\n");
    assertThat(looked).isEqualTo(4);
    assertThat(text(live.edition(), "/news/")).containsSubsequence("The town", "Xylem");
  }

  @Test
  void titlesThatChangeTogetherAndPassEachOtherChangeTheOrder() throws IOException {
    site.file("content/news/town.md", "---\ntitle: The town\ndate: 2016-11-08\n---\nHouses.\n");
    live.refresh(Changes.EVERYTHING);
    assertThat(text(live.edition(), "/news/")).containsSubsequence("The flood", "The town");
    site.file("content/news/town.md", "---\ntitle: The gauge\ndate: 2016-11-08\n---\nHouses.\n");
    site.file("content/news/flood.md", flood("title: The sea", "Water."));
    Edition after = changed("content/news/town.md", "content/news/flood.md");
    assertThat(text(after, "/news/")).containsSubsequence("The gauge", "The sea");
    assertThat(looked).isEqualTo(3);
  }

  @Test
  void aTitleThatMakesTheAddressMovesThePage() throws IOException {
    change("levee.yaml", "title: Test\nurl: https://example.org\npermalinks: {news: '/:title/'}\n");
    Edition after = change("content/news/flood.md", flood("title: The mud", "Water."));
    assertThat(text(after, "/the-mud/")).contains("The mud");
    assertThat(after.at(new UrlPath("/the-flood/"))).isEmpty();
  }

  /// The front matter on as many lines as it has in the site.
  private static String flood(String front, String text) {
    return "---\n{" + front.replace("\n", ", ") + "\n, date: 2016-11-08}\n---\n" + text + "\n";
  }

  @Test
  void aStyleSheetInSassIsMadeAnewWhenAPartOfItChanges() throws IOException {
    String path =
        TestProgram.written(
            site,
            "sass",
            """
            if [ "$1" = --version ]; then echo 1.2.3; exit; fi
            cat css/*.scss
            map='%7B%22version%22:3,%22sources%22:%5B%5D,%22mappings%22:%22%22%7D'
            echo "/*# sourceMappingURL=data:application/json;charset=utf-8,$map */"
            """);
    site.file("templates/home.ftlh", "${asset('css/x.scss')}");
    site.file("templates/assets/css/x.scss", "a{color:red}");
    site.file("templates/assets/css/_y.scss", "b{color:red}");
    Publication publication = Publication.at(TestSite.CLOCK);
    live =
        LiveSite.open(
            BuildOptions.of(site.folder(), publication).withPath(path), () -> publication);
    String before = text(live.edition(), "/").strip();
    assertThat(before).matches("/assets/css/x\\.[0-9a-f]{10}\\.css");
    assertThat(text(live.edition(), before)).contains("b{color:red}");
    Edition after = change("templates/assets/css/_y.scss", "b{color:blue}");
    assertThat(text(after, "/").strip()).isNotEqualTo(before);
    assertThat(text(after, text(after, "/").strip())).contains("b{color:blue}");
  }

  @Test
  void onlyWhatIsSaidToHaveChangedIsRead() throws IOException {
    site.file("content/news/town.md", "---\ntitle: The city\ndate: 2016-11-07\n---\nTowers.\n");
    Edition after =
        change("content/news/flood.md", "---\ntitle: The flood\ndate: 2016-11-08\n---\nMud.\n");
    assertThat(text(after, "/news/flood/")).contains("Mud.");
    assertThat(text(after, "/news/town/")).contains("The town");
    assertThat(text(after, "/news/")).contains("The town");
    after = live.refresh(Changes.EVERYTHING);
    assertThat(text(after, "/news/")).contains("The city");
  }

  @Test
  void pagesAreKeptWhileWhatTheyHangOnIsAsItWas() throws IOException {
    Edition before = live.edition();
    List<String> addresses = List.of("/", "/news/", "/sport/", "/news/flood/", "/sport/race/");
    List<Made> made = addresses.stream().map(address -> at(before, address)).toList();
    Edition after =
        change("content/news/flood.md", "---\ntitle: The mud\ndate: 2016-11-08\n---\nWater.\n");
    List<String> anew = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      if (!at(after, addresses.get(i)).equals(made.get(i))) {
        anew.add(addresses.get(i));
      }
    }
    assertThat(anew).containsExactly("/news/", "/news/flood/");
  }

  @Test
  void aTemplateThatChangesMakesItsPagesAnew() throws IOException {
    Made article = at(live.edition(), "/sport/race/");
    Made list = at(live.edition(), "/sport/");
    Edition after = change("templates/article.ftlh", "<h2>${page.title}</h2>\n");
    assertThat(text(after, "/sport/race/")).contains("<h2>The race</h2>");
    assertThat(at(after, "/sport/race/")).isNotSameAs(article);
    assertThat(at(after, "/sport/")).isSameAs(list);
  }

  @Test
  void brokenSettingsLeaveTheSiteUntilTheyAreMended() throws IOException {
    assertThat(text(live.edition(), "/")).contains("<h1>Test</h1>");
    Edition broken = change("levee.yaml", "title: [\n");
    assertThat(problems(broken)).containsExactly("bad-yaml");
    assertThat(text(broken, "/")).contains("<h1>Test</h1>");
    Edition still =
        change("content/news/flood.md", "---\ntitle: The mud\ndate: 2016-11-08\n---\nMud.\n");
    change("templates/home.ftlh", "<h2>${site.title}</h2>\n");
    assertThat(problems(still)).containsExactly("bad-yaml");
    assertThat(text(still, "/news/")).contains("The flood").doesNotContain("The mud");
    Edition mended = change("levee.yaml", "title: Mended\nurl: https://example.org\n");
    assertThat(problems(mended)).isEmpty();
    assertThat(text(mended, "/")).contains("<h2>Mended</h2>");
    assertThat(text(mended, "/news/")).contains("The mud");
  }

  @Test
  void aNewFolderIsFound() throws IOException {
    site.file("content/arts/_index.md", "---\ntitle: Arts\n---\n");
    site.file("content/arts/play.md", "---\ntitle: The play\n---\nCurtain.\n");
    Edition after = changed("content/arts");
    assertThat(text(after, "/arts/")).contains("Arts", "The play");
    assertThat(text(after, "/arts/play/")).contains("Curtain.");
  }

  @Test
  void aSectionThatIsDeletedIsGone() throws IOException {
    assertThat(text(live.edition(), "/news/flood/")).contains("Water.");
    for (String file : List.of("content/news/flood.md", "content/news/town.md", "content/news")) {
      Files.delete(site.path(file));
    }
    Edition after = changed("content/news");
    for (String gone : List.of("/news/", "/news/flood/", "/news/town/")) {
      assertThat(after.at(new UrlPath(gone))).isEmpty();
    }
    assertThat(text(after, "/sport/")).contains("The race");
  }

  @Test
  void aFolderOfContentThatTheSettingsNameIsRead() throws IOException {
    site.file("texts/one.md", "---\ntitle: One\n---\nHere.\n");
    Edition after =
        change("levee.yaml", "title: Test\nurl: https://example.org\nfolders: {content: texts}\n");
    assertThat(text(after, "/one/")).contains("Here.");
    assertThat(live.folders()).contains(site.path("texts").toAbsolutePath());
    assertThat(after.at(new UrlPath("/news/flood/"))).isEmpty();
  }

  @Test
  void whatIsWrongIsKnownOnceItsPageIsMade() throws IOException {
    Edition after =
        change(
            "content/news/flood.md",
            "---\ntitle: The flood\ndate: 2016-11-08\n---\n[x](nowhere.md)\n");
    assertThat(problems(after)).isEmpty();
    at(after, "/news/flood/");
    assertThat(problems(after)).containsExactly("broken-link");
    site.file("content/news/nowhere.md", "---\ntitle: Now it is\n---\n");
    Edition mended = changed("content/news/nowhere.md");
    assertThat(problems(mended)).isEmpty();
    assertThat(text(mended, "/news/flood/")).contains("href=\"/news/nowhere/\"");
  }

  @Test
  void nothingIsWrittenButWhatBuildsKeep() throws IOException {
    at(live.edition(), "/news/flood/");
    change("content/news/flood.md", "---\ntitle: The mud\n---\n");
    try (Stream<Path> files = Files.list(site.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.startsWith("."))
          .containsExactlyInAnyOrder("content", "templates", "levee.yaml");
    }
  }

  @Test
  void aFileThatBecomesALinkOutOfTheSiteIsNotShown() throws IOException {
    change("content/x.txt", "mine");
    Path secret = Files.writeString(site.folder().resolveSibling("secret.txt"), "secret");
    Files.delete(site.path("content/x.txt"));
    Files.createSymbolicLink(site.path("content/x.txt"), secret);
    Edition edition = changed("content/x.txt");
    assertThat(edition.at(new UrlPath("/x.txt"))).isEmpty();
    assertThat(problems(edition)).contains("link-out-of-tree");
    Files.delete(secret);
  }

  @Test
  void aFileThatIsGoneIsAProblemUntilThatIsNoticed() throws IOException {
    Edition edition = change("content/x.txt", "mine");
    Files.delete(site.path("content/x.txt"));
    assertThat(at(edition, "/x.txt").content()).isEmpty();
    assertThat(problems(edition)).containsExactly("unreadable-file");
    assertThat(problems(changed("content/x.txt"))).isEmpty();
  }

  @Test
  void whatCannotBePublishedIsNotShownAndTold() throws IOException {
    site.file("content/x.tif", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    Edition edition = changed("content/x.tif");
    assertThat(at(edition, "/x.tif").content()).isEmpty();
    assertThat(problems(edition)).containsExactly("unstripped-picture");
  }

  @Test
  void whyATemplateFailsIsToldUntilItIsMended() throws IOException {
    Edition broken = change("templates/article.ftlh", "${nosuch}");
    assertThat(at(broken, "/news/flood/").content()).isEmpty();
    assertThat(at(broken, "/news/town/").content()).isEmpty();
    assertThat(problems(broken)).containsExactly("template-error");
    assertThat(problems(change("content/other.txt", "x"))).containsExactly("template-error");
    assertThat(problems(change("templates/article.ftlh", "${page.title}"))).isEmpty();
  }

  @Test
  void whatIsWrongWithAnAssetIsTold() throws IOException {
    site.file("templates/assets/x.css", "a{background:url(nosuch.png)}");
    Edition edition =
        change("templates/article.ftlh", "<link rel=stylesheet href=${asset('x.css')}>");
    String address = text(edition, "/news/flood/").replaceAll(".*href=/?([^>]*)>.*", "/$1").strip();
    assertThat(at(edition, address).problems()).isNotEmpty();
    assertThat(problems(edition)).containsExactly("missing-asset");
  }

  @Test
  void changesOfAReadingThatFailedAreTakenOverByTheNext() throws IOException {
    Path folder = site.path("templates/p");
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("x"), folder.resolve("nowhere/y"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
    site.file("content/news/flood.md", "---\ntitle: The mud\ndate: 2016-11-08\n---\nMud.\n");
    try {
      changed("templates/p/x", "content/news/flood.md");
      assumeTrue(false, "this user may read everything");
    } catch (IOException e) {
      assertThat(text(live.edition(), "/news/flood/")).contains("The flood");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
    Files.delete(folder.resolve("x"));
    assertThat(text(changed("templates/p/x"), "/news/flood/")).contains("The mud");
  }

  @Test
  void aFileThatWasChangedMakesItsPagesAnotherToShow() throws IOException {
    Edition before = change("content/x.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    Edition same = change("content/news/flood.md", "---\ntitle: The flood\n---\nMud.\n");
    assertThat(same.files()).isEqualTo(before.files());
    assertThat(change("content/x.svg", "<svg/>").files()).isNotEqualTo(before.files());
  }
}
