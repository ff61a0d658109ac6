package dev.levee.config;

import dev.levee.config.SiteConfig.Dialect;
import dev.levee.config.SiteConfig.ExternalLinks;
import dev.levee.config.SiteConfig.MarkdownRules;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Scalar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads `markdown`: how texts are read and written.
final class MarkdownSettings {

  static final List<String> KEYS =
      List.of(
          "dialect",
          "html",
          "highlight",
          "smartPunctuation",
          "externalLinks.rel",
          "externalLinks.newWindow");

  /// What HTML's link types and the search engines have for links that leave a site.
  private static final List<String> REL =
      List.of(
          "external",
          "help",
          "license",
          "me",
          "nofollow",
          "noopener",
          "noreferrer",
          "sponsored",
          "ugc");

  private final Optional<Fields> group;
  private final Problems problems;

  MarkdownSettings(Fields settings, Problems problems) {
    this.group = settings.fields("markdown");
    this.problems = problems;
    group.ifPresent(g ->
        g.reportUnknown(
            ProblemCode.UNKNOWN_SETTING,
            KEYS.stream().map(k -> k.split("\\.", 2)[0]).distinct().toList()));
  }

  MarkdownRules read() {
    List<String> dialects =
        Stream.of(Dialect.values()).map(d -> d.name().toLowerCase(Locale.ROOT)).toList();
    return new MarkdownRules(
        group
            .flatMap(g -> g.oneOf("dialect", dialects))
            .map(d -> Dialect.valueOf(d.toUpperCase(Locale.ROOT)))
            .orElse(Dialect.LEVEE),
        !group
            .flatMap(g -> g.oneOf("html", List.of("allow", "escape")))
            .equals(Optional.of("escape")),
        group.flatMap(g -> g.flag("highlight")).orElse(true),
        group.flatMap(g -> g.flag("smartPunctuation")).orElse(true),
        externalLinks(group.flatMap(g -> g.fields("externalLinks"))));
  }

  private ExternalLinks externalLinks(Optional<Fields> links) {
    links.ifPresent(l -> l.reportUnknown(ProblemCode.UNKNOWN_SETTING, List.of("rel", "newWindow")));
    boolean newWindow = links.flatMap(l -> l.flag("newWindow")).orElse(false);
    Set<String> rel = new LinkedHashSet<>();
    for (Scalar words : links.map(l -> l.scalars("rel")).orElse(List.of())) {
      for (String word : words.text().strip().split("\\s+", -1)) {
        if (!REL.contains(word)) {
          problems.add(
              ProblemCode.BAD_SETTINGS,
              words.at(),
              "'" + word + "' is not a link type for links that leave the site",
              NearestWord.hint(word, REL, "known: " + String.join(", ", REL)));
        }
        rel.add(word);
      }
    }
    if (newWindow) {
      rel.add("noopener");
    }
    return new ExternalLinks(List.copyOf(rel), newWindow);
  }
}
