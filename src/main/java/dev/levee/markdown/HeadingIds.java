package dev.levee.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Gives the headings of one page their ids by GitHub's rule, as `github-slugger` states it.
///
/// Letters, marks and digits of every script stay, as do hyphens and connecting punctuation; a
/// space becomes a hyphen and all else goes. An id that is taken gets the next free number. A
/// heading of which nothing is left is called `section`, since an empty id links nowhere. `main` is
/// taken by the page.
public final class HeadingIds {

  /// What links of the theme lead to on every page.
  private static final String MAIN = "main";

  private final Map<String, Integer> taken = new HashMap<>(Map.of(MAIN, 0));

  /// The id for a heading whose plain text is `text`.
  public String idFor(String text) {
    String slug = slug(text);
    return unique(slug.isEmpty() ? "section" : slug);
  }

  /// The id that an author chose, with a number when it is taken.
  public String chosen(String id) {
    return unique(id);
  }

  private String unique(String wanted) {
    String id = wanted;
    while (taken.containsKey(id)) {
      int next = taken.merge(wanted, 1, Integer::sum);
      id = wanted + "-" + next;
    }
    taken.put(id, 0);
    return id;
  }

  private static String slug(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder(lower.length());
    lower
        .codePoints()
        .filter(HeadingIds::kept)
        .forEach(c -> slug.appendCodePoint(c == ' ' ? '-' : c));
    return slug.toString();
  }

  private static boolean kept(int c) {
    return c == ' '
        || c == '-'
        || Character.isAlphabetic(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.CONNECTOR_PUNCTUATION ->
              true;
          default -> false;
        };
  }
}
