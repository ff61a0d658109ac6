package dev.levee.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a request asks for, taken apart.
///
/// @param authority the host that the target names itself; empty where it is a path, as it is but
///   for proxies
/// @param path decoded once; it starts with a slash, and has no part that is empty, `.` or `..`, no
///   backslash and no control character
/// @param query what stands behind the `?`, as it was sent
record RequestTarget(String authority, String path, String query) {

  private static final int MAX_LENGTH = 8_000;
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#@]+)(/.*|\\?.*|)");

  /// Takes apart what stands in the first line of a request.
  static RequestTarget of(String target) throws Refusal {
    if (target.length() > MAX_LENGTH) {
      throw new Refusal(414, "The address is longer than " + MAX_LENGTH + " characters.");
    }
    if (target.indexOf('#') >= 0) {
      throw malformed("has a '#'");
    }
    if (target.startsWith("/")) {
      return of("", target);
    }
    Matcher absolute = ABSOLUTE.matcher(target);
    if (!absolute.matches()) {
      throw malformed("does not start with '/'");
    }
    String rest = absolute.group(2);
    return of(absolute.group(1), rest.startsWith("/") ? rest : "/" + rest);
  }

  private static RequestTarget of(String authority, String pathAndQuery) throws Refusal {
    int mark = pathAndQuery.indexOf('?');
    String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    String query = mark < 0 ? "" : pathAndQuery.substring(mark + 1);
    return new RequestTarget(authority, checked(decoded(path)), query);
  }

  private static String decoded(String path) throws Refusal {
    byte[] bytes = new byte[path.length()];
    int length = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c > '~') {
        throw malformed("has a character that is not percent-encoded");
      }
      if (c != '%') {
        bytes[length++] = (byte) c;
        continue;
      }
      bytes[length++] = encoded(path, i);
      i += 2;
    }
    try {
      ByteBuffer utf8 = ByteBuffer.wrap(bytes, 0, length);
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw malformed("is not UTF-8");
    }
  }

  private static byte encoded(String path, int percent) throws Refusal {
    if (percent + 2 >= path.length()
        || !HexFormat.isHexDigit(path.charAt(percent + 1))
        || !HexFormat.isHexDigit(path.charAt(percent + 2))) {
      throw malformed("has a '%' without two hexadecimal digits");
    }
    int decoded = HexFormat.fromHexDigits(path, percent + 1, percent + 3);
    if (decoded == '/') {
      throw malformed("has an encoded '/'");
    }
    return (byte) decoded;
  }

  private static String checked(String path) throws Refusal {
    int start = 1;
    for (int i = 1; i <= path.length(); i++) {
      if (i < path.length() && path.charAt(i) != '/') {
        check(path.charAt(i));
        continue;
      }
      check(path, start, i);
      start = i + 1;
    }
    return path;
  }

  private static void check(char c) throws Refusal {
    if (Character.isISOControl(c)) {
      throw malformed("has a control character");
    }
    if (c == '\\') {
      throw malformed("has a backslash");
    }
  }

  private static void check(String path, int start, int end) throws Refusal {
    if (start == end && end < path.length()) {
      throw malformed("has an empty part");
    }
    if (path.startsWith("..", start) && end == start + 2) {
      throw malformed("has a part '..'");
    }
    if (path.startsWith(".", start) && end == start + 1) {
      throw malformed("has a part '.'");
    }
  }

  private static Refusal malformed(String why) {
    return new Refusal(400, "The address " + why + ".");
  }
}
