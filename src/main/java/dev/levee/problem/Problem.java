package dev.levee.problem;

import java.util.Comparator;

/// One thing that is wrong with the site, said to the person who can mend it.
///
/// @param code what kind of problem it is; stable, so that settings and scripts can name it
/// @param severity how much it matters here, after the settings had their say
/// @param location where it is
/// @param message what is wrong and what was expected, in one sentence without a full stop
/// @param hint what to do, or the nearest right word; empty when the message says it all
public record Problem(
    ProblemCode code, Severity severity, Location location, String message, String hint)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::location)
          .thenComparing(Problem::code)
          .thenComparing(Problem::message)
          .thenComparing(Problem::hint);

  /// By file, line and column, so that a report reads like the files.
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
