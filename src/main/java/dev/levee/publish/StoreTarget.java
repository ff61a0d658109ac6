package dev.levee.publish;

import dev.levee.output.Digest;
import dev.levee.output.Kind;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import dev.levee.output.Staged;
import dev.levee.output.Target;
import dev.levee.publish.Release.InHand;
import dev.levee.store.ConflictException;
import dev.levee.store.Store;
import dev.levee.store.Store.Condition;
import dev.levee.store.Store.Fetched;
import dev.levee.store.Store.Listed;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A store as the target of a plan. Files of one kind that follow each other are put, or deleted,
/// at once; before those of another kind come all of them are done.
final class StoreTarget implements Target {

  /// How many files can be asked for in about the time of one page of a list.
  private static final int FILES_A_PAGE = 32;

  private final Store store;
  private final Found found;
  private final Optional<Candidate> candidate;
  private final PublishPlan plan;
  private final Lease lease;
  private final Transfers transfers;
  private final Progress progress;
  private final int total;
  private final Map<OutputPath, Item> put = new HashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicLong bytesPut = new AtomicLong();
  private String stage = "";
  private byte @Nullable [] note;
  private Optional<Release> noted = Optional.empty();

  StoreTarget(
      Store store,
      Found found,
      Optional<Candidate> candidate,
      PublishPlan plan,
      Lease lease,
      Transfers transfers,
      Progress progress) {
    this.store = store;
    this.found = found;
    this.candidate = candidate;
    this.plan = plan;
    this.lease = lease;
    this.transfers = transfers;
    this.progress = progress;
    this.total = plan.plan().operations().size();
  }

  @Override
  public Manifest.Known put(Staged staged) throws IOException {
    OutputPath path = staged.path();
    Item item = item(path);
    enter("put", item.kind());
    put.put(path, item);
    transfers.add(file(path, item.kind()), item.size(), () -> put(path, item));
    return found.known(item);
  }

  private void put(OutputPath path, Item item) throws IOException {
    byte[] bytes = candidate.orElseThrow().source().bytes(path, item);
    if (!Digest.of(bytes).equals(item.digest())) {
      throw new IOException("'" + path + "' was changed while it was published; publish again");
    }
    store.put(path.value(), bytes, item.headers().values(), Condition.NONE);
    progress.at(done.incrementAndGet(), total, bytesPut.addAndGet(bytes.length));
  }

  private Item item(OutputPath path) {
    Item item = candidate.orElseThrow().items().get(path);
    if (item == null) {
      throw new IllegalArgumentException(path + " is not of the site");
    }
    return item;
  }

  @Override
  public void delete(OutputPath path) throws IOException {
    Kind kind = plan.plan().previous().get(path).orElseThrow().kind();
    enter("delete", kind);
    transfers.add(
        file(path, kind),
        0,
        () -> {
          store.delete(path.value());
          progress.at(done.incrementAndGet(), total, bytesPut.get());
        });
  }

  /// Compressed forms are put and deleted with their files, whatever is done with others meanwhile.
  private void enter(String what, Kind kind) throws IOException {
    if (kind != Kind.VARIANT) {
      enter(what + " " + kind);
    }
  }

  /// The path of a file, or of the one that a compressed form is of.
  private static String file(OutputPath path, Kind kind) {
    String value = path.value();
    return kind == Kind.VARIANT ? value.substring(0, value.lastIndexOf('.')) : value;
  }

  private void enter(String next) throws IOException {
    if (!next.equals(stage)) {
      transfers.run();
      stage = next;
    }
  }

  @Override
  public void remember(Manifest manifest) throws IOException {
    transfers.run();
    stage = "note";
    lease.check();
    SortedMap<OutputPath, Item> items = new TreeMap<>();
    SortedMap<OutputPath, InHand> inHand = new TreeMap<>();
    for (Map.Entry<OutputPath, Manifest.Entry> entry : manifest.entries().entrySet()) {
      if (entry.getValue() instanceof Manifest.Known known) {
        items.put(entry.getKey(), known(entry.getKey(), known));
      } else {
        inHand.put(entry.getKey(), new InHand(entry.getValue(), newAt(entry.getKey())));
      }
    }
    if (inHand.isEmpty() && !put.isEmpty()) {
      addTags(items);
    }
    Release wanted = plan.release();
    note(
        new Release(
            wanted.id(),
            wanted.made(),
            wanted.commit(),
            items,
            inHand,
            wanted.retired(),
            wanted.outdated()));
  }

  /// Notes that caches know of all changes.
  void cachesAreTold() throws IOException {
    note(noted.orElseThrow().withCachesTold());
  }

  /// What is put at a path where its bytes are not yet.
  private Optional<Item> newAt(OutputPath path) {
    return candidate
        .map(wanted -> wanted.items().get(path))
        .filter(item -> {
          boolean known = plan.plan().previous().known(path).isPresent();
          Optional<Item> there = plan.before().flatMap(before -> before.item(path));
          return known
              ? there.filter(old -> !old.digest().equals(item.digest())).isPresent()
              : !found.listing().containsKey(path.value());
        });
  }

  /// What is known of a file that is there, whether it was put now or earlier.
  private Item known(OutputPath path, Manifest.Known known) {
    @Nullable Item now = put.get(path);
    if (now != null) {
      return now;
    }
    Item item =
        plan.before()
            .orElseThrow()
            .item(path)
            .or(() -> plan.before().flatMap(before -> before.put(path)))
            .orElseThrow(() -> new IllegalStateException(path + " is known to nobody"));
    @Nullable Listed listed = found.listing().get(path.value());
    String tag = item.tag();
    if (tag.isEmpty() && listed != null && listed.size() == item.size()) {
      tag = listed.tag();
    }
    return new Item(known.kind(), item.digest(), item.size(), item.headers(), tag);
  }

  /// Whether it is sooner to ask for each file that was put than for a list of all.
  private boolean areFewPut() {
    LargeFolders folders = LargeFolders.of(found.listing().keySet());
    int pages = found.wide() ? folders.byFolder() : folders.all();
    return put.size() <= FILES_A_PAGE * pages;
  }

  /// Whether nothing tells that the store says other tags in a list than when it is asked for one
  /// file: as the next publish goes by its list, files would be in doubt then.
  private boolean areTagsThoseOfLists() {
    return found.isTagTheSame()
        && plan.plan().previous().entries().values().stream()
            .noneMatch(Manifest.Doubtful.class::isInstance);
  }

  private Map<String, Listed> stats() throws IOException {
    Map<String, Listed> stats = new ConcurrentHashMap<>();
    for (OutputPath path : put.keySet()) {
      String file = path.value();
      transfers.add(file, 0, () -> store.stat(file).ifPresent(said -> stats.put(file, said)));
    }
    transfers.run();
    return stats;
  }

  private void addTags(Map<OutputPath, Item> items) throws IOException {
    Map<String, Listed> listing =
        areFewPut() && areTagsThoseOfLists() ? stats() : found.listAgain(store);
    for (OutputPath path : put.keySet()) {
      Listed listed = listing.get(path.value());
      Item item = item(path);
      if (listed == null || listed.size() != item.size()) {
        throw new StoreException(
            "'" + path + "' is no longer as it was put: somebody else is changing " + store.name(),
            false,
            null);
      }
      items.computeIfPresent(path, (p, known) -> known.withTag(listed.tag()));
    }
  }

  /// The first note takes the place of the one that was found, each later one that of the one
  /// before, and none that of another.
  private void note(Release release) throws IOException {
    byte[] bytes = ReleaseFile.format(release, lease.stamp());
    try {
      store.put(Places.MANIFEST, bytes, Map.of(), asLeft());
    } catch (ConflictException e) {
      noteThatHas(bytes, e);
    }
    note = bytes;
    noted = Optional.of(release);
  }

  private Condition asLeft() throws IOException {
    if (note != null) {
      return Condition.tag(noteThatHas(note, null).tag());
    }
    return found.manifestTag().isEmpty() ? Condition.ABSENT : Condition.tag(found.manifestTag());
  }

  private Fetched noteThatHas(byte[] bytes, @Nullable Throwable cause) throws IOException {
    return store
        .get(Places.MANIFEST)
        .filter(there -> Arrays.equals(there.bytes(), bytes))
        .orElseThrow(() ->
            new StoreException(
                "somebody else has published to "
                    + store.name()
                    + " in the meantime; publish again",
                false,
                cause));
  }
}
