package dev.levee.publish;

import dev.levee.config.PublishTarget;
import dev.levee.output.Applied;
import dev.levee.output.OutputPath;
import dev.levee.store.Store;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Publishes sites to one target, and takes releases back.
public final class Publisher {

  private final Store store;
  private final PublishTarget settings;
  private final InstantSource clock;
  private final String holder;
  private final int atOnce;
  private final Progress progress;
  private final History history;
  private final Caches caches;
  private volatile @Nullable Lease held;

  /// @param holder who publishes, told to others who want to at the same time
  /// @param caches who is told of what changed
  /// @param atOnce how many files are put at the same time
  public Publisher(
      Store store,
      PublishTarget settings,
      Caches caches,
      InstantSource clock,
      String holder,
      int atOnce,
      Progress progress) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.holder = holder;
    this.atOnce = atOnce;
    this.progress = progress;
    this.caches = caches;
    this.history = new History(store, settings);
  }

  /// What came of a publish.
  ///
  /// @param applied what was done; nothing when it was refused, or when there was nothing to do
  /// @param untold why caches were not told of what changed, which the next publish does again
  /// @param warnings what else failed when the release stood already
  public record Result(
      PublishPlan plan, Optional<Applied> applied, List<String> untold, List<String> warnings) {

    private static Result nothing(PublishPlan plan) {
      return new Result(plan, Optional.empty(), List.of(), List.of());
    }
  }

  /// What is wanted of a target.
  ///
  /// @param found what is there
  /// @param candidate where the bytes of what is put come from; nothing where nothing is put
  private record Aim(Found found, PublishPlan plan, Optional<Candidate> candidate) {}

  /// Chooses what is wanted, by what is there.
  @FunctionalInterface
  private interface Choice {
    Aim at(Found found) throws IOException;
  }

  /// What publishing a site would do.
  ///
  /// @throws IOException when the target fails, or the site cannot be published
  public PublishPlan plan(Offer offer) throws IOException {
    try (Beside<Found> found = lookingFor(offer)) {
      Candidate candidate = offer.candidate();
      return aim(found.answer(), candidate).plan();
    }
  }

  private Aim aim(Found found, Candidate candidate) throws IOException {
    return new Aim(
        found, PublishPlan.of(found, candidate, settings, clock.instant()), Optional.of(candidate));
  }

  /// Publishes a site, unless there is a reason against it that is not allowed.
  ///
  /// @throws StoreException when the target fails, or somebody else publishes; what was begun is
  ///   completed by the next publish
  /// @throws IOException when the site cannot be published
  public Result publish(Offer offer, Collection<Allowance> allowed) throws IOException {
    try (Beside<Found> found = lookingFor(offer)) {
      Candidate candidate = offer.candidate();
      return publish(found.answer(), there -> aim(there, candidate), allowed);
    }
  }

  /// What is there is, as a rule, much like what is wanted there.
  private Beside<Found> lookingFor(Offer offer) {
    boolean wide =
        LargeFolders.of(offer.paths().stream().map(OutputPath::value).toList()).areWorthIt();
    return Beside.of(() -> Found.at(store, wide));
  }

  /// The release that would be gone back to.
  ///
  /// @param id that of [#releases]; empty for the one before the present one
  public PublishPlan planRollback(String id) throws IOException {
    Found found = Found.at(store, false);
    return aim(found, earlier(found, id)).plan();
  }

  /// Goes back to an earlier release, which needs no site.
  public Result rollback(String id, Collection<Allowance> allowed) throws IOException {
    return publish(Found.at(store, false), found -> aim(found, earlier(found, id)), allowed);
  }

  private Candidate earlier(Found found, String id) throws IOException {
    String present = found.release().map(Release::id).orElse("");
    if (id.isEmpty()) {
      String before =
          found.earlier().stream()
              .filter(other -> !other.equals(present))
              .findFirst()
              .orElseThrow(() -> refused("there is no earlier release at " + store.name()));
      return history.candidate(found, Found.earlier(before, store));
    }
    if (id.equals(present) && found.release().orElseThrow().isFinished()) {
      return history.candidate(found, found.release().orElseThrow());
    }
    if (found.earlier().contains(id)) {
      return history.candidate(found, Found.earlier(id, store));
    }
    throw refused(
        id.equals(present)
            ? "the release '" + id + "' at " + store.name() + " was never finished; publish first"
            : "there is no release '" + id + "' at " + store.name());
  }

  private static StoreException refused(String why) {
    return new StoreException(why, false, null);
  }

  /// What [#prune] would do.
  public PublishPlan planPrune() throws IOException {
    return pruning(Found.at(store, false)).plan();
  }

  /// Removes the files that readers of older pages no longer need.
  public Result prune(Collection<Allowance> allowed) throws IOException {
    return publish(Found.at(store, false), this::pruning, allowed);
  }

  private Aim pruning(Found found) throws IOException {
    Release there =
        found
            .release()
            .filter(Release::isFinished)
            .orElseThrow(() ->
                refused(
                    "there is no release at "
                        + store.name()
                        + " that came to its end; publish first, which completes what was begun"));
    return new Aim(
        found, PublishPlan.pruning(found, there, settings, clock.instant()), Optional.empty());
  }

  /// A release that is there.
  ///
  /// @param release what is noted of it; nothing where that cannot be read
  /// @param damage why it cannot; empty where it can
  public record Noted(String id, Optional<Release> release, String damage) {}

  /// The releases that are there: the present one, and the earlier ones from the newest.
  public List<Noted> releases() throws IOException {
    Found found = Found.at(store, false);
    List<Noted> releases = new ArrayList<>();
    found.release().ifPresent(there -> releases.add(new Noted(there.id(), Optional.of(there), "")));
    for (String id : found.earlier()) {
      if (releases.stream().noneMatch(release -> release.id().equals(id))) {
        releases.add(noted(id));
      }
    }
    return releases;
  }

  private Noted noted(String id) throws IOException {
    try {
      return new Noted(id, Optional.of(Found.earlier(id, store)), "");
    } catch (DamagedNoteException e) {
      return new Noted(id, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private Result publish(Found there, Choice choice, Collection<Allowance> allowed)
      throws IOException {
    Aim first = choice.at(there);
    if (isRefused(first.plan(), allowed) || first.plan().isNothing()) {
      return Result.nothing(first.plan());
    }
    Lease lease = new Lease(store, clock, holder, Lease.TIME);
    held = lease;
    List<String> warnings = new ArrayList<>();
    Result result;
    try (Transfers transfers = new Transfers(atOnce)) {
      lease.take(allowed.contains(Allowance.LOCK));
      store.removeUnfinished();
      // somebody else may have published until the lock was taken
      Aim aim = there.isStillSo(store) ? first : choice.at(there.again(store));
      result = publish(aim, allowed, lease, transfers, warnings);
    } catch (IOException e) {
      throw lease.withWhatStays(e);
    } finally {
      held = null;
      orWarn(lease::close, warnings);
    }
    return new Result(result.plan(), result.applied(), result.untold(), List.copyOf(warnings));
  }

  private Result publish(
      Aim aim,
      Collection<Allowance> allowed,
      Lease lease,
      Transfers transfers,
      List<String> warnings)
      throws IOException {
    Found found = aim.found();
    PublishPlan plan = aim.plan();
    if (isRefused(plan, allowed) || plan.isNothing()) {
      return Result.nothing(plan);
    }
    progress.begins(plan);
    Store ours = store.guardedBy(lease::keep);
    History kept = new History(ours, settings);
    kept.keep(found, plan, transfers);
    StoreTarget target =
        new StoreTarget(ours, found, aim.candidate(), plan, lease, transfers, progress);
    Applied applied = plan.plan().apply(target);
    List<String> untold = caches.forget(plan.release().outdated());
    if (untold.isEmpty() && !plan.release().outdated().isEmpty()) {
      orWarn(target::cachesAreTold, warnings);
    }
    orWarn(() -> tidy(kept, found, plan, lease, transfers), warnings);
    return new Result(plan, Optional.of(applied), untold, warnings);
  }

  /// Whoever took the target since caches were told needs what is removed here.
  private static void tidy(
      History history, Found found, PublishPlan plan, Lease lease, Transfers transfers)
      throws IOException {
    lease.check();
    history.tidy(found, plan, transfers);
  }

  /// Gives the target back when the process is about to end, so that nobody has to wait. What is
  /// begun is completed by the next publish.
  public void abandon() throws IOException {
    Lease lease = held;
    if (lease != null) {
      lease.close();
    }
  }

  private static void orWarn(Transfers.Step step, List<String> warnings) {
    try {
      step.run();
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      if (!warnings.contains(why)) {
        warnings.add(why);
      }
    }
  }

  /// Whether there is a reason against a plan that is not allowed.
  public static boolean isRefused(PublishPlan plan, Collection<Allowance> allowed) {
    return plan.refusals().stream().anyMatch(refusal -> !allowed.contains(refusal.what()));
  }
}
