package dev.levee.raster;

import dev.levee.TestPicture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The boxes of an AVIF file of 32 by 16 pixels with a block of EXIF; its picture is none.
final class AvifSample {

  static final byte[] FILE = file();

  private AvifSample() {}

  private static byte[] file() {
    byte[] ftyp = box("ftyp", "avif\0\0\0\0mif1avif");
    byte[] infe = box("infe", "\2\0\0\0\0\1\0\0Exif\0");
    byte[] iinf = box("iinf", "\0\0\0\0\0\1" + text(infe));
    byte[] iprp = box("iprp", text(box("ipco", text(box("ispe", "\0\0\0\0\0\0\0\40\0\0\0\20")))));
    int length = TestPicture.where().length();
    byte[] iloc = iloc(0, length);
    byte[] meta = box("meta", "\0\0\0\0" + text(iinf) + text(iloc) + text(iprp));
    int offset = ftyp.length + meta.length + 8;
    byte[] right = box("meta", "\0\0\0\0" + text(iinf) + text(iloc(offset, length)) + text(iprp));
    return TestPicture.joined(ftyp, right, box("mdat", TestPicture.where() + "picture"));
  }

  private static byte[] iloc(int offset, int length) {
    String places = text(ByteBuffer.allocate(8).putInt(offset).putInt(length).array());
    return box("iloc", "\0\0\0\0\104\0\0\1\0\1\0\0\0\1" + places);
  }

  private static byte[] box(String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    return TestPicture.joined(
        ByteBuffer.allocate(4).putInt(8 + bytes.length).array(),
        type.getBytes(StandardCharsets.ISO_8859_1),
        bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
