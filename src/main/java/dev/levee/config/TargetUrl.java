package dev.levee.config;

import dev.levee.config.PublishTarget.Bucket;
import dev.levee.config.PublishTarget.Folder;
import dev.levee.config.PublishTarget.Place;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The URL of a target, as the settings write it.
final class TargetUrl {

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");
  private static final Pattern OTHER_MACHINE = Pattern.compile("file://(?!/)");
  private static final Pattern S3 =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(/[^?#]*)?");
  private static final Pattern ENDPOINT = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+/?");

  private final String url;
  private final Location at;
  private final Problems problems;

  TargetUrl(String url, Location at, Problems problems) {
    this.url = url;
    this.at = at;
    this.problems = problems;
  }

  /// Whether a text is the address of a store, without a path.
  static boolean isEndpoint(String text) {
    return ENDPOINT.matcher(text).matches();
  }

  /// What it names; nothing when that cannot be, for which there is a problem then.
  Optional<Place> place() {
    Matcher scheme = SCHEME.matcher(url);
    if (!scheme.matches()) {
      return Optional.of(new Folder(url));
    }
    if (OTHER_MACHINE.matcher(url).lookingAt()) {
      bad(at, "'" + url + "' names a machine, not a folder", "such as file:/srv/site");
      return Optional.empty();
    }
    if (url.startsWith("file:")) {
      return Optional.of(new Folder(url.replaceFirst("^file:(//(?=/))?", "")));
    }
    if (url.contains("@")) {
      bad(
          at,
          "'" + shown(url) + "' holds credentials, which have no place in the settings",
          "take them out and set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE");
      return Optional.empty();
    }
    Matcher s3 = S3.matcher(url);
    if (s3.matches()) {
      String path = s3.group(2) == null ? "" : s3.group(2);
      return Optional.of(new Bucket(s3.group(1), path.replaceAll("^/+|/+$", "")));
    }
    bad(
        at,
        scheme.group(1).equals("s3")
            ? "'" + url + "' does not name a bucket"
            : "'" + url + "' is not a place that Levee can publish to",
        "such as s3://bucket/prefix, file:/srv/site or ../public");
    return Optional.empty();
  }

  /// A URL without the secret that somebody wrote into it.
  static String shown(String url) {
    return url.replaceFirst("//[^/]*@", "//…@");
  }

  private void bad(Location where, String message, String hint) {
    problems.add(ProblemCode.BAD_SETTINGS, where, message, hint);
  }
}
