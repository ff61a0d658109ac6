package dev.levee.markdown;

import dev.levee.problem.Location;
import java.util.Optional;

/// Writes pictures of which there is more than one file.
@FunctionalInterface
public interface PictureRenderer {

  /// The HTML in place of an `img`; empty when that stands as always.
  Optional<String> html(Img img);

  /// A picture as it is written otherwise.
  ///
  /// @param src its address, percent-encoded
  /// @param attributes what else its `img` says, as HTML with a space before each
  /// @param width in pixels, as its author gave it; empty for none
  /// @param height likewise
  /// @param lazy whether it is loaded when a reader comes near it
  /// @param figure whether it stands alone, in a figure
  /// @param broad whether the author asks for more room than the text has
  record Img(
      String src,
      String attributes,
      String width,
      String height,
      boolean lazy,
      boolean figure,
      boolean broad,
      Location at) {}
}
