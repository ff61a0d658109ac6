package dev.levee.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class RequestTargetTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/news/, /news/",
    "/a%20b/caf%C3%A9/, /a b/café/",
    "/%F0%9F%8C%8A, /🌊",
    "/100%25, /100%",
    "/a%3Fb%23c, /a?b#c",
    "/%252e%252e/, /%2e%2e/",
    "/..a/.b/c../..., /..a/.b/c../...",
  })
  void pathsAreDecodedOnce(String target, String path) throws Exception {
    assertThat(RequestTarget.of(target)).isEqualTo(new RequestTarget("", path, ""));
  }

  @Test
  void queriesAreLeftAsTheyAre() throws Exception {
    assertThat(RequestTarget.of("/a?b=%2e/../?c")).isEqualTo(t("", "/a", "b=%2e/../?c"));
    assertThat(RequestTarget.of("/?")).isEqualTo(t("", "/", ""));
  }

  @Test
  void aTargetMayNameItsHost() throws Exception {
    assertThat(RequestTarget.of("http://h:1/a?b")).isEqualTo(t("h:1", "/a", "b"));
    assertThat(RequestTarget.of("HTTPS://[::1]?b")).isEqualTo(t("[::1]", "/", "b"));
    assertThat(RequestTarget.of("http://h")).isEqualTo(t("h", "/", ""));
  }

  private static RequestTarget t(String authority, String path, String query) {
    return new RequestTarget(authority, path, query);
  }

  @SuppressWarnings("unused") // by malformedTargetsAreRefused
  private static final List<Arguments> MALFORMED =
      List.of(
          arguments("", "does not start with '/'"),
          arguments("*", "does not start with '/'"),
          arguments("a", "does not start with '/'"),
          arguments("ftp://h/a", "does not start with '/'"),
          arguments("http:///a", "does not start with '/'"),
          arguments("http://u@h/a", "does not start with '/'"),
          arguments("/a#b", "has a '#'"),
          arguments("//", "has an empty part"),
          arguments("//evil.example/", "has an empty part"),
          arguments("/a//b", "has an empty part"),
          arguments("/a//", "has an empty part"),
          arguments("http://h//b", "has an empty part"),
          arguments("/..", "has a part '..'"),
          arguments("/../", "has a part '..'"),
          arguments("/a/../b", "has a part '..'"),
          arguments("/a/%2e%2E/b", "has a part '..'"),
          arguments("/a/.%2e", "has a part '..'"),
          arguments("http://h/..", "has a part '..'"),
          arguments("/.", "has a part '.'"),
          arguments("/a/%2e/b", "has a part '.'"),
          arguments("/a%2Fb", "has an encoded '/'"),
          arguments("/..%2f..%2fetc/passwd", "has an encoded '/'"),
          arguments("/a\\b", "has a backslash"),
          arguments("/..%5c..%5c", "has a backslash"),
          arguments("/a%00.html", "has a control character"),
          arguments("/a%0d%0ab", "has a control character"),
          arguments("/a%7F", "has a control character"),
          arguments("/a%C2%85", "has a control character"),
          arguments("/a%", "has a '%' without two hexadecimal digits"),
          arguments("/a%4", "has a '%' without two hexadecimal digits"),
          arguments("/a%zz", "has a '%' without two hexadecimal digits"),
          arguments("/a%+1", "has a '%' without two hexadecimal digits"),
          arguments("/%u002e", "has a '%' without two hexadecimal digits"),
          arguments("/a b", "has a character that is not percent-encoded"),
          arguments("/é", "has a character that is not percent-encoded"),
          arguments("/%C0%AE%C0%AE/", "is not UTF-8"),
          arguments("/%E0%80%AE", "is not UTF-8"),
          arguments("/%ED%A0%80", "is not UTF-8"),
          arguments("/%F4%90%80%80", "is not UTF-8"),
          arguments("/%FF", "is not UTF-8"),
          arguments("/%C3", "is not UTF-8"));

  @ParameterizedTest
  @FieldSource("MALFORMED")
  void malformedTargetsAreRefused(String target, String why) {
    assertThatThrownBy(() -> RequestTarget.of(target))
        .isInstanceOf(Refusal.class)
        .hasMessage("The address " + why + ".")
        .extracting("status")
        .isEqualTo(400);
  }

  @Test
  void longTargetsAreRefused() {
    assertThatThrownBy(() -> RequestTarget.of("/" + "a".repeat(8_000)))
        .hasMessage("The address is longer than 8000 characters.")
        .extracting("status")
        .isEqualTo(414);
  }
}
