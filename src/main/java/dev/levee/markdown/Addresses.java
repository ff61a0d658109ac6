package dev.levee.markdown;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// What addresses must look like in a page.
final class Addresses {

  private static final Pattern IGNORED_BY_BROWSERS = Pattern.compile("[\\x00-\\x20\\x7F]");
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?:javascript|vbscript):.*|data:(?!image/(?:png|gif|jpeg|webp|avif)[;,]).*",
          Pattern.DOTALL);
  private static final String KEPT = "-_.~!*'();/?:@&=+$,#";
  private static final char[] HEXADECIMAL = "0123456789ABCDEF".toCharArray();

  private Addresses() {}

  /// Whether a browser would run what this leads to: `javascript:`, `vbscript:`, and `data:` other
  /// than pictures.
  static boolean runsScript(String address) {
    if (address.indexOf(':') < 0) {
      return false;
    }
    String seen = IGNORED_BY_BROWSERS.matcher(address).replaceAll("");
    return SCRIPT.matcher(seen.toLowerCase(Locale.ROOT)).matches();
  }

  /// The address with each character that must not stand in one percent-encoded, see the URL
  /// standard's "percent-encoded byte". A `%` that starts no escape is one itself.
  static String encoded(String address) {
    int i = 0;
    while (i < address.length() && isKept(address, i)) {
      i++;
    }
    if (i == address.length()) {
      return address;
    }
    StringBuilder out = new StringBuilder(address.length() + 16).append(address, 0, i);
    while (i < address.length()) {
      if (isKept(address, i)) {
        out.append(address.charAt(i++));
      } else {
        int end = i + Character.charCount(address.codePointAt(i));
        for (byte b : address.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(HEXADECIMAL[b >> 4 & 15]).append(HEXADECIMAL[b & 15]);
        }
        i = end;
      }
    }
    return out.toString();
  }

  private static boolean isKept(String address, int at) {
    char c = address.charAt(at);
    return HtmlSyntax.isLetter(c)
        || HtmlSyntax.isDigit(c)
        || KEPT.indexOf(c) >= 0
        || (c == '%' && isDigit(address, at + 1) && isDigit(address, at + 2));
  }

  private static boolean isDigit(String address, int at) {
    return at < address.length()
        && address.charAt(at) < 128
        && Character.digit(address.charAt(at), 16) >= 0;
  }
}
