package dev.levee.cli;

import dev.levee.build.BuildOptions;
import dev.levee.live.Edition;
import dev.levee.problem.Problem;
import dev.levee.serve.SitePreview;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// Tells in the terminal what becomes of a site that is previewed: what changed, and what is wrong
/// when that is other than before.
final class PreviewReport implements SitePreview.Listener {

  private static final int MOST_NAMES = 3;

  private final Console console;
  private final ReportOptions options;
  private final BuildOptions site;
  private final Path source;
  private List<Problem> told = List.of();

  PreviewReport(Console console, ReportOptions options, BuildOptions site) {
    this.console = console;
    this.options = options;
    this.site = site;
    this.source = site.source().toAbsolutePath().normalize();
  }

  /// The site is up.
  ///
  /// @param open whether other machines reach it
  synchronized void serving(String url, Edition edition, boolean open) {
    problems(edition.problems());
    if (open) {
      console
          .err()
          .println("levee: whoever reaches this machine can read the site, drafts and all");
    }
    if (options.json()) {
      event("serving", Json.createObjectBuilder().add("url", url));
    } else if (!options.quiet()) {
      String title = edition.config().title();
      console
          .out()
          .println((title.isEmpty() ? "The site" : title) + " is at " + url + " (Ctrl-C stops)");
    }
  }

  @Override
  public synchronized void refreshed(Collection<Path> paths, Duration time) {
    if (options.json()) {
      JsonArrayBuilder names = Json.createArrayBuilder();
      paths.forEach(path -> names.add(name(path)));
      event(
          "refreshed",
          Json.createObjectBuilder().add("paths", names).add("milliseconds", time.toMillis()));
    } else if (!options.quiet()) {
      String what = paths.isEmpty() ? "many files" : names(paths);
      console.out().println(what + " (" + time.toMillis() + " ms)");
    }
  }

  @Override
  public synchronized void problems(List<Problem> problems) {
    if (problems.equals(told)) {
      return;
    }
    if (options.json()) {
      event("problems", Json.createObjectBuilder().add("problems", Reporter.json(problems)));
    } else {
      // each shows files as they are by then
      new Reporter(console, options, site).problems(problems);
      if (problems.isEmpty() && !options.quiet()) {
        console.out().println("nothing is wrong any more");
      }
    }
    told = problems;
  }

  @Override
  public synchronized void failed(Exception e) {
    String why = e.getClass().getSimpleName() + ": " + e.getMessage();
    if (options.json()) {
      event("failed", Json.createObjectBuilder().add("message", why));
    } else {
      console.err().println("levee: the site stays as it was: " + why);
    }
  }

  private void event(String name, JsonObjectBuilder more) {
    console.out().println(Json.createObjectBuilder().add("event", name).addAll(more).build());
  }

  private String names(Collection<Path> paths) {
    String first = String.join(", ", paths.stream().limit(MOST_NAMES).map(this::name).toList());
    int more = paths.size() - MOST_NAMES;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private String name(Path path) {
    Path shown = path.startsWith(source) ? source.relativize(path) : path;
    return SourceLines.printable(shown.toString().replace('\\', '/'));
  }
}
