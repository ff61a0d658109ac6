package dev.levee.publish;

import dev.levee.store.ListableFolders;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// Whether the folders of a site are worth a list each, as stores list a thousand objects at a time
/// and say only with the last where the next are.
///
/// @param all how many pages a list of all has, each of which waits for the one before
/// @param byFolder how many of those of lists by folder do, or that of all where that cannot be
record LargeFolders(int all, int byFolder) {

  private static final int PAGE = 1000;

  /// What is asked for before the folders of the site, besides what lies in none.
  private static final int PAGES_MORE = 1;

  static LargeFolders of(Collection<String> paths) {
    Map<String, Integer> sizes = new HashMap<>();
    for (String path : paths) {
      sizes.merge(path.substring(0, path.indexOf('/') + 1), 1, Integer::sum);
    }
    Integer top = sizes.remove("");
    int largest = sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    int all = pages(paths.size());
    int byFolder = PAGES_MORE + pages(top == null ? 0 : top) + pages(largest);
    return new LargeFolders(all, ListableFolders.are(sizes.keySet()) ? byFolder : all);
  }

  private static int pages(int objects) {
    return 1 + objects / PAGE;
  }

  /// Whether lists by folder are sooner done than one of all.
  boolean areWorthIt() {
    return byFolder < all;
  }
}
