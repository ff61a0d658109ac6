package dev.levee.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.levee.BuiltSite;
import dev.levee.Corpora;
import dev.levee.TestPicture;
import dev.levee.TestSite;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// Photographs of real sites, and what cameras and programs do to them.
class PhotographsTest {

  /// What shows the same photograph in another way.
  private static final List<String> ALIKE =
      List.of(
          "cmyk.jpg",
          "exif-gps-author.jpg",
          "exif-orientation-3.jpg",
          "exif-orientation-6.jpg",
          "exif-orientation-8.jpg",
          "palette.png",
          "photo.webp",
          "progressive-1800.jpg",
          "名前 with spaces & ünïcode (1).jpg");

  @Test
  void eachIsShownOrTold() throws IOException {
    assumeTrue(Corpora.photographs().isPresent(), "the photographs are not there");
    TestSite site =
        TestSite.of(
            """
            -- levee.yaml --
            title: T
            url: https://example.org
            pictures: {widths: [160]}
            problems: {broken-picture: warn}
            """);
    StringBuilder text = new StringBuilder("---\ntitle: T\n---\n");
    int count = 0;
    try (Stream<Path> files = Files.walk(Corpora.photographs().get())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".txt")) {
          site.file("content/a/" + name, Files.readAllBytes(file));
          String written = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
          text.append("![" + name + "](" + written + ")\n\n");
          count++;
        }
      }
    }
    site.file("content/a/index.md", text.toString());
    assertThat(BuiltSite.of(site).problems())
        .hasSize(4)
        .anyMatch(p -> p.contains("truncated.jpg' is cut short"))
        .anyMatch(p -> p.contains("zero-bytes.jpg' is empty"))
        .anyMatch(p -> p.contains("zero-bytes.jpg error lost-picture"));
    Files.delete(site.path("content/a/zero-bytes.jpg"));
    site.file(
        "content/a/index.md", text.toString().replace("![zero-bytes.jpg](zero-bytes.jpg)", ""));
    BuiltSite built = BuiltSite.of(site);
    assertThat(built.problems()).hasSize(1);
    Map<String, BufferedImage> shown = new TreeMap<>();
    for (Element img : built.page("a/index.html").select(".prose img")) {
      if (img.hasAttr("data-tint") || img.attr("src").startsWith("/assets/")) {
        byte[] bytes = built.bytes(decoded(img.attr("src")).substring(1));
        shown.put(img.attr("alt"), TestPicture.decoded(bytes));
      }
    }
    assertThat(shown).hasSize(count - 4); // one is empty, one is cut, and two move
    shown.forEach((name, image) -> assertThat(image.getWidth()).as(name).isLessThanOrEqualTo(160));
    BufferedImage plain = shown.get("new-to-hackathon-nametag.jpg");
    for (String name : ALIKE) {
      assertThat(difference(shown.get(name), plain)).as(name).isLessThan(8);
    }
    assertThat(new String(built.bytes("a/exif-gps-author.jpg"), StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif");
  }

  private static String decoded(String src) {
    return URLDecoder.decode(src, StandardCharsets.UTF_8);
  }

  /// The mean difference of samples, of 255.
  private static double difference(BufferedImage one, BufferedImage other) {
    assertThat(one.getHeight()).isEqualTo(other.getHeight());
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum +=
              Math.abs((one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF));
        }
      }
    }
    return (double) sum / one.getWidth() / one.getHeight() / 3;
  }
}
