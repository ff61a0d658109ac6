package dev.levee.publish;

import dev.levee.config.PublishTarget;
import dev.levee.output.Kind;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import dev.levee.output.Plan;
import dev.levee.output.Plan.Put;
import dev.levee.output.Staged;
import dev.levee.publish.Release.Retired;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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

  private static final OutputPath HOME = OutputPath.of("index.html");
  private static final int FEW = 20;

  public PublishPlan {
    refusals = List.copyOf(refusals);
  }

  /// Compares what is wanted with what is there.
  ///
  /// @param inOrder whether the release that is there is only put in order
  static PublishPlan of(
      Found found, Candidate candidate, PublishTarget settings, Instant now, boolean inOrder) {
    boolean again = inOrder || isAgain(found, candidate);
    boolean counted = again || found.release().filter(Release::isFinished).isEmpty();
    SortedMap<OutputPath, Manifest.Entry> present = found.present();
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
    List<Staged> wanted = new ArrayList<>();
    candidate
        .items()
        .forEach((path, item) ->
            wanted.add(
                new Staged(path, item.kind(), item.identity(), item.size(), Optional.empty())));
    Plan plan = Plan.of(new Manifest(present), wanted);
    String id = Release.id(now, candidate.items());
    Release release =
        again && found.release().isPresent()
            ? new Release(
                found.release().get().id(),
                found.release().get().made(),
                found.release().get().commit(),
                candidate.items(),
                new TreeMap<>(),
                retired)
            : new Release(id, now, candidate.commit(), candidate.items(), new TreeMap<>(), retired);
    PublishPlan made = new PublishPlan(found.release(), plan, retired, release, List.of());
    return new PublishPlan(
        found.release(), plan, retired, release, made.refusals(found, candidate, settings));
  }

  /// Whether it is the release that is there already.
  private static boolean isAgain(Found found, Candidate candidate) {
    if (found.release().filter(Release::isFinished).isEmpty()) {
      return false;
    }
    SortedMap<OutputPath, Item> there = found.release().get().items();
    return there.keySet().equals(candidate.items().keySet())
        && there.entrySet().stream()
            .allMatch(e -> {
              Item item = candidate.items().get(e.getKey());
              return item != null && item.identity().equals(e.getValue().identity());
            });
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

  private List<Refusal> refusals(Found found, Candidate candidate, PublishTarget settings) {
    List<Refusal> refusals = new ArrayList<>();
    if (candidate.items().isEmpty()) {
      refusals.add(new Refusal(Allowance.EMPTY, "the site has no files"));
    }
    if (!candidate.items().containsKey(HOME)
        && before.filter(b -> b.items().containsKey(HOME)).isPresent()) {
      refusals.add(new Refusal(Allowance.NO_HOME, "the site has lost its home page, index.html"));
    }
    int there = before.map(b -> b.items().size()).orElse(0);
    int deletes = deletes().size();
    if (deletes > FEW && (long) deletes * 100 > (long) there * settings.maxDeletes()) {
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
    foreign(found)
        .ifPresent(path ->
            refusals.add(
                new Refusal(
                    Allowance.REPLACE,
                    "'" + path + "' is there, was not put by Levee, and would be" + " replaced")));
    return refusals;
  }

  private Optional<OutputPath> foreign(Found found) {
    return plan.adding().stream()
        .filter(Put.class::isInstance)
        .map(Plan.Operation::path)
        .filter(path -> found.listing().containsKey(path.value()))
        .filter(path -> plan.previous().get(path).isEmpty())
        .filter(path -> before.filter(b -> b.items().containsKey(path)).isEmpty())
        .findFirst();
  }

  /// The files that are put, in their order.
  public List<Staged> puts() {
    return plan.puts();
  }

  /// The files that are gone afterwards, in their order.
  public List<OutputPath> deletes() {
    Set<OutputPath> put = new HashSet<>();
    puts().forEach(staged -> put.add(staged.path()));
    return plan.operations().stream()
        .filter(Plan.Delete.class::isInstance)
        .map(Plan.Operation::path)
        .filter(path -> !put.contains(path))
        .toList();
  }

  /// Whether all is as it should be.
  public boolean isNothing() {
    return plan.operations().isEmpty()
        && before
            .filter(b -> b.isFinished() && b.items().keySet().equals(release.items().keySet()))
            .isPresent();
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
