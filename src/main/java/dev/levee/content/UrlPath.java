package dev.levee.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The address of something within the site, such as `/news/2016/`: it starts with a slash, is not
/// percent-encoded, and cannot leave the site. A path that ends in a slash is the folder of an
/// `index.html`.
///
/// @param value the path, in Unicode's normal form C
public record UrlPath(String value) implements Comparable<UrlPath> {

  /// `.html` is the ending of a file; the `.2` of `/v1.2` is not.
  private static final Pattern ENDING = Pattern.compile("\\.[a-zA-Z][a-zA-Z0-9]{1,9}$");

  private static final String UNRESERVED = "-._~/!$&'()*+,;=:@";

  /// What servers and file systems hold without fail.
  private static final int MAX_BYTES = 1_000;

  private static final int MAX_PART_BYTES = 255;

  /// Where Levee keeps what no site has.
  public static final String OWN = "/.levee";

  /// The home page.
  public static final UrlPath ROOT = new UrlPath("/");

  /// The page that is shown for addresses that do not exist.
  public static final UrlPath NOT_FOUND = new UrlPath("/404.html");

  /// The page that a server shows when it fails.
  public static final UrlPath SERVER_ERROR = new UrlPath("/50x.html");

  /// The page on which readers search the site.
  public static final UrlPath SEARCH = new UrlPath("/search/");

  /// @throws IllegalArgumentException with what is wrong, in a person's words
  public UrlPath {
    value = composed(value);
    String mistake = mistake(value);
    if (mistake != null) {
      throw new IllegalArgumentException(mistake);
    }
  }

  /// A path as it is compared: some file systems take letters and their accents apart. What is
  /// plain ASCII, as most paths are, is composed already, and spares Unicode's tables.
  public static String composed(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) >= 128) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
      }
    }
    return path;
  }

  private static @Nullable String mistake(String value) {
    if (!value.startsWith("/")) {
      return "it must start with '/'";
    }
    if (value.startsWith("//")) {
      return "it leads to another host";
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)) {
        return "it has a control character";
      }
      if (Character.isSurrogate(c)) {
        if (Character.charCount(value.codePointAt(i)) == 1) {
          return "it has half a character";
        }
        i++;
      }
      if (c == '\\' || c == '?' || c == '#') {
        return "'" + c + "' cannot stand in it";
      }
    }
    for (int start = 1; start <= value.length(); ) {
      int end = value.indexOf('/', start);
      end = end < 0 ? value.length() : end;
      String mistake = mistakeInPart(value, start, end);
      if (mistake != null) {
        return mistake;
      }
      start = end + 1;
    }
    if (value.regionMatches(true, 0, OWN, 0, OWN.length())
        && (value.length() == OWN.length() || value.charAt(OWN.length()) == '/')) {
      return "'.levee' is where Levee keeps its own";
    }
    if (isLonger(value, 0, value.length(), MAX_BYTES)) {
      return "it is longer than " + MAX_BYTES + " bytes";
    }
    return value.contains("//") ? "it has an empty part" : null;
  }

  private static @Nullable String mistakeInPart(String value, int start, int end) {
    boolean dot = end > start && value.charAt(start) == '.';
    if (dot && end == start + 2 && value.charAt(start + 1) == '.') {
      return "'..' leads out of the site";
    }
    if (dot && end == start + 1) {
      return "'.' cannot be a part of it";
    }
    return isLonger(value, start, end, MAX_PART_BYTES)
        ? "a part of it is longer than " + MAX_PART_BYTES + " bytes"
        : null;
  }

  private static boolean isLonger(String value, int start, int end, int bytes) {
    // no character has more than three bytes a unit
    return 3 * (end - start) > bytes
        && value.substring(start, end).getBytes(StandardCharsets.UTF_8).length > bytes;
  }

  /// The address of a page: a path whose last part has no ending is a folder, so that every host
  /// serves it as HTML.
  public static UrlPath ofPage(String path) {
    boolean whole = path.endsWith("/") || ENDING.matcher(path).find();
    return new UrlPath(whole ? path : path + "/");
  }

  /// The path below this one, which must end in a slash.
  public UrlPath resolve(String relative) {
    return new UrlPath(folder() + relative);
  }

  /// The path up to and with its last slash.
  public String folder() {
    return value.substring(0, value.lastIndexOf('/') + 1);
  }

  /// The file that is served at this path, without a slash at its start.
  public String file() {
    return value.endsWith("/") ? value.substring(1) + "index.html" : value.substring(1);
  }

  /// The path percent-encoded as RFC 3986 (section 3.3) asks, ready for an `href`.
  public String encoded() {
    return encoded(value);
  }

  /// A path, or a part of one, percent-encoded in the same way.
  public static String encoded(String path) {
    StringBuilder out = null;
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xFF;
      boolean plain = b < 128 && (Character.isLetterOrDigit(b) || UNRESERVED.indexOf(b) >= 0);
      if (plain) {
        if (out != null) {
          out.append((char) b);
        }
        continue;
      }
      if (out == null) {
        out = new StringBuilder(path.substring(0, i));
      }
      out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4, 16)));
      out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
    }
    return out == null ? path : out.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UrlPath path && value.equals(path.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(UrlPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
