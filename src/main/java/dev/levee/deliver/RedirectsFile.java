package dev.levee.deliver;

import dev.levee.content.UrlPath;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.nio.charset.StandardCharsets;

/// `_redirects`, the form of the table that Netlify and Cloudflare Pages share: a rule per line.
public final class RedirectsFile {

  /// Where it stands in the site.
  public static final String PATH = "_redirects";

  /// Cloudflare Pages reads no further.
  private static final int MOST_RULES = 2_000;

  private RedirectsFile() {}

  /// The file as text.
  public static String text(Redirects redirects) {
    StringBuilder rules = new StringBuilder();
    for (Redirects.Redirect redirect : redirects.all()) {
      rules
          .append(PathPattern.literal(UrlPath.encoded(redirect.from())))
          .append(' ')
          .append(PathPattern.literal(redirect.to()))
          .append(' ')
          .append(Redirects.STATUS)
          .append('\n');
    }
    return rules.toString();
  }

  /// The file as it is written.
  public static byte[] bytes(Redirects redirects) {
    return text(redirects).getBytes(StandardCharsets.UTF_8);
  }

  /// Says when there are more than every host reads.
  public static void check(Redirects redirects, Problems problems) {
    if (redirects.all().size() > MOST_RULES) {
      problems.add(
          ProblemCode.HOST_LIMIT,
          Location.of(PATH),
          redirects.all().size()
              + " redirects are more than the "
              + MOST_RULES
              + " that Cloudflare Pages reads",
          "take out aliases that nobody follows, or switch this off for another host");
    }
  }
}
