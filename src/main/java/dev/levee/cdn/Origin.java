package dev.levee.cdn;

import java.net.URI;

/// The host that readers know a site by.
record Origin(String scheme, String authority) {

  static Origin of(URI site) {
    return new Origin(site.getScheme(), site.getRawAuthority());
  }

  /// The URL of an address.
  String url(String address) {
    return scheme + "://" + authority + address;
  }
}
