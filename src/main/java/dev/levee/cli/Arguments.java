package dev.levee.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Makes what commands take. What is not given has the value `null`, a flag `false`.
final class Arguments {

  static final ITypeConverter<?>[] TO_PATH = {(ITypeConverter<Path>) Path::of};

  private Arguments() {}

  /// A command that takes nothing yet but the options that tell of it.
  static CommandSpec command(Object command, String... description) {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(command)
            .versionProvider(Levee::version)
            .addOption(
                OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Show this help message and exit.")
                    .build())
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description("Print version information and exit.")
                    .build());
    spec.usageMessage().description(description);
    return spec;
  }

  /// An option without a value.
  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .initialValue(false)
        .description(description)
        .build();
  }

  /// An option with a value of a type that picocli knows.
  ///
  /// @param label what the help page calls the value
  static OptionSpec option(Class<?> type, String label, String description, String... names) {
    return OptionSpec.builder(names).type(type).paramLabel(label).description(description).build();
  }

  /// An option with the path of a file or of a folder.
  static OptionSpec path(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(Path.class)
        .converters(TO_PATH)
        .paramLabel(label)
        .description(description)
        .build();
  }
}
