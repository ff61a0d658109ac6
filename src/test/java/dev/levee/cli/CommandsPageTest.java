package dev.levee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.levee.HandbookPage;
import dev.levee.HandbookPage.Row;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Holds the handbook's page on commands to the commands.
class CommandsPageTest {

  private static final HandbookPage PAGE = HandbookPage.of("commands");

  private final CommandLine levee =
      new Commands(
              new Console(
                  new PrintStream(PrintStream.nullOutputStream()),
                  new PrintStream(PrintStream.nullOutputStream()),
                  false,
                  false,
                  Map.of()))
          .line();

  @Test
  void commandsAreTheCommands() {
    assertThat(PAGE.rows("command"))
        .extracting(r -> r.code(0).getFirst())
        .containsExactlyElementsOf(commands().keySet());
  }

  @Test
  void everyCommandHasItsOptions() {
    Map<String, Set<String>> options = new TreeMap<>();
    Map<String, Set<String>> printed = new TreeMap<>();
    commands()
        .forEach((name, command) -> {
          options.put(name, new TreeSet<>());
          command
              .getCommandSpec()
              .options()
              .forEach(option -> options.get(name).add(written(option)));
          printed.put(name, new TreeSet<>());
          PAGE.below("levee " + name)
              .rows("option")
              .forEach(r -> printed.get(name).add(String.join(", ", r.code(0))));
        });
    for (Row row : PAGE.below("Options of more than one command").rows("option")) {
      Stream.of(row.cell(1).split(", ", -1))
          .flatMap(of -> of.equals("all") ? printed.keySet().stream() : Stream.of(of))
          .forEach(of ->
              assertThat(printed)
                  .hasEntrySatisfying(of, all -> all.add(String.join(", ", row.code(0)))));
    }
    assertThat(printed).isEqualTo(options);
  }

  @Test
  void otherNamesOfCommandsAreMentioned() {
    commands()
        .forEach((name, command) -> {
          for (String alias : command.getCommandSpec().aliases()) {
            assertThat(PAGE.below("levee " + name).prose()).contains("`levee " + alias + "`");
          }
        });
  }

  @Test
  void noOtherOptionIsMentionedInTheHandbook() {
    Set<String> known = new TreeSet<>();
    Stream.concat(Stream.of(levee), levee.getSubcommands().values().stream())
        .flatMap(command -> command.getCommandSpec().options().stream())
        .forEach(option -> known.addAll(List.of(option.names())));
    Set<String> unknown = new TreeSet<>();
    for (String name : HandbookPage.names()) {
      HandbookPage page = HandbookPage.of(name);
      // they name options of git, rsync and the tools of hosts
      if (!List.of("install", "problems", "hosting", "assets").contains(name)
          && !name.startsWith("hosts/")) {
        unknown.addAll(page.all("(?<![\\w!-])--[a-z][a-z-]+"));
      }
      unknown.addAll(page.all("(?<=levee [a-z]{3,10} )--[a-z-]+"));
    }
    unknown.removeAll(known);
    assertThat(unknown).isEmpty();
  }

  @Test
  void whatCanBeListedIsListed() {
    List<String> candidates = new ArrayList<>();
    CommandLine list = levee.getSubcommands().get("list");
    StreamSupport.stream(
            list.getCommandSpec()
                .positionalParameters()
                .getFirst()
                .completionCandidates()
                .spliterator(),
            false)
        .forEach(candidates::add);
    assertThat(PAGE.below("levee list").rows("WHAT"))
        .extracting(r -> r.code(0).getFirst())
        .containsExactlyElementsOf(candidates);
  }

  /// The commands by their first names.
  private Map<String, CommandLine> commands() {
    Map<String, CommandLine> commands = new LinkedHashMap<>(levee.getSubcommands());
    commands.entrySet().removeIf(c -> !c.getKey().equals(c.getValue().getCommandName()));
    return commands;
  }

  /// An option as the page writes it: `-s, --source DIR`.
  private static String written(OptionSpec option) {
    String label =
        option.typeInfo().isBoolean() || option.usageHelp() || option.versionHelp()
            ? ""
            : " " + option.paramLabel();
    return String.join(", ", option.names()) + label;
  }
}
