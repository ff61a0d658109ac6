package dev.levee.program;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A program of this machine, which is started as it is: no shell reads its arguments.
///
/// @param file where it is
public record Program(Path file) {

  private static final Duration ASKED = Duration.ofSeconds(10);

  /// What programs have said in this process, by their files.
  private static final Map<Path, Answer> ANSWERS = new HashMap<>();

  /// What a program has said of its version, while its file was like this.
  ///
  /// @param failure why it said nothing; empty when it did
  private record Answer(FileTime modified, long size, String version, String failure) {}

  /// What a run has come to.
  ///
  /// @param code 0 when all went well, for most programs
  /// @param out what it wrote
  /// @param errors what it said beside that
  public record Outcome(int code, String out, String errors) {

    /// The last line of what it said, for people.
    public String lastWord() {
      String all = (out + "\n" + errors).strip();
      return all.substring(all.lastIndexOf('\n') + 1).strip();
    }

    /// That it ended like this, as the end of a sentence for people.
    public String end() {
      String last = lastWord();
      return "it ended with " + code + (last.isEmpty() ? "" : ": " + last);
    }
  }

  /// The program of a name that is in `lib` beside Levee's jar, else on the path. On Windows one
  /// that ends in `.exe`: a shell would have to read any other.
  ///
  /// @param path folders as the environment's `PATH` lists them; those that are not absolute do not
  ///   count, as they would be folders of any site
  public static Optional<Program> find(String name, String path) {
    String file = File.separatorChar == '\\' ? name + ".exe" : name;
    Optional<Program> ours = beside(file);
    return ours.isPresent() ? ours : onPath(file, path);
  }

  /// The program of a name that came with Levee, in `lib` beside its jar.
  public static Optional<Program> beside(String name) {
    try {
      Path code =
          Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path file = code.resolveSibling(Path.of("lib", name));
      return Files.isRegularFile(file) ? Optional.of(new Program(file)) : Optional.empty();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Program> onPath(String name, String path) {
    for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
      try {
        Path file = Path.of(folder).resolve(name);
        if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
          return Optional.of(new Program(file));
        }
      } catch (InvalidPathException e) {
        // no folder, so nothing is in it
      }
    }
    return Optional.empty();
  }

  /// What it answers to `--version`. It is asked once in a process, and again when its file is
  /// another. That is in an empty folder: the file may be a script of a version manager, which
  /// starts what the folder asks for, and a site is not to have a say in that.
  ///
  /// @throws IOException when it cannot be started, fails, or takes longer than ten seconds
  public String version() throws IOException {
    FileTime modified = Files.getLastModifiedTime(file);
    long size = Files.size(file);
    synchronized (ANSWERS) {
      Answer answer = ANSWERS.get(file);
      if (answer == null || answer.size != size || !answer.modified.equals(modified)) {
        answer = ask(modified, size);
        ANSWERS.put(file, answer);
      }
      if (!answer.failure.isEmpty()) {
        throw new IOException(answer.failure);
      }
      return answer.version;
    }
  }

  private Answer ask(FileTime modified, long size) {
    try {
      Path folder = Files.createTempDirectory("levee-run");
      try {
        Outcome said = run(folder, Map.of(), ASKED, List.of("--version"));
        return said.code() == 0
            ? new Answer(modified, size, said.out().strip(), "")
            : new Answer(modified, size, "", said.end());
      } finally {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      return new Answer(modified, size, "", String.valueOf(e.getMessage()));
    }
  }

  /// Runs the program to its end, without anything to read.
  ///
  /// @param folder in which it runs
  /// @param environment variables beside those of this process
  /// @param limit after which it is ended
  /// @throws IOException when it cannot be started, or takes longer than that
  public Outcome run(
      Path folder, Map<String, String> environment, Duration limit, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(arguments);
    Path out = Files.createTempFile("levee-run", ".out");
    try {
      Path errors = Files.createTempFile("levee-run", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectOutput(Redirect.to(out.toFile()));
        builder.redirectError(Redirect.to(errors.toFile()));
        int code = ended(builder.start(), limit);
        return new Outcome(code, text(out), text(errors));
      } finally {
        Files.deleteIfExists(errors);
      }
    } finally {
      Files.deleteIfExists(out);
    }
  }

  private static int ended(Process process, Duration limit) throws IOException {
    try {
      process.getOutputStream().close();
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      end(process);
      throw new IOException("it took longer than " + limit.toSeconds() + " s");
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", e);
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
