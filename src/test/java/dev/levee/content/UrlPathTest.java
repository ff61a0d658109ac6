package dev.levee.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UrlPathTest {

  static List<Arguments> bad() {
    return List.of(
        Arguments.of("news/", "it must start with '/'"),
        Arguments.of("", "it must start with '/'"),
        Arguments.of("https://evil.example/", "it must start with '/'"),
        Arguments.of("//evil.example/", "it leads to another host"),
        Arguments.of("/a/../b/", "'..' leads out of the site"),
        Arguments.of("/..", "'..' leads out of the site"),
        Arguments.of("/./a", "'.' cannot be a part of it"),
        Arguments.of("/a//b/", "it has an empty part"),
        Arguments.of("/a\u0000b", "it has a control character"),
        Arguments.of("/a\nb", "it has a control character"),
        Arguments.of("/a\u0085b", "it has a control character"),
        Arguments.of("/a\\b", "'\\' cannot stand in it"),
        Arguments.of("/a?b", "'?' cannot stand in it"),
        Arguments.of("/a#b", "'#' cannot stand in it"),
        Arguments.of("/a\uD800b", "it has half a character"),
        Arguments.of("/" + "é".repeat(128), "a part of it is longer than 255 bytes"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void anAddressCannotLeaveTheSite(String path, String message) {
    assertThatThrownBy(() -> new UrlPath(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aFolderIsServedFromItsIndex() {
    assertThat(new UrlPath("/").file()).isEqualTo("index.html");
    assertThat(new UrlPath("/news/").file()).isEqualTo("news/index.html");
    assertThat(new UrlPath("/news/rss.xml").file()).isEqualTo("news/rss.xml");
    assertThat(new UrlPath("/news/rss.xml").folder()).isEqualTo("/news/");
    assertThat(new UrlPath("/news/").resolve("page/2/")).hasToString("/news/page/2/");
  }

  @Test
  void lettersAndTheirMarksAreOne() {
    assertThat(new UrlPath("/cafe\u0301/")).isEqualTo(new UrlPath("/caf\u00e9/"));
  }

  @Test
  void isEncodedForAnHref() {
    assertThat(new UrlPath("/a b/é/選/🌊/").encoded())
        .isEqualTo("/a%20b/%C3%A9/%E9%81%B8/%F0%9F%8C%8A/");
    assertThat(new UrlPath("/100%/a&b=c;d@e:f/").encoded()).isEqualTo("/100%25/a&b=c;d@e:f/");
    assertThat(new UrlPath("/<\"'>/").encoded()).isEqualTo("/%3C%22'%3E/");
  }

  @Test
  void decodesToItself() {
    Random random = new Random(3);
    int good = 0;
    for (int i = 0; i < 50_000; i++) {
      UrlPath path;
      try {
        path = new UrlPath("/" + SlugTest.text(random));
      } catch (IllegalArgumentException e) {
        continue;
      }
      good++;
      assertThat(path.encoded()).matches("[!-~]+");
      assertThat(URI.create("https://example.org" + path.encoded()).getPath())
          .isEqualTo(path.value());
    }
    assertThat(good).isGreaterThan(10_000);
  }
}
