package dev.levee.publish;

import dev.levee.config.PublishTarget;
import dev.levee.output.Applied;
import dev.levee.store.Store;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Publishes sites to one target, and takes releases back.
public final class Publisher {

  private final Store store;
  private final PublishTarget settings;
  private final InstantSource clock;
  private final String holder;
  private final int atOnce;
  private final Progress progress;
  private final History history;

  /// @param holder who publishes, told to others who want to at the same time
  /// @param atOnce how many files are put at the same time
  public Publisher(
      Store store,
      PublishTarget settings,
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
    this.history = new History(store, settings);
  }

  /// What came of a publish.
  ///
  /// @param applied what was done; nothing when it was refused, or when there was nothing to do
  public record Result(PublishPlan plan, Optional<Applied> applied) {}

  /// What publishing a site would do.
  public PublishPlan plan(Candidate candidate) throws IOException {
    return plan(Found.at(store), candidate, false);
  }

  private PublishPlan plan(Found found, Candidate candidate, boolean again) {
    return PublishPlan.of(found, candidate, settings, clock.instant(), again);
  }

  /// Publishes a site, unless there is a reason against it that is not allowed.
  ///
  /// @throws StoreException when the target fails, or somebody else publishes; what was begun is
  ///   completed by the next publish
  public Result publish(Candidate candidate, Collection<Allowance> allowed) throws IOException {
    return publish(found -> candidate, false, allowed);
  }

  /// The release that would be gone back to.
  ///
  /// @param id that of [#releases]; empty for the one before the present one
  public PublishPlan planRollback(String id) throws IOException {
    Found found = Found.at(store);
    return plan(found, earlier(found, id), false);
  }

  /// Goes back to an earlier release, which needs no site.
  public Result rollback(String id, Collection<Allowance> allowed) throws IOException {
    return publish(found -> earlier(found, id), false, allowed);
  }

  private Candidate earlier(Found found, String id) throws IOException {
    List<String> ids = found.earlier();
    if (id.isEmpty() && ids.isEmpty()) {
      throw new StoreException("there is no earlier release at " + store.name(), false, null);
    }
    Optional<Release> present = found.release();
    if (!id.isEmpty() && present.isPresent() && present.get().id().equals(id)) {
      return history.candidate(found, present.get());
    }
    if (!id.isEmpty() && !ids.contains(id)) {
      throw new StoreException("there is no release '" + id + "' at " + store.name(), false, null);
    }
    String wanted = id.isEmpty() ? ids.getFirst() : id;
    return history.candidate(found, Found.earlier(wanted, store));
  }

  /// What [#prune] would do.
  public PublishPlan planPrune() throws IOException {
    Found found = Found.at(store);
    return plan(found, present(found), true);
  }

  /// Removes the files that readers of older pages no longer need.
  public Result prune() throws IOException {
    return publish(this::present, true, List.of(Allowance.values()));
  }

  private Candidate present(Found found) throws IOException {
    Optional<Release> release = found.release();
    if (release.isEmpty() || !release.get().isFinished()) {
      throw new StoreException(
          "there is no finished release at " + store.name() + "; publish first", false, null);
    }
    return history.candidate(found, release.get());
  }

  /// The releases that are there: the present one, and the earlier ones from the newest.
  public List<Release> releases() throws IOException {
    Found found = Found.at(store);
    List<Release> releases = new ArrayList<>();
    found.release().ifPresent(releases::add);
    for (String id : found.earlier()) {
      if (releases.stream().noneMatch(release -> release.id().equals(id))) {
        releases.add(Found.earlier(id, store));
      }
    }
    return releases;
  }

  @FunctionalInterface
  private interface Choice {
    Candidate of(Found found) throws IOException;
  }

  private Result publish(Choice choice, boolean again, Collection<Allowance> allowed)
      throws IOException {
    Found found = Found.at(store);
    Candidate candidate = choice.of(found);
    PublishPlan plan = plan(found, candidate, again);
    if (isRefused(plan, allowed) || plan.isNothing()) {
      return new Result(plan, Optional.empty());
    }
    boolean force = allowed.contains(Allowance.LOCK);
    try (Lease lease = Lease.take(store, clock, holder, force);
        Transfers transfers = new Transfers(atOnce)) {
      String tag = store.get(Places.MANIFEST).map(Store.Fetched::tag).orElse("");
      if (!tag.equals(found.manifestTag())) {
        found = Found.at(store);
        candidate = choice.of(found);
        plan = plan(found, candidate, again);
        if (isRefused(plan, allowed) || plan.isNothing()) {
          return new Result(plan, Optional.empty());
        }
      }
      history.keep(found, plan, transfers);
      StoreTarget target =
          new StoreTarget(store, found, candidate, plan, lease, transfers, progress);
      Applied applied = plan.plan().apply(target);
      history.tidy(found, plan, transfers);
      return new Result(plan, Optional.of(applied));
    }
  }

  /// Whether there is a reason against a plan that is not allowed.
  public static boolean isRefused(PublishPlan plan, Collection<Allowance> allowed) {
    return plan.refusals().stream().anyMatch(refusal -> !allowed.contains(refusal.what()));
  }
}
