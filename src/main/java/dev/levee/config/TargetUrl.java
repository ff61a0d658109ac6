package dev.levee.config;

import dev.levee.config.PublishTarget.Bucket;
import dev.levee.config.PublishTarget.Container;
import dev.levee.config.PublishTarget.Folder;
import dev.levee.config.PublishTarget.GoogleBucket;
import dev.levee.config.PublishTarget.Place;
import dev.levee.config.PublishTarget.RemoteFolder;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The URL of a target, as the settings write it.
final class TargetUrl {

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);
  private static final Pattern OTHER_MACHINE = Pattern.compile("file://(?!/)");
  private static final Pattern S3 =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(/[^?#]*)?");
  private static final Pattern GOOGLE =
      Pattern.compile("gs://([a-z0-9][a-z0-9._-]{1,220}[a-z0-9])(/[^?#]*)?");
  private static final Pattern AZURE =
      Pattern.compile("azblob://(\\$web|[a-z0-9](?:-?[a-z0-9]){2,62})(/[^?#]*)?");
  private static final Pattern SFTP =
      Pattern.compile(
          "sftp://(?:([A-Za-z0-9_][A-Za-z0-9._-]*)@)?([A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+])"
              + "(?::(\\d{1,5}))?(/\\P{Cntrl}+)");
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
  private static final int LAST_PORT = 65535;

  /// What to do with credentials in the settings.
  static final String CREDENTIALS =
      "take it out: they come from the environment, as the handbook says under Publishing";

  private static final Pattern ENDPOINT = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+/?");

  private final String url;
  private final String account;
  private final Location at;
  private final Problems problems;

  /// @param account of Azure; may be empty
  TargetUrl(String url, String account, Location at, Problems problems) {
    this.url = url;
    this.account = account;
    this.at = at;
    this.problems = problems;
  }

  /// Whether a text is the address of a store, without a path.
  static boolean isEndpoint(String text) {
    return ENDPOINT.matcher(text).matches();
  }

  /// Whether a text can be the name of an account of Azure's storage.
  static boolean isAccount(String text) {
    return ACCOUNT.matcher(text).matches();
  }

  /// What it names; nothing when that cannot be, for which there is a problem then.
  Optional<Place> place() {
    Matcher scheme = SCHEME.matcher(url);
    if (!scheme.matches()) {
      return Optional.of(new Folder(url));
    }
    if (OTHER_MACHINE.matcher(url).lookingAt()) {
      if (url.contains("@")) {
        return holdsCredentials();
      }
      bad(at, "'" + url + "' names a machine, not a folder", "such as file:/srv/site");
      return Optional.empty();
    }
    if (url.startsWith("file:")) {
      return Optional.of(new Folder(url.replaceFirst("^file:(//(?=/))?", "")));
    }
    Matcher sftp = SFTP.matcher(url);
    if (sftp.matches()) {
      return remote(sftp);
    }
    if (url.contains("@")) {
      return holdsCredentials();
    }
    Optional<Place> bucket = bucket();
    if (bucket.isEmpty()) {
      bad(
          at,
          switch (scheme.group(1)) {
            case "s3", "gs" -> "'" + url + "' does not name a bucket";
            case "azblob" -> "'" + url + "' does not name a container";
            case "sftp" -> "'" + url + "' does not name a folder of a machine";
            default -> "'" + url + "' is not a place that Levee can publish to";
          },
          "such as s3://bucket/prefix, gs://bucket, azblob://container, sftp://user@host/srv/site,"
              + " file:/srv/site or ../public");
    }
    return bucket;
  }

  private Optional<Place> holdsCredentials() {
    bad(
        hidden(url, at),
        "'"
            + shown(url)
            + "' in line "
            + at.line()
            + " holds credentials, which have no place in the settings",
        CREDENTIALS);
    return Optional.empty();
  }

  private Optional<Place> bucket() {
    Matcher s3 = S3.matcher(url);
    if (s3.matches()) {
      return Optional.of(new Bucket(s3.group(1), prefix(s3)));
    }
    Matcher google = GOOGLE.matcher(url);
    if (google.matches()) {
      return Optional.of(new GoogleBucket(google.group(1), prefix(google)));
    }
    Matcher azure = AZURE.matcher(url);
    return azure.matches()
        ? Optional.of(new Container(account, azure.group(1), prefix(azure)))
        : Optional.empty();
  }

  private static String prefix(Matcher named) {
    String path = named.group(2) == null ? "" : named.group(2);
    return path.replaceAll("^/+|/+$", "");
  }

  /// A path that starts with `/~` is relative to the user's own folder.
  private Optional<Place> remote(Matcher sftp) {
    int port = sftp.group(3) == null ? 0 : Integer.parseInt(sftp.group(3));
    String path = sftp.group(4).replaceFirst("^/~(/+|$)", "");
    if (port > LAST_PORT || ("/" + path + "/").matches(".*/\\.\\.?/.*")) {
      bad(
          at,
          "'" + url + "' does not name a folder of a machine",
          "such as sftp://user@host/srv/site");
      return Optional.empty();
    }
    String user = sftp.group(1) == null ? "" : sftp.group(1);
    String host = sftp.group(2).replaceAll("[\\[\\]]", "");
    return Optional.of(new RemoteFolder(user, host, port, path.isEmpty() ? "." : path));
  }

  /// A URL without the secret that somebody wrote into it.
  static String shown(String url) {
    return url.replaceFirst("(?s)^([A-Za-z0-9+.-]+:/*)?.*@", "$1…@");
  }

  /// Where a problem with a URL is, without the line, which would be shown, when there may be a
  /// secret in it.
  static Location hidden(String url, Location at) {
    return url.contains("@") ? Location.of(at.path()) : at;
  }

  private void bad(Location where, String message, String hint) {
    problems.add(ProblemCode.BAD_SETTINGS, where, message, hint);
  }
}
