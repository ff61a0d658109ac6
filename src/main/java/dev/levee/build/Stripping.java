package dev.levee.build;

import dev.levee.asset.Assets;
import dev.levee.picture.Pictures;
import dev.levee.problem.Location;
import dev.levee.problem.ProblemCode;
import dev.levee.problem.Problems;
import dev.levee.raster.Metadata;
import dev.levee.raster.RasterFormat;
import dev.levee.raster.UnusableException;
import dev.levee.source.Theme;
import java.util.Optional;

/// Nobody shall read from a published picture where it was taken.
public final class Stripping {

  private Stripping() {}

  /// A picture without what its file says beside it.
  ///
  /// @param problems takes why that cannot be taken out; there is nothing to be published then
  static Optional<byte[]> stripped(byte[] picture, Location at, Problems problems) {
    try {
      return Optional.of(Metadata.stripped(picture));
    } catch (UnusableException e) {
      refuse(at, e.why(), problems);
      return Optional.empty();
    }
  }

  /// An asset as it is published: a picture without what its file says beside it, any other as it
  /// is.
  ///
  /// @param path where it is published
  /// @param problems takes why a picture cannot be; there is nothing to be published then
  public static Optional<byte[]> asset(String path, byte[] bytes, Theme theme, Problems problems) {
    return RasterFormat.of(bytes).isPresent()
        ? stripped(bytes, Location.of(theme.label(Assets.nameOf(path))), problems)
        : Optional.of(bytes);
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
