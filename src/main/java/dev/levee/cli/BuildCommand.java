package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.build.BuildReport;
import dev.levee.build.SiteBuilder;
import dev.levee.problem.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `levee build`.
@Command(
    name = "build",
    description = "Build the site.",
    mixinStandardHelpOptions = true,
    versionProvider = Levee.Version.class)
final class BuildCommand implements Callable<Integer> {

  private static final int MAX_JOBS = 1_000;

  private final Console console;

  @Mixin private SiteOptions site = new SiteOptions();
  @Mixin private ReportOptions report = new ReportOptions();

  @Option(
      names = {"-d", "--destination"},
      paramLabel = "DIR",
      description = "Where the site goes (default: site).")
  private @Nullable Path destination;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "How many threads work (default: one for each processor).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(names = "--strict", description = "Let warnings keep the site from being replaced.")
  private boolean strict;

  @Option(
      names = "--clean",
      description = "Render everything, whatever earlier builds left in .levee/.")
  private boolean clean;

  @Option(names = "--metrics", description = "Tell where the time went, and what was made and why.")
  private boolean metrics;

  BuildCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (jobs < 1 || jobs > MAX_JOBS) {
      throw new UsageException("--jobs must be from 1 to " + MAX_JOBS);
    }
    BuildOptions options = site.build(console).withJobs(jobs).withStrict(strict).withClean(clean);
    if (destination != null) {
      options = options.withDestination(destination);
    }
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
    reporter.build(result, problems.sorted(), strict, metrics);
    return reporter.exitCode(problems, result.applied().isPresent());
  }
}
