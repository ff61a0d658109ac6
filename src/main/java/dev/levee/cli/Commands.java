package dev.levee.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes commands, handing those that write the console to write to.
final class Commands implements IFactory {

  private final Console console;

  Commands(Console console) {
    this.console = console;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == BuildCommand.class) {
      return type.cast(new BuildCommand(console));
    }
    if (type == InitCommand.class) {
      return type.cast(new InitCommand(console));
    }
    if (type == NewCommand.class) {
      return type.cast(new NewCommand(console));
    }
    if (type == ListCommand.class) {
      return type.cast(new ListCommand(console));
    }
    if (type == CleanCommand.class) {
      return type.cast(new CleanCommand(console));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
