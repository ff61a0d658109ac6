package dev.levee.page;

import dev.levee.trace.Pack;
import dev.levee.trace.Unpack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a page asks of those who serve it and of those who read it.
///
/// @param policySources what it takes from where, each a directive of the Content-Security-Policy
///   and a source
/// @param preloads the style sheets of the site that may be fetched before the page is there
/// @param styles the style sheets of the site that it needs to be shown, as files of the site
/// @param scripts its scripts that are files of the site
/// @param pictures its pictures that a telephone fetches at once, as files of the site
public record PageFacts(
    Set<String> policySources,
    Set<String> preloads,
    Set<String> styles,
    Set<String> scripts,
    Set<String> pictures) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PageFacts facts
        && policySources.equals(facts.policySources)
        && preloads.equals(facts.preloads)
        && styles.equals(facts.styles)
        && scripts.equals(facts.scripts)
        && pictures.equals(facts.pictures);
  }

  @Override
  public int hashCode() {
    return 31 * styles.hashCode() + pictures.hashCode();
  }

  /// What a page says.
  ///
  /// @param base the path of the site's URL, without a slash at its end
  /// @param address the address of the page, not percent-encoded
  public static PageFacts of(String html, String base, String address) {
    return new PageReader(html, base, address).read();
  }

  /// The style sheets that every page asks for; others would be fetched for nothing by some.
  public static Set<String> preloadsOfAll(Collection<PageFacts> pages) {
    Set<String> styles = new TreeSet<>();
    boolean first = true;
    for (PageFacts page : pages) {
      if (first) {
        styles.addAll(page.preloads);
        first = false;
      } else {
        styles.retainAll(page.preloads);
      }
    }
    return styles;
  }

  /// Packs this for a cache.
  public void pack(Pack pack) {
    for (Set<String> part : List.of(policySources, preloads, styles, scripts, pictures)) {
      pack.list(part, pack::text);
    }
  }

  /// Reads what [#pack] wrote.
  public static PageFacts unpack(Unpack in) {
    List<Set<String>> parts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      parts.add(new LinkedHashSet<>(in.list(in::text)));
    }
    return new PageFacts(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
  }
}
