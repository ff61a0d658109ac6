package dev.levee.build;

import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.raster.Avifenc;
import java.io.IOException;
import java.util.Optional;

/// Looks for what writes AVIF, where the settings ask for that.
public final class AvifEncoder {

  private static final String INSTALL =
      "install " + Avifenc.NAME + " of libavif (Debian: libavif-bin), or say 'avif: false'";

  private AvifEncoder() {}

  /// The encoder, for settings that ask for AVIF; nothing where there is none.
  ///
  /// @param problems takes that there is none
  public static Optional<Avifenc> find(BuildOptions options, Problems problems) {
    String why = "there is no program '" + Avifenc.NAME + "' beside Levee's jar or on the PATH";
    try {
      Optional<Avifenc> found = Avifenc.find(options.path());
      if (found.isPresent()) {
        return found;
      }
    } catch (IOException e) {
      why = "the program '" + Avifenc.NAME + "' cannot be used: " + e.getMessage();
    }
    problems.add(
        ProblemCode.NO_AVIF,
        Location.of(LoadedSite.label(options)),
        "no pictures are made as AVIF: " + why,
        INSTALL);
    return Optional.empty();
  }
}
