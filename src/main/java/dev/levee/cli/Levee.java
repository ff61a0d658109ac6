package dev.levee.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;

/// The command `levee`.
@Command(
    name = "levee",
    description = "Turns Markdown articles into a site that cannot crash under load.",
    mixinStandardHelpOptions = true,
    versionProvider = Levee.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "'levee COMMAND --help' tells more of each."})
public final class Levee implements Runnable {

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandLine.Model.CommandSpec spec;

  /// Runs one command, and ends the process with its exit code when that is not 0.
  public static void main(String[] args) {
    int code = run(args, Console.ofProcess());
    // to exit makes Java look for loggers; where all is well it can end by itself
    if (code != ExitCode.DONE) {
      System.exit(code);
    }
  }

  /// Runs one command.
  ///
  /// @return 0 when all is done, 1 when the site has errors, 2 when the command line or the
  ///   settings are wrong, 3 when the disk or the network failed
  static int run(String[] args, Console console) {
    // FreeMarker would start a logging framework otherwise
    System.setProperty("org.freemarker.loggerLibrary", "none");
    CommandLine line = new Commands(console).line(args);
    line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, parsed, console));
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      console.err().println("levee: the memory does not suffice; give Java more with -Xmx");
      return ExitCode.OUTSIDE;
    }
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int failed(Exception e, ParseResult parsed, Console console) {
    boolean verbose =
        parsed.subcommand() != null && parsed.subcommand().hasMatchedOption("--verbose");
    if (verbose) {
      e.printStackTrace(console.err());
    }
    if (e instanceof UsageException) {
      console.err().println("levee: " + e.getMessage());
      return ExitCode.USAGE;
    }
    if (e instanceof IOException io) {
      console.err().println("levee: " + said(io));
      return ExitCode.OUTSIDE;
    }
    console
        .err()
        .println(
            "levee: this is a bug in Levee: "
                + e
                + (verbose ? "" : "; run it again with --verbose and report what it prints"));
    return ExitCode.OUTSIDE;
  }

  private static String said(IOException e) {
    String reason =
        switch (e) {
          case NoSuchFileException none when none.getReason() == null -> "does not exist";
          case AccessDeniedException denied -> "permission denied";
          case FileSystemException fault when fault.getReason() != null -> fault.getReason();
          default -> "";
        };
    boolean hasFile = e instanceof FileSystemException fault && fault.getFile() != null;
    return hasFile && !reason.isEmpty()
        ? ((FileSystemException) e).getFile() + ": " + reason
        : String.valueOf(e.getMessage());
  }

  /// The version of the jar.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Levee.class.getPackage().getImplementationVersion();
      return new String[] {
        "levee "
            + (version == null ? "development" : version)
            + " (Java "
            + Runtime.version().feature()
            + ")"
      };
    }
  }
}
