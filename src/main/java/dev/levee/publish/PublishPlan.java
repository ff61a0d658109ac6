package dev.levee.publish;

import dev.levee.config.PublishTarget;
import dev.levee.output.Kind;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import dev.levee.output.Plan;
import dev.levee.output.Staged;
import dev.levee.publish.Release.Retired;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a publish would do.
///
/// @param before the release that is there
/// @param plan the steps, in their order
/// @param retired the files that stay for readers of older pages
/// @param release what will be noted in the end, tags aside
public record PublishPlan(
    Optional<Release> before,
    Plan plan,
    SortedMap<OutputPath, Retired> retired,
    Release release,
    List<Refusal> refusals) {

  public PublishPlan {
    refusals = List.copyOf(refusals);
  }

  /// Compares what is wanted with what is there.
  static PublishPlan of(Found found, Candidate candidate, PublishTarget settings, Instant now)
      throws IOException {
    boolean again = isAgain(found, candidate);
    boolean counted = again || found.release().filter(Release::isFinished).isEmpty();
    SortedMap<OutputPath, Manifest.Entry> present = found.present();
    int there = present.size();
    present.putAll(found.putAlready(candidate));
    SortedMap<OutputPath, Retired> retired = retire(found, candidate, present, now);
    found
        .retired()
        .forEach((path, old) -> {
          Retired older = counted ? old : new Retired(old.item(), old.since(), old.releases() + 1);
          if (candidate.items().containsKey(path) || isDue(older, settings, now)) {
            present.put(path, found.entry(path, old));
          } else {
            retired.put(path, older);
          }
        });
    Plan plan = Plan.of(new Manifest(present), staged(found, candidate));
    SortedSet<OutputPath> outdated = outdated(found, settings);
    if (!settings.caches().isEmpty()) {
      outdated.addAll(Outdated.by(plan, found, candidate));
    }
    Release release = release(found, candidate, retired, outdated, now, again);
    List<Refusal> refusals = new Guards(found, there, candidate, settings, plan).refusals();
    return new PublishPlan(found.release(), plan, retired, release, refusals);
  }

  /// Removes the files whose time is over, and leaves all others as they were noted.
  ///
  /// @param there the finished release that is there
  static PublishPlan pruning(Found found, Release there, PublishTarget settings, Instant now) {
    SortedMap<OutputPath, Manifest.Entry> due = new TreeMap<>();
    SortedMap<OutputPath, Retired> retired = new TreeMap<>();
    found
        .retired()
        .forEach((path, old) -> {
          if (isDue(old, settings, now)) {
            due.put(path, found.entry(path, old));
          } else {
            retired.put(path, old);
          }
        });
    SortedMap<OutputPath, Manifest.Entry> staying = new TreeMap<>();
    there.items().forEach((path, item) -> staying.put(path, found.known(item)));
    SortedMap<OutputPath, Manifest.Entry> all = new TreeMap<>(staying);
    all.putAll(due);
    List<Plan.Operation> deletes = Plan.of(new Manifest(due), List.of()).operations();
    return new PublishPlan(
        found.release(),
        new Plan(new Manifest(all), new Manifest(staying), List.of(), List.of(), deletes),
        retired,
        new Release(
            there.id(),
            there.made(),
            there.commit(),
            there.items(),
            new TreeMap<>(),
            retired,
            outdated(found, settings)),
        List.of());
  }

  private static List<Staged> staged(Found found, Candidate candidate) {
    List<Staged> staged = new ArrayList<>();
    candidate
        .items()
        .forEach((path, item) ->
            staged.add(
                new Staged(
                    path, item.kind(), found.identity(item), item.size(), Optional.empty())));
    return staged;
  }

  private static Release release(
      Found found,
      Candidate candidate,
      SortedMap<OutputPath, Retired> retired,
      SortedSet<OutputPath> outdated,
      Instant now,
      boolean again) {
    SortedMap<OutputPath, Item> items = candidate.items();
    Release there = again ? found.release().orElseThrow() : null;
    return new Release(
        there == null ? Release.id(now, items) : there.id(),
        there == null ? now : there.made(),
        there == null ? candidate.commit() : there.commit(),
        items,
        new TreeMap<>(),
        retired,
        outdated);
  }

  /// What an earlier publish did not tell the caches of the target.
  private static SortedSet<OutputPath> outdated(Found found, PublishTarget settings) {
    SortedSet<OutputPath> outdated = new TreeSet<>();
    if (!settings.caches().isEmpty()) {
      found.release().ifPresent(before -> outdated.addAll(before.outdated()));
    }
    return outdated;
  }

  /// Whether it is the release that is there already.
  private static boolean isAgain(Found found, Candidate candidate) {
    Optional<Release> there = found.release().filter(Release::isFinished);
    if (there.isEmpty() || !there.get().isAt(candidate.items())) {
      return false;
    }
    Iterator<Item> noted = there.get().items().values().iterator();
    for (Item item : candidate.items().values()) {
      if (!item.isSame(noted.next(), found.headers())) {
        return false;
      }
    }
    return true;
  }

  /// Assets and pictures that the site no longer has stay, as pages in caches ask for them. Of one
  /// that a stopped publish was replacing nobody knows which of its contents is there.
  private static SortedMap<OutputPath, Retired> retire(
      Found found,
      Candidate candidate,
      SortedMap<OutputPath, Manifest.Entry> present,
      Instant now) {
    SortedMap<OutputPath, Retired> retired = new TreeMap<>();
    present.forEach((path, entry) -> {
      boolean stays = entry.kind() == Kind.ASSET || entry.kind() == Kind.PICTURE;
      if (stays && !(entry instanceof Manifest.Adrift) && !candidate.items().containsKey(path)) {
        retired.put(path, new Retired(found.item(path, entry.kind()), now, 0));
      }
    });
    present.keySet().removeAll(retired.keySet());
    return retired;
  }

  private static boolean isDue(Retired old, PublishTarget settings, Instant now) {
    return old.releases() >= settings.keepReleases() && !now.isBefore(leaves(old, settings));
  }

  /// When a retired file may be removed, if enough releases have come by then.
  public static Instant leaves(Retired old, PublishTarget settings) {
    return old.since().plus(Duration.ofDays(settings.keepDays()));
  }

  /// The files that are put, in their order.
  public List<Staged> puts() {
    return plan.puts();
  }

  /// The files that are gone afterwards, in their order.
  public List<OutputPath> deletes() {
    return deletes(plan);
  }

  static List<OutputPath> deletes(Plan plan) {
    Set<OutputPath> put = new HashSet<>();
    plan.puts().forEach(staged -> put.add(staged.path()));
    return plan.operations().stream()
        .filter(Plan.Delete.class::isInstance)
        .map(Plan.Operation::path)
        .filter(path -> !put.contains(path))
        .toList();
  }

  /// Whether all is as it should be.
  public boolean isNothing() {
    return plan.operations().isEmpty()
        && release.outdated().isEmpty()
        && before.filter(b -> b.isFinished() && b.isAt(release.items())).isPresent();
  }

  /// How many bytes are put.
  public long bytes() {
    return puts().stream().mapToLong(Staged::size).sum();
  }

  /// How many files stay as they are.
  public int unchanged() {
    return plan.unchanged().entries().size();
  }
}
