package dev.levee.deliver;

import dev.levee.content.UrlPath;

/// Addresses that have something in common: one address, or all that start and end in a certain
/// way. The form is that of `_headers`: a path in which one `*` may stand for any characters,
/// slashes too. An ending, such as that of `/*.jpg`, is meant in small and capital letters.
///
/// @param start what stands before the `*`, or the whole address
/// @param wild whether there is a `*`
/// @param end what stands behind it
public record PathPattern(String start, boolean wild, String end) {

  /// Reads a pattern as it is written.
  static PathPattern of(String written) {
    int star = written.indexOf('*');
    return star < 0
        ? new PathPattern(written, false, "")
        : new PathPattern(written.substring(0, star), true, written.substring(star + 1));
  }

  /// Whether an address is one of those that are meant.
  boolean matches(String address) {
    return fits(address, end.startsWith("."));
  }

  /// Whether an address is one of those that are meant to a host that tells `.jpg` from `.JPG`.
  boolean matchesExactly(String address) {
    return fits(address, false);
  }

  private boolean fits(String address, boolean anyCase) {
    int length = end.length();
    return wild
        ? address.length() >= start.length() + length
            && address.startsWith(start)
            && address.regionMatches(anyCase, address.length() - length, end, 0, length)
        : address.equals(start);
  }

  /// The pattern for addresses as browsers send them. What hosts would take for a placeholder is
  /// percent-encoded too.
  String encoded() {
    String first = literal(UrlPath.encoded(start));
    return wild ? first + "*" + literal(UrlPath.encoded(end)) : first;
  }

  /// An encoded path in which hosts that read `*` and `:name` see neither.
  static String literal(String path) {
    return path.replace("*", "%2A").replace(":", "%3A");
  }

  /// A regular expression for the same addresses, in what PCRE and RE2 have in common, without
  /// quotes, braces and dollars but the last.
  String regex() {
    return "^" + quoted(start) + (wild ? ".*" + quotedEnd() : "") + "$";
  }

  /// An expression for what stands behind the `*`.
  String quotedEnd() {
    return end.startsWith(".") ? "(?i:" + quoted(end) + ")" : quoted(end);
  }

  /// An expression for a text itself.
  static String quoted(String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || Character.isLetterOrDigit(c) || "/-_".indexOf(c) >= 0) {
        regex.append(c);
      } else {
        regex
            .append("\\x")
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return regex.toString();
  }

  /// The pattern as it is written.
  @Override
  public String toString() {
    return wild ? start + "*" + end : start;
  }
}
