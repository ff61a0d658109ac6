package dev.levee.config;

import dev.levee.config.PublishTarget.Cache;
import dev.levee.config.PublishTarget.CacheKind;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads `invalidate` of a target: the caches that are told of changes.
final class CacheSettings {

  private static final List<String> INNER =
      List.of("cloudfront", "cloudflare", "fastly", "webhook");

  private static final String CREDENTIALS =
      "take it out and set the variable of the environment that the provider's own tools read";

  private final Fields target;
  private final Problems problems;

  CacheSettings(Fields target, Problems problems) {
    this.target = target;
    this.problems = problems;
  }

  List<Cache> read() {
    List<Cache> caches = new ArrayList<>();
    target
        .fields("invalidate")
        .ifPresent(fields -> {
          for (Entry entry : fields.mapping().entries()) {
            String key = entry.key();
            if (!INNER.contains(key)) {
              TargetSettings.unknown(entry, INNER, CREDENTIALS, problems);
            } else {
              fields
                  .text(key)
                  .filter(id -> isRight(key, id, entry))
                  .map(id -> new Cache(CacheKind.valueOf(key.toUpperCase(Locale.ROOT)), id))
                  .ifPresent(caches::add);
            }
          }
        });
    return caches;
  }

  private boolean isRight(String key, String id, Entry entry) {
    String form =
        switch (key) {
          case "cloudflare" -> "[0-9a-f]{32}";
          case "webhook" ->
              "(https://[A-Za-z0-9.:\\[\\]-]+|http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?)"
                  + "([/?][!-~&&[^\"<>\\\\^`{|}]]*)?";
          default -> "[A-Za-z0-9]{5,40}";
        };
    if (Pattern.matches(form, id)) {
      return true;
    }
    problems.add(
        ProblemCode.BAD_SETTINGS,
        TargetUrl.hidden(id, entry.value().at()),
        "'" + TargetUrl.shown(id) + "' does not name a " + what(key),
        example(key));
    return false;
  }

  private static String what(String key) {
    return switch (key) {
      case "cloudfront" -> "distribution of CloudFront";
      case "cloudflare" -> "zone of Cloudflare";
      case "fastly" -> "service of Fastly";
      default -> "webhook";
    };
  }

  private static String example(String key) {
    return switch (key) {
      case "cloudfront" -> "its ID, such as E2EXAMPLE51Z";
      case "cloudflare" -> "its zone ID, 32 digits and letters from a to f";
      case "fastly" -> "its service ID, such as SU1Z0isxPaozGVKXdv0eY";
      default -> "such as https://example.org/purge, without credentials";
    };
  }
}
