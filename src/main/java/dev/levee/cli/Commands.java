package dev.levee.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The commands of `levee` by their names.
final class Commands {

  private final Map<String, Supplier<Object>> all = new LinkedHashMap<>();

  /// @param console what commands write to
  Commands(Console console) {
    all.put("build", () -> new BuildCommand(console));
    all.put("init", () -> new InitCommand(console));
    all.put("new", () -> new NewCommand(console));
    all.put("list", () -> new ListCommand(console));
    all.put("clean", () -> new CleanCommand(console));
    all.put("completion", CompletionCommand::new);
  }

  /// A command line that knows every command.
  CommandLine line() {
    CommandLine line = new CommandLine(new Levee());
    all.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line;
  }

  /// A command line that knows the command that is asked for, or all where none is. To read the
  /// options of the others would take as long as some dozen articles.
  CommandLine line(String... args) {
    Supplier<Object> asked = args.length == 0 ? null : all.get(args[0]);
    return asked == null || args[0].equals("completion")
        ? line()
        : new CommandLine(new Levee()).addSubcommand(args[0], asked.get());
  }
}
