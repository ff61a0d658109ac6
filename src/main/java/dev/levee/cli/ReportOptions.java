package dev.levee.cli;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

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

  private final OptionSpec quiet =
      Arguments.flag("Say nothing unless something is wrong.", "-q", "--quiet");

  private final OptionSpec verbose =
      Arguments.flag("Show every problem, and stack traces of faults.", "-v", "--verbose");

  private final OptionSpec format =
      Arguments.option(
          Format.class, "text|json", "The form of the report (default: text).", "--format");

  /// Has a command take them.
  ///
  /// @return the command
  CommandSpec addTo(CommandSpec command) {
    return command.addOption(quiet).addOption(verbose).addOption(format);
  }

  boolean quiet() {
    return quiet.getValue();
  }

  boolean verbose() {
    return verbose.getValue();
  }

  boolean json() {
    return format.getValue() == Format.JSON;
  }
}
