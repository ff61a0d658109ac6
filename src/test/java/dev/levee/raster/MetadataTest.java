package dev.levee.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.TestPicture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a published file still says is how it is to be turned and what its colours mean.
class MetadataTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void aJpegKeepsItsPixelsAndHowTheyAreTurned(int orientation) {
    byte[] jpeg = TestPicture.jpeg(80, 40);
    byte[] stripped = Metadata.stripped(TestPicture.withExif(jpeg, orientation));
    assertThat(TestPicture.saysWhere(stripped)).isFalse();
    assertThat(Header.of(stripped).orientation()).isEqualTo(orientation);
    assertThat(pixels(stripped)).isEqualTo(pixels(jpeg));
    assertThat(stripped).hasSize(jpeg.length + (orientation == 1 ? 0 : 36));
    assertThat(Metadata.stripped(stripped)).isEqualTo(stripped);
  }

  @Test
  void aPngLosesItsWords() {
    byte[] words = ("Comment\0" + TestPicture.where()).getBytes(StandardCharsets.ISO_8859_1);
    byte[] png = TestPicture.png(80, 40);
    byte[] spoken =
        TestPicture.withChunks(
            png,
            TestPicture.chunk("tEXt", words),
            TestPicture.chunk("eXIf", TestPicture.joined(Exif.saying(3), words)),
            TestPicture.chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}));
    byte[] stripped = Metadata.stripped(spoken);
    assertThat(TestPicture.saysWhere(stripped)).isFalse();
    assertThat(Header.of(stripped).orientation()).isEqualTo(3);
    assertThat(new String(stripped, StandardCharsets.ISO_8859_1)).contains("gAMA");
    assertThat(pixels(stripped)).isEqualTo(pixels(png));
  }

  @Test
  void aGifLosesItsComment() {
    byte[] gif = TestPicture.written(TestPicture.fields(32, 16, BufferedImage.TYPE_INT_RGB), "gif");
    byte[] words = TestPicture.where().getBytes(StandardCharsets.ISO_8859_1);
    int start = 13 + (3 << ((gif[10] & 7) + 1));
    byte[] comment =
        TestPicture.joined(
            new byte[] {0x21, (byte) 0xFE, (byte) words.length}, words, new byte[] {0});
    byte[] spoken =
        TestPicture.joined(
            Arrays.copyOf(gif, start), comment, Arrays.copyOfRange(gif, start, gif.length));
    assertThat(TestPicture.saysWhere(spoken)).isTrue();
    assertThat(Metadata.stripped(spoken)).isEqualTo(gif);
  }

  @Test
  void aWebpLosesItsExif() {
    byte[] webp =
        TestPicture.written(TestPicture.fields(32, 16, BufferedImage.TYPE_INT_RGB), "webp");
    byte[] words = TestPicture.where().getBytes(StandardCharsets.ISO_8859_1);
    byte[] exif = TestPicture.joined(Exif.saying(6), words);
    byte[] even = exif.length % 2 == 0 ? exif : Arrays.copyOf(exif, exif.length + 1);
    byte[] extended = {'V', 'P', '8', 'X', 10, 0, 0, 0, 8, 0, 0, 0, 31, 0, 0, 15, 0, 0};
    byte[] spoken =
        TestPicture.joined(
            Arrays.copyOf(webp, 12),
            extended,
            Arrays.copyOfRange(webp, 12, webp.length),
            new byte[] {'E', 'X', 'I', 'F', (byte) even.length, 0, 0, 0},
            even);
    spoken[4] = (byte) (spoken.length - 8);
    spoken[5] = (byte) ((spoken.length - 8) >> 8);
    assertThat(Header.of(spoken).orientation()).isEqualTo(6);
    byte[] stripped = Metadata.stripped(spoken);
    assertThat(TestPicture.saysWhere(stripped)).isFalse();
    assertThat(Header.of(stripped).orientation()).isEqualTo(6);
    assertThat(Header.of(stripped).width()).isEqualTo(32);
  }

  @Test
  void anAvifHasZerosInItsPlace() {
    byte[] stripped = Metadata.stripped(AvifSample.FILE);
    assertThat(TestPicture.saysWhere(AvifSample.FILE)).isTrue();
    assertThat(TestPicture.saysWhere(stripped)).isFalse();
    assertThat(stripped).hasSameSizeAs(AvifSample.FILE);
    assertThat(new String(stripped, StandardCharsets.ISO_8859_1)).endsWith("picture");
    assertThat(Header.of(stripped))
        .isEqualTo(new Header(RasterFormat.AVIF, 32, 16, 1, false, false));
  }

  @Test
  void ofWhatIsNoPictureNothingCanBeTakenOut() {
    byte[] svg = "<svg/> and more of it".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Metadata.stripped(svg)).hasMessageContaining("is no picture");
    assertThatThrownBy(() -> Metadata.stripped(new byte[0])).hasMessage("is empty");
    byte[] tiff = Arrays.copyOfRange(Exif.saying(1), 0, 26);
    assertThatThrownBy(() -> Metadata.stripped(tiff)).hasMessageContaining("TIFF");
  }

  private static int[] pixels(byte[] file) {
    BufferedImage decoded = TestPicture.decoded(file);
    BufferedImage rgb =
        new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
    rgb.createGraphics().drawImage(decoded, 0, 0, null);
    return ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData();
  }
}
