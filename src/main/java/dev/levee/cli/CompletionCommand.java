package dev.levee.cli;

import java.io.PrintWriter;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `levee completion`.
@Command(
    name = "completion",
    description = {
      "Print a script that completes commands in bash and zsh:",
      "  source <(levee completion)"
    },
    mixinStandardHelpOptions = true,
    versionProvider = Levee.Version.class)
final class CompletionCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(AutoComplete.bash("levee", spec.root().commandLine()));
    out.print('\n');
    out.flush();
  }
}
