package dev.levee.build;

import dev.levee.picture.Pictures;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.raster.Metadata;
import dev.levee.raster.UnusableException;
import java.util.Optional;

/// Nobody shall read from a published picture where it was taken.
public final class Stripping {

  private Stripping() {}

  /// A picture without what its file says beside it.
  ///
  /// @param problems takes why that cannot be taken out; there is nothing to be published then
  public static Optional<byte[]> stripped(byte[] picture, Location at, Problems problems) {
    try {
      return Optional.of(Metadata.stripped(picture));
    } catch (UnusableException e) {
      refuse(at, e.why(), problems);
      return Optional.empty();
    }
  }

  /// Says that a picture is not published.
  ///
  /// @param why in words that follow "it"
  static void refuse(Location at, String why, Problems problems) {
    problems.add(
        ProblemCode.BROKEN_PICTURE,
        at,
        "what this file says beside its picture cannot be taken out: it " + why,
        Pictures.SAVE_AGAIN);
  }
}
