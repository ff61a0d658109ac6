package dev.levee.config;

import dev.levee.problem.Location;
import dev.levee.problem.NearestWord;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import dev.levee.yaml.Fields;
import dev.levee.yaml.YamlNode.Entry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads `problems`, which lowers and raises kinds of problems, and tells the collector of them.
final class SeveritySettings {

  private final Fields settings;
  private final Problems problems;

  SeveritySettings(Fields settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  Map<ProblemCode, Severity> read() {
    Map<ProblemCode, Severity> severities = new EnumMap<>(ProblemCode.class);
    Optional<Fields> entries = settings.fields("problems");
    if (entries.isEmpty()) {
      return severities;
    }
    for (Entry entry : entries.get().mapping().entries()) {
      Optional<ProblemCode> code = ProblemCode.of(entry.key());
      Optional<String> level = entries.get().oneOf(entry.key(), List.of("error", "warn", "off"));
      if (code.isEmpty()) {
        bad(
            entry.keyAt(),
            "'" + entry.key() + "' is not a kind of problem",
            NearestWord.hint(entry.key(), ProblemCode.ids(), "the handbook lists them all"));
      } else if (!code.get().adjustable()) {
        bad(
            entry.keyAt(),
            "'" + entry.key() + "' is always an error: a page cannot be made from it",
            "take this line out");
      } else {
        level.ifPresent(
            l -> severities.put(code.get(), Severity.valueOf(l.toUpperCase(Locale.ROOT))));
      }
    }
    severities.forEach(problems::setSeverity);
    return severities;
  }

  private void bad(Location at, String message, String hint) {
    problems.add(ProblemCode.BAD_SETTINGS, at, message, hint);
  }
}
