package dev.levee.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowingPageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html><html><head>|<title>T</title></head><body><header>H</header>",
        "<html><HEAD lang=en>|<title>T</title></HEAD>",
        "<!doctype html><title>T</title><header>H</header></body>|",
      })
  void theScriptComesBeforeThoseOfThePage(String page) {
    String[] around = page.split("\\|", -1);
    assertThat(html(around[0] + around[1]))
        .startsWith(around[0] + "<script src=")
        .endsWith(around[1]);
  }

  @Test
  void anotherPageIsAnotherEdition() {
    assertThat(html("<head>a")).isEqualTo(html("<head>a")).isNotEqualTo(html("<head>b"));
    assertThat(of("<head>a").edition()).isNotEqualTo(of("<head>b").edition());
  }

  private static String html(String page) {
    return new String(of(page).html(), StandardCharsets.UTF_8);
  }

  private static FollowingPage of(String page) {
    return FollowingPage.of(page.getBytes(StandardCharsets.UTF_8), 200, Optional.empty(), 0);
  }

  @Test
  void thePolicyLetsTheScriptRunAndAskAndNothingElse() {
    assertThat(FollowingPage.allowedBy("default-src 'none'; img-src 'self'"))
        .isEqualTo("default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'");
    assertThat(FollowingPage.allowedBy("script-src-elem 'none'; script-src https://a.example"))
        .isEqualTo("script-src-elem 'self'; script-src https://a.example 'self'");
    assertThat(FollowingPage.allowedBy("default-src 'self'")).isEqualTo("default-src 'self'");
  }
}
