package dev.levee.publish;

import dev.levee.output.Kind;
import dev.levee.output.OutputPath;
import dev.levee.output.Plan;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds the files of which caches keep what is no longer so once a plan is done.
final class Outdated {

  private Outdated() {}

  /// The files that are put or deleted, also those that are new, as caches remember what was not
  /// there; but not those of which no address ever says anything else.
  static SortedSet<OutputPath> by(Plan plan, Found found, Candidate candidate) {
    SortedSet<OutputPath> outdated = new TreeSet<>();
    for (Plan.Operation operation : plan.operations()) {
      OutputPath path = operation.path();
      Optional<Item> before =
          found.release().flatMap(release -> release.item(path).or(() -> release.put(path)));
      Optional<Item> after = Optional.ofNullable(candidate.items().get(path));
      if (!isVariant(operation, plan) && !isImmutable(before, after)) {
        outdated.add(path);
      }
    }
    return outdated;
  }

  /// Servers send these at the addresses of their files.
  private static boolean isVariant(Plan.Operation operation, Plan plan) {
    return operation instanceof Plan.Put(var staged)
        ? staged.kind() == Kind.VARIANT
        : plan.previous().get(operation.path()).filter(e -> e.kind() == Kind.VARIANT).isPresent();
  }

  private static boolean isImmutable(Optional<Item> before, Optional<Item> after) {
    return (before.isPresent() || after.isPresent())
        && before.map(Outdated::isImmutable).orElse(true)
        && after.map(Outdated::isImmutable).orElse(true);
  }

  private static boolean isImmutable(Item item) {
    return item.headers().values().getOrDefault("Cache-Control", "").contains("immutable");
  }
}
