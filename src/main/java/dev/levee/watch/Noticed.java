package dev.levee.watch;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What has changed at about the same time.
final class Noticed {

  /// Where more files have changed than these, looking at all of them is as quick.
  private static final int MOST = 1_000;

  private final Set<Path> paths = new LinkedHashSet<>();
  private boolean everything;

  void add(Path path) {
    paths.add(path);
    if (paths.size() > MOST) {
      addEverything();
    }
  }

  void addEverything() {
    everything = true;
    paths.clear();
  }

  boolean isEmpty() {
    return paths.isEmpty() && !everything;
  }

  /// In the order in which they were noticed; none where everything may have changed.
  List<Path> paths() {
    return everything ? List.of() : List.copyOf(paths);
  }

  boolean everything() {
    return everything;
  }
}
