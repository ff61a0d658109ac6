package dev.levee.publish;

import dev.levee.output.Digest;
import dev.levee.output.Kind;
import dev.levee.output.Manifest;
import dev.levee.output.OutputPath;
import dev.levee.publish.Release.InHand;
import dev.levee.publish.Release.Retired;
import dev.levee.store.Store;
import dev.levee.store.Store.Fetched;
import dev.levee.store.Store.Listed;
import dev.levee.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is found at a target before anything is changed there.
///
/// @param release what the last publish noted; nothing where there was none
/// @param manifestTag the tag of that note; empty where there was none
/// @param listing all objects by path, in the order of the list
/// @param wide whether what may be there has [LargeFolders]
/// @param headers which headers it keeps with files
record Found(
    Optional<Release> release,
    String manifestTag,
    Map<String, Listed> listing,
    boolean wide,
    Set<String> headers) {

  /// The note is fetched and read while the list of a large site takes its time.
  ///
  /// @param wide whether what may be there has [LargeFolders]
  static Found at(Store store, boolean wide) throws IOException {
    try (Beside<Note> manifest = Beside.of(() -> Note.at(store))) {
      Map<String, Listed> listing = listing(store, wide);
      Note note = manifest.answer();
      return new Found(note.release(), note.tag(), listing, wide, store.headers());
    }
  }

  /// What the last publish noted, and the tag of the note; nothing where there was none.
  private record Note(Optional<Release> release, String tag) {

    static Note at(Store store) throws IOException {
      Optional<Fetched> manifest = store.get(Places.MANIFEST);
      return manifest.isEmpty()
          ? new Note(Optional.empty(), "")
          : new Note(Optional.of(parsed(manifest.get(), store)), manifest.get().tag());
    }
  }

  private static Release parsed(Fetched manifest, Store store) throws DamagedNoteException {
    return parsed(
        manifest,
        "the manifest " + Places.MANIFEST,
        "; nothing was changed. Publish with that Levee, or delete the manifest and publish all"
            + " anew with --allow replace",
        store);
  }

  /// All objects by path, as they are now.
  Map<String, Listed> listAgain(Store store) throws IOException {
    return listing(store, wide);
  }

  private static Map<String, Listed> listing(Store store, boolean wide) throws IOException {
    Map<String, Listed> listing = new LinkedHashMap<>();
    for (Listed listed : store.list(wide)) {
      listing.put(listed.path(), listed);
    }
    return listing;
  }

  /// What is found now.
  Found again(Store store) throws IOException {
    return at(store, wide);
  }

  /// Whether all is known to be as it was found, for whoever has the target for themselves by now.
  /// Whoever puts or deletes a file has the lock, and changes the manifest before the first, as it
  /// never was before: so nobody did if there was no lock before the first file was looked at, and
  /// the manifest is the same.
  boolean isStillSo(Store store) throws IOException {
    if (!store.listsInOrder()) {
      return false;
    }
    Iterator<String> paths = listing.keySet().iterator();
    boolean manifestFirst = false;
    while (!manifestFirst && paths.hasNext()) {
      String path = paths.next();
      if (!path.startsWith(Places.OWN)) {
        return false;
      }
      manifestFirst = path.equals(Places.MANIFEST);
    }
    return manifestFirst
        && !listing.containsKey(Places.LOCK)
        && isTagTheSame()
        && store.stat(Places.MANIFEST).filter(now -> now.hasTag(manifestTag)).isPresent();
  }

  /// Whether the store says the same tag in a list as when it is asked for one object, unless
  /// somebody changed the manifest in between.
  boolean isTagTheSame() {
    @Nullable Listed manifest = listing.get(Places.MANIFEST);
    return manifest != null && manifest.hasTag(manifestTag);
  }

  /// How many bytes there are at a path; none where nothing is.
  long size(String path) {
    Listed listed = listing.get(path);
    return listed == null ? 0 : listed.size();
  }

  /// A release that was before, by its id.
  static Release earlier(String id, Store store) throws IOException {
    String path = Places.release(id);
    Optional<Fetched> note = store.get(path);
    if (note.isEmpty()) {
      throw new StoreException("there is no release '" + id + "' at " + store.name(), false, null);
    }
    return parsed(note.get(), "the note " + path, "; it can only be deleted", store);
  }

  private static Release parsed(Fetched note, String what, String remedy, Store store)
      throws DamagedNoteException {
    try {
      return ReleaseFile.parse(note.bytes());
    } catch (ReleaseFile.DamagedException e) {
      throw new DamagedNoteException(
          what + " of " + store.name() + " " + e.getMessage() + remedy, e);
    }
  }

  /// The ids of the releases that can be gone back to, the newest first.
  List<String> earlier() {
    List<String> ids = new ArrayList<>();
    for (String path : listing.keySet()) {
      if (Places.isRelease(path)) {
        ids.add(path.substring(Places.release("").length()));
      }
    }
    ids.sort(Comparator.reverseOrder());
    return Collections.unmodifiableList(ids);
  }

  /// The files that were noted, as far as they are there; what somebody else changed is in doubt.
  SortedMap<OutputPath, Manifest.Entry> present() {
    SortedMap<OutputPath, Manifest.Entry> present = new TreeMap<>();
    release.ifPresent(noted -> {
      noted.items().forEach((path, item) -> add(path, item, present));
      noted
          .inHand()
          .forEach((path, held) -> {
            if (listing.containsKey(path.value())) {
              present.put(path, held.entry());
            }
          });
    });
    return present;
  }

  /// Of the files that a stopped publish had in its hands those that it had put already, as the
  /// store's tags tell where they are sums of what it holds.
  SortedMap<OutputPath, Manifest.Entry> putAlready(Candidate candidate) throws IOException {
    SortedMap<OutputPath, Manifest.Entry> put = new TreeMap<>();
    for (Map.Entry<OutputPath, InHand> held :
        release.map(Release::inHand).orElse(Collections.emptySortedMap()).entrySet()) {
      OutputPath path = held.getKey();
      Listed listed = listing.get(path.value());
      Item item = candidate.items().get(path);
      if (listed != null
          && item != null
          && held.getValue().put().filter(i -> i.isSame(item, headers)).isPresent()
          && listed.size() == item.size()
          && Sums.isOf(listed.tag(), candidate.source().bytes(path, item))) {
        put.put(path, known(item));
      }
    }
    return put;
  }

  private void add(OutputPath path, Item item, Map<OutputPath, Manifest.Entry> present) {
    Listed listed = listing.get(path.value());
    if (listed != null) {
      present.put(path, isAsPut(item, listed) ? known(item) : new Manifest.Doubtful(item.kind()));
    }
  }

  /// What was noted of a file that is there, or, where nothing is known of it, what the store says.
  Item item(OutputPath path, Kind kind) {
    Item noted = release.map(r -> r.items().get(path)).orElse(null);
    if (noted != null) {
      return noted;
    }
    Listed listed = Objects.requireNonNull(listing.get(path.value()));
    return new Item(kind, Digest.of(new byte[0]), listed.size(), ItemHeaders.NONE, listed.tag());
  }

  /// The files that stay for readers of older pages and are there.
  SortedMap<OutputPath, Retired> retired() {
    SortedMap<OutputPath, Retired> retired = new TreeMap<>();
    release.ifPresent(noted -> {
      retired.putAll(noted.retired());
      retired.keySet().removeIf(path -> !listing.containsKey(path.value()));
    });
    return retired;
  }

  /// A retired file as planning sees it.
  Manifest.Entry entry(OutputPath path, Retired old) {
    Listed listed = listing.get(path.value());
    return listed != null && isAsPut(old.item(), listed)
        ? known(old.item())
        : new Manifest.Doubtful(old.item().kind());
  }

  /// One whose publish was stopped before the store was asked for its tag has none.
  private static boolean isAsPut(Item item, Listed listed) {
    return item.size() == listed.size() && (item.tag().isEmpty() || listed.hasTag(item.tag()));
  }

  Manifest.Known known(Item item) {
    return new Manifest.Known(item.kind(), identity(item), item.size(), 0);
  }

  /// What tells a file apart from another there.
  Digest identity(Item item) {
    return item.identity(headers);
  }
}
