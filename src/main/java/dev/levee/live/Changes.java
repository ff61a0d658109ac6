package dev.levee.live;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What may have changed in the folder of a site.
///
/// @param everything whether it is not known what
public record Changes(Set<Path> paths, boolean everything) {

  /// Nothing is known, so everything is looked at.
  public static final Changes EVERYTHING = new Changes(Set.of(), true);

  public Changes {
    paths = Set.copyOf(paths);
  }

  /// These files and folders, and no others.
  public static Changes of(Collection<Path> paths) {
    return new Changes(Set.copyOf(paths), false);
  }

  /// Whether a file, or something in a folder, may be another.
  boolean touch(Path fileOrFolder) {
    return everything || paths.stream().anyMatch(path -> path.startsWith(fileOrFolder));
  }

  /// Those in a folder.
  List<Path> in(Path folder) {
    return paths.stream().filter(path -> path.startsWith(folder)).toList();
  }
}
