package dev.levee.config;

import dev.levee.config.PublishTarget.Folder;
import dev.levee.config.PublishTarget.Place;
import dev.levee.config.PublishTarget.RemoteFolder;
import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads `targets`: where the site is published.
final class TargetSettings {

  private static final List<String> INNER =
      List.of(
          "url",
          "region",
          "endpoint",
          "account",
          "keepReleases",
          "keepDays",
          "maxDeletes",
          "precompressed",
          "invalidate");

  static final List<String> KEYS =
      List.of(
          "NAME.url",
          "NAME.region",
          "NAME.endpoint",
          "NAME.account",
          "NAME.keepReleases",
          "NAME.keepDays",
          "NAME.maxDeletes",
          "NAME.precompressed",
          "NAME.invalidate.cloudfront",
          "NAME.invalidate.cloudflare",
          "NAME.invalidate.fastly",
          "NAME.invalidate.webhook");

  private static final List<String> SECRET =
      List.of("key", "secret", "token", "password", "credential", "user");
  private static final int HUNDRED = 100;

  private final Fields settings;
  private final Problems problems;

  TargetSettings(Fields settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /// The targets by their names, in their order.
  Map<String, PublishTarget> read() {
    Map<String, PublishTarget> targets = new LinkedHashMap<>();
    settings
        .fields("targets")
        .ifPresent(all -> {
          for (Entry entry : all.mapping().entries()) {
            all.fields(entry.key())
                .flatMap(fields -> target(entry.key(), fields))
                .ifPresent(target -> targets.put(entry.key(), target));
          }
        });
    return targets;
  }

  private Optional<PublishTarget> target(String name, Fields fields) {
    for (Entry entry : fields.mapping().entries()) {
      check(entry);
    }
    Optional<String> url = fields.text("url").map(text -> text.replaceAll("(?<=[^:/])/+$", ""));
    if (url.isEmpty()) {
      bad(
          fields.mapping().at(),
          "the target '" + name + "' has no 'url'",
          "such as s3://bucket/prefix or file:/srv/site");
      return Optional.empty();
    }
    String account = fields.text("account").orElse("");
    if (!account.isEmpty() && !TargetUrl.isAccount(account)) {
      bad(
          fields.at("account"),
          "'" + account + "' is not the name of an account",
          "3 to 24 small letters and digits, such as highwater");
      return Optional.empty();
    }
    Optional<Place> place = new TargetUrl(url.get(), account, fields.at("url"), problems).place();
    String endpoint = fields.text("endpoint").orElse("");
    if (!endpoint.isEmpty() && !TargetUrl.isEndpoint(endpoint)) {
      bad(
          TargetUrl.hidden(endpoint, fields.at("endpoint")),
          "'" + TargetUrl.shown(endpoint) + "' is not the address of a store",
          "such as https://example.r2.cloudflarestorage.com, without a path");
      return Optional.empty();
    }
    return place.map(p ->
        new PublishTarget(
            name,
            url.get(),
            p,
            fields.text("region").orElse(""),
            endpoint,
            fields.integer("keepReleases", 1).orElse(5),
            fields.integer("keepDays", 0).orElse(30),
            percent(fields),
            fields.flag("precompressed").orElse(p instanceof Folder || p instanceof RemoteFolder),
            new CacheSettings(fields, problems).read()));
  }

  private void check(Entry entry) {
    String key = entry.key();
    if (!INNER.contains(key)) {
      unknown(entry, INNER, TargetUrl.CREDENTIALS, problems);
    }
  }

  /// Tells of a key that is not known.
  ///
  /// @param credentials what to do instead, should it be called as credentials are
  static void unknown(Entry entry, List<String> known, String credentials, Problems problems) {
    String key = entry.key();
    if (SECRET.stream().anyMatch(key.toLowerCase(Locale.ROOT)::contains)) {
      problems.add(
          ProblemCode.BAD_SETTINGS,
          Location.of(entry.keyAt().path()), // a line would be shown
          "'"
              + key
              + "' in line "
              + entry.keyAt().line()
              + " looks like credentials, which have no place in the settings",
          credentials);
    } else {
      problems.add(
          ProblemCode.UNKNOWN_SETTING,
          entry.keyAt(),
          "'" + key + "' is not a key that is known here",
          NearestWord.hint(key, known, "known: " + String.join(", ", known)));
    }
  }

  private int percent(Fields fields) {
    int percent = fields.integer("maxDeletes", 0).orElse(10);
    if (percent > HUNDRED) {
      bad(fields.at("maxDeletes"), "'maxDeletes' is out of a hundred files", "from 0 to 100");
    }
    return percent;
  }

  private void bad(Location at, String message, String hint) {
    problems.add(ProblemCode.BAD_SETTINGS, at, message, hint);
  }
}
