package dev.levee.publish;

import dev.levee.config.PublishTarget;
import dev.levee.output.Digest;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import dev.levee.output.Plan;
import dev.levee.store.Store;
import dev.levee.store.Store.Fetched;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The releases that can be gone back to. Of each there is its manifest, and each file of it is
/// where it was, or, when another took its place, under the digest of its bytes.
final class History {

  private final Store store;
  private final PublishTarget settings;

  History(Store store, PublishTarget settings) {
    this.store = store;
    this.settings = settings;
  }

  /// Keeps what the plan is about to take away. The store copies by itself.
  void keep(Found found, PublishPlan plan, Transfers transfers) throws IOException {
    if (found.release().isEmpty() || settings.keepReleases() == 1) {
      return;
    }
    Release before = found.release().get();
    Set<Digest> kept = new HashSet<>();
    for (Plan.Operation operation : plan.plan().operations()) {
      OutputPath path = operation.path();
      // of the retired only what is replaced is kept
      @Nullable Item item =
          operation instanceof Plan.Put ? before.item(path).orElse(null) : before.items().get(path);
      boolean asPut = plan.plan().previous().known(path).isPresent();
      // also where only a header changes: should that be stopped, nobody knows what is there
      if (item != null && asPut && kept.add(item.digest())) {
        String object = Places.object(item.digest());
        if (!found.listing().containsKey(object)) {
          transfers.add(object, item.size(), () -> store.copy(path.value(), object, item.size()));
        }
      }
    }
    transfers.run();
    String note = Places.release(before.id());
    if (before.isFinished() && !found.listing().containsKey(note)) {
      store.copy(Places.MANIFEST, note, found.size(Places.MANIFEST));
    }
  }

  /// Removes the notes of releases that are too old, and the objects that none asks for.
  void tidy(Found found, PublishPlan plan, Transfers transfers) throws IOException {
    Set<String> ids = new HashSet<>(found.earlier());
    found.release().filter(Release::isFinished).map(Release::id).ifPresent(ids::add);
    ids.remove(plan.release().id());
    List<String> newest =
        ids.stream().sorted((a, b) -> b.compareTo(a)).limit(settings.keepReleases() - 1L).toList();
    Set<String> needed = new HashSet<>();
    boolean anyObject = found.listing().keySet().stream().anyMatch(Places::isObject);
    for (String id : anyObject ? newest : List.<String>of()) {
      Found.earlier(id, store)
          .items()
          .values()
          .forEach(item -> needed.add(Places.object(item.digest())));
    }
    for (String path : found.listing().keySet()) {
      boolean old =
          Places.isRelease(path) && !newest.contains(path.substring(Places.release("").length()));
      if (old || (Places.isObject(path) && !needed.contains(path))) {
        transfers.add(path, 0, () -> store.delete(path));
      }
    }
    transfers.run();
  }

  /// A release as a candidate, its files being taken from the target itself.
  ///
  /// @throws StoreException when not all of its bytes are there
  Candidate candidate(Found found, Release release) throws IOException {
    Map<Digest, String> live = live(found);
    List<OutputPath> gone =
        release.items().entrySet().stream()
            .filter(e -> {
              Digest digest = e.getValue().digest();
              return !live.containsKey(digest)
                  && !found.listing().containsKey(Places.object(digest));
            })
            .map(Map.Entry::getKey)
            .toList();
    if (!gone.isEmpty()) {
      throw gone(release, gone.getFirst(), gone.size() - 1);
    }
    return new Candidate(
        release.items(),
        release.commit(),
        (path, item) -> {
          Optional<Fetched> bytes = store.get(Places.object(item.digest()));
          String elsewhere = live.get(item.digest());
          if (bytes.isEmpty() && elsewhere != null) {
            bytes = store.get(elsewhere);
          }
          return bytes.orElseThrow(() -> gone(release, path, 0)).bytes();
        });
  }

  /// Where readers see bytes that are known to be there.
  private static Map<Digest, String> live(Found found) {
    SortedMap<OutputPath, Manifest.Entry> present = found.present();
    Map<Digest, String> live = new HashMap<>();
    found
        .release()
        .ifPresent(now -> {
          now.items()
              .forEach((path, item) -> {
                if (present.get(path) instanceof Manifest.Known) {
                  live.put(item.digest(), path.value());
                }
              });
          found
              .retired()
              .forEach((path, old) -> {
                if (found.entry(path, old) instanceof Manifest.Known) {
                  live.put(old.item().digest(), path.value());
                }
              });
        });
    return live;
  }

  private StoreException gone(Release release, OutputPath path, int more) {
    return new StoreException(
        "the bytes of '"
            + path
            + "'"
            + (more == 0 ? "" : " and of " + more + " more")
            + " in release "
            + release.id()
            + " are gone from "
            + store.name(),
        false,
        null);
  }
}
