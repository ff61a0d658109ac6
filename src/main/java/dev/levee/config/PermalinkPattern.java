package dev.levee.config;

import dev.levee.problem.NearestWord;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pattern by which the addresses of a section's articles are made, such as
/// `/:section/:year/:month/:slug/`.
public final class PermalinkPattern {

  /// What may stand in a pattern, with its colon.
  public static final List<String> TOKENS =
      List.of(":year", ":month", ":day", ":section", ":sections", ":slug", ":title", ":filename");

  private static final Pattern TOKEN = Pattern.compile(":[A-Za-z]+");
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\\\?#\\p{Cntrl}]|(^|/)\\.\\.?(/|$)|//");

  private PermalinkPattern() {}

  /// What is wrong with a pattern, if anything is.
  public static Optional<String> mistake(String pattern) {
    if (!pattern.startsWith("/")) {
      return Optional.of("the permalink '" + pattern + "' must start with '/'");
    }
    if (FORBIDDEN.matcher(pattern).find()) {
      return Optional.of("the permalink '" + pattern + "' is not an address within the site");
    }
    if (!pattern.endsWith("/") && !pattern.endsWith(".html")) {
      return Optional.of("the permalink '" + pattern + "' must end in '/' or '.html'");
    }
    Matcher matcher = TOKEN.matcher(pattern);
    boolean unique = false;
    while (matcher.find()) {
      if (!TOKENS.contains(matcher.group())) {
        return Optional.of(
            "'"
                + matcher.group()
                + "' is not a part of a permalink"
                + NearestWord.to(matcher.group(), TOKENS)
                    .map(w -> "; did you mean " + w + "?")
                    .orElse(""));
      }
      unique |= List.of(":slug", ":title", ":filename").contains(matcher.group());
    }
    return unique
        ? Optional.empty()
        : Optional.of("the permalink '" + pattern + "' gives every article the same address");
  }

  /// The pattern with every token replaced by what `values` gives for it.
  public static String expand(String pattern, UnaryOperator<String> values) {
    return TOKEN
        .matcher(pattern)
        .replaceAll(m -> Matcher.quoteReplacement(values.apply(m.group())))
        .replaceAll("/{2,}", "/");
  }
}
