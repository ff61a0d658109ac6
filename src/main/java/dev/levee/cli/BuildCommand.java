package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.build.BuildOptions.Mode;
import dev.levee.build.BuildReport;
import dev.levee.build.SiteBuilder;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `levee build`.
final class BuildCommand implements Command {

  private static final int MAX_JOBS = 1_000;

  private final Console console;
  private final SiteOptions site = new SiteOptions();
  private final ReportOptions report = new ReportOptions();

  private final OptionSpec destination =
      Arguments.path("DIR", "Where the site goes (default: site).", "-d", "--destination");

  private final OptionSpec jobs =
      Arguments.option(
          Integer.class,
          "N",
          "How many threads work (default: one for each processor).",
          "-j",
          "--jobs");

  private final OptionSpec surge = SiteOptions.surge();

  private final OptionSpec strict =
      Arguments.flag("Let warnings keep the site from being replaced.", "--strict");

  private final OptionSpec clean =
      Arguments.flag("Render everything, whatever earlier builds left in .levee/.", "--clean");

  private final OptionSpec precompress =
      Arguments.flag("Write .gz and .br beside every file of text.", "--precompress");

  private final OptionSpec metrics =
      Arguments.flag("Tell where the time went, and what was made and why.", "--metrics");

  BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    return report
        .addTo(site.addTo(Arguments.command(this, "Build the site.")))
        .addOption(destination)
        .addOption(jobs)
        .addOption(surge)
        .addOption(strict)
        .addOption(clean)
        .addOption(precompress)
        .addOption(metrics);
  }

  @Override
  public int run() throws Exception {
    BuildOptions options = options();
    Problems problems = new Problems();
    Reporter reporter = new Reporter(console, report, options);
    ProgressLine line = new ProgressLine(console.err(), console.live() && !report.quiet());
    BuildReport result;
    try {
      result = new SiteBuilder(options, problems, line).build();
    } catch (IOException e) {
      line.clear();
      reporter.fault(problems.sorted());
      throw e;
    }
    line.clear();
    reporter.build(result, problems.sorted(), strict.getValue(), metrics.getValue());
    return reporter.exitCode(problems, result.applied().isPresent());
  }

  private BuildOptions options() throws UsageException {
    BuildOptions options =
        site.build(console)
            .with(Mode.STRICT, strict.getValue())
            .with(Mode.CLEAN, clean.getValue())
            .with(Mode.PRECOMPRESS, precompress.getValue())
            .with(Mode.SURGE, surge.getValue());
    @Nullable Integer threads = jobs.getValue();
    if (threads != null && (threads < 1 || threads > MAX_JOBS)) {
      throw new UsageException("--jobs must be from 1 to " + MAX_JOBS);
    }
    options =
        options.withJobs(threads == null ? Runtime.getRuntime().availableProcessors() : threads);
    @Nullable Path folder = destination.getValue();
    return folder == null ? options : options.withDestination(folder);
  }
}
