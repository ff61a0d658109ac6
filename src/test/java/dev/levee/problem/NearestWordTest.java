package dev.levee.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestWordTest {

  private static final List<String> KEYS = List.of("title", "date", "draft", "tags", "expiryDate");

  @Test
  void findsTheWordThatWasMeant() {
    assertThat(NearestWord.to("titel", KEYS)).contains("title");
    assertThat(NearestWord.to("tag", KEYS)).contains("tags");
    assertThat(NearestWord.to("drfat", KEYS)).contains("draft");
    assertThat(NearestWord.to("expirydat", KEYS)).contains("expiryDate");
  }

  @Test
  void ignoresUpperAndLowerCase() {
    assertThat(NearestWord.to("TITLE", KEYS)).contains("title");
    assertThat(NearestWord.to("ExpiryDate", KEYS)).contains("expiryDate");
  }

  @Test
  void doesNotGuessWhenNothingIsNear() {
    assertThat(NearestWord.to("kicker", KEYS)).isEmpty();
    assertThat(NearestWord.to("", KEYS)).isEmpty();
    assertThat(NearestWord.to("title", List.of())).isEmpty();
  }

  @Test
  void aTieGoesToTheFirst() {
    assertThat(NearestWord.to("bat", List.of("cat", "rat"))).contains("cat");
  }

  @Test
  void hintsAreAQuestionOrTheFallback() {
    assertThat(NearestWord.hint("titel", KEYS, "see the handbook"))
        .isEqualTo("did you mean 'title'?");
    assertThat(NearestWord.hint("kicker", KEYS, "see the handbook")).isEqualTo("see the handbook");
  }

  @Test
  void nearnessGoesBothWays() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String a = word(random);
      String b = word(random);
      assertThat(NearestWord.to(a, List.of(b)).isPresent())
          .as("%s and %s", a, b)
          .isEqualTo(NearestWord.to(b, List.of(a)).isPresent());
    }
  }

  @Test
  void anyTextIsNearestToItself() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      String text =
          random
              .ints(random.nextInt(20), 0, 0x10000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(NearestWord.to(text, List.of(text))).contains(text);
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(7); i > 0; i--) {
      word.append("abç".charAt(random.nextInt(3)));
    }
    return word.toString();
  }
}
