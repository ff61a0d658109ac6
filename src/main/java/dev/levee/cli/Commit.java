package dev.levee.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The state of the sources, as git has it.
final class Commit {

  private Commit() {}

  /// A commit with its date and its first line; its id alone where git does not know it.
  static String inWords(Path source, String commit) {
    return git(source, "log", "-1", "--format=%h of %cs, %s", commit, "--")
        .filter(line -> !line.isEmpty())
        .orElse(commit);
  }

  /// Whether a commit came before another one.
  static boolean isBefore(Path source, String commit, String other) {
    return !commit.equals(other)
        && git(source, "merge-base", "--is-ancestor", commit, other).isPresent();
  }

  /// What git prints; nothing when it fails.
  private static Optional<String> git(Path source, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(source.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      git.getOutputStream().close();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
