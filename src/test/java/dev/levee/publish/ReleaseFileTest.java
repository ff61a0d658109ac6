package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.output.Digest;
import dev.levee.output.Kind;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import dev.levee.publish.Release.InHand;
import dev.levee.publish.Release.Retired;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseFileTest {

  private static final Instant MADE = Instant.parse("2026-11-01T10:00:00Z");

  private static Release release() {
    Item page = item(Kind.PAGE, "a", Map.of("Content-Type", "text/html; charset=utf-8"));
    Item css = item(Kind.ASSET, "b", Map.of("Content-Type", "text/css", "Cache-Control", "x: y"));
    return new Release(
        "20261101T100000Z-abcdef",
        MADE,
        "0123456789",
        new TreeMap<>(
            Map.of(
                OutputPath.of("a b/ü.html"), page, OutputPath.of("c.html"), page.withTag("\"t\""))),
        new TreeMap<>(
            Map.of(
                OutputPath.of("d"),
                new InHand(new Manifest.Doubtful(Kind.FEED), Optional.empty()),
                OutputPath.of("e"),
                new InHand(new Manifest.Adrift(Kind.ASSET), Optional.of(css)))),
        new TreeMap<>(Map.of(OutputPath.of("assets/b.css"), new Retired(css, MADE, 3))),
        new TreeSet<>(Set.of(OutputPath.of("c.html"), OutputPath.of("gone.html"))));
  }

  private static Item item(Kind kind, String text, Map<String, String> headers) {
    return new Item(kind, Digest.of(text.getBytes()), text.length(), new ItemHeaders(headers), "");
  }

  private static Release empty(String id) {
    return new Release(
        id, MADE, "", new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    Release read = ReleaseFile.parse(ReleaseFile.format(release(), "stamp"));
    assertThat(read).isEqualTo(release());
    assertThat(read.isFinished()).isFalse();
    Release empty = empty("20261101T100000Z-000000");
    assertThat(ReleaseFile.parse(ReleaseFile.format(empty, "stamp"))).isEqualTo(empty);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "../../index.html",
        "20261101T100000Z-abcde",
        "20261101T100000Z-ABCDEF",
        "20261101T100000Z-abcdef/x"
      })
  void anIdThatIsNoneIsDamage(String id) {
    assertThatThrownBy(() -> ReleaseFile.parse(ReleaseFile.format(empty(id), "stamp")))
        .isInstanceOf(ReleaseFile.DamagedException.class)
        .hasMessage("is damaged: '" + id + "' is no id of a release");
  }

  @Test
  void noChangedByteIsBelieved() {
    byte[] good = ReleaseFile.format(release(), "stamp");
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      assertThat(isRead(bad)).as("change " + i).isFalse();
      assertThat(isRead(java.util.Arrays.copyOf(good, random.nextInt(good.length)))).isFalse();
    }
  }

  private static boolean isRead(byte[] bytes) {
    try {
      ReleaseFile.parse(bytes);
      return true;
    } catch (ReleaseFile.DamagedException e) {
      assertThat(e).hasMessageMatching("is (damaged|of a newer).*");
      return false;
    }
  }
}
