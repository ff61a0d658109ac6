package dev.levee.store;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.opendal.OpenDALException;
import org.apache.opendal.OpenDALException.Code;

/// What OpenDAL complains of, as Levee says it.
///
/// @param name the place as messages call it
/// @param amazon whether it is S3 itself, not another store that speaks as it does
record ObjectFault(String name, ObjectService service, boolean amazon) {

  private static final String TEMPORARY = " (temporary) ";

  private static final Pattern MESSAGE = Pattern.compile("message: \"([^\"\\\\]+)");

  /// How stores say that they do not know who comes.
  private static final List<String> UNKNOWN =
      List.of(
          "SignatureDoesNotMatch",
          "InvalidAccessKeyId",
          "AuthenticationFailed",
          "AuthorizationFailure");

  /// @param what was to be done
  StoreException of(String what, OpenDALException e) {
    String said = String.valueOf(e.getMessage());
    String first = said.lines().findFirst().orElse("");
    boolean temporary =
        (first.contains(TEMPORARY) && !isNobody(said)) || e.getCode() == Code.RateLimited;
    String message =
        switch (e.getCode()) {
          case PermissionDenied -> denied(what, said);
          case NotFound -> missing(what, first);
          case ConfigInvalid ->
              said.contains("NoSuchBucket")
                  ? missing(what, first)
                  : said.contains("account_key")
                      ? unknown()
                      : said.contains("no valid credential") ? without() : cannot(what, first);
          case RateLimited -> name + " asks to be left alone for a while";
          default ->
              said.contains("loading credential")
                  ? withoutLogin(said)
                  : said.contains("send http request")
                      ? "cannot reach " + name + ": " + source(said)
                      : said.contains("code: 401,") ? unknown() : cannot(what, first);
        };
    boolean secret = said.contains("sig="); // of a shared access signature
    return new StoreException(message, temporary, secret ? null : e);
  }

  /// Whether the last place to ask for credentials was the machine, which has none.
  private static boolean isNobody(String said) {
    return said.contains("metadata.google.internal") || said.contains("IMDS");
  }

  private String withoutLogin(String said) {
    if (service == ObjectService.S3 || isNobody(said)) {
      return without();
    }
    return said.contains("client error")
        ? "cannot reach the place that knows the credentials for " + name + ": " + source(said)
        : unknown();
  }

  private String missing(String what, String first) {
    return what.equals("copy")
        ? cannot(what, first)
        : "there is no "
            + (service == ObjectService.AZURE ? "container " : "bucket ")
            + name
            + "; make it, or name another in 'targets'";
  }

  private String denied(String what, String said) {
    if (said.contains("no valid credential")) {
      return without();
    }
    if (said.contains("RequestTimeTooSkewed")) {
      return name
          + " refuses to talk: the clock of this machine is wrong; set it and publish again";
    }
    return UNKNOWN.stream().anyMatch(said::contains)
        ? unknown()
        : name
            + " does not let these credentials do that; they may need "
            + rights(what)
            + saying(said);
  }

  /// What the store says itself, which has nothing to say when it is asked for no bytes.
  private static String saying(String said) {
    Matcher message = MESSAGE.matcher(said);
    return message.find() ? "; it says: " + message.group(1) : "";
  }

  private String rights(String what) {
    if (!amazon) {
      return "to list, read, write, delete";
    }
    return switch (what) {
      case "list" -> "s3:ListBucket";
      case "read" ->
          "s3:GetObject, and s3:ListBucket without a condition on s3:prefix, as S3 tells nobody"
              + " else that an object is not there";
      case "write" -> "s3:PutObject";
      case "delete" -> "s3:DeleteObject";
      default -> "s3:GetObject and s3:PutObject";
    };
  }

  private String without() {
    return "there are no credentials for " + name + ": " + service.remedy();
  }

  private String unknown() {
    return name + " does not know these credentials: look at " + service.variables();
  }

  private String cannot(String what, String first) {
    return "cannot " + what + " in " + name + ": " + reason(first);
  }

  /// What stands behind the arrow: before it are the names of OpenDAL's own.
  private static String reason(String first) {
    int arrow = first.indexOf("=> ");
    return arrow < 0 ? first : first.substring(arrow + 3);
  }

  private static String source(String said) {
    int at = said.indexOf("client error");
    String rest = at < 0 ? "no answer" : said.substring(at);
    return rest.lines().findFirst().orElse("no answer");
  }
}
