package dev.levee.source;

import dev.levee.problem.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The lines that problems are about, read again for whoever shows them.
public final class FileLines {

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");

  private final Path root;

  /// The file that was read last: problems come sorted by file.
  private String path = "";

  private List<String> lines = List.of();

  /// @param root the folder that locations are relative to
  public FileLines(Path root) {
    this.root = root;
  }

  /// The line; nothing when the location names none, or the file cannot be read.
  public Optional<String> line(Location at) {
    if (at.line() == 0) {
      return Optional.empty();
    }
    if (!at.path().equals(path)) {
      path = at.path();
      lines = lines(path);
    }
    return at.line() > lines.size() ? Optional.empty() : Optional.of(lines.get(at.line() - 1));
  }

  private List<String> lines(String of) {
    try {
      Path file = root.resolve(of).normalize();
      if (!Files.isRegularFile(file) || Files.size(file) > TextFile.MAX_BYTES) {
        return List.of();
      }
      // what is not UTF-8 is shown with replacement characters
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return List.of(LINE_END.split(text, -1));
    } catch (IOException | InvalidPathException e) {
      return List.of(); // the problem is shown without its line
    }
  }
}
