package dev.levee.output;

import dev.levee.output.Plan.Delete;
import dev.levee.output.Plan.Operation;
import dev.levee.output.Plan.Put;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// New files that need the place of a leaving one: a folder where a file was, or the other way
/// round.
///
/// @param foldersForFiles each leaving file, followed by what the folder in its place holds
/// @param filesForFolders what each leaving folder held, followed by the file in its place
/// @param paths all that have a part in this
record Clashes(
    List<Operation> foldersForFiles, List<Operation> filesForFolders, Set<OutputPath> paths) {

  static Clashes among(List<Staged> added, NavigableMap<OutputPath, Delete> leaving) {
    if (leaving.isEmpty()) {
      return new Clashes(List.of(), List.of(), Set.of());
    }
    Map<Delete, List<Operation>> folders = new LinkedHashMap<>();
    List<Operation> files = new ArrayList<>();
    for (Staged s : added) {
      Delete file = fileAbove(s.path(), leaving);
      if (file != null) {
        folders.computeIfAbsent(file, f -> new ArrayList<>(List.of(f))).add(new Put(s));
        continue;
      }
      List<Delete> below = deletesBelow(s.path(), leaving);
      if (!below.isEmpty()) {
        files.addAll(below);
        files.add(new Put(s));
      }
    }
    List<Operation> swapped = folders.values().stream().flatMap(List::stream).toList();
    Set<OutputPath> paths = new HashSet<>();
    swapped.forEach(o -> paths.add(o.path()));
    files.forEach(o -> paths.add(o.path()));
    return new Clashes(swapped, List.copyOf(files), paths);
  }

  boolean has(OutputPath path) {
    return paths.contains(path);
  }

  private static @Nullable Delete fileAbove(
      OutputPath path, NavigableMap<OutputPath, Delete> leaving) {
    for (String folder = path.folder(); !folder.isEmpty(); ) {
      OutputPath above = OutputPath.of(folder);
      Delete file = leaving.get(above);
      if (file != null) {
        return file;
      }
      folder = above.folder();
    }
    return null;
  }

  private static List<Delete> deletesBelow(
      OutputPath path, NavigableMap<OutputPath, Delete> leaving) {
    List<Delete> below = new ArrayList<>();
    String prefix = path.value() + "/";
    for (Delete d : leaving.tailMap(path, false).values()) {
      if (d.path().value().startsWith(prefix)) {
        below.add(d);
      } else if (d.path().value().compareTo(prefix) > 0) {
        break;
      }
    }
    return below;
  }
}
