package dev.levee.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.Budget;
import dev.levee.TestSite;
import dev.levee.config.SiteConfig;
import dev.levee.config.SiteConfigReader;
import dev.levee.content.Article;
import dev.levee.content.Content;
import dev.levee.content.FrontMatter;
import dev.levee.problem.Problems;
import dev.levee.source.SourceFile.ArticleFile;
import dev.levee.source.Stamp;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/// What holds for every site, tried on sites that are made up.
class LawsTest {

  private static final ZonedDateTime START =
      ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC"));
  private static final SiteConfig CONFIG =
      SiteConfigReader.read("title: T\nurl: https://example.org", "levee.yaml", new Problems());

  @Test
  void relatedArticlesAreOthersAndEachIsNamedOnce() {
    Site site = assemble(articles(500, 1));
    assertThat(site.articles())
        .hasSize(500)
        .allSatisfy(a ->
            assertThat(site.related(a))
                .hasSize(CONFIG.related())
                .doesNotContain(a)
                .doesNotHaveDuplicates());
  }

  @Test
  void articlesThatShareASeriesOrARareTermComeFirst() {
    TestSite text =
        TestSite.of(
            """
            -- content/a.md --
            ---
            title: A
            date: 2016-01-01
            tags: [common, rare]
            series: Saga
            ---
            -- content/b.md --
            ---
            title: B
            date: 2016-01-02
            tags: [common]
            ---
            -- content/c.md --
            ---
            title: C
            date: 2012-01-01
            tags: [rare]
            ---
            -- content/d.md --
            ---
            title: D
            date: 2010-01-01
            series: Saga
            ---
            -- content/e.md --
            ---
            title: E
            date: 2016-01-03
            tags: [common]
            ---
            -- content/f.md --
            ---
            title: F
            date: 2016-01-04
            ---
            """);
    assertThat(text.site().related(text.article("a.md")))
        .extracting(Article::id)
        .containsExactly("d.md", "c.md", "b.md", "e.md");
  }

  @Test
  void theOrderOfFilesDoesNotShow() {
    List<Article> articles = articles(300, 2);
    String expected = picture(assemble(articles));
    for (int seed = 0; seed < 5; seed++) {
      List<Article> shuffled = new ArrayList<>(articles);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(picture(assemble(shuffled))).isEqualTo(expected);
    }
  }

  @Test
  void theMachinesPlaceDoesNotShow() {
    TestSite text =
        TestSite.of(
            """
            -- levee.yaml --
            title: IÇINDE
            url: https://example.org
            taxonomies: [tags, index]
            permalinks: {india: '/:year/:month/:day/:title/'}
            -- content/INDIA/2016-1-2-ISTANBUL.md --
            ---
            TITLE: TITLE IN ISTANBUL
            TAGS: [ILLINOIS, Index]
            INDEX: I
            EXPIRYDATE: 2017-01-01
            authors: [IDA]
            ---
            -- content/INDIA/bad.md --
            ---
            title: I
            DATE: 2016-02-30
            INDEKS: x
            ---
            -- content/news/b.md --
            ---
            title: B
            date: 2016-11-08
            status: DRAFT
            ---
            """);
    String expected = picture(text.site()) + text.problems();
    assertThat(expected).contains("/2016/01/02/title-in-istanbul/", "tags/illinois");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-DE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        for (String id : List.of("Asia/Kolkata", "Pacific/Kiritimati", "America/St_Johns")) {
          TimeZone.setDefault(TimeZone.getTimeZone(id));
          assertThat(picture(text.site()) + text.problems())
              .as("%s %s", tag, id)
              .isEqualTo(expected);
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /// A loose guard: a step that grew with the square of the site would take a hundred times as
  /// long.
  @Test
  void tenTimesTheArticlesTakeAboutTenTimesTheTime() {
    int count = Budget.of(1_000, 2_000);
    List<Article> few = articles(count, 3);
    List<Article> many = articles(10 * count, 3);
    time(few);
    long small = Math.max(time(few), 5_000_000); // in less, chance counts
    long large = time(many);
    assertThat((double) large / small).isLessThan(30);
  }

  private static long time(List<Article> articles) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      // of the processor: what else the machine does must not count
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Site site = assemble(articles);
      long count = 0;
      for (Article article : site.articles()) {
        count += site.related(article).size();
        for (Taxonomy taxonomy : site.taxonomies()) {
          count += site.terms(article, taxonomy).size();
        }
      }
      assertThat(count).isPositive();
      best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return best;
  }

  private static Site assemble(List<Article> articles) {
    Problems problems = new Problems();
    Content content = new Content(articles, Map.of(), Map.of(), Map.of(), List.of());
    Site site =
        SiteAssembler.assemble(
            CONFIG, content, Publication.at(Instant.parse("2100-01-01T00:00:00Z")), problems);
    assertThat(problems.sorted()).isEmpty();
    return site;
  }

  /// Every address with what stands there, and every relation.
  private static String picture(Site site) {
    StringBuilder picture = new StringBuilder();
    for (Route route : site.routes().all()) {
      picture.append(route.path().encoded()).append(' ').append(route.origin());
      if (route instanceof Route.ListPage list) {
        list.listing().articles().forEach(a -> picture.append(' ').append(a.id()));
      }
      picture.append('\n');
    }
    for (Article article : site.articles()) {
      picture.append(article.id());
      site.related(article).forEach(a -> picture.append(" ~").append(a.id()));
      site.previous(article).ifPresent(a -> picture.append(" <").append(a.id()));
      site.next(article).ifPresent(a -> picture.append(" >").append(a.id()));
      picture.append('\n');
    }
    return picture.toString();
  }

  /// Articles with as many tags as a large magazine has, an author each and every tenth in a
  /// series.
  private static List<Article> articles(int count, int seed) {
    Random random = new Random(seed);
    List<Article> articles = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<String> tags =
          List.of("tag" + random.nextInt(1 + count / 10), "common" + random.nextInt(10));
      FrontMatter frontMatter =
          new FrontMatter(
              "Article " + random.nextInt(count),
              Optional.of(START.plusHours(random.nextInt(8 * count))),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false,
              Optional.empty(),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              random.nextInt(20) == 0 ? 1 : 0,
              Optional.empty(),
              "",
              "",
              List.of("Author " + random.nextInt(100)),
              Map.of("tags", tags),
              i % 10 == 0 ? Optional.of("Series " + i / 100) : Optional.empty(),
              Optional.empty(),
              false,
              true,
              Optional.empty(),
              List.of(),
              Map.of());
      String path = "s" + random.nextInt(8) + "/a" + i + ".md";
      articles.add(
          new Article(
              new ArticleFile(path, Path.of(path), new Stamp(0, 0, 0, 0)),
              "content/" + path,
              path.substring(0, 2),
              frontMatter,
              "a" + i,
              1,
              i,
              i));
    }
    return Collections.unmodifiableList(articles);
  }
}
