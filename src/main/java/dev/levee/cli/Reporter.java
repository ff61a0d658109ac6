package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.build.BuildReport;
import dev.levee.build.LoadedSite;
import dev.levee.output.Applied;
import dev.levee.problem.Problem;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Shows people and machines what a command did and what is wrong.
final class Reporter {

  /// How many problems of one kind are shown before the rest is only counted.
  private static final int WARNINGS_SHOWN = 10;

  private static final int ERRORS_SHOWN = 100;

  private final Console console;
  private final ReportOptions options;
  private final SourceLines lines;
  private final String settings;

  /// @param settings what problems call the settings file
  Reporter(Console console, ReportOptions options, Path source, String settings) {
    this.console = console;
    this.options = options;
    this.lines = new SourceLines(source);
    this.settings = settings;
  }

  Reporter(Console console, ReportOptions options, BuildOptions site) {
    this(console, options, site.source(), LoadedSite.label(site));
  }

  /// The report of a build.
  ///
  /// @param metrics whether to tell where the time went
  void build(BuildReport report, List<Problem> problems, boolean strict, boolean metrics) {
    if (options.json()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder().add("built", report.applied().isPresent());
      json.add("destination", report.destination().toString())
          .add("articles", report.articles())
          .add("pages", report.pages())
          .add("milliseconds", report.time().toMillis());
      report
          .applied()
          .ifPresent(a ->
              json.add("written", a.puts())
                  .add("deleted", a.deletes())
                  .add("unchanged", a.unchanged())
                  .add("bytes", a.bytes()));
      if (metrics) {
        json.add("metrics", new MetricsReport(report.metrics()).json());
      }
      console.out().println(json.add("problems", json(problems)).build());
      return;
    }
    problems(problems, strict && report.applied().isEmpty());
    if (report.applied().isEmpty()) {
      String why =
          strict && errors(problems) == 0 ? " (--strict lets warnings count as errors)" : "";
      console
          .err()
          .println(counts(problems) + "; " + report.destination() + " was left as it was" + why);
    } else if (!options.quiet()) {
      console.out().println(summary(report, report.applied().get(), problems));
    }
    if (metrics) {
      new MetricsReport(report.metrics()).print(console.out());
    }
  }

  /// The report of a command that has a single thing to say.
  void done(String text, JsonObjectBuilder json) {
    if (options.json()) {
      console.out().println(json.build());
    } else if (!options.quiet()) {
      console.out().println(text);
    }
  }

  /// What was found before the disk failed.
  void fault(List<Problem> problems) {
    if (options.json()) {
      console
          .out()
          .println(
              Json.createObjectBuilder()
                  .add("built", false)
                  .add("problems", json(problems))
                  .build());
    } else {
      problems(problems);
    }
  }

  /// Every problem with its line and its hint, for a person to read.
  void problems(List<Problem> problems) {
    problems(problems, false);
  }

  /// @param strict whether warnings are why the command failed, and so are shown when it is quiet
  private void problems(List<Problem> problems, boolean strict) {
    Map<ProblemCode, Integer> counts = new EnumMap<>(ProblemCode.class);
    for (Problem problem : problems) {
      if (problem.severity() == Severity.WARN && options.quiet() && !strict) {
        continue;
      }
      if (counts.merge(problem.code(), 1, Integer::sum) <= most(problem)) {
        show(problem);
      }
    }
    for (Problem problem : problems) {
      Integer count = counts.remove(problem.code());
      if (count != null && count > most(problem)) {
        String kind = problem.severity() == Severity.ERROR ? " more errors " : " more warnings ";
        String more = "… and " + (count - most(problem)) + kind + problem.code().id();
        console.err().println(more + "; --verbose shows them all");
      }
    }
  }

  private int most(Problem problem) {
    if (options.verbose()) {
      return Integer.MAX_VALUE;
    }
    return problem.severity() == Severity.ERROR ? ERRORS_SHOWN : WARNINGS_SHOWN;
  }

  /// The exit code that problems call for.
  ///
  /// @param done whether the command did what it was asked for
  int exitCode(Problems problems, boolean done) {
    if (done) {
      return ExitCode.DONE;
    }
    boolean usage = problems.hasErrors(List.of(ProblemCode.BAD_SETTINGS, ProblemCode.NOT_A_SITE));
    boolean settings =
        problems.sorted().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .anyMatch(p -> p.location().path().equals(this.settings));
    return usage || settings ? ExitCode.USAGE : ExitCode.SITE;
  }

  private void show(Problem problem) {
    boolean error = problem.severity() == Severity.ERROR;
    String word = colour(error ? "error" : "warning", error ? "31;1" : "33;1");
    String at = SourceLines.printable(problem.location().toString());
    console
        .err()
        .println(word + " " + problem.code().id() + (at.isEmpty() ? "" : " " + colour(at, "1")));
    lines
        .excerpt(problem.location())
        .forEach(line -> console.err().println("  " + colour(line, "2")));
    console.err().println("  " + SourceLines.printable(problem.message()));
    if (!problem.hint().isEmpty()) {
      console.err().println("  → " + SourceLines.printable(problem.hint()));
    }
    console.err().println();
  }

  private String colour(String text, String code) {
    return console.colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  private static String summary(BuildReport report, Applied applied, List<Problem> problems) {
    long hundredths = report.time().toMillis() / 10;
    String seconds =
        hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100 + " s";
    String what =
        plural(report.articles(), "article")
            + ", "
            + plural(report.pages(), "page")
            + " in "
            + report.destination()
            + ": "
            + plural(applied.puts(), "file")
            + " written, "
            + applied.unchanged()
            + " unchanged, "
            + applied.deletes()
            + " deleted, "
            + seconds;
    return problems.isEmpty() ? what : what + "; " + counts(problems);
  }

  private static String counts(List<Problem> problems) {
    long errors = errors(problems);
    return plural(errors, "error") + ", " + plural(problems.size() - errors, "warning");
  }

  private static long errors(List<Problem> problems) {
    return problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
  }

  static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /// Problems for machines.
  static JsonArrayBuilder json(List<Problem> problems) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Problem problem : problems) {
      array.add(
          Json.createObjectBuilder()
              .add("code", problem.code().id())
              .add("severity", problem.severity().word())
              .add("file", problem.location().path())
              .add("line", problem.location().line())
              .add("column", problem.location().column())
              .add("message", problem.message())
              .add("hint", problem.hint()));
    }
    return array;
  }
}
