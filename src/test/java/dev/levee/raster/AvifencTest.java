package dev.levee.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.TestPicture;
import dev.levee.TestProgram;
import dev.levee.TestSite;
import dev.levee.program.Program;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// The program that writes AVIF, and others in its place.
class AvifencTest {

  private final TestSite site = TestSite.of("");

  @Test
  void itWritesWhatIsSeenAndNothingElse() throws Exception {
    Avifenc avifenc = found();
    byte[] photo = TestPicture.withExif(TestPicture.jpeg(81, 41), 6);
    byte[] made = half(photo, avifenc);
    assertThat(RasterFormat.of(made)).contains(RasterFormat.AVIF);
    assertThat(Header.of(made).width()).isEqualTo(20);
    assertThat(Header.of(made).height()).isEqualTo(40);
    assertThat(Metadata.stripped(made)).isEqualTo(made);
    assertThat(TestPicture.corners(TestPicture.png(decoded(made)))).isEqualTo("BRWG");
    assertThat(half(photo, avifenc)).isEqualTo(made);
  }

  @Test
  void whatIsSeenThroughStaysSo() throws Exception {
    Avifenc avifenc = found();
    BufferedImage image = TestPicture.fields(64, 64, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 32 * 32; i++) {
      image.setRGB(i % 32, i / 32, 0x00FF00FF);
    }
    BufferedImage made = decoded(half(TestPicture.png(image), avifenc));
    assertThat(made.getRGB(4, 4) >>> 24).isZero();
    assertThat(made.getRGB(28, 4) >>> 24).isEqualTo(255);
  }

  @Test
  void oneDotIsAPictureToo() throws Exception {
    byte[] file = TestPicture.png(1, 1);
    byte[] made =
        new Photograph(file, Header.of(file)).avif(new Crop(0, 0, 1, 1), 1, 1, 80, found());
    assertThat(Header.of(made).width()).isEqualTo(1);
  }

  @Test
  void aBetterQualityIsAFinerQuantizer() {
    assertThat(Stream.of(1, 50, 79, 80, 81, 100).map(Avifenc::level))
        .containsExactly(56, 36, 24, 24, 23, 0);
  }

  @Test
  void itSaysWhichItIs() throws Exception {
    String path = TestProgram.written(site, "avifenc", "echo 'Version: 9 (aom [enc/dec]:v3)'");
    assertThat(Avifenc.find(path).orElseThrow().version())
        .isEqualTo("Version: 9 (aom [enc/dec]:v3)");
    assertThat(Avifenc.find("")).isEmpty();
    TestProgram.written(site, "avifenc", "echo 'no libaom.so' >&2; exit 127");
    assertThatThrownBy(() -> Avifenc.find(path))
        .isInstanceOf(IOException.class)
        .hasMessage("it ended with 127: no libaom.so");
  }

  @Test
  void oneThatFailsIsToldOf() {
    assertFails("echo 'out of memory' >&2; exit 1", "it ended with 1: out of memory");
    assertFails("exit 0", "it wrote no AVIF");
    assertFails("for last; do :; done; echo GIF89a > \"$last\"", "it wrote no AVIF");
    assertFails("sleep 30", "it took longer than 1 s");
  }

  private void assertFails(String script, String why) {
    TestProgram.written(site, "avifenc", script);
    Program program = new Program(site.path("bin/avifenc"));
    Avifenc avifenc = new Avifenc(program, "9", Duration.ofSeconds(1));
    assertThatThrownBy(() -> half(TestPicture.jpeg(20, 20), avifenc))
        .isInstanceOf(IOException.class)
        .hasMessage(why);
  }

  private static Avifenc found() throws IOException {
    TestProgram.found("avifenc");
    return Avifenc.find(TestProgram.PATH).orElseThrow();
  }

  private static byte[] half(byte[] file, Avifenc avifenc) throws IOException {
    Header header = Header.of(file);
    int width = header.shownWidth();
    int height = header.shownHeight();
    return new Photograph(file, header)
        .avif(new Crop(0, 0, width, height), width / 2, height / 2, 90, avifenc);
  }

  private BufferedImage decoded(byte[] avif) throws IOException {
    Program avifdec = TestProgram.found("avifdec");
    site.file("x.avif", avif);
    Program.Outcome outcome =
        avifdec.run(site.folder(), Map.of(), Duration.ofSeconds(30), List.of("x.avif", "x.png"));
    assertThat(outcome.code()).as(outcome.errors()).isZero();
    try (var in = Files.newInputStream(site.path("x.png"))) {
      return ImageIO.read(in);
    }
  }
}
