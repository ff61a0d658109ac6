package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.build.LoadedSite;
import dev.levee.output.Applied;
import dev.levee.output.DirectoryTarget;
import dev.levee.problem.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `levee clean`.
@Command(
    name = "clean",
    description = "Remove what Levee built, and nothing else.",
    mixinStandardHelpOptions = true,
    versionProvider = Levee.Version.class)
final class CleanCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private SiteOptions site = new SiteOptions();
  @Mixin private ReportOptions report = new ReportOptions();

  @Option(
      names = {"-d", "--destination"},
      paramLabel = "DIR",
      description = "Where the site is (default: site).")
  private @Nullable Path destination;

  CleanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    BuildOptions options = site.build(console);
    Problems problems = new Problems();
    Path folder =
        Optional.ofNullable(destination)
            .orElseGet(() ->
                options
                    .source()
                    .resolve(LoadedSite.settings(options, problems).folders().destination()));
    if (!Files.isDirectory(folder)) {
      return ExitCode.DONE;
    }
    if (!DirectoryTarget.check(folder, List.of(), problems)) {
      new Reporter(console, report, options.source()).problems(problems.sorted());
      return ExitCode.USAGE;
    }
    try (DirectoryTarget target = DirectoryTarget.open(folder)) {
      Applied applied = target.clean();
      if (!report.quiet()) {
        console.out().println(Reporter.plural(applied.deletes(), "file") + " deleted in " + folder);
      }
    }
    return ExitCode.DONE;
  }
}
