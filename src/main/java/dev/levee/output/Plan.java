package dev.levee.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The puts and deletes that turn what is there into the new site, in an order that may be cut
/// anywhere: a page that a reader can reach never points at a file that is not there.
///
/// @param previous what was there
/// @param unchanged what stays as it is
/// @param adding puts of files that no page that is there leads to: whatever they point at, nobody
///   gets to them before all of them are there
/// @param replacing puts of files that readers may be looking at; each points only at files that
///   were there or have been added
/// @param retiring deletes of what no page of the new site points at, pages before their pictures
public record Plan(
    Manifest previous,
    Manifest unchanged,
    List<Operation> adding,
    List<Operation> replacing,
    List<Operation> retiring) {

  private static final Comparator<Staged> PUT_ORDER =
      (a, b) -> inOrder(a.kind().compareTo(b.kind()), a.path(), b.path());
  private static final Comparator<Delete> DELETE_ORDER =
      (a, b) -> inOrder(b.kind().compareTo(a.kind()), a.path(), b.path());

  private static int inOrder(int byKind, OutputPath a, OutputPath b) {
    return byKind != 0 ? byKind : a.compareTo(b);
  }

  /// One step of a plan.
  public sealed interface Operation {
    OutputPath path();
  }

  /// Puts a staged file in its place.
  public record Put(Staged staged) implements Operation {
    @Override
    public OutputPath path() {
      return staged.path();
    }
  }

  /// Removes a file that is no longer made.
  public record Delete(OutputPath path, Kind kind) implements Operation {}

  public Plan {
    adding = List.copyOf(adding);
    replacing = List.copyOf(replacing);
    retiring = List.copyOf(retiring);
  }

  /// The plan that makes a destination hold what is staged.
  ///
  /// A file whose path becomes a folder, or the other way round, has to leave right before the new
  /// one comes. A new folder takes the place of a file before any page is replaced, since `/a`
  /// leads to `a/index.html` too; a new file takes the place of a folder after all pages are, for
  /// the same reason.
  public static Plan of(Manifest previous, Collection<Staged> staged) {
    Map<OutputPath, Staged> pending = new HashMap<>();
    staged.forEach(s -> pending.put(s.path(), s));
    SortedMap<OutputPath, Manifest.Entry> unchanged = new TreeMap<>(previous.entries());
    List<Staged> replaced = new ArrayList<>();
    NavigableMap<OutputPath, Delete> deletes = new TreeMap<>();
    for (Map.Entry<OutputPath, Manifest.Entry> e : previous.entries().entrySet()) {
      OutputPath path = e.getKey();
      Manifest.Entry before = e.getValue();
      Staged wanted = pending.get(path);
      if (wanted != null
          && before instanceof Manifest.Known known
          && known.digest().equals(wanted.digest())) {
        pending.remove(path);
        if (known.kind() != wanted.kind()) {
          unchanged.put(path, known.as(wanted.kind()));
        }
        continue;
      }
      unchanged.remove(path);
      if (wanted == null) {
        deletes.put(path, new Delete(path, before.kind()));
      } else if (!(before instanceof Manifest.Adrift)) {
        replaced.add(wanted);
        pending.remove(path);
      }
    }
    List<Staged> added = new ArrayList<>(pending.values());
    added.sort(PUT_ORDER);
    replaced.sort(PUT_ORDER);
    return inOrder(previous, new Manifest(unchanged), added, replaced, deletes);
  }

  private static Plan inOrder(
      Manifest previous,
      Manifest unchanged,
      List<Staged> added,
      List<Staged> replaced,
      NavigableMap<OutputPath, Delete> deletes) {
    Clashes clashes = Clashes.among(added, deletes);
    List<Operation> adding = new ArrayList<>();
    added.stream().filter(s -> !clashes.has(s.path())).map(Put::new).forEach(adding::add);
    List<Operation> replacing = new ArrayList<>(clashes.foldersForFiles());
    replaced.stream().map(Put::new).forEach(replacing::add);
    List<Operation> retiring = new ArrayList<>(clashes.filesForFolders());
    deletes.values().stream()
        .filter(d -> !clashes.has(d.path()))
        .sorted(DELETE_ORDER)
        .forEach(retiring::add);
    return new Plan(previous, unchanged, adding, replacing, retiring);
  }

  /// Every step, in order.
  public List<Operation> operations() {
    return Stream.of(adding, replacing, retiring).flatMap(List::stream).toList();
  }

  public List<Staged> puts() {
    return operations().stream()
        .filter(Put.class::isInstance)
        .map(o -> ((Put) o).staged())
        .toList();
  }

  /// Does it. The target is told before each of the three parts what that part may leave behind, so
  /// that the next plan knows after a stop which files are ours and which of them readers can
  /// reach.
  public Applied apply(Target target) throws IOException {
    SortedMap<OutputPath, Manifest.Entry> state = new TreeMap<>(previous.entries());
    state.putAll(unchanged.entries());
    perform(adding, Part.ADDING, state, target);
    perform(replacing, Part.REPLACING, state, target);
    perform(retiring, Part.RETIRING, state, target);
    target.remember(new Manifest(state));
    List<Staged> puts = puts();
    return new Applied(
        puts.size(),
        operations().size() - puts.size(),
        unchanged.entries().size(),
        puts.stream().mapToLong(Staged::size).sum());
  }

  private enum Part {
    ADDING,
    REPLACING,
    RETIRING
  }

  private static void perform(
      List<Operation> operations,
      Part part,
      SortedMap<OutputPath, Manifest.Entry> state,
      Target target)
      throws IOException {
    if (operations.isEmpty()) {
      return;
    }
    operations.forEach(o -> foretell(o, part, state));
    target.remember(new Manifest(state));
    for (Operation operation : operations) {
      if (operation instanceof Put put) {
        state.put(put.path(), target.put(put.staged()));
      } else {
        target.delete(operation.path());
        state.remove(operation.path());
      }
    }
  }

  private static void foretell(
      Operation operation, Part part, Map<OutputPath, Manifest.Entry> state) {
    if (operation instanceof Put(Staged s)) {
      state.put(
          s.path(),
          part == Part.ADDING ? new Manifest.Adrift(s.kind()) : new Manifest.Doubtful(s.kind()));
    } else if (operation instanceof Delete delete && part == Part.RETIRING) {
      state.put(delete.path(), new Manifest.Adrift(delete.kind()));
    }
  }
}
