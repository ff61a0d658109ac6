package dev.levee.build;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.raster.Metadata;
import dev.levee.raster.UnusableException;
import java.util.Optional;

/// Nobody shall read from a published picture where it was taken.
final class Stripping {

  private Stripping() {}

  /// A file without what it says beside its picture; as it is when it is no picture, whatever its
  /// name.
  ///
  /// @param problems takes why that cannot be taken out; there is nothing to be published then
  static Optional<byte[]> stripped(byte[] file, Location at, Problems problems) {
    try {
      return Optional.of(Metadata.stripped(file).orElse(file));
    } catch (UnusableException e) {
      problems.add(
          ProblemCode.BROKEN_PICTURE,
          at,
          "what this file says beside its picture cannot be taken out: it " + e.why(),
          "open it in a picture editor, and save it again as JPEG or PNG");
      return Optional.empty();
    }
  }
}
