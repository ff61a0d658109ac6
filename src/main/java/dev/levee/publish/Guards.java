package dev.levee.publish;

import dev.levee.config.PublishTarget;
import dev.levee.output.Kind;
import dev.levee.output.OutputPath;
import dev.levee.output.Plan;
import dev.levee.output.Staged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at a plan as somebody would who has seen sites vanish.
///
/// @param found what is there
/// @param there how many files of Levee's are
/// @param candidate what is to be there
record Guards(Found found, int there, Candidate candidate, PublishTarget settings, Plan plan) {

  private static final OutputPath HOME = OutputPath.of("index.html");
  private static final int FEW = 20;
  private static final int HUNDRED = 100;

  /// The reasons not to publish.
  List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>(candidate.refusals());
    if (candidate.items().isEmpty()) {
      refusals.add(new Refusal(Allowance.EMPTY, "the site has no files"));
    }
    if (!candidate.items().containsKey(HOME) && isOurs(HOME)) {
      refusals.add(new Refusal(Allowance.NO_HOME, "the site has lost its home page, index.html"));
    }
    long deletes = lost();
    if (deletes > FEW && deletes * HUNDRED > (long) there * settings.maxDeletes()) {
      refusals.add(
          new Refusal(
              Allowance.DELETES,
              deletes
                  + " of "
                  + there
                  + " files would be deleted, more than the "
                  + settings.maxDeletes()
                  + " % of 'maxDeletes'"));
    }
    foreign()
        .ifPresent(path ->
            refusals.add(
                new Refusal(
                    Allowance.REPLACE,
                    "'" + path + "' is there, was not put by Levee, and would be replaced")));
    return refusals;
  }

  /// How many files go that readers could still ask for. Assets and pictures go only when their
  /// time is over, or when a publish that was stopped had just put them.
  private long lost() {
    return PublishPlan.deletes(plan).stream()
        .map(path -> plan.previous().get(path).orElseThrow().kind())
        .filter(kind -> kind != Kind.ASSET && kind != Kind.PICTURE)
        .count();
  }

  private Optional<OutputPath> foreign() {
    return plan.puts().stream()
        .map(Staged::path)
        .filter(path -> found.listing().containsKey(path.value()) && !isOurs(path))
        .findFirst();
  }

  /// Whether Levee put the file, or had it in hand when a publish was stopped.
  private boolean isOurs(OutputPath path) {
    return plan.previous().get(path).isPresent()
        || found.release().filter(before -> before.items().containsKey(path)).isPresent();
  }
}
