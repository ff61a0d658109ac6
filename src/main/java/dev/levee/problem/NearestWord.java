package dev.levee.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that an author probably meant.
public final class NearestWord {

  private NearestWord() {}

  /// The candidate with the smallest optimal string alignment distance (insertions, deletions,
  /// substitutions and swaps of neighbours), upper and lower case being the same; empty when even
  /// the nearest differs in more than a third of its letters. Ties go to the first in order.
  public static Optional<String> to(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int limit = Math.max(1, Math.max(wanted.length(), candidate.length()) / 3);
      if (Math.abs(wanted.length() - candidate.length()) > limit) {
        continue;
      }
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
      if (distance <= limit && distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /// "did you mean 'x'?" for the nearest word, or the fallback when none is near.
  public static String hint(String word, Collection<String> candidates, String fallback) {
    return to(word, candidates).map(w -> "did you mean '" + w + "'?").orElse(fallback);
  }

  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int d = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d = Math.min(d, beforeLast[j - 2] + 1);
        }
        current[j] = d;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = current;
      current = spare;
    }
    return last[b.length()];
  }
}
