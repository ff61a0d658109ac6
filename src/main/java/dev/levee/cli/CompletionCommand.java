package dev.levee.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/// `levee completion`.
final class CompletionCommand implements Command {

  private final Console console;
  private final CommandSpec spec =
      Arguments.command(
          this,
          "Print a script that completes commands in bash and zsh:",
          "  source <(levee completion)");

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public int run() {
    console.out().print(AutoComplete.bash("levee", spec.root().commandLine()) + "\n");
    return ExitCode.DONE;
  }
}
