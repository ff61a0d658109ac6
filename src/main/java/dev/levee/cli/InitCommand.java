package dev.levee.cli;

import static java.util.stream.Collectors.joining;

import dev.levee.content.SectionPath;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `levee init`.
final class InitCommand implements Command {

  private final Console console;
  private final ReportOptions report = new ReportOptions();

  private final PositionalParamSpec directory =
      PositionalParamSpec.builder()
          .type(Path.class)
          .converters(Arguments.TO_PATH)
          .initialValue(Path.of(""))
          .arity("0..1")
          .paramLabel("DIR")
          .description("The folder (default: this one).")
          .build();

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    return report
        .addTo(
            Arguments.command(
                this, "Start a site in a folder: settings, a section and a first article."))
        .addPositional(directory);
  }

  @Override
  public int run() throws Exception {
    Path folder = directory.getValue();
    Path name = folder.toAbsolutePath().normalize().getFileName();
    String title = name == null ? "A site" : SectionPath.title(name.toString());
    Map<String, String> files = files(title, SiteOptions.now(console));
    for (String file : List.of("levee.yaml", "content")) {
      if (isTaken(folder.resolve(file))) {
        throw new UsageException(folder.resolve(file) + " is there already; nothing was written");
      }
    }
    JsonArrayBuilder written = Json.createArrayBuilder();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
      written.add(path.toString());
    }
    new Reporter(console, report, folder, "levee.yaml")
        .done(
            files.keySet().stream().map(f -> folder.resolve(f) + "\n").collect(joining())
                + "now: levee build"
                + (folder.toString().isEmpty() ? "" : " -s " + folder),
            Json.createObjectBuilder().add("files", written));
    return ExitCode.DONE;
  }

  /// An empty folder is not.
  private static boolean isTaken(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.exists(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isPresent();
    }
  }

  private static Map<String, String> files(String title, Instant now) {
    String quoted = "'" + title.replace("'", "''") + "'";
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "levee.yaml",
        """
        title: %s
        tagline: A line below the name
        url: https://example.org
        language: en
        timezone: UTC
        """
            .formatted(quoted));
    files.put(
        "content/news/_index.md",
        """
        ---
        title: News
        tagline: What happened
        ---
        """);
    files.put(
        "content/news/hello.md",
        """
        ---
        title: The first article
        dek: It is a Markdown file in content/news.
        date: %s
        tags: [hello]
        ---

        Write here. A blank line starts a new paragraph, and **this** is strong.
        """
            .formatted(now.atZone(ZoneOffset.UTC).toLocalDate()));
    return files;
  }
}
