package dev.levee.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The commands of `levee` by their names.
final class Commands {

  private final Map<String, Supplier<Command>> all = new LinkedHashMap<>();

  /// @param console what commands write to
  Commands(Console console) {
    all.put("build", () -> new BuildCommand(console));
    all.put("serve", () -> new ServeCommand(console));
    all.put("publish", () -> new PublishCommand(console));
    all.put("init", () -> new InitCommand(console));
    all.put("new", () -> new NewCommand(console));
    all.put("list", () -> new ListCommand(console));
    all.put("clean", () -> new CleanCommand(console));
    all.put("completion", () -> new CompletionCommand(console));
  }

  /// A command line that knows every command.
  CommandLine line() {
    return line(all.keySet());
  }

  /// A command line that knows the command that is asked for, or all where none is. To make the
  /// others would take as long as some articles.
  CommandLine line(String... args) {
    boolean one = args.length > 0 && all.containsKey(args[0]) && !args[0].equals("completion");
    return line(one ? Set.of(args[0]) : all.keySet());
  }

  private CommandLine line(Set<String> names) {
    CommandSpec levee =
        Arguments.command(this, "Turns Markdown articles into a site that cannot crash under load.")
            .name("levee");
    levee
        .usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .footer("", "'levee COMMAND --help' tells more of each.");
    for (Map.Entry<String, Supplier<Command>> command : all.entrySet()) {
      if (names.contains(command.getKey())) {
        levee.addSubcommand(command.getKey(), command.getValue().get().spec());
      }
    }
    return new CommandLine(levee).setCaseInsensitiveEnumValuesAllowed(true);
  }
}
