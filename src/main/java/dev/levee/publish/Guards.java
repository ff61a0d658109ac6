package dev.levee.publish;

import dev.levee.config.PublishTarget;
import dev.levee.output.OutputPath;
import dev.levee.output.Plan;
import dev.levee.output.Plan.Put;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at a plan as somebody would who has seen sites vanish.
///
/// @param found what is there
/// @param candidate what is to be there
record Guards(Found found, Candidate candidate, PublishTarget settings, Plan plan) {

  private static final OutputPath HOME = OutputPath.of("index.html");
  private static final int FEW = 20;
  private static final int HUNDRED = 100;

  /// The reasons not to publish.
  List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    if (candidate.items().isEmpty()) {
      refusals.add(new Refusal(Allowance.EMPTY, "the site has no files"));
    }
    if (!candidate.items().containsKey(HOME) && wasThere(HOME)) {
      refusals.add(new Refusal(Allowance.NO_HOME, "the site has lost its home page, index.html"));
    }
    int there = found.release().map(before -> before.items().size()).orElse(0);
    int deletes = PublishPlan.deletes(plan).size();
    if (deletes > FEW && (long) deletes * HUNDRED > (long) there * settings.maxDeletes()) {
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

  private Optional<OutputPath> foreign() {
    return plan.adding().stream()
        .filter(Put.class::isInstance)
        .map(Plan.Operation::path)
        .filter(path -> found.listing().containsKey(path.value()))
        .filter(path -> plan.previous().get(path).isEmpty() && !wasThere(path))
        .findFirst();
  }

  private boolean wasThere(OutputPath path) {
    return found.release().filter(before -> before.items().containsKey(path)).isPresent();
  }
}
