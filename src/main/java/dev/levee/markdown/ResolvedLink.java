package dev.levee.markdown;

/// What a page has for a destination that an author wrote.
///
/// @param href the address; it is percent-encoded and escaped afterwards
/// @param rel the link types of a link, parted by spaces; empty for none
/// @param newWindow whether a link opens in a window of its own
public record ResolvedLink(String href, String rel, boolean newWindow) {

  /// The same with an address in which each character that must not stand in one is
  /// percent-encoded.
  public ResolvedLink encoded() {
    return new ResolvedLink(Addresses.encoded(href), rel, newWindow);
  }

  /// An address with nothing added.
  public static ResolvedLink to(String href) {
    return new ResolvedLink(href, "", false);
  }
}
