package dev.levee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  private final AllowedHosts closed = AllowedHosts.of(new InetSocketAddress("127.0.0.1", 0));
  private final AllowedHosts open = AllowedHosts.of(new InetSocketAddress("0.0.0.0", 0));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:1313",
        "LOCALHOST:1313",
        "localhost.:1313",
        "news.localhost",
        "127.0.0.1:1",
        "127.9.8.7",
        "[::1]",
        "[::1]:1313",
        "[0:0:0:0:0:0:0:1]:80",
        "[::ffff:127.0.0.1]"
      })
  void namesOfThisMachineAreAllowed(String host) {
    assertThat(closed.allow(host)).isTrue();
    assertThat(open.allow(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.168.1.7:1313", "0.0.0.0", "[fe80::1]", "[2001:db8::1]:80", "me.local"})
  void addressesAreAllowedWhereOthersAreLetIn(String host) {
    assertThat(closed.allow(host)).isFalse();
    assertThat(open.allow(host)).isTrue();
  }

  @Test
  void theMachineMayBeNamed() throws Exception {
    String name = InetAddress.getLocalHost().getHostName();
    assertThat(open.allow(name + ":1313")).isTrue();
    assertThat(closed.allow(name)).isEqualTo(name.equals("localhost"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        ":80",
        "evil.example",
        "evil.example:1313",
        "localhost.evil.example",
        "evillocalhost",
        "127.0.0.1.evil.example",
        "127.0.0.1.nip.io",
        "1evil.example",
        "127.0.0.256",
        "[::1",
        "[::1]x",
        "[::g]",
        "[]",
        "::1",
        "localhost:",
        "localhost:port",
        "localhost:1:2",
        "localhost/",
        "user@localhost",
        "localhost evil.example",
        "localhost,evil.example",
        "localhost\u0000"
      })
  void othersAreNot(String host) {
    assertThat(closed.allow(host)).isFalse();
    assertThat(open.allow(host)).isFalse();
  }

  @Test
  void whatWasAllowedBeforeIsNotARuleForOthers() {
    assertThat(closed.allow("localhost:1")).isTrue();
    assertThat(closed.allow("evil.example")).isFalse();
    assertThat(closed.allow("")).isFalse();
    assertThat(closed.allow("localhost:1")).isTrue();
  }
}
