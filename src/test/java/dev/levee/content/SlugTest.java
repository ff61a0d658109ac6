package dev.levee.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.levee.config.SiteConfig.SlugStyle;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "Hello, World! => hello-world => hello-world",
        "Don't panic => dont-panic => dont-panic",
        "  --a -- b--  => a-b => a-b",
        "Überschwemmung in Łódź => überschwemmung-in-łódź => uberschwemmung-in-lodz",
        "Straße Ærø => straße-ærø => strasse-aero",
        "№ 5™ => 5 => no-5tm",
        "İstanbul => istanbul => istanbul",
        "Version 1.0_b => version-1.0_b => version-1.0_b",
        "選舉 2016 => 選舉-2016 => 2016",
        "الانتخابات => الانتخابات => ``",
        "ΟΔΟΣ => οδοσ => ``",
        "हिन्दी => हिन्दी => ``",
        "❤️ love => love => love",
        ".. => `` => ``",
        "../../etc => etc => etc",
        "🌊 => `` => ``",
      })
  void keepsTheLettersOfItsStyle(String text, String unicode, String ascii) {
    assertThat(Slug.of(text, SlugStyle.UNICODE)).isEqualTo(unicode);
    assertThat(Slug.of(text, SlugStyle.ASCII)).isEqualTo(ascii);
  }

  @Test
  void fitsIntoAFileName() {
    String slug = Slug.of("選".repeat(500), SlugStyle.UNICODE);
    assertThat(slug.getBytes(StandardCharsets.UTF_8)).hasSize(240);
    assertThat(Slug.of("🈁a ".repeat(500), SlugStyle.ASCII).length()).isLessThanOrEqualTo(240);
  }

  @ParameterizedTest
  @EnumSource
  void ofASlugIsTheSlugAndAPartOfAnAddress(SlugStyle style) {
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      String text = text(random);
      String slug = Slug.of(text, style);
      assertThat(Slug.of(slug, style)).as("slug of '%s'", text).isEqualTo(slug);
      if (!slug.isEmpty()) {
        assertThatCode(() -> new UrlPath("/" + slug + "/")).as(text).doesNotThrowAnyException();
        assertThat(new UrlPath("/" + slug + "/").value()).isEqualTo("/" + slug + "/");
        assertThat(slug).doesNotContain("/", " ", "%").isNotEqualTo("..");
      }
      if (style == SlugStyle.ASCII) {
        assertThat(slug).matches("[a-z0-9._-]*");
      }
    }
  }

  /// Letters of every plane, with a taste for ASCII, marks and halves of characters.
  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(16); length > 0; length--) {
      text.appendCodePoint(
          switch (random.nextInt(8)) {
            case 0, 1, 2 -> 0x20 + random.nextInt(0x5F);
            case 3 -> 0x300 + random.nextInt(0x70);
            case 4 -> 0xC0 + random.nextInt(0x500);
            case 5 -> 0x2000 + random.nextInt(0x400);
            case 6 -> random.nextInt(0x10000);
            default -> random.nextInt(0x20000);
          });
    }
    return text.toString();
  }
}
