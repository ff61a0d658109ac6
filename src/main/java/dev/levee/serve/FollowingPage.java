package dev.levee.serve;

import dev.levee.live.HeldBack;
import dev.levee.output.Digest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
  private static final String SELF = "'self'";
  private static final String SCRIPT_ELEMENTS = "script-src-elem";

  /// @param html the page as it is built
  /// @param status with which it is answered
  /// @param heldBack why readers of the built site would not see it
  /// @param files another when a file was changed that the page may show
  static FollowingPage of(byte[] html, int status, Optional<HeldBack> heldBack, long files) {
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
    String edition = edition(html, attributes + files);
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

  private static String edition(byte[] html, String more) {
    String both = Digest.of(html).hex() + more;
    return Digest.of(both.getBytes(StandardCharsets.UTF_8)).hex().substring(0, EDITION_DIGITS);
  }

  /// A Content-Security-Policy that lets the script run and ask, where the site's own lets no
  /// script.
  static String allowedBy(String policy) {
    Map<String, String> directives = new LinkedHashMap<>();
    for (String directive : policy.split(";", -1)) {
      String[] parts = directive.strip().split(" ", 2);
      directives.putIfAbsent(parts[0], parts.length == 1 ? "" : parts[1]);
    }
    if (directives.containsKey(SCRIPT_ELEMENTS)) {
      allow(SCRIPT_ELEMENTS, directives);
    }
    allow("script-src", directives);
    allow("connect-src", directives);
    return directives.entrySet().stream()
        .map(directive -> (directive.getKey() + " " + directive.getValue()).strip())
        .collect(Collectors.joining("; "));
  }

  private static void allow(String name, Map<String, String> directives) {
    String sources = directives.getOrDefault(name, directives.get("default-src"));
    if (sources != null && !List.of(sources.split(" ")).contains(SELF)) {
      directives.put(name, (sources.replace("'none'", "") + " " + SELF).strip());
    }
  }
}
