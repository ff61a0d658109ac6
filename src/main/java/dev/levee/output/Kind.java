package dev.levee.output;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an output is to its readers, in the order in which outputs are put: whatever is pointed at
/// stands before what points at it. Deletes go the other way round.
public enum Kind {
  /// Style sheets, scripts, fonts and icons: every page needs them and they need no page.
  ASSET,
  /// Pictures in their sizes: needed by the pages that show them, and named by feeds.
  PICTURE,
  /// Anything else that a page offers as it is, such as a PDF or a sound file.
  FILE,
  /// An article or any other page that a list leads to, the page for errors included.
  PAGE,
  /// Pages that lead to others, such as sections, terms, authors and archives: after what they
  /// list.
  LIST,
  /// Feeds, sitemaps, `robots.txt` and `_redirects`: machines act on them at once, so every page
  /// they name is there; before the home page because that links to its feeds.
  FEED,
  /// The home page. It leads to all the rest, so a new site opens its door last.
  HOME,
  /// Another file in compressed form, which servers send in its place: `a.html.gz` for `a.html`. It
  /// comes right after that file and goes right before it, so that whatever form a reader takes, it
  /// says the same.
  VARIANT;

  private static final List<Kind> ALL = List.of(values());

  private final String word = name().toLowerCase(Locale.ROOT);

  /// The word that stands in manifests.
  public String word() {
    return word;
  }

  /// The kind that a manifest calls by a word.
  public static Optional<Kind> of(String word) {
    for (Kind kind : ALL) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
