package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestPicture;
import dev.levee.TestProgram;
import dev.levee.TestSite;
import dev.levee.build.BuildOptions.Mode;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Pictures as AVIF, where the settings ask for that and there is a program for it.
class AvifTest {

  private static final String SITE =
      """
      -- levee.yaml --
      title: The Observer
      url: https://example.org
      pictures: {widths: [100, 200], avif: true}
      -- templates/section.ftlh --
      -
      -- content/a.md --
      ---
      title: A
      image: {src: four.png, alt: Four}
      ---
      ![Fields](four.png)
      """;

  private final TestSite site =
      TestSite.of(SITE).file("content/four.png", TestPicture.png(300, 200));

  @Test
  void itIsTheFirstThatBrowsersAreOffered() {
    BuiltSite built = build(fake(TestProgram.AVIFENC));
    assertThat(built.problems()).isEmpty();
    Element picture = built.page("a/index.html").selectFirst(".prose picture");
    assertThat(picture.select("source").eachAttr("type"))
        .containsExactly("image/avif", "image/webp");
    Element avif = picture.selectFirst("source");
    assertThat(avif.attr("sizes")).isEqualTo(picture.selectFirst("img").attr("sizes"));
    assertThat(avif.attr("srcset"))
        .matches(
            "/assets/pictures/four-100\\.\\w{10}\\.avif 100w, .*four-200\\.\\w{10}\\.avif 200w");
    String file = avif.attr("srcset").substring(1).split(" ")[0];
    assertThat(built.text(file)).contains("--jobs 1", "cq-level=24");
    // what other programs read is as it was
    assertThat(built.page("a/index.html").select("meta[property=og:image]").attr("content"))
        .endsWith(".png");
  }

  @Test
  void templatesCanHaveItToo() {
    site.file("templates/404.ftlh", "${picture('/four.png').avif}");
    assertThat(build(fake(TestProgram.AVIFENC)).text("404.html"))
        .contains("four-100.", ".avif 100w");
    assertThat(build("").text("404.html")).isBlank();
  }

  @Test
  void webpNeedNotBeThere() {
    settings("pictures: {widths: [100], webp: false, avif: true}");
    assertThat(
            build(fake(TestProgram.AVIFENC))
                .page("a/index.html")
                .select(".prose source")
                .eachAttr("type"))
        .containsExactly("image/avif");
    site.file(
        "content/four.png",
        TestPicture.written(TestPicture.fields(300, 200, BufferedImage.TYPE_INT_RGB), "webp"));
    Element picture =
        build(fake(TestProgram.AVIFENC)).page("a/index.html").selectFirst(".prose picture");
    assertThat(picture.select("source").eachAttr("type")).containsExactly("image/avif");
    assertThat(picture.selectFirst("img").attr("src")).endsWith(".webp");
  }

  @Test
  void whoDoesNotAskForItHasNone() {
    settings("pictures: {widths: [100, 200]}");
    BuiltSite with = build(fake(TestProgram.AVIFENC));
    assertThat(with.problems()).isEmpty();
    assertThat(with.mentioning("avif")).isEmpty();
    assertThat(build("").digests()).isEqualTo(with.digests());
  }

  @Test
  void withoutAProgramThereIsWebp() {
    BuiltSite built = build("/nowhere");
    assertThat(built.problems())
        .containsExactly(
            "levee.yaml warn no-avif no pictures are made as AVIF: there is no program 'avifenc'"
                + " beside Levee's jar or on the PATH | install avifenc of libavif (Debian:"
                + " libavif-bin), or say 'avif: false'");
    assertThat(built.page("a/index.html").select(".prose source").eachAttr("type"))
        .containsExactly("image/webp");
    assertThat(build(fake("exit 127")).problems())
        .singleElement()
        .asString()
        .contains("the program 'avifenc' cannot be used: it ended with 127");
  }

  @Test
  void aProgramThatFailsIsAProblemOfThePicture() {
    String failing =
        TestProgram.AVIFENC.replace("echo run", "echo 'aom: no memory' >&2; exit 1; echo");
    assertThat(build(fake(failing)).problems())
        .containsExactly(
            "content/four.png error lost-picture this picture cannot be made as AVIF, avifenc"
                + " failed: it ended with 1: aom: no memory, and /a/ shows it | build again;"
                + " 'avif: false' of 'pictures' in the settings does without it");
    BuiltSite built = build(fake(TestProgram.AVIFENC));
    assertThat(built.problems()).isEmpty();
    assertThat(built.paths()).anyMatch(path -> path.endsWith(".avif"));
  }

  @Test
  void whatWasMadeIsKeptUntilAnotherProgramWouldMakeIt() {
    BuiltSite first = build(fake(TestProgram.AVIFENC));
    long runs = TestProgram.runs(site, "avifenc");
    assertThat(runs).isGreaterThan(1);
    assertThat(build(fake(TestProgram.AVIFENC)).digests()).isEqualTo(first.digests());
    assertThat(TestProgram.runs(site, "avifenc")).isEqualTo(runs);
    List<String> others =
        avif(build(fake(TestProgram.AVIFENC.replace("Version: 1", "Version: 2"))));
    assertThat(TestProgram.runs(site, "avifenc")).isEqualTo(2 * runs);
    assertThat(others).hasSameSizeAs(avif(first)).doesNotContainAnyElementsOf(avif(first));
    settings("pictures: {widths: [100, 200], avif: true, quality: 60}");
    assertThat(avif(build(fake(TestProgram.AVIFENC)))).doesNotContainAnyElementsOf(avif(first));
  }

  @Test
  void twoBuildsAreTheSameByteForByte() {
    TestProgram.found("avifenc");
    BuiltSite first = build(TestProgram.PATH);
    assertThat(first.problems()).isEmpty();
    assertThat(avif(first)).isNotEmpty();
    BuiltSite again =
        BuiltSite.build(
            BuiltSite.options(site, 1, true).withPath(TestProgram.PATH).with(Mode.CLEAN, true));
    assertThat(again.digests()).isEqualTo(first.digests());
  }

  private static List<String> avif(BuiltSite built) {
    return built.paths().stream().filter(path -> path.endsWith(".avif")).toList();
  }

  private void settings(String pictures) {
    site.file("levee.yaml", "title: T\nurl: https://example.org\n" + pictures + "\n");
  }

  private String fake(String script) {
    return TestProgram.written(site, "avifenc", script);
  }

  private BuiltSite build(String path) {
    return BuiltSite.build(BuiltSite.options(site).withPath(path));
  }
}
