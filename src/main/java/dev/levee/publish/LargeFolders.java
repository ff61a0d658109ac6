package dev.levee.publish;

import dev.levee.output.OutputPath;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The folders of a site that are worth a list of their own, as stores list a thousand objects at a
/// time and say only with the last where the next are.
final class LargeFolders {

  /// How many objects a page of a list has.
  static final int PAGE = 1000;

  /// What is asked for first, and what is there besides the site.
  private static final int PAGES_MORE = 2;

  /// With more folders than these a list of all takes hardly longer.
  private static final int MOST = 24;

  private LargeFolders() {}

  /// The folders at the top of a site, each with a slash at its end; none where a list of all is as
  /// soon done.
  static Collection<String> of(Collection<OutputPath> site) {
    Map<String, Integer> sizes = new TreeMap<>();
    for (OutputPath path : site) {
      int slash = path.value().indexOf('/');
      sizes.merge(slash < 0 ? "" : path.value().substring(0, slash + 1), 1, Integer::sum);
    }
    int largest = sizes.isEmpty() ? 0 : Collections.max(sizes.values());
    boolean sooner = PAGES_MORE + pages(largest) < pages(site.size());
    sizes.remove("");
    return sooner && sizes.size() <= MOST ? List.copyOf(sizes.keySet()) : List.of();
  }

  private static int pages(int objects) {
    return 1 + objects / PAGE;
  }
}
