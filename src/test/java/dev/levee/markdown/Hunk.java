package dev.levee.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lines in which two texts differ, between the lines before and after them, which are the same.
record Hunk(List<String> before, List<String> ours, List<String> theirs, List<String> after) {

  private static final int FARTHEST = 500;

  Hunk {
    before = List.copyOf(before);
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
    after = List.copyOf(after);
  }

  /// All differences, in order.
  static List<Hunk> between(List<String> ours, List<String> theirs) {
    List<Hunk> hunks = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < ours.size() || j < theirs.size()) {
      if (i < ours.size() && j < theirs.size() && ours.get(i).equals(theirs.get(j))) {
        i++;
        j++;
        continue;
      }
      int skip = skip(ours, i, theirs, j);
      int nextOurs = skip < 0 ? ours.size() : i + skip / FARTHEST;
      int nextTheirs = skip < 0 ? theirs.size() : j + skip % FARTHEST;
      hunks.add(
          new Hunk(
              ours.subList(Math.max(0, i - 1), i),
              ours.subList(i, nextOurs),
              theirs.subList(j, nextTheirs),
              ours.subList(nextOurs, Math.min(nextOurs + 1, ours.size()))));
      i = nextOurs;
      j = nextTheirs;
    }
    return hunks;
  }

  List<String> oursInPlace() {
    return inPlace(ours);
  }

  List<String> theirsInPlace() {
    return inPlace(theirs);
  }

  private List<String> inPlace(List<String> lines) {
    return Stream.of(before, lines, after).flatMap(List::stream).toList();
  }

  /// How many lines of ours and of theirs are before the next ones that are the same again, as one
  /// number; negative when there are none.
  private static int skip(List<String> ours, int i, List<String> theirs, int j) {
    for (int sum = 1; sum < FARTHEST; sum++) {
      int most = Math.min(sum, ours.size() - i);
      for (int own = Math.max(0, sum - (theirs.size() - j)); own <= most; own++) {
        if (meet(ours, i + own, theirs, j + sum - own)) {
          return own * FARTHEST + sum - own;
        }
      }
    }
    return -1;
  }

  /// A tag alone is found everywhere: three lines have to agree then, or all that are left.
  private static boolean meet(List<String> ours, int i, List<String> theirs, int j) {
    int most = Math.max(ours.size() - i, theirs.size() - j);
    int lines = i < ours.size() && ours.get(i).startsWith("<") ? 3 : 1;
    for (int n = 0; n < Math.min(lines, most); n++) {
      boolean over = i + n >= ours.size() || j + n >= theirs.size();
      if (over || !ours.get(i + n).equals(theirs.get(j + n))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return Stream.of(
            before.stream().map(line -> "          " + line),
            ours.stream().map(line -> "  ours:   " + line),
            theirs.stream().map(line -> "  theirs: " + line))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }
}
