package dev.levee.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestSite;
import dev.levee.content.Article;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicationTest {

  private static final Instant BEFORE = Instant.parse("2016-11-08T11:59:59Z");
  private static final Instant NOON = Instant.parse("2016-11-08T12:00:00Z");

  @Test
  void anArticleAppearsAndEndsToTheSecond() {
    TestSite site =
        TestSite.of(
            """
            -- content/appears.md --
            ---
            title: Appears
            date: 2016-11-01
            publishDate: 2016-11-08 12:00
            ---
            -- content/ends.md --
            ---
            title: Ends
            date: 2016-11-01
            expiryDate: 2016-11-08 12:00
            ---
            """);
    assertThat(ids(site.site(BEFORE))).containsExactly("ends.md");
    assertThat(ids(site.site(NOON))).containsExactly("appears.md");
  }

  @Test
  void theDateIsWhenAnArticleAppearsUnlessItSaysOtherwise() {
    TestSite site =
        TestSite.of(
            """
            -- content/a.md --
            ---
            title: A
            date: 2016-11-08 12:00
            ---
            -- content/b.md --
            ---
            title: B
            date: 2016-11-20
            publishDate: 2016-11-01
            ---
            """);
    assertThat(ids(site.site(BEFORE))).containsExactly("b.md");
    assertThat(ids(site.site(NOON))).containsExactly("b.md", "a.md");
  }

  @Test
  void draftsFutureAndExpiredArticlesCanBeShown() {
    TestSite site =
        TestSite.of(
            """
            -- content/draft.md --
            ---
            title: A draft
            draft: true
            ---
            -- content/expired.md --
            ---
            title: B expired
            expiryDate: 2016-01-01
            ---
            -- content/future.md --
            ---
            title: C future
            publishDate: 2020-01-01
            ---
            """);
    assertThat(site.site(NOON).articles()).isEmpty();
    assertThat(ids(site.site(new Publication(NOON, true, false, false))))
        .containsExactly("draft.md");
    assertThat(ids(site.site(new Publication(NOON, false, true, false))))
        .containsExactly("future.md");
    assertThat(ids(site.site(new Publication(NOON, false, false, true))))
        .containsExactly("expired.md");
  }

  @Test
  void theNextChangeIsKnown() {
    TestSite site =
        TestSite.of(
            """
            -- content/a.md --
            ---
            title: A
            date: 2016-11-07
            expiryDate: 2016-11-30
            ---
            -- content/b.md --
            ---
            title: B
            publishDate: 2016-11-09 08:00
            ---
            -- content/c.md --
            ---
            title: C
            publishDate: 2016-11-08 13:00
            draft: true
            ---
            """);
    List<Article> articles = site.content().articles();
    assertThat(
            Stream.iterate(
                    Publication.at(NOON).nextChange(articles),
                    Optional::isPresent,
                    t -> Publication.at(t.orElseThrow()).nextChange(articles))
                .map(t -> t.orElseThrow().toString()))
        .containsExactly("2016-11-09T00:00:00Z", "2016-11-09T08:00:00Z", "2016-11-30T00:00:00Z");
  }

  /// A draft, a future and an expired article next to a published one, with all that could give
  /// them away: own section, term, author, series, month, alias, bundle and picture.
  @Test
  void whatIsNotPublishedLeavesNoTrace() {
    StringBuilder text =
        new StringBuilder(
            """
            -- content/news/open.md --
            ---
            title: Open
            date: 2016-11-05
            tags: [shared]
            authors: [Ada]
            series: Saga
            ---
            """);
    for (String kind :
        List.of("draft: true", "publishDate: 2030-01-01", "expiryDate: 2016-11-06")) {
      String name = "hidden" + kind.charAt(0);
      text.append(
          """
          -- content/news/NAME/index.md --
          ---
          title: NAME
          date: 2016-10-05
          KIND
          tags: [shared, NAME]
          categories: [NAME]
          authors: [Ada, NAME]
          series: Saga
          aliases: [/old/NAME/]
          ---
          -- content/news/NAME/picture-NAME.jpg --
          -- content/news/NAME/more/deep-NAME.jpg --
          -- content/NAME-section/NAME.md --
          ---
          title: NAME
          date: 2016-11-04
          KIND
          series: NAME saga
          ---
          """
              .replace("NAME", name)
              .replace("KIND", kind));
    }
    TestSite written = TestSite.of(text.toString());
    Site site = written.site();
    assertThat(written.problems()).isEmpty();
    assertThat(site.routes().all())
        .isNotEmpty()
        .noneSatisfy(route -> assertThat(route.path() + " " + route.origin()).contains("hidden"));
    assertThat(site.archive()).containsOnlyKeys("2016", "2016/11");
    assertThat(site.authorListings()).containsOnlyKeys("ada");
    assertThat(site.series()).containsOnlyKeys("saga");
    assertThat(site.sections()).extracting(Section::path).containsExactly("news");
    assertThat(site.taxonomy("categories").orElseThrow().terms()).isEmpty();
    Taxonomy.Term shared = site.taxonomy("tags").orElseThrow().terms().getFirst();
    assertThat(shared.listing().articles()).hasSize(1);
    assertThat(site.home().listing().articles()).hasSize(1);
    Article open = site.articles().getFirst();
    assertThat(site.related(open)).isEmpty();
    assertThat(site.previous(open)).isEmpty();
    assertThat(site.next(open)).isEmpty();
    assertThat(site.links().target("", "news/hiddend/index.md")).isEmpty();
    assertThat(site.links().target("", "news/hiddend/picture-hiddend.jpg")).isEmpty();
    assertThat(site.links().resolve(open, "hiddend/index.md")).isEqualTo("hiddend/index.md");
  }

  private static List<String> ids(Site site) {
    return site.articles().stream().map(a -> a.id()).toList();
  }
}
