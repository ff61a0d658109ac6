package dev.levee.cli;

import java.io.PrintStream;
import java.util.Map;

/// Where a command writes, and what the machine around it says.
///
/// @param colour whether what is written may be coloured
/// @param live whether the error stream is a terminal, where a line can be rewritten
/// @param environment the environment variables
record Console(
    PrintStream out,
    PrintStream err,
    boolean colour,
    boolean live,
    Map<String, String> environment) {

  /// The console of this process. Colour needs a terminal and no `NO_COLOR`, see no-color.org.
  @SuppressWarnings("SystemConsoleNull") // the JDK still allows itself to have none
  static Console ofProcess() {
    java.io.Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    Map<String, String> environment = System.getenv();
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    return new Console(System.out, System.err, terminal && !plain, terminal && !plain, environment);
  }
}
