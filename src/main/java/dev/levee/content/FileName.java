package dev.levee.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a file or folder says: `2016-11-08-election-night.md` gives a date and a slug.
///
/// @param date the date as it is written, if the name starts with one
/// @param slug the name without date and ending
record FileName(Optional<String> date, String slug) {

  private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})[-_](.+)");

  static FileName of(String name) {
    Matcher matcher = DATED.matcher(name);
    return matcher.matches()
        ? new FileName(Optional.of(matcher.group(1)), matcher.group(2))
        : new FileName(Optional.empty(), name);
  }
}
