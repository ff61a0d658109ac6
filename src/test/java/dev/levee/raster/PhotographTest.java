package dev.levee.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.TestPicture;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a file is like, the pictures made of it look as it is meant to look.
class PhotographTest {

  @ParameterizedTest
  @CsvSource({
    "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"
  })
  void itIsTurnedAsItSays(int orientation, String corners) throws IOException {
    byte[] file = TestPicture.withExif(TestPicture.jpeg(80, 40), orientation);
    Header header = Header.of(file);
    boolean across = orientation > 4;
    assertThat(header.shownWidth()).isEqualTo(across ? 40 : 80);
    assertThat(header.shownHeight()).isEqualTo(across ? 80 : 40);
    byte[] made = half(file, RasterFormat.PNG);
    assertThat(TestPicture.corners(made)).isEqualTo(corners);
    assertThat(TestPicture.decoded(made).getWidth()).isEqualTo(header.shownWidth() / 2);
  }

  @ParameterizedTest
  @CsvSource({"1, R", "6, B", "3, W", "8, G"})
  void aCropIsOfThePictureAsItIsShown(int orientation, String corner) throws IOException {
    byte[] file = TestPicture.withExif(TestPicture.jpeg(80, 80), orientation);
    byte[] made =
        new Photograph(file, Header.of(file))
            .file(new Crop(0, 0, 40, 40), 20, 20, RasterFormat.PNG, 80);
    assertThat(TestPicture.corners(made)).isEqualTo(corner.repeat(4));
  }

  @ParameterizedTest
  @EnumSource(
      value = RasterFormat.class,
      names = {"JPEG", "PNG", "WEBP"})
  void everyFormatIsWritten(RasterFormat format) throws IOException {
    byte[] made = half(TestPicture.png(80, 40), format);
    assertThat(RasterFormat.of(made)).contains(format);
    assertThat(TestPicture.corners(made)).isEqualTo("RGBW");
  }

  @Test
  void whatIsSeenThroughStaysSo() throws IOException {
    BufferedImage image = TestPicture.fields(64, 64, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 32 * 32; i++) {
      image.setRGB(i % 32, i / 32, 0x00FF00FF);
    }
    byte[] file = TestPicture.png(image);
    assertThat(Header.of(file).alpha()).isTrue();
    for (RasterFormat format : new RasterFormat[] {RasterFormat.PNG, RasterFormat.WEBP}) {
      BufferedImage made = TestPicture.decoded(half(file, format));
      assertThat(made.getRGB(4, 4) >>> 24).as("%s", format).isZero();
      assertThat(made.getRGB(28, 4)).as("%s", format).satisfies(near(0xFF00FF00));
      // no colour of what is not seen comes through at the edge
      assertThat(made.getRGB(17, 4) & 0xFF).as("%s", format).isLessThan(60);
    }
  }

  @Test
  void aPaletteIsItsColours() throws IOException {
    BufferedImage image = TestPicture.fields(64, 32, BufferedImage.TYPE_BYTE_INDEXED);
    assertThat(TestPicture.corners(half(TestPicture.png(image), RasterFormat.JPEG)))
        .isEqualTo("RGBW");
    byte[] gif = TestPicture.written(image, "gif");
    assertThat(Header.of(gif).animated()).isFalse();
    assertThat(TestPicture.corners(half(gif, RasterFormat.PNG))).isEqualTo("RGBW");
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void grayIsAsBrightAsItWas(int bits) throws IOException {
    boolean deep = bits == 16;
    BufferedImage image =
        new BufferedImage(
            40, 40, deep ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = image.getRaster();
    for (int i = 0; i < 1600; i++) {
      raster.setSample(i % 40, i / 40, 0, deep ? 0x8000 : 0x80);
    }
    byte[] made = half(TestPicture.png(image), RasterFormat.PNG);
    assertThat(TestPicture.decoded(made).getRGB(10, 10)).satisfies(near(0xFF808080));
  }

  @Test
  void sixteenBitsOfColourAreEight() throws IOException {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, 1, DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(40, 40);
    for (int i = 0; i < 1600; i++) {
      raster.setPixel(i % 40, i / 40, new int[] {0xC000, 0x4000, 0x2000});
    }
    byte[] file = TestPicture.png(new BufferedImage(model, raster, false, null));
    assertThat(TestPicture.decoded(half(file, RasterFormat.PNG)).getRGB(9, 9))
        .satisfies(near(0xFFC04020));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void inksBecomeLight(boolean adobe) throws IOException {
    // cyan and yellow make green; a file of Adobe's has them the other way round
    int full = adobe ? 0 : 255;
    int none = 255 - full;
    WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 32, 4, null);
    for (int i = 0; i < 1024; i++) {
      raster.setPixel(i % 32, i / 32, new int[] {full, none, full, none});
    }
    byte[] file = cmyk(raster);
    if (adobe) {
      byte[] mark = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
      file =
          TestPicture.joined(
              Arrays.copyOf(file, 2),
              TestPicture.segment(0xEE, mark),
              Arrays.copyOfRange(file, 2, file.length));
    }
    assertThat(TestPicture.corners(half(file, RasterFormat.PNG))).isEqualTo("GGGG");
  }

  private static byte[] cmyk(WritableRaster raster) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  @Test
  void aColourProfileIsMinded() throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1024; i++) {
      image.setRGB(i % 32, i / 32, 0x373737);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("linear\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(body, new Deflater())) {
      deflated.write(linear);
    }
    byte[] file =
        TestPicture.withChunks(
            TestPicture.png(image), TestPicture.chunk("iCCP", body.toByteArray()));
    // a fifth of the light is half of sRGB
    assertThat(TestPicture.decoded(half(file, RasterFormat.PNG)).getRGB(9, 9))
        .satisfies(near(0xFF808080));
  }

  @Test
  void nothingIsSaidBesideThePicture() throws IOException {
    byte[] file = TestPicture.withExif(TestPicture.jpeg(80, 40), 6);
    assertThat(TestPicture.saysWhere(file)).isTrue();
    for (RasterFormat format : new RasterFormat[] {RasterFormat.JPEG, RasterFormat.WEBP}) {
      byte[] made = half(file, format);
      assertThat(TestPicture.saysWhere(made)).isFalse();
      assertThat(new String(made, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }
  }

  @Test
  void theMeanColourIsThatOfWhatIsShown() {
    byte[] file = TestPicture.png(80, 40);
    assertThat(new Photograph(file, Header.of(file)).tint()).satisfies(near(0x7F7F7F));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 31, 63})
  void whiteStaysWhiteAndNothingIsLost(int width) throws IOException {
    BufferedImage white = new BufferedImage(64, 17, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 17; i++) {
      white.setRGB(i % 64, i / 64, 0xFFFFFF);
    }
    byte[] file = TestPicture.png(white);
    BufferedImage made =
        TestPicture.decoded(
            new Photograph(file, Header.of(file))
                .file(new Crop(0, 0, 64, 17), width, 5, RasterFormat.PNG, 80));
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < 5; y++) {
        assertThat(made.getRGB(x, y)).isEqualTo(0xFFFFFFFF);
      }
    }
  }

  @Test
  void theSameGivesTheSame() throws IOException {
    byte[] file = TestPicture.jpeg(333, 217);
    for (RasterFormat format :
        new RasterFormat[] {RasterFormat.JPEG, RasterFormat.PNG, RasterFormat.WEBP}) {
      Photograph used = new Photograph(file, Header.of(file));
      used.file(new Crop(0, 0, 333, 217), 50, 33, format, 80);
      byte[] second = used.file(new Crop(0, 0, 333, 217), 100, 65, format, 80);
      byte[] alone =
          new Photograph(file, Header.of(file)).file(new Crop(0, 0, 333, 217), 100, 65, format, 80);
      assertThat(second).isEqualTo(alone);
    }
  }

  @Test
  void pixelsThatCannotBeReadAreToldOf() {
    byte[] file = TestPicture.bomb(10, 10);
    Header header = Header.of(file);
    assertThatThrownBy(() -> new Photograph(file, header).tint())
        .isInstanceOf(UnusableException.class)
        .hasMessage("is damaged");
  }

  private static byte[] half(byte[] file, RasterFormat format) throws IOException {
    Header header = Header.of(file);
    int width = header.shownWidth();
    int height = header.shownHeight();
    return new Photograph(file, header)
        .file(new Crop(0, 0, width, height), width / 2, height / 2, format, 90);
  }

  private static Consumer<Integer> near(int wanted) {
    return argb -> {
      for (int shift = 0; shift < 24; shift += 8) {
        assertThat(argb >> shift & 0xFF)
            .as("%s", Integer.toHexString(argb))
            .isCloseTo(wanted >> shift & 0xFF, Offset.offset(3));
      }
    };
  }
}
