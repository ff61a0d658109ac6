package dev.levee.build;

import dev.levee.output.Staging;
import dev.levee.picture.Pictures;
import dev.levee.picture.Pictures.Fault;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.site.Route;
import dev.levee.site.Site;
import dev.levee.trace.Question;
import dev.levee.trace.Topic;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Tells of pictures that pages show and that are not there, whatever else was only a warning.
final class LostPictures {

  private final Site site;
  private final Traces.Recorder traces;
  private final Problems problems;

  LostPictures(Site site, Traces.Recorder traces, Problems problems) {
    this.site = site;
    this.traces = traces;
    this.problems = problems;
  }

  /// Adds a problem for each.
  ///
  /// @param asked all questions about pictures
  /// @param unmade why no smaller ones could be made, by the paths of pictures
  /// @param staging holds all pictures that are published
  void report(Collection<Question> asked, Map<String, Fault> unmade, Staging staging) {
    if (asked.isEmpty()) {
      return;
    }
    Set<String> shown = new HashSet<>();
    asked.forEach(question -> shown.add(question.first()));
    Set<String> published = new HashSet<>();
    staging.staged().forEach(staged -> published.add(staged.path().value()));
    for (Route.Resource resource : site.routes().resources()) {
      if (shown.contains(resource.file().path())) {
        Fault fault = unmade.get(resource.file().path());
        if (fault != null) {
          tell(resource, fault.why(), fault.hint());
        } else if (!published.contains(resource.path().file())) {
          tell(resource, "is not published", Pictures.SAVE_AGAIN);
        }
      }
    }
  }

  private void tell(Route.Resource resource, String what, String hint) {
    String path = resource.file().path();
    Set<String> keys = traces.asking(q -> q.topic() == Topic.PICTURE && q.first().equals(path));
    String user =
        site.routes().all().stream()
            .filter(route -> keys.contains(route.key()))
            .min(Comparator.comparing(route -> !(route instanceof Route.ArticlePage)))
            .map(route -> ", and " + route.path() + " shows it")
            .orElse("");
    problems.add(ProblemCode.LOST_PICTURE, resource.origin(), "this picture " + what + user, hint);
  }
}
