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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `levee clean`.
final class CleanCommand implements Command {

  private final Console console;
  private final SiteOptions site = new SiteOptions();
  private final ReportOptions report = new ReportOptions();

  private final OptionSpec destination =
      Arguments.path("DIR", "Where the site is (default: site).", "-d", "--destination");

  CleanCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    return report
        .addTo(site.addTo(Arguments.command(this, "Remove what Levee built, and nothing else.")))
        .addOption(destination);
  }

  @Override
  public int run() throws Exception {
    BuildOptions options = site.build(console);
    Problems problems = new Problems();
    Reporter reporter = new Reporter(console, report, options);
    @Nullable Path folder = destination.getValue();
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
