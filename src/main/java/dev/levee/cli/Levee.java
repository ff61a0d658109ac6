package dev.levee.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The command `levee`.
public final class Levee {

  private Levee() {}

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
    // pictures are no windows
    System.setProperty("java.awt.headless", "true");
    // picocli would look into every jar for Groovy, and into some twenty types that nothing uses
    System.setProperty("picocli.disable.closures", "true");
    System.setProperty("picocli.converters.excludes", "java.+");
    boolean verbose = false;
    try {
      CommandLine line = new Commands(console).line(args);
      ParseResult parsed;
      try {
        parsed = line.parseArgs(args);
      } catch (ParameterException e) {
        return dressed(line, console).getParameterExceptionHandler().handleParseException(e, args);
      }
      ParseResult asked = parsed.subcommand();
      if (asked == null || isHelp(parsed) || isHelp(asked)) {
        return help(dressed(line, console), parsed);
      }
      verbose = asked.hasMatchedOption("--verbose");
      return ((Command) asked.commandSpec().userObject()).run();
    } catch (Exception e) {
      return failed(e, verbose, console);
    } catch (OutOfMemoryError e) {
      console.err().println("levee: the memory does not suffice; give Java more with -Xmx");
      return ExitCode.OUTSIDE;
    }
  }

  /// Gives picocli what it prints on and in which colours.
  private static CommandLine dressed(CommandLine line, Console console) {
    Ansi colours = console.colour() ? Ansi.ON : Ansi.OFF;
    return line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(colours));
  }

  private static boolean isHelp(ParseResult parsed) {
    return parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
  }

  private static int help(CommandLine line, ParseResult parsed) {
    if (CommandLine.executeHelpRequest(parsed) == null) {
      line.usage(line.getOut());
    }
    return ExitCode.DONE;
  }

  private static int failed(Exception e, boolean verbose, Console console) {
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

  /// The version of the jar, in lines.
  static String[] version() {
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
