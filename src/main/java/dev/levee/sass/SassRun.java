package dev.levee.sass;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A run of Dart Sass, in a temporary folder with nothing but what it may read.
final class SassRun {

  private static final String MAP = "/*# sourceMappingURL=data:application/json;charset=utf-8,";

  private static final String MAP_END = " */";

  private final Program program;
  private final Duration limit;
  private final NavigableMap<String, byte[]> files;
  private final UnaryOperator<String> label;

  /// @param label gives what problems call a file
  SassRun(
      Program program,
      Duration limit,
      NavigableMap<String, byte[]> files,
      UnaryOperator<String> label) {
    this.program = program;
    this.limit = limit;
    this.files = files;
    this.label = label;
  }

  /// What comes of a style sheet.
  ///
  /// @throws IOException when the program fails for no fault of what it reads
  Compiled compiled(String name) throws IOException {
    Path folder = Files.createTempDirectory("levee-sass").toRealPath();
    try {
      Path root = folder.resolve("in/".repeat(depth() + 1)); // a name that leads up finds nothing
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = root.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      Program.Outcome outcome = program.run(root, Map.of("SASS_PATH", ""), limit, arguments(name));
      return read(name, outcome, root);
    } finally {
      delete(folder);
    }
  }

  private int depth() {
    return files.keySet().stream()
        .mapToInt(name -> (int) name.chars().filter(c -> c == '/').count())
        .max()
        .orElse(0);
  }

  private static List<String> arguments(String name) {
    return List.of(
        "--no-color",
        "--no-unicode",
        "--no-error-css",
        "--style=expanded",
        "--embed-source-map",
        "--embed-sources",
        "--load-path=.",
        "./" + name); // a name may begin as an option does
  }

  private Compiled read(String name, Program.Outcome outcome, Path root) throws IOException {
    Problems problems = new Problems();
    for (SassLog.Entry entry : SassLog.read(outcome.errors())) {
      boolean known = files.containsKey(entry.file());
      problems.add(
          entry.code(),
          known
              ? new Location(label.apply(entry.file()), entry.line(), entry.column())
              : Location.of(label.apply(name)),
          entry.message(),
          entry.message().startsWith("Can't find stylesheet")
              ? "what Sass takes in is below templates/assets/"
              : "");
    }
    boolean told = problems.added().stream().anyMatch(p -> p.code() == ProblemCode.BAD_ASSET);
    if (outcome.code() != 0 && !told) {
      throw new IOException(outcome.end());
    }
    int map = outcome.out().lastIndexOf(MAP);
    if (told) {
      return Compiled.failed(problems.added());
    } else if (map < 0) {
      throw new IOException("it wrote no source map");
    }
    String css = outcome.out().substring(0, map).stripTrailing() + "\n";
    SourceMap sources = map(outcome.out().substring(map + MAP.length()).strip());
    UnaryOperator<String> names = source -> name(source, root);
    for (String source : sources.sources()) {
      if (!files.containsKey(names.apply(source))) {
        problems.add(
            ProblemCode.BAD_ASSET,
            new Location(label.apply(name), 1, 1),
            "this takes in '" + source + "', which is not below the folder of assets",
            "copy it to templates/assets/, and name it from this file on");
        return Compiled.failed(problems.added());
      }
    }
    return new Compiled(css, sources.named(names), problems.added());
  }

  /// @throws IOException when it is none
  private static SourceMap map(String written) throws IOException {
    try {
      String json = written.substring(0, written.length() - MAP_END.length());
      SourceMap map =
          new SourceMap(URLDecoder.decode(json.replace("+", "%2B"), StandardCharsets.UTF_8));
      map.sources();
      return map;
    } catch (RuntimeException e) {
      throw new IOException("it wrote no source map", e);
    }
  }

  /// What one of our files is called, and any other in some way.
  private static String name(String source, Path root) {
    try {
      return root.relativize(Path.of(URI.create(source))).toString().replace('\\', '/');
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return source;
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // the system clears its temporary folder
    }
  }
}
