package dev.levee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The articles of real sites, which lie beside the project; where they do not, its own.
public final class Corpora {

  private static final Path ROOT = Path.of(System.getProperty("project.root")).normalize();
  private static final Path FOLDER = ROOT.resolve("../shared/corpora").normalize();
  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "\\A\uFEFF?(---|\\+\\+\\+)[ \t]*\r?\n(?s:.*?)^\\1[ \t]*(?:\r?\n|\\z)", Pattern.MULTILINE);

  private Corpora() {}

  /// An article without its front matter.
  ///
  /// @param path where it lies below the corpora
  public record Body(String path, String text) {}

  /// Whether the corpora are there.
  public static boolean present() {
    return Files.isDirectory(FOLDER);
  }

  /// The folder of photographs, where it is there.
  public static Optional<Path> photographs() {
    return Optional.of(FOLDER.resolve("photos")).filter(Files::isDirectory);
  }

  /// All articles, by their paths.
  public static List<Body> bodies() {
    Path folder = present() ? FOLDER : ROOT.resolve("content");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".md") || f.toString().endsWith(".markdown"))
          .map(f -> body(folder, f))
          .sorted(Comparator.comparing(Body::path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Body body(Path folder, Path file) {
    try {
      String text = FRONT_MATTER.matcher(Files.readString(file)).replaceFirst("");
      return new Body(folder.relativize(file).toString().replace('\\', '/'), text);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
