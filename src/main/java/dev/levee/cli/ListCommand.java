package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.build.LoadedSite;
import dev.levee.content.Article;
import dev.levee.content.FrontMatter;
import dev.levee.problem.Problems;
import dev.levee.problem.Severity;
import dev.levee.site.Publication;
import dev.levee.site.Route;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `levee list`.
final class ListCommand implements Command {

  /// What can be listed.
  enum What {
    ARTICLES,
    DRAFTS,
    FUTURE,
    EXPIRED,
    ROUTES;

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
          .initialValue(What.ARTICLES)
          .arity("0..1")
          .paramLabel("WHAT")
          .description("One of ${COMPLETION-CANDIDATES} (default: articles).")
          .build();

  private final OptionSpec nextChange =
      Arguments.flag(
          "Print the next instant at which the site would change by itself, for a scheduler.",
          "--next-change");

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    return report
        .addTo(
            site.addTo(
                Arguments.command(
                    this, "List articles or routes, or say when the site changes next by itself.")))
        .addPositional(kind)
        .addOption(nextChange);
  }

  @Override
  public int run() throws Exception {
    What what = kind.getValue();
    BuildOptions options = site.build(console);
    Problems problems = new Problems();
    LoadedSite loaded = LoadedSite.load(options, problems);
    Reporter reporter = new Reporter(console, report, options);
    reporter.problems(
        problems.sorted().stream().filter(p -> p.severity() == Severity.ERROR).toList());
    Publication publication = options.publication();
    if (nextChange.<Boolean>getValue()) {
      nextChange(publication.nextChange(loaded.content().articles()));
    } else if (what == What.ROUTES) {
      routes(loaded.site().routes().all());
    } else {
      articles(
          what,
          loaded.content().articles().stream()
              .filter(a -> isListed(what, a, publication))
              .toList());
    }
    return reporter.exitCode(problems, !problems.hasErrors());
  }

  private void nextChange(Optional<Instant> next) {
    if (report.json()) {
      JsonValue value =
          next.<JsonValue>map(n -> Json.createValue(n.toString())).orElse(JsonValue.NULL);
      console.out().println(Json.createObjectBuilder().add("nextChange", value).build());
    } else {
      next.ifPresent(console.out()::println);
    }
  }

  private static boolean isListed(What what, Article article, Publication publication) {
    Publication.State state = publication.state(article);
    return switch (what) {
      case DRAFTS -> state == Publication.State.DRAFT;
      case FUTURE -> state == Publication.State.FUTURE;
      case EXPIRED -> state == Publication.State.EXPIRED;
      case ARTICLES, ROUTES -> publication.includes(article);
    };
  }

  private void articles(What what, List<Article> articles) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    for (Article article : articles) {
      FrontMatter fm = article.frontMatter();
      Optional<ZonedDateTime> date =
          what == What.EXPIRED
              ? fm.expiryDate()
              : what == What.FUTURE ? fm.publishDate() : fm.date();
      @Nullable String iso = date.map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).orElse(null);
      if (report.json()) {
        JsonObjectBuilder object =
            Json.createObjectBuilder().add("file", article.label()).add("title", fm.title());
        json.add(iso == null ? object : object.add("date", iso));
      } else {
        console
            .out()
            .println(
                (iso == null ? "" : iso + "  ")
                    + article.label()
                    + "  "
                    + SourceLines.printable(fm.title()));
      }
    }
    if (report.json()) {
      console.out().println(json.build());
    }
  }

  private void routes(List<Route> routes) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    for (Route route : routes) {
      if (report.json()) {
        json.add(
            Json.createObjectBuilder()
                .add("path", route.path().value())
                .add("origin", route.origin().toString()));
      } else {
        console.out().println(route.path() + "  " + route.origin());
      }
    }
    if (report.json()) {
      console.out().println(json.build());
    }
  }
}
