package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.BuiltSite;
import dev.levee.TestPicture;
import dev.levee.TestSite;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From a picture beside an article to what a reader's browser chooses from.
class PicturesTest {

  private static final String SITE =
      """
      -- levee.yaml --
      title: The Observer
      url: https://example.org
      pictures: {widths: [100, 200, 400]}
      feeds: {formats: [json], content: full}
      -- content/news/flood/index.md --
      ---
      title: The flood
      date: 2016-11-08
      image: {src: four.jpg, alt: Four fields, focus: 10% 90%}
      ---
      ![Fields](four.jpg "The *fields*")

      A small one ![there](four.jpg){width=50} within.
      """;

  private static final String PAGE = "news/flood/index.html";
  private static final String FOUR = "content/news/flood/four.jpg";
  private static final String SHELF = ".levee/pictures";

  private static TestSite site() {
    return TestSite.of(SITE).file(FOUR, TestPicture.withExif(TestPicture.jpeg(300, 600), 6));
  }

  @Test
  void aLeadPictureComesInWidthsAndFormats() {
    BuiltSite built = BuiltSite.of(site());
    assertThat(built.problems()).isEmpty();
    Element picture = built.page(PAGE).selectFirst(".lead picture");
    Element img = picture.selectFirst("img");
    assertThat(img.attr("alt")).isEqualTo("Four fields");
    assertThat(img.attr("fetchpriority")).isEqualTo("high");
    assertThat(img.hasAttr("loading")).isFalse();
    // 600 by 300 when it is turned, and 16:9 of that is 533 by 300
    assertThat(img.attr("width") + " " + img.attr("height")).isEqualTo("400 225");
    assertThat(img.attr("data-tint")).matches("r[0-9] g[0-9] b[0-9]");
    Map<String, String> jpeg = srcset(img);
    Map<String, String> webp = srcset(picture.selectFirst("source[type=image/webp]"));
    assertThat(jpeg.keySet()).containsExactly("100w", "200w", "400w");
    assertThat(webp.keySet()).isEqualTo(jpeg.keySet());
    Stream.of(jpeg, webp)
        .forEach(set ->
            set.forEach((width, file) -> {
              BufferedImage decoded = TestPicture.decoded(built.bytes(file));
              assertThat(decoded.getWidth() + "w").isEqualTo(width);
              assertThat(decoded.getHeight())
                  .isEqualTo(Math.round(decoded.getWidth() * 300 / 533f));
            }));
    // the crop keeps the left: of red and green above blue and white, turned to the right
    assertThat(TestPicture.corners(built.bytes(jpeg.get("400w")))).isEqualTo("BRWG");
  }

  @Test
  void picturesOfTextsDoSoToo() {
    BuiltSite built = BuiltSite.of(site());
    Element figure = built.page(PAGE).selectFirst(".prose figure");
    assertThat(figure.selectFirst("img").attr("loading")).isEqualTo("lazy");
    assertThat(figure.selectFirst("img").attr("sizes")).startsWith("auto, ");
    assertThat(srcset(figure.selectFirst("img")).keySet()).containsExactly("100w", "200w", "400w");
    assertThat(figure.selectFirst("figcaption").html()).isEqualTo("The <em>fields</em>");
    Element small = built.page(PAGE).selectFirst(".prose p img");
    assertThat(small.attr("width") + " " + small.attr("height")).isEqualTo("50 25");
    assertThat(small.attr("alt")).isEqualTo("there");
    assertThat(small.attr("sizes")).endsWith("100vw, 50px");
  }

  @Test
  void theClassesOfAnAuthorAreKeptBesideOurs() {
    TestSite site = site();
    site.file(
        "content/news/flood/index.md",
        "---\ntitle: T\n---\nA ![x](four.jpg){.round width=50} within.\n");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.page(PAGE).select(".prose img").attr("class")).isEqualTo("sized round");
    assertThat(built.text(PAGE)).contains(" class=\"sized round\"");
  }

  @Test
  void shortcodesDoSoToo() {
    TestSite site = site();
    site.file(
        "content/news/flood/index.md",
        """
        ---
        title: T
        ---
        {{< figure src="four.jpg" alt="A" width=50 >}}

        {{< gallery >}}
        ![B](four.jpg)
        {{< /gallery >}}

        {{< embed url="https://example.com" title="C" image="four.jpg" >}}
        """);
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    assertThat(built.page(PAGE).select(".prose picture source")).hasSize(3);
    assertThat(built.page(PAGE).select("figure img.sized").attr("width")).isEqualTo("50");
  }

  @Test
  void nothingIsMadeLargerThanItIs() {
    TestSite site = site().file(FOUR, TestPicture.jpeg(150, 90));
    BuiltSite built = BuiltSite.of(site);
    Element img = built.page(PAGE).selectFirst(".prose figure img");
    assertThat(srcset(img).keySet()).containsExactly("100w", "150w");
    assertThat(img.attr("width") + " " + img.attr("height")).isEqualTo("150 90");
    site.file(FOUR, TestPicture.jpeg(40, 40));
    img = BuiltSite.of(site).page(PAGE).selectFirst(".prose figure img");
    assertThat(img.attr("width")).isEqualTo("40");
    assertThat(img.hasAttr("srcset")).isFalse();
    assertThat(img.attr("src")).endsWith(".jpg");
  }

  @Test
  void otherSitesShowACropAroundTheFocus() {
    TestSite site = site().file(FOUR, TestPicture.jpeg(1400, 1400));
    BuiltSite built = BuiltSite.of(site);
    String url = built.page(PAGE).select("meta[property=og:image]").attr("content");
    assertThat(url).startsWith("https://example.org/assets/pictures/four-1200.").endsWith(".jpg");
    byte[] preview = built.bytes(url.substring("https://example.org/".length()));
    assertThat(TestPicture.decoded(preview).getWidth()).isEqualTo(1200);
    assertThat(TestPicture.decoded(preview).getHeight()).isEqualTo(630);
    // below are blue and white
    assertThat(TestPicture.corners(preview)).endsWith("BW");
    assertThat(built.page(PAGE).select("meta[property=og:image:width]").attr("content"))
        .isEqualTo("1200");
    assertThat(built.text(PAGE)).contains("\"image\":[\"" + url + "\"]");
    assertThat(built.text("feed.json")).contains("\"image\": \"" + url + "\"");
  }

  @Test
  void readersOfFeedsGetOneFileWithItsHost() {
    BuiltSite built = BuiltSite.of(site());
    assertThat(built.text("feed.json"))
        .contains("<img src=\\\"https://example.org/assets/pictures/four-600.")
        .doesNotContain("<picture");
  }

  @Test
  void nothingSaysWhereAPictureWasTaken() throws IOException {
    TestSite site = site();
    assertThat(TestPicture.saysWhere(Files.readAllBytes(site.path(FOUR)))).isTrue();
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.has("news/flood/four.jpg")).isTrue();
    assertThat(built.mentioning(TestPicture.where())).isEmpty();
    assertThat(TestPicture.corners(built.bytes("news/flood/four.jpg"))).isEqualTo("RGBW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.pjpeg", "x.jfif", "x.mpo", "x.bmp", "x.txt", "x.JPEG", "x"})
  void norDoesOneOfAnyOtherName(String name) {
    TestSite site = site();
    byte[] jpeg = TestPicture.withExif(TestPicture.jpeg(60, 60), 6);
    site.file("content/news/flood/" + name, jpeg);
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    assertThat(TestPicture.corners(built.bytes("news/flood/" + name))).isEqualTo("RGBW");
    assertThat(built.mentioning(TestPicture.where())).isEmpty();
  }

  @Test
  void whatIsCalledAPictureAndIsNoneIsNotPublished() {
    TestSite site = site();
    byte[] jpeg = TestPicture.withExif(TestPicture.jpeg(60, 60), 6);
    site.file("content/news/flood/x.jpg", TestPicture.joined(new byte[1], jpeg));
    assertThat(BuiltSite.of(site).problems())
        .containsExactly(
            "content/news/flood/x.jpg error broken-picture what this file says beside its picture"
                + " cannot be taken out: it is no picture of a format that Levee knows | open it in"
                + " a picture editor, and save it again as JPEG or PNG");
    site.file("levee.yaml", settings("problems: {broken-picture: warn}"));
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.isWritten()).isTrue();
    assertThat(built.has("news/flood/x.jpg")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.tif", "x.jpg", "x.dng", "x"})
  void whatTiffSaysCannotBeTakenOut(String name) {
    TestSite site = site();
    byte[] tiff = TestPicture.written(TestPicture.fields(8, 8, BufferedImage.TYPE_INT_RGB), "tiff");
    site.file("content/news/flood/" + name, tiff);
    BuiltSite refused = BuiltSite.of(site);
    assertThat(refused.isWritten()).isFalse();
    String said =
        " unstripped-picture this is TIFF, and what it says of where and by whom it was made cannot"
            + " be taken out | open it in a picture editor, and save it again as JPEG or PNG";
    assertThat(refused.problems()).containsExactly("content/news/flood/" + name + " error" + said);
    site.file("levee.yaml", settings("problems: {unstripped-picture: warn}"));
    for (int i = 0; i < 2; i++) {
      BuiltSite built = BuiltSite.of(site);
      assertThat(built.problems()).containsExactly("content/news/flood/" + name + " warn" + said);
      assertThat(built.bytes("news/flood/" + name)).isEqualTo(tiff);
    }
  }

  @Test
  void aFileLargerThanMemoryIsNotRead() throws IOException {
    TestSite site = site().file("content/x.png", TestPicture.png(8, 8));
    site.file("content/y.jpg", "no picture");
    for (String path : List.of("content/x.png", "content/y.jpg")) {
      try (RandomAccessFile file = new RandomAccessFile(site.path(path).toFile(), "rw")) {
        file.setLength(3L << 30); // with a hole in it, so that it takes no room
      }
    }
    assertThat(BuiltSite.of(site).problems())
        .hasSize(2)
        .anyMatch(p ->
            p.startsWith("content/x.png error broken-picture")
                && p.contains("it has more than 512 megabytes"))
        .anyMatch(p -> p.startsWith("content/y.jpg error broken-picture"));
  }

  private static String settings(String line) {
    return "title: T\nurl: https://example.org\n" + line + "\n";
  }

  @Test
  void whatAFileIsCalledDoesNotMatter() {
    TestSite site = site().file(FOUR, TestPicture.png(200, 200));
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    Element img = built.page(PAGE).selectFirst(".prose figure img");
    assertThat(img.attr("src")).endsWith(".png");
  }

  @Test
  void aPictureThatCannotBeUsedIsToldWhereItIsUsed() {
    byte[] jpeg = TestPicture.jpeg(300, 200);
    assertThat(problems(Arrays.copyOf(jpeg, jpeg.length / 2)))
        .containsExactly(
            told(4, 14, "is cut short"), told(6, 1, "is cut short"), told(8, 13, "is cut short"));
    assertThat(problems(new byte[0])).contains(told(6, 1, "is empty"));
    assertThat(problems(TestPicture.bomb(60_000, 50_000)))
        .contains(
            "content/news/flood/index.md:6:1 error picture-too-large the picture"
                + " 'news/flood/four.jpg' has 60000 by 50000 pixels, more than 100 million | make"
                + " it smaller, or raise 'maxMegapixels' of 'pictures' in the settings");
    byte[] damaged = TestPicture.png(300, 200);
    damaged[60] ^= 1;
    assertThat(problems(damaged)).contains(told(6, 1, "is damaged"));
  }

  /// Of one whose pixels were found damaged while they might still be looked at.
  @Test
  void aLimitThatIsLoweredIsToldOfADamagedPictureToo() {
    TestSite site = site().file(FOUR, TestPicture.bomb(2_000, 1_000));
    String warn = "problems: {broken-picture: warn, picture-too-large: warn}";
    site.file("levee.yaml", settings(warn));
    assertThat(BuiltSite.of(site).problems()).anyMatch(problem -> problem.contains("is damaged"));
    site.file("levee.yaml", settings(warn + "\npictures: {maxMegapixels: 1}"));
    assertThat(BuiltSite.of(site).problems())
        .anyMatch(problem -> problem.contains("more than 1 million"))
        .noneMatch(problem -> problem.contains("is damaged"));
  }

  @Test
  void whateverAReaderStumblesOverIsToldWithTheFile() {
    byte[] webp = "RIFF\f\0\0\0WEBPVP8X\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problems(webp))
        .contains(told(6, 1, "is cut short"))
        .anyMatch(problem -> problem.startsWith(FOUR + " error broken-picture"));
  }

  private static List<String> problems(byte[] picture) {
    BuiltSite built = BuiltSite.of(site().file(FOUR, picture));
    assertThat(built.isWritten()).isFalse();
    return built.problems();
  }

  private static String told(int line, int column, String why) {
    return "content/news/flood/index.md:"
        + line
        + ":"
        + column
        + " error broken-picture the picture 'news/flood/four.jpg' "
        + why
        + " | open it in a picture editor, and save it again as JPEG or PNG";
  }

  @Test
  void whereThatIsOnlyAWarningItIsShownAsItIs() {
    byte[] jpeg = TestPicture.jpeg(300, 200);
    TestSite site = site().file(FOUR, Arrays.copyOf(jpeg, jpeg.length / 2));
    site.file(
        "levee.yaml", "title: T\nurl: https://example.org\nproblems: {broken-picture: warn}\n");
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.isWritten()).isTrue();
    assertThat(built.page(PAGE).select(".prose figure img").attr("src"))
        .isEqualTo("/news/flood/four.jpg");
    assertThat(built.has("news/flood/four.jpg")).isTrue();
  }

  @Test
  void noPageShowsAPictureThatIsNotThere() {
    TestSite site = site();
    site.file("levee.yaml", settings("problems: {broken-picture: warn}"));
    site.file(FOUR, damagedInItsLastScan());
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.isWritten()).as("%s", built.problems()).isFalse();
    assertThat(built.problems())
        .contains(
            FOUR
                + " error lost-picture this picture is damaged, and /news/flood/ shows it | open"
                + " it in a picture editor, and save it again as JPEG or PNG");
    byte[] avif = "\0\0\0\u0010ftypavif\0\0\0\0\0\0\1\0meta".getBytes(StandardCharsets.ISO_8859_1);
    site.file(FOUR, avif);
    assertThat(BuiltSite.of(site).problems())
        .contains(
            FOUR
                + " error lost-picture this picture is not published, and /news/flood/ shows it |"
                + " open it in a picture editor, and save it again as JPEG or PNG");
  }

  /// A JPEG that is sharpened step by step; a glance stops at the first.
  private static byte[] damagedInItsLastScan() {
    byte[] jpeg = TestPicture.progressiveJpeg(300, 200);
    for (int at = jpeg.length - 2; ; at--) {
      if ((jpeg[at] & 0xFF) == 0xFF && (jpeg[at + 1] & 0xFF) == 0xDA) {
        jpeg[at + 5] = 99; // there is no such colour
        return jpeg;
      }
    }
  }

  @Test
  void whatMovesGoesOnMoving() {
    byte[] gif = TestPicture.animatedGif(40, 20);
    TestSite site = site().file(FOUR, gif);
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).isEmpty();
    Element img = built.page(PAGE).selectFirst(".prose figure img");
    assertThat(img.attr("src")).isEqualTo("/news/flood/four.jpg");
    assertThat(img.attr("width") + " " + img.attr("height")).isEqualTo("40 20");
    assertThat(built.bytes("news/flood/four.jpg")).isEqualTo(gif);
  }

  @Test
  void theSettingsSayWhatIsMade() {
    TestSite site = site();
    site.file(
        "levee.yaml",
        "title: T\nurl: https://example.org\npictures: {widths: [64], webp: false, sizes: 9em}\n");
    Element figure = BuiltSite.of(site).page(PAGE).selectFirst(".prose figure");
    assertThat(figure.select("source")).isEmpty();
    assertThat(figure.selectFirst("img").attr("width")).isEqualTo("64");
  }

  @Test
  void templatesSayHowAPictureIsShown() {
    TestSite site = site();
    site.file(
        "templates/article.ftlh",
        "<#assign p = picture(article.image, {'ratio': '1:1', 'widths': [80, 50], 'alt': ''})>"
            + "${p.html}|${p.width}|${p.height}|${p.tint}|${p.focus}|${p.src}|${p.srcset}|${p.webp}"
            + "|${picture('/news/flood/four.jpg', {'loading': 'eager'}).html}");
    String[] parts = BuiltSite.of(site).text(PAGE).split("\\|", -1);
    assertThat(parts[0]).contains("alt=\"\"").contains("80w").contains("50w");
    assertThat(List.of(parts[1], parts[2])).containsExactly("80", "80");
    assertThat(parts[3]).matches("#[0-9a-f]{6}");
    assertThat(parts[4]).isEqualTo("20% 90%");
    assertThat(parts[5]).matches("/assets/pictures/four-80\\.[0-9a-f]{10}\\.jpg");
    assertThat(parts[8]).doesNotContain("loading").contains("400w");
  }

  @Test
  void aPathInATemplateIsToldWithTheTemplate() {
    TestSite site = site().file("content/cut.jpg", Arrays.copyOf(TestPicture.jpeg(90, 90), 400));
    site.file(
        "templates/article.ftlh",
        "<p>\n  ${picture('/news/flood/for.jpg').html}\n${picture('/cut.jpg').html}");
    assertThat(BuiltSite.of(site).problems())
        .containsExactly(
            "templates/article.ftlh:2:3 error missing-picture there is no picture"
                + " '/news/flood/for.jpg' | did you mean '/news/flood/four.jpg'?",
            "templates/article.ftlh:3:1 error broken-picture the picture 'cut.jpg' is cut short |"
                + " open it in a picture editor, and save it again as JPEG or PNG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'ration': '1:1'} => picture(…) takes no 'ration' | did you mean 'ratio'?",
        "{'ratio': 'wide'} => 'wide' is no shape | write it as \"16:9\"",
        "{'loading': 'laz'} => 'laz' is not when a picture is loaded | did you mean 'lazy'?",
        "{'widths': 480} => 'widths' must be a list of numbers of pixels | such as [480, 960]",
        "{'sizes': 480} => 'sizes' must be text | put quotes around it",
        "{'alt': ['x']} => 'alt' must be text | put quotes around it",
        "{'width': [480]} => 'width' must be a number of pixels | such as 480",
        "{'widths': ['x']} => a width is no number of pixels | such as [480, 960]",
        "3 => picture(…) takes an image or a path, and how it is shown | such as"
            + " picture(article.image, {\"ratio\": \"16:9\"})"
      })
  void whatATemplateGetsWrongIsTold(String asked) {
    String[] parts = asked.split(" => ", -1);
    TestSite site = site();
    site.file("templates/article.ftlh", "${picture(article.image, " + parts[0] + ").html}");
    String[] said = parts[1].split(" \\| ", -1);
    assertThat(BuiltSite.of(site).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains(said[0]).endsWith(" | " + said[1]));
  }

  @Test
  void whatWasMadeIsNotMadeAgain() throws IOException {
    TestSite site = site();
    BuiltSite first = BuiltSite.of(site);
    Map<String, FileTime> made = times(site);
    assertThat(made).isNotEmpty();
    site.file("content/news/other.md", "---\ntitle: Other\n---\n![x](flood/four.jpg)\n");
    BuiltSite second = BuiltSite.of(site);
    assertThat(second.digests()).containsAllEntriesOf(only(first, "assets/pictures/"));
    assertThat(times(site)).containsAllEntriesOf(made);
    // a destination that was lost comes back from what is kept
    BuiltSite elsewhere =
        BuiltSite.build(BuiltSite.options(site).withDestination(site.path("elsewhere")));
    assertThat(elsewhere.digests()).isEqualTo(second.digests());
    assertThat(times(site)).containsAllEntriesOf(made);
  }

  @Test
  void aPageThatIsKeptKeepsItsPictures() {
    TestSite site = site();
    BuiltSite first = BuiltSite.of(site);
    site.file("content/about.md", "---\ntitle: About\n---\nText.\n");
    BuiltSite second = BuiltSite.of(site);
    assertThat(second.report().metrics().keptRoutes()).isPositive();
    assertThat(only(second, "assets/pictures/")).isEqualTo(only(first, "assets/pictures/"));
    assertThat(only(first, "assets/pictures/")).isNotEmpty();
  }

  @Test
  void whatIsCutShortIsMadeAgain() throws IOException {
    TestSite site = site();
    BuiltSite first = BuiltSite.of(site);
    for (String name : times(site).keySet()) {
      Path file = site.path(SHELF).resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }
    BuiltSite second =
        BuiltSite.build(BuiltSite.options(site).withDestination(site.path("elsewhere")));
    assertThat(second.problems()).isEmpty();
    assertThat(second.digests()).isEqualTo(first.digests());
  }

  @Test
  void whatNobodyUsesAnyMoreGoes() throws IOException {
    TestSite site = site();
    BuiltSite.of(site);
    Map<String, FileTime> made = times(site);
    site.file(FOUR, TestPicture.jpeg(220, 110));
    BuiltSite second = BuiltSite.of(site);
    assertThat(times(site).keySet()).isNotEmpty().doesNotContainAnyElementsOf(made.keySet());
    assertThat(second.paths()).noneMatch(p -> p.contains("four-400"));
    SiteBuilder.forget(site.folder());
    assertThat(site.path(SHELF)).doesNotExist();
  }

  @Test
  void twoBuildsGiveTheSame() {
    assertThat(BuiltSite.of(site()).digests()).isEqualTo(BuiltSite.of(site()).digests());
  }

  private static Map<String, String> only(BuiltSite built, String prefix) {
    Map<String, String> found = new TreeMap<>(built.digests());
    found.keySet().removeIf(path -> !path.startsWith(prefix));
    return found;
  }

  private static Map<String, FileTime> times(TestSite site) throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.list(site.path(SHELF))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith("known.")) {
          times.put(name, Files.getLastModifiedTime(file));
        }
      }
    }
    return times;
  }

  private static Map<String, String> srcset(Element element) {
    Map<String, String> files = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (String one : element.attr("srcset").split(", ", -1)) {
      String[] parts = one.split(" ", -1);
      if (parts.length == 2) {
        files.put(parts[1], parts[0].substring(1));
      } else {
        wrong.add(one);
      }
    }
    assertThat(wrong).isEmpty();
    return files;
  }
}
