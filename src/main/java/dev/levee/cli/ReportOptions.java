package dev.levee.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/// How a command reports.
final class ReportOptions {

  /// The forms of a report.
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing unless something is wrong.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show every problem, and stack traces of faults.")
  private boolean verbose;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "The form of the report (default: text).")
  private Format format = Format.TEXT;

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  boolean json() {
    return format == Format.JSON;
  }
}
