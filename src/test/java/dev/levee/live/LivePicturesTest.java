package dev.levee.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.TestPicture;
import dev.levee.TestProgram;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions;
import dev.levee.content.UrlPath;
import dev.levee.output.Output;
import dev.levee.site.Publication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The smaller pictures that a preview makes when a browser wants one.
class LivePicturesTest {

  private static final String SITE =
      """
      -- levee.yaml --
      title: T
      url: https://example.org
      pictures: {widths: [100], avif: true}
      -- content/a.md --
      ---
      title: A
      ---
      ![Fields](four.png)
      """;

  private static final Pattern AVIF = Pattern.compile("/assets/pictures/[^\"\\s]+\\.avif");

  private final TestSite site =
      TestSite.of(SITE).file("content/four.png", TestPicture.png(300, 200));

  private LiveSite open(String script) throws IOException {
    String path = fake(script);
    Publication publication = Publication.at(TestSite.CLOCK);
    return LiveSite.open(
        BuildOptions.of(site.folder(), publication).withPath(path), () -> publication);
  }

  private String fake(String script) {
    return TestProgram.written(site, "avifenc", script);
  }

  /// The address of the picture that the page names.
  private static UrlPath named(Edition edition) {
    Output.Bytes page =
        (Output.Bytes) edition.at(new UrlPath("/a/")).orElseThrow().content().orElseThrow();
    Matcher avif = AVIF.matcher(new String(page.bytes(), StandardCharsets.UTF_8));
    assertThat(avif.find()).isTrue();
    return new UrlPath(avif.group());
  }

  @Test
  void oneThatCannotBeMadeIsToldAndNotTriedAgain() throws IOException {
    LiveSite live =
        open(
            TestProgram.AVIFENC.replace("for last", "echo 'aom: no memory' >&2; exit 1; for last"));
    Edition edition = live.edition();
    UrlPath path = named(edition);
    assertThat(edition.problems()).isEmpty();
    assertThat(edition.at(path)).isEmpty();
    assertThat(edition.at(path)).isEmpty();
    assertThat(TestProgram.runs(site, "avifenc")).isEqualTo(1);
    assertThat(edition.problems().stream().map(TestSite::line))
        .containsExactly(
            "content/four.png error lost-picture this picture cannot be made as AVIF, avifenc"
                + " failed: it ended with 1: aom: no memory | build again; 'avif: false' of"
                + " 'pictures' in the settings does without it");
    fake(TestProgram.AVIFENC);
    site.file("content/b.md", "---\ntitle: B\n---\n");
    Edition next = live.refresh(changed("content/b.md"));
    assertThat(next.problems()).isEmpty();
    assertThat(next.at(path)).isPresent();
  }

  @Test
  void whatAnotherProgramWasToMakeIsNotMade() throws IOException {
    LiveSite live = open(TestProgram.AVIFENC);
    UrlPath first = named(live.edition());
    fake(TestProgram.AVIFENC.replace("Version: 1", "Version: 2"));
    Edition second = settings(live, "true, quality: 70");
    UrlPath other = named(second);
    assertThat(second.at(first)).isEmpty();
    assertThat(second.at(other)).isPresent();
    Edition without = settings(live, "false");
    assertThat(without.at(other).flatMap(Made::content)).isEqualTo(Optional.empty());
  }

  private Edition settings(LiveSite live, String avif) throws IOException {
    site.file(
        "levee.yaml",
        "title: T\nurl: https://example.org\npictures: {widths: [100], avif: " + avif + "}\n");
    return live.refresh(changed("levee.yaml"));
  }

  private Changes changed(String path) {
    return Changes.of(List.<Path>of(site.path(path)));
  }
}
