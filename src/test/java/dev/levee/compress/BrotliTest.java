package dev.levee.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BrotliTest {

  /// How RFC 7932, section 9.1, writes a window of 2^13 and of 2^10.
  private static final int THIRTEEN = 0b1010001;

  private static final int TEN = 0b0100001;

  @Test
  void theWindowIsNoLargerThanTheText() throws Exception {
    assumeTrue(Brotli.isThere(), "there is no Brotli for this machine");
    assertThat(start("Water. ".repeat(720))).isEqualTo(THIRTEEN);
    assertThat(start("Water. ".repeat(140))).isEqualTo(TEN);
    for (int length : new int[] {0, 1, 1_008, 1_009, 8_176, 8_177, 100_000}) {
      byte[] bytes = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
      for (boolean best : new boolean[] {true, false}) {
        byte[] back = Decoder.decompress(Brotli.compress(bytes, best)).getDecompressedData();
        assertThat(back == null ? new byte[0] : back).isEqualTo(bytes);
      }
    }
  }

  private static int start(String text) {
    return Brotli.compress(text.getBytes(StandardCharsets.UTF_8), false)[0] & 0x7f;
  }
}
