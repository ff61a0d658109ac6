package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.output.Digest;
import dev.levee.output.Kind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which files of a release are the same.
class ItemTest {

  private static final Set<String> ALL = Set.of("Content-Type", "Cache-Control");

  private static Item item(String text, Map<String, String> headers) {
    byte[] bytes = text.getBytes();
    return new Item(Kind.PAGE, Digest.of(bytes), bytes.length, new ItemHeaders(headers), "");
  }

  @Test
  void onesOfTheSameBytesAndHeadersAre() {
    Item one = item("a", Map.of("Content-Type", "text/html", "Cache-Control", "no-cache"));
    Item same = item("a", Map.of("Cache-Control", "no-cache", "Content-Type", "text/html"));
    assertThat(one.isSame(same, ALL)).isTrue();
    assertThat(one.identity(ALL)).isEqualTo(same.identity(ALL));
    Item otherBytes = item("b", one.headers().values());
    assertThat(one.isSame(otherBytes, ALL)).isFalse();
    assertThat(one.identity(ALL)).isNotEqualTo(otherBytes.identity(ALL));
  }

  @Test
  void onlyHeadersThatTheStoreKeepsCountWhateverWasAskedBefore() {
    Item one = item("a", Map.of("Content-Type", "text/html", "Cache-Control", "no-cache"));
    Item other = item("a", Map.of("Content-Type", "text/html", "Cache-Control", "no-store"));
    assertThat(one.isSame(other, ALL)).isFalse();
    assertThat(one.isSame(other, Set.of("Content-Type"))).isTrue();
    assertThat(one.isSame(other, Set.of())).isTrue();
    assertThat(one.isSame(other, ALL)).isFalse();
    assertThat(one.identity(ALL)).isNotEqualTo(other.identity(ALL));
    assertThat(one.identity(Set.of())).isEqualTo(other.identity(Set.of()));
  }
}
