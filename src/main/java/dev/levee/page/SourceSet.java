package dev.levee.page;

import java.util.ArrayList;
import java.util.List;

/// The candidates of a `srcset`, HTML section 4.8.4.2.1.
///
/// @param candidates in the order in which they are written
record SourceSet(List<Candidate> candidates) {

  /// A telephone is at least this wide, in pixels of CSS, and has two of its own for each.
  private static final int TELEPHONE = 360;

  private static final int DENSITY = 2;

  /// @param width how many pixels the candidate has across, so far as that can be told
  record Candidate(String url, double width) {}

  static SourceSet of(String written) {
    List<Candidate> candidates = new ArrayList<>();
    int i = 0;
    while (i < written.length()) {
      char c = written.charAt(i);
      if (c == ',' || Character.isWhitespace(c)) {
        i++;
        continue;
      }
      int end = i;
      while (end < written.length() && !Character.isWhitespace(written.charAt(end))) {
        end++;
      }
      String url = written.substring(i, end);
      int comma = url.endsWith(",") ? end : written.indexOf(',', end);
      comma = comma < 0 ? written.length() : comma;
      candidates.add(
          new Candidate(
              url.replaceFirst(",+$", ""),
              width(written.substring(end, Math.max(end, comma)).strip())));
      i = Math.max(end, comma);
    }
    return new SourceSet(candidates);
  }

  private static double width(String descriptor) {
    try {
      double number =
          descriptor.isEmpty()
              ? 1
              : Double.parseDouble(descriptor.substring(0, descriptor.length() - 1));
      return descriptor.endsWith("w") ? number : number * TELEPHONE;
    } catch (NumberFormatException e) {
      return TELEPHONE;
    }
  }

  List<String> all() {
    return candidates.stream().map(Candidate::url).toList();
  }

  /// What a telephone fetches: the smallest that is wide enough, else the widest; empty when there
  /// is none.
  String forTelephone() {
    Candidate best = null;
    for (Candidate candidate : candidates) {
      if (best == null || isBetter(candidate.width(), best.width())) {
        best = candidate;
      }
    }
    return best == null ? "" : best.url();
  }

  private static boolean isBetter(double width, double than) {
    double enough = TELEPHONE * DENSITY;
    return than < enough ? width > than : width >= enough && width < than;
  }
}
