package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.build.LoadedSite;
import dev.levee.build.SiteBuilder;
import dev.levee.output.DirectoryTarget;
import dev.levee.problem.Problems;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    Reporter reporter = new Reporter(console, report, options);
    Path folder = destination;
    if (folder == null) {
      String configured = LoadedSite.settings(options, problems).folders().destination();
      folder = options.source().resolve(configured);
    }
    int deleted = 0;
    if (!problems.hasErrors() && DirectoryTarget.check(folder, List.of(), problems)) {
      deleted = Files.isDirectory(folder) ? clean(folder) : 0;
    }
    if (problems.hasErrors()) {
      reporter.problems(problems.sorted());
      return ExitCode.USAGE;
    }
    SiteBuilder.forget(options.source());
    reporter.done(
        Reporter.plural(deleted, "file") + " deleted in " + folder,
        Json.createObjectBuilder().add("destination", folder.toString()).add("deleted", deleted));
    return ExitCode.DONE;
  }

  private static int clean(Path folder) throws IOException {
    try (DirectoryTarget target = DirectoryTarget.open(folder)) {
      return target.clean().deletes();
    }
  }
}
