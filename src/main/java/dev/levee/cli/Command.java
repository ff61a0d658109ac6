package dev.levee.cli;

import picocli.CommandLine.Model.CommandSpec;

/// One of the commands of `levee`. What it takes is written out as picocli's model: to read
/// annotations would take as long as a hundred articles.
interface Command {

  /// What it takes, and what its help page says.
  CommandSpec spec();

  /// Does what the options say, which have their values by now.
  ///
  /// @return the exit code
  /// @throws UsageException when the options ask for something that cannot be
  /// @throws java.io.IOException when the disk or the network fails
  int run() throws Exception;
}
