package dev.levee.config;

import dev.levee.config.SiteConfig.AssetRules;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `assets`: how style sheets and scripts are published.
final class AssetSettings {

  static final List<String> KEYS =
      List.of("bundle", "minify", "target", "integrity", "inlineBelow");

  private static final String NEWEST = "esnext";

  private static final Pattern TARGET =
      Pattern.compile("esnext|es\\d{1,4}|(chrome|edge|firefox|ios|opera|safari)\\d+(\\.\\d+)*");

  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*(KB|)");

  private final Optional<Fields> group;
  private final Problems problems;

  AssetSettings(Fields settings, Problems problems) {
    this.group = settings.fields("assets");
    this.problems = problems;
    group.ifPresent(g -> g.reportUnknown(ProblemCode.UNKNOWN_SETTING, KEYS));
  }

  AssetRules read() {
    return new AssetRules(
        flag("bundle", true),
        flag("minify", true),
        target(),
        flag("integrity", false),
        inlineBelow());
  }

  private boolean flag(String key, boolean otherwise) {
    return group.flatMap(g -> g.flag(key)).orElse(otherwise);
  }

  private String target() {
    List<String> targets = group.flatMap(g -> g.texts("target")).orElse(List.of());
    for (Scalar target : group.map(g -> g.scalars("target")).orElse(List.of())) {
      if (!TARGET.matcher(target.text()).matches()) {
        problems.add(
            ProblemCode.BAD_SETTINGS,
            target.at(),
            "'" + target.text() + "' is no version of a browser or of JavaScript",
            "such as esnext, es2022, safari16 or [chrome110, firefox115]");
        return NEWEST;
      }
    }
    return targets.isEmpty() ? NEWEST : String.join(",", targets);
  }

  private int inlineBelow() {
    Optional<String> size = group.flatMap(g -> g.text("inlineBelow"));
    if (size.isEmpty()) {
      return 0;
    }
    Matcher matcher = SIZE.matcher(size.get());
    if (!matcher.matches()) {
      problems.add(
          ProblemCode.BAD_SETTINGS,
          group.get().at("inlineBelow"),
          "'" + size.get() + "' is no size",
          "such as 4KB, or a number of bytes; 0 for never");
      return 0;
    }
    int number = Integer.parseInt(matcher.group(1));
    return matcher.group(2).isEmpty() ? number : number * 1024;
  }
}
