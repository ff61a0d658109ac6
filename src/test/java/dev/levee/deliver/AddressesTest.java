package dev.levee.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTest {

  @Test
  void anIndexIsAskedForByItsFolderToo() {
    assertThat(Addresses.of("", "news/ü b/index.html"))
        .containsExactly("/news/%C3%BC%20b/", "/news/%C3%BC%20b/index.html", "/news/%C3%BC%20b");
    assertThat(Addresses.of("", "index.html")).containsExactly("/", "/index.html");
    assertThat(Addresses.of("/mag", "index.html"))
        .containsExactly("/mag/", "/mag/index.html", "/mag");
  }

  @Test
  void thePathOfTheSiteIsEncodedToo() {
    assertThat(Addresses.of("/my site/ü", "index.html"))
        .containsExactly("/my%20site/%C3%BC/", "/my%20site/%C3%BC/index.html", "/my%20site/%C3%BC");
  }

  @Test
  void anyOtherFileHasOneAddress() {
    assertThat(Addresses.of("/mag", "404.html")).containsExactly("/mag/404.html");
    assertThat(Addresses.of("", "my-index.html")).containsExactly("/my-index.html");
  }
}
