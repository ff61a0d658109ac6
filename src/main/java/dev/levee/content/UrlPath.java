package dev.levee.content;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
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

  /// The home page.
  public static final UrlPath ROOT = new UrlPath("/");

  /// The page that is shown for addresses that do not exist.
  public static final UrlPath NOT_FOUND = new UrlPath("/404.html");

  /// @throws IllegalArgumentException with what is wrong, in a person's words
  public UrlPath {
    value = Normalizer.normalize(value, Normalizer.Form.NFC);
    String mistake = mistake(value);
    if (mistake != null) {
      throw new IllegalArgumentException(mistake);
    }
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
    for (String segment : value.substring(1).split("/", -1)) {
      if (segment.equals("..")) {
        return "'..' leads out of the site";
      }
      if (segment.equals(".")) {
        return "'.' cannot be a part of it";
      }
      if (segment.getBytes(StandardCharsets.UTF_8).length > 255) {
        return "a part of it is longer than 255 bytes";
      }
    }
    if (value.toLowerCase(Locale.ROOT).matches("/\\.levee(/.*)?")) {
      return "'.levee' is where Levee keeps its own";
    }
    if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return "it is longer than " + MAX_BYTES + " bytes";
    }
    return value.contains("//") ? "it has an empty part" : null;
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
    StringBuilder out = null;
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
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
        out = new StringBuilder(value.substring(0, i));
      }
      out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4, 16)));
      out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
    }
    return out == null ? value : out.toString();
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
