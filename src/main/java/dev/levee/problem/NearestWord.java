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
      int least = Math.min(limit, bestDistance - 1);
      if (Math.abs(wanted.length() - candidate.length()) > least) {
        continue;
      }
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT), least);
      if (distance <= least) {
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

  /// The distance of two words as far as it is not above a limit; above it, any number that is.
  /// Only what is within the limit of the diagonal can count, so nothing else is worked out.
  private static int distance(String a, String b, int limit) {
    int[] beforeLast = new int[b.length() + 2];
    int[] last = new int[b.length() + 2];
    int[] current = new int[b.length() + 2];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int from = Math.max(1, i - limit);
      int to = Math.min(b.length(), i + limit);
      current[from - 1] = from == 1 ? i : limit + 1;
      int least = current[from - 1];
      for (int j = from; j <= to; j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int d = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d = Math.min(d, beforeLast[j - 2] + 1);
        }
        current[j] = d;
        least = Math.min(least, d);
      }
      if (least > limit) {
        return least;
      }
      current[to + 1] = limit + 1;
      int[] spare = beforeLast;
      beforeLast = last;
      last = current;
      current = spare;
    }
    return last[b.length()];
  }
}
