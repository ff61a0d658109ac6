package dev.levee.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.content.UrlPath;
import dev.levee.site.Publication;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.trace.Reads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFilesTest {

  @TempDir private Path folder;

  @Test
  void saysWhichRoutesItMakes() throws Exception {
    Site site = magazine().site();
    Route page = site.routes().at(UrlPath.ROOT).orElseThrow();

    assertThat(site.routes().all().stream().filter(SiteFiles::makes).map(r -> r.path().value()))
        .contains("/rss.xml", "/tags/flood/feed.json", "/robots.txt", "/_redirects", "/gone/")
        .doesNotContain("/", "/404.html", "/50x.html", "/open/");
    assertThatThrownBy(() -> Magazine.text(site, page.path().value()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("/ is no feed and no site file");
  }

  @Test
  void leavesNoTraceOfWhatIsNotPublished() throws Exception {
    assertThat(files(magazine().site()))
        .allSatisfy((path, text) -> {
          assertThat(path).doesNotContain("draft", "future", "expired");
          assertThat(text).doesNotContainIgnoringCase("draft", "future", "expired");
        });
  }

  @Test
  void showsWhatAPreviewAsksFor() throws Exception {
    Magazine preview = magazine().publication(new Publication(Magazine.CLOCK, true, true, true));

    for (String path : new String[] {"/rss.xml", "/atom.xml", "/feed.json", "/sitemap.xml"}) {
      assertThat(preview.at(path)).contains("/a-draft/", "/the-future/", "/an-expired/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Pacific/Kiritimati, th-TH-u-ca-buddhist-nu-thai",
    "America/Adak, ar-EG-u-nu-arab",
    "Asia/Kathmandu, tr-TR",
    "Asia/Tokyo, ja-JP-u-ca-japanese"
  })
  void makesTheSameBytesOnEveryMachine(String zone, String language) throws Exception {
    Map<String, String> here = files(magazine().site());
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale localeBefore = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(Locale.forLanguageTag(language));
      assertThat(files(magazine().site())).isEqualTo(here);
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(localeBefore);
    }
  }

  @Test
  void makesTheSameBytesOnManyThreads() throws Exception {
    Site site = magazine().site();
    SiteFiles files = new SiteFiles(site, Magazine.TEXTS);
    Map<String, String> atOnce =
        site.routes().all().parallelStream()
            .filter(SiteFiles::makes)
            .collect(
                Collectors.toConcurrentMap(
                    r -> r.path().value(),
                    r -> new String(files.render(r, Reads.forgetting()), StandardCharsets.UTF_8)));

    assertThat(atOnce).isEqualTo(files(site));
  }

  private Magazine magazine() throws Exception {
    return new Magazine(folder)
        .article(
            "open.md",
            "title: Open\ndate: 2016-11-09\nauthors: [Ana]\ntags: [Flood]\naliases: /gone/")
        .article("a-draft.md", unpublished("Draft") + "date: 2016-11-09\ndraft: true")
        .article("the-future.md", unpublished("Future") + "date: 2016-11-09 12:00:01")
        .article(
            "an-expired.md", unpublished("Expired") + "date: 2016-11-08\nexpiryDate: 2016-11-09");
  }

  private static String unpublished(String name) {
    return "title: %1$s\ndescription: %1$s\nauthors: [%1$s]\ntags: [%1$s]\naliases: /old-%1$s/\n"
        .formatted(name);
  }

  private static Map<String, String> files(Site site) {
    Map<String, String> files = new TreeMap<>();
    for (Route route : site.routes().all()) {
      if (SiteFiles.makes(route)) {
        files.put(route.path().value(), Magazine.text(site, route.path().value()));
      }
    }
    return files;
  }
}
