package dev.levee.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.TestPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a file says of itself, and which files say too little.
class HeaderTest {

  @Test
  void sizeAndFormatAreThoseOfTheBytes() {
    assertThat(Header.of(TestPicture.jpeg(80, 40)))
        .isEqualTo(new Header(RasterFormat.JPEG, 80, 40, 1, false, false));
    assertThat(Header.of(TestPicture.png(80, 40)))
        .isEqualTo(new Header(RasterFormat.PNG, 80, 40, 1, false, false));
    BufferedImage image = TestPicture.fields(80, 40, BufferedImage.TYPE_INT_RGB);
    assertThat(Header.of(TestPicture.written(image, "gif")).format()).isEqualTo(RasterFormat.GIF);
    assertThat(Header.of(TestPicture.written(image, "webp")))
        .extracting(Header::format, Header::width, Header::height)
        .containsExactly(RasterFormat.WEBP, 80, 40);
  }

  @Test
  void thePlaceOfABombIsKnownBeforeItsPixels() {
    Header header = Header.of(TestPicture.bomb(60_000, 50_000));
    assertThat(header.pixels()).isEqualTo(3_000_000_000L);
  }

  @Test
  void theMemoryThatAPictureTakesHasRoomForAllThatIsMadeOfIt() {
    long pixels = 1_000_000;
    // samples of 16 bits as they are decoded, the same with 8, and halves of these
    assertThat(Photograph.memory(Header.of(TestPicture.bomb(1_000, 1_000)), 0))
        .isGreaterThanOrEqualTo(pixels * (4 * 2 + 4 + 2));
  }

  @Test
  void whatIsNoPictureIsToldOf() {
    assertThatThrownBy(() -> Header.of(new byte[0])).hasMessage("is empty");
    assertThatThrownBy(() -> Header.of("Not a picture at all".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("is no picture of a format that Levee knows");
    byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Header.of(heic)).hasMessageContaining("HEIC");
  }

  @Test
  void aFileThatEndsTooSoonIsToldOf() {
    BufferedImage image = TestPicture.fields(80, 40, BufferedImage.TYPE_INT_RGB);
    for (byte[] file :
        new byte[][] {
          TestPicture.jpeg(80, 40),
          TestPicture.png(80, 40),
          TestPicture.written(image, "webp"),
          TestPicture.written(image, "gif")
        }) {
      for (int length : new int[] {12, 20, file.length / 3, file.length / 2}) {
        assertThatThrownBy(() -> Header.of(Arrays.copyOf(file, length)))
            .as("%s of %s bytes", length, file.length)
            .isInstanceOf(UnusableException.class)
            .hasMessage("is cut short");
      }
    }
  }

  @Test
  void aPartThatIsShorterThanItMustBeIsNoFault() {
    byte[] jpeg = TestPicture.jpeg(8, 8);
    byte[] exif = {(byte) 0xFF, (byte) 0xE1, 0, 2, 'E', 'x', 'i', 'f', 0, 0};
    byte[] odd =
        TestPicture.joined(Arrays.copyOf(jpeg, 2), exif, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    assertThat(Header.of(odd).orientation()).isEqualTo(1);
    assertThat(Header.of(Metadata.stripped(odd)).width()).isEqualTo(8);
    byte[] webp = "RIFF\f\0\0\0WEBPVP8X\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Header.of(webp)).hasMessage("is cut short");
    assertThatThrownBy(() -> Metadata.stripped(webp)).hasMessage("is cut short");
  }

  @Test
  void noBytesLeadAstray() throws IOException {
    Random random = new Random(5);
    BufferedImage image = TestPicture.fields(16, 16, BufferedImage.TYPE_INT_ARGB);
    byte[][] files = {
      TestPicture.withExif(TestPicture.jpeg(16, 16), 6),
      TestPicture.png(image),
      TestPicture.written(image, "webp"),
      TestPicture.written(image, "gif"),
      AvifSample.FILE
    };
    for (int i = 0; i < 5_000; i++) {
      byte[] file = files[i % files.length].clone();
      for (int j = 0; j <= random.nextInt(4); j++) {
        // most of what a reader goes by stands at the start
        file[random.nextInt(i % 2 == 0 ? 64 : file.length)] = (byte) random.nextInt();
      }
      byte[] cut = i % 3 == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
      assertIsReadOrRefused(() -> Header.of(cut));
      assertIsReadOrRefused(() -> Metadata.stripped(cut));
      if (i % 25 == 0) {
        assertIsMadeOrRefused(cut);
      }
    }
  }

  /// What is refused was understood: no reader stumbled over it.
  private static void assertIsReadOrRefused(Runnable reading) {
    try {
      reading.run();
    } catch (UnusableException e) {
      assertThat(e.why()).isNotEmpty();
      assertThat(e).hasNoCause();
    }
  }

  private static void assertIsMadeOrRefused(byte[] file) throws IOException {
    try {
      Header header = Header.of(file);
      if (header.canBeScaled() && header.pixels() < 100_000) {
        Photograph photograph = new Photograph(file, header);
        photograph.tint();
        Crop all = new Crop(0, 0, header.shownWidth(), header.shownHeight());
        photograph.file(all, 1, 1, RasterFormat.PNG, 80);
      }
    } catch (UnusableException e) {
      assertThat(e.why()).isNotEmpty();
    }
  }
}
