package dev.levee.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the abbreviations that a document explains where they stand in its text as whole words.
final class Abbreviations {

  /// One found in a text.
  record Found(int start, int end, String meaning) {}

  private record Abbreviation(String text, String meaning) {}

  /// By the first letters and digits in a row, the longest first.
  private final Map<String, List<Abbreviation>> byFirstWord = new HashMap<>();

  Abbreviations(Map<String, String> meanings) {
    meanings.forEach((text, meaning) ->
        byFirstWord
            .computeIfAbsent(text.substring(0, wordEnd(text, 0)), w -> new ArrayList<>())
            .add(new Abbreviation(text, meaning)));
    byFirstWord.values().forEach(l -> l.sort(Comparator.comparingInt(a -> -a.text().length())));
  }

  boolean isEmpty() {
    return byFirstWord.isEmpty();
  }

  /// Those in a text, in their order.
  List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = wordEnd(text, i);
      int behind = end;
      for (Abbreviation known : byFirstWord.getOrDefault(text.substring(i, end), List.of())) {
        int last = i + known.text().length();
        if (text.startsWith(known.text(), i) && wordEnd(text, last - 1) <= last) {
          found.add(new Found(i, last, known.meaning()));
          behind = last;
          break;
        }
      }
      i = Math.max(behind, i + 1);
    }
    return found;
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
