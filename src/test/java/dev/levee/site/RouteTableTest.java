package dev.levee.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.content.UrlPath;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private static final String CURE = " | give one of them another 'slug' or 'url'";

  @Test
  void twoSourcesForOneAddressAreBothNamed() {
    assertThat(
            problems(
                "-- content/a.md --\n"
                    + "---\n"
                    + "title: A\n"
                    + "---\n"
                    + "-- content/b.md --\n"
                    + "---\n"
                    + "title: B\n"
                    + "slug: a\n"
                    + "---\n"))
        .containsExactly(
            "content/b.md error duplicate-url the address /a/ is also that of content/a.md" + CURE);
  }

  @Test
  void addressesThatDifferOnlyInCaseAreBothNamed() {
    assertThat(
            problems(
                "-- content/a.md --\n"
                    + "---\n"
                    + "title: A\n"
                    + "url: /About/\n"
                    + "---\n"
                    + "-- content/b.md --\n"
                    + "---\n"
                    + "title: B\n"
                    + "url: /about/\n"
                    + "---\n"))
        .containsExactly(
            "content/b.md:3:6 error duplicate-url the address /about/ differs only in case from"
                + " /About/, which content/a.md:3:6 has"
                + CURE);
  }

  @Test
  void aFileWhereOthersNeedAFolderIsNamedOnce() {
    assertThat(
            problems(
                """
                -- content/a.md --
                ---
                title: A
                url: /x.html
                ---
                -- content/b.md --
                ---
                title: B
                url: /x.html/b/
                ---
                -- content/c.md --
                ---
                title: C
                url: /x.html/c/
                ---
                """))
        .containsExactly(
            "content/a.md:3:6 error duplicate-url the address /x.html is a file, but"
                + " content/b.md:3:6 needs a folder there | end the address in '/' or in '.html'");
  }

  @Test
  void anArticleTakesThePlaceOfAListThatLeveeMakesByItself() {
    TestSite site =
        TestSite.of(
            """
            -- content/x.md --
            ---
            title: X
            url: /tags/
            tags: [a]
            ---
            -- content/news.md --
            ---
            title: News
            ---
            -- content/news/a.md --
            ---
            title: A
            ---
            """);
    assertThat(site.problems()).isEmpty();
    assertThat(at(site, "/tags/")).isInstanceOf(Route.ArticlePage.class);
    assertThat(at(site, "/news/")).isInstanceOf(Route.ArticlePage.class);
  }

  @Test
  void anArticleWhereASectionIsDescribedIsNamed() {
    assertThat(
            problems(
                """
                -- content/news.md --
                ---
                title: News
                ---
                -- content/news/_index.md --
                ---
                title: News
                ---
                """))
        .containsExactly(
            "content/news.md error duplicate-url the address /news/ is also that of the list of"
                + " section 'news'"
                + CURE);
  }

  @Test
  void anAliasCannotTakeAPageAway() {
    assertThat(
            problems(
                """
                -- content/a.md --
                ---
                title: A
                ---
                -- content/b.md --
                ---
                title: B
                aliases: [/a/]
                ---
                """))
        .containsExactly(
            "content/b.md:3:11 error duplicate-alias the address /a/ is also that of content/a.md |"
                + " take the alias out");
  }

  @Test
  void twoFoldersOfOneSectionAreBothNamed() {
    assertThat(
            problems(
                """
                -- content/South East/_index.md --
                ---
                title: One
                ---
                -- content/south-east/_index.md --
                ---
                title: Two
                ---
                """))
        .containsExactly(
            "content/south-east/_index.md error duplicate-url the address /south-east/ is also that"
                + " of content/South East/_index.md | rename one of the folders");
  }

  @Test
  void twoPicturesThatDifferOnlyInCaseAreBothNamed() {
    assertThat(problems("-- content/a.jpg --\n-- content/A.jpg --\n"))
        .containsExactly(
            "content/a.jpg error duplicate-url the address /a.jpg differs only in case from /A.jpg,"
                + " which content/A.jpg has | rename one of the files");
  }

  @Test
  void aPictureWhoseNameIsNoAddressIsNamed() {
    assertThat(problems("-- content/what?.jpg --\n-- content/a\\b.jpg --\n"))
        .contains(
            "content/what?.jpg error bad-url no address can be made from the name of this file: '?'"
                + " cannot stand in it | rename the file");
  }

  @Test
  void aFileOfTheAuthorTakesThePlaceOfOurs() {
    TestSite site =
        TestSite.of(
            """
            -- content/robots.txt --
            User-agent: *
            -- content/404.html --
            <title>Gone</title>
            -- content/50x.html --
            <title>Down</title>
            """);
    assertThat(site.problems()).isEmpty();
    for (String path : List.of("/robots.txt", "/404.html", "/50x.html")) {
      assertThat(at(site, path)).as(path).isInstanceOf(Route.Resource.class);
    }
  }

  @Test
  void noArticleTakesThePlaceOfAPageForErrors() {
    TestSite site =
        TestSite.of(
            """
            -- content/down.md --
            ---
            title: Down
            url: /50x.html
            ---
            -- content/gone.md --
            ---
            title: Gone
            url: /404.html
            ---
            """);
    assertThat(site.problems())
        .containsExactly(
            "content/down.md:3:6 error duplicate-url the address /50x.html is also that of the page"
                + " for errors of the server | give it another 'url', and write what that page is"
                + " to say into templates/50x.ftlh",
            "content/gone.md:3:6 error duplicate-url the address /404.html is also that of the page"
                + " for addresses that do not exist | give it another 'url', and write what that"
                + " page is to say into templates/404.ftlh");
    assertThat(at(site, "/50x.html")).isEqualTo(Route.ErrorPage.SERVER_ERROR);
    assertThat(at(site, "/404.html")).isEqualTo(Route.ErrorPage.NOT_FOUND);
  }

  @Test
  void noAliasAndNoCaseTakesAPageForErrorsAway() {
    assertThat(
            problems(
                """
                -- content/a.md --
                ---
                title: A
                aliases: [/50x.html]
                ---
                -- content/404.HTML --
                <title>Gone</title>
                """))
        .containsExactly(
            "content/404.HTML error duplicate-url the address /404.HTML differs only in case from"
                + " /404.html, which the page for addresses that do not exist has | rename one of"
                + " the files",
            "content/a.md:3:11 error duplicate-alias the address /50x.html is also that of the page"
                + " for errors of the server | take the alias out");
  }

  @Test
  void anArticleAndAFileAtThePageForErrorsAreBothNamed() {
    assertThat(
            problems(
                """
                -- content/50x.html --
                <title>Down</title>
                -- content/down.md --
                ---
                title: Down
                url: /50x.html
                ---
                """))
        .containsExactly(
            "content/50x.html error duplicate-url the address /50x.html is also that of"
                + " content/down.md:3:6 | rename one of the files");
  }

  @Test
  void noTwoRoutesAreOneFile() {
    Random random = new Random(11);
    for (int round = 0; round < 20; round++) {
      TestSite site = TestSite.of("");
      for (int i = 0; i < 30; i++) {
        site.file(
            "content/" + pick(random, "news", "News", "tags", "") + "/" + i + ".md",
            "---\ntitle: T\nurl: /%s%s\ntags: [%s]\naliases: [/%s/]\n---\n"
                .formatted(
                    pick(random, "a", "A", "b/a", "tags/x", "news", "é", "é".repeat(2)),
                    pick(random, "", "/", ".html", "/index.html"),
                    pick(random, "x", "X", "page", "rss.xml", "é"),
                    pick(random, "a", "news", "authors", "c")));
      }
      List<Route> routes = site.site().routes().all();
      Set<String> files = new HashSet<>();
      assertThat(routes)
          .allSatisfy(r ->
              assertThat(
                      files.add(
                          Normalizer.normalize(r.path().file(), Normalizer.Form.NFC)
                              .toLowerCase(Locale.ROOT)))
                  .as(r.path().file())
                  .isTrue());
      assertThat(new ArrayList<>(routes))
          .isSortedAccordingTo((a, b) -> a.path().compareTo(b.path()));
    }
  }

  private static String pick(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  private static Route at(TestSite site, String path) {
    return site.site().routes().at(new UrlPath(path)).orElseThrow();
  }

  private static List<String> problems(String text) {
    return TestSite.of(text).problems();
  }
}
