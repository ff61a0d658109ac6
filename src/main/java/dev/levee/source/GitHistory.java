package dev.levee.source;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// When each file of a folder was last committed, as `git log` tells.
public record GitHistory(Map<String, Instant> lastCommits) {

  /// Nothing is known of any file.
  public static final GitHistory NONE = new GitHistory(Map.of());

  private static final String COMMIT = "\u0001";

  public GitHistory {
    lastCommits = Map.copyOf(lastCommits);
  }

  /// Asks git about a folder. A problem is noted when git does not answer, or when the clone is
  /// shallow, so that the oldest commit it has stands in for all before it.
  ///
  /// @param label what problems call the folder
  public static GitHistory of(Path folder, String label, Problems problems) {
    Map<String, Instant> commits = new HashMap<>();
    try {
      List<String> shallow = new ArrayList<>();
      git(folder, shallow::add, "rev-parse", "--is-shallow-repository");
      if (shallow.contains("true")) {
        problems.add(
            ProblemCode.SHALLOW_CLONE,
            Location.of(label),
            "this is a shallow clone, so many articles seem to be changed by its oldest commit",
            "clone with the whole history: fetch-depth: 0");
      }
      git(
          folder,
          new Log(commits),
          "-c",
          "core.quotepath=off",
          "log",
          "--format=" + COMMIT + "%ct",
          "--name-only",
          "--relative",
          "--",
          ".");
    } catch (IOException e) {
      problems.add(
          ProblemCode.NO_GIT_HISTORY,
          Location.of(label),
          "the settings ask for dates from git, which says: " + e.getMessage(),
          "take updatedFromGit out, or build in a clone");
    }
    return new GitHistory(commits);
  }

  /// When a file was last committed, if it ever was.
  ///
  /// @param path relative to the folder, with forward slashes
  public Optional<Instant> lastCommit(String path) {
    return Optional.ofNullable(lastCommits.get(path));
  }

  private static void git(Path folder, Consumer<String> lines, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      out.lines().forEach(lines);
    }
    try {
      if (process.waitFor() != 0) {
        throw new IOException("this is not a repository with commits");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("git was interrupted", e);
    }
  }

  /// Reads the log, the newest commit first: a line with its time, then the files it changed.
  private static final class Log implements Consumer<String> {
    private final Map<String, Instant> commits;
    private Instant time = Instant.EPOCH;

    Log(Map<String, Instant> commits) {
      this.commits = commits;
    }

    @Override
    public void accept(String line) {
      if (line.startsWith(COMMIT)) {
        time = Instant.ofEpochSecond(Long.parseLong(line.substring(COMMIT.length())));
      } else if (!line.isEmpty()) {
        commits.putIfAbsent(line, time);
      }
    }
  }
}
