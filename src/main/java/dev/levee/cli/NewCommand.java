package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.build.LoadedSite;
import dev.levee.config.SiteConfig;
import dev.levee.content.SectionPath;
import dev.levee.content.Slug;
import dev.levee.problem.Problems;
import jakarta.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `levee new`.
final class NewCommand implements Command {

  /// What can be started.
  enum What {
    ARTICLE,
    SECTION;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;
  private final SiteOptions site = new SiteOptions();
  private final ReportOptions report = new ReportOptions();

  private final PositionalParamSpec kind =
      PositionalParamSpec.builder()
          .type(What.class)
          .index("0")
          .required(true)
          .paramLabel("WHAT")
          .description("One of ${COMPLETION-CANDIDATES}.")
          .build();

  private final PositionalParamSpec heading =
      PositionalParamSpec.builder()
          .type(String.class)
          .index("1")
          .required(true)
          .paramLabel("TITLE")
          .description("The title; for an article with its section before it: \"news/A title\".")
          .build();

  private final OptionSpec bundle =
      Arguments.flag("Make the article a folder, for pictures beside it.", "--bundle");

  NewCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    return report
        .addTo(site.addTo(Arguments.command(this, "Start an article or a section.")))
        .addPositional(kind)
        .addPositional(heading)
        .addOption(bundle);
  }

  @Override
  public int run() throws Exception {
    What what = kind.getValue();
    String title = heading.getValue();
    BuildOptions options = site.build(console);
    Problems problems = new Problems();
    Reporter reporter = new Reporter(console, report, options);
    SiteConfig config = LoadedSite.settings(options, problems);
    if (problems.hasErrors()) {
      reporter.problems(problems.sorted());
      return ExitCode.USAGE;
    }
    Path content = options.source().resolve(config.folders().content());
    String section =
        SectionPath.of(title.substring(0, Math.max(0, title.lastIndexOf('/'))), config.slugs());
    String name = title.substring(title.lastIndexOf('/') + 1).strip();
    String slug = Slug.of(name, config.slugs());
    if (slug.isEmpty()) {
      throw new UsageException("'" + title + "' gives no name for a file");
    }
    Path folder = section.isEmpty() ? content : content.resolve(section);
    Path file =
        switch (what) {
          case SECTION -> folder.resolve(slug).resolve("_index.md");
          case ARTICLE ->
              bundle.<Boolean>getValue()
                  ? folder.resolve(slug).resolve("index.md")
                  : folder.resolve(slug + ".md");
        };
    if (Files.exists(file)) {
      throw new UsageException(file + " is there already");
    }
    Files.createDirectories(file.getParent());
    ZonedDateTime now = options.publication().clock().atZone(config.timezone());
    Files.writeString(file, text(what, name, now), StandardOpenOption.CREATE_NEW);
    reporter.done(file.toString(), Json.createObjectBuilder().add("file", file.toString()));
    return ExitCode.DONE;
  }

  private static String text(What what, String name, ZonedDateTime now) {
    String quoted = "'" + name.replace("'", "''") + "'";
    if (what == What.SECTION) {
      return "---\ntitle: " + quoted + "\ntagline:\ndek:\n---\n";
    }
    String date =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.truncatedTo(ChronoUnit.SECONDS));
    return """
    ---
    title: %s
    dek:
    description:
    date: %s
    authors: []
    tags: []
    draft: true
    ---

    """
        .formatted(quoted, date);
  }
}
