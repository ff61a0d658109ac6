package dev.levee.serve;

import dev.levee.live.HeldBack;
import dev.levee.output.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page that follows the site while it is looked at: the page as it is built, and a script.
///
/// @param edition another whenever the page is
@SuppressWarnings("ArrayRecordComponent")
record FollowingPage(byte[] html, String edition) {

  /// Where the script stands.
  static final String SCRIPT = DevelopmentPages.FOLDER + "live.js";

  /// The script comes first, so that it sees the page as it was sent, before others change it.
  private static final Pattern HEAD =
      Pattern.compile("<head(\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

  private static final int EDITION_DIGITS = 16;
  private static final String NONE = " 'none'";

  /// @param html the page as it is built
  /// @param status with which it is answered
  /// @param heldBack why readers of the built site would not see it
  static FollowingPage of(byte[] html, int status, Optional<HeldBack> heldBack) {
    String attributes =
        heldBack
            .map(held ->
                " data-state=\""
                    + held.state().name().toLowerCase(Locale.ROOT)
                    + "\" data-reason=\""
                    + Html.escaped(held.why())
                    + '"')
            .orElse("");
    attributes += " data-status=\"" + status + '"';
    String edition = edition(html, attributes);
    String page = new String(html, StandardCharsets.UTF_8);
    Matcher head = HEAD.matcher(page);
    int at = head.find() ? head.end() : page.length();
    String script =
        "<script src=\""
            + SCRIPT
            + "\" defer data-edition=\""
            + edition
            + '"'
            + attributes
            + "></script>";
    String following = page.substring(0, at) + script + page.substring(at);
    return new FollowingPage(following.getBytes(StandardCharsets.UTF_8), edition);
  }

  private static String edition(byte[] html, String attributes) {
    String both = Digest.of(html).hex() + attributes;
    return Digest.of(both.getBytes(StandardCharsets.UTF_8)).hex().substring(0, EDITION_DIGITS);
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
