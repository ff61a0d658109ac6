package dev.levee.config;

import dev.levee.problem.NearestWord;
import java.util.ArrayList;
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

  private static final List<String> DATES = List.of(":year", ":month", ":day");
  private static final List<String> NAMES = List.of(":slug", ":title", ":filename");

  /// A text, a token, a text, a token … and a text.
  private final List<String> parts = new ArrayList<>();

  private final List<String> names;
  private final boolean needsDate;

  /// A pattern without a [#mistake(String)].
  public PermalinkPattern(String pattern) {
    Matcher token = TOKEN.matcher(pattern);
    int end = 0;
    while (token.find()) {
      parts.add(pattern.substring(end, token.start()));
      parts.add(token.group());
      end = token.end();
    }
    parts.add(pattern.substring(end));
    names = NAMES.stream().filter(parts::contains).toList();
    needsDate = DATES.stream().anyMatch(parts::contains);
  }

  /// Whether an article without a date has no address by this pattern.
  public boolean needsDate() {
    return needsDate;
  }

  /// The tokens that tell one article from another.
  public List<String> names() {
    return names;
  }

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
      unique |= NAMES.contains(matcher.group());
    }
    return unique
        ? Optional.empty()
        : Optional.of("the permalink '" + pattern + "' gives every article the same address");
  }

  /// The pattern with every token replaced by what `values` gives for it; where that is nothing,
  /// the slashes around it become one.
  public String expand(UnaryOperator<String> values) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String text = i % 2 == 1 ? values.apply(parts.get(i)) : parts.get(i);
      boolean doubled = !path.isEmpty() && path.charAt(path.length() - 1) == '/';
      path.append(text, doubled && text.startsWith("/") ? 1 : 0, text.length());
    }
    return path.toString();
  }

  /// The pattern as it is written in the settings.
  @Override
  public String toString() {
    return String.join("", parts);
  }
}
