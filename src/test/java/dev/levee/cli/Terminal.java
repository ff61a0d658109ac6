package dev.levee.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a command wrote and ended with.
record Terminal(int code, String out, String err) {

  /// Runs a command where nothing is a terminal and the environment is empty.
  static Terminal run(String... args) {
    return run(Map.of(), false, args);
  }

  static Terminal run(Map<String, String> environment, boolean colour, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Levee.run(args, new Console(print(out), print(err), colour, false, environment));
    return new Terminal(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
