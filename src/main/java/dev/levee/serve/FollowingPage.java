package dev.levee.serve;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A page that follows the site while it is looked at: the page as it is built, and a script.
final class FollowingPage {

  /// Where the script stands.
  static final String SCRIPT = DevelopmentPages.FOLDER + "live.js";

  private static final String NONE = " 'none'";

  private FollowingPage() {}

  /// @param html a page
  /// @param unpublished why readers of the built site would not see it
  static byte[] of(byte[] html, Optional<String> unpublished) {
    String page = new String(html, StandardCharsets.UTF_8);
    int end = page.lastIndexOf("</body>");
    int at = end < 0 ? page.length() : end;
    String script =
        "<script src=\""
            + SCRIPT
            + "\" defer data-levee"
            + unpublished.map(why -> " data-unpublished=\"" + Html.escaped(why) + '"').orElse("")
            + "></script>";
    return (page.substring(0, at) + script + page.substring(at)).getBytes(StandardCharsets.UTF_8);
  }

  /// A Content-Security-Policy that lets the script run and ask, where the site's own lets no
  /// script.
  static String allowedBy(String policy) {
    return policy
        .replace("default-src" + NONE, "default-src 'self'")
        .replace("script-src" + NONE, "script-src 'self'")
        .replace("connect-src" + NONE, "connect-src 'self'");
  }
}
