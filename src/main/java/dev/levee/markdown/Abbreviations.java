package dev.levee.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Finds the abbreviations that a document explains where they stand in its text as whole words.
final class Abbreviations {

  /// One found in a text.
  record Found(int start, int end, String meaning) {}

  private final Map<String, String> meanings = new HashMap<>();

  /// How long those are that begin with some letters and digits in a row, the longest first.
  private final Map<String, NavigableSet<Integer>> lengths = new HashMap<>();

  Abbreviations(Map<String, String> meanings) {
    meanings.forEach((text, meaning) -> {
      add(text, meaning);
      add(text.replace('\'', '’'), meaning); // as punctuation may have become
    });
  }

  private void add(String text, String meaning) {
    meanings.put(text, meaning);
    lengths
        .computeIfAbsent(
            text.substring(0, wordEnd(text, 0)), w -> new TreeSet<>(Collections.reverseOrder()))
        .add(text.length());
  }

  boolean isEmpty() {
    return meanings.isEmpty();
  }

  /// Those in a text, in their order.
  List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int behind = wordEnd(text, i);
      NavigableSet<Integer> known = lengths.get(text.substring(i, behind));
      if (known != null) {
        for (int length : known) {
          int end = i + length;
          String meaning = isWordEnd(text, end) ? meanings.get(text.substring(i, end)) : null;
          if (meaning != null) {
            found.add(new Found(i, end, meaning));
            behind = end;
            break;
          }
        }
      }
      i = behind;
    }
    return found;
  }

  private static boolean isWordEnd(String text, int end) {
    return end == text.length()
        || (end < text.length() && !Character.isLetterOrDigit(text.charAt(end)));
  }

  /// The end of the letters and digits from an offset on, at least the next character.
  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
      i++;
    }
    return Math.min(text.length(), Math.max(i, start + 1));
  }
}
