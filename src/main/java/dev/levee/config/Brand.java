package dev.levee.config;

import dev.levee.problem.Location;
import java.util.List;
import java.util.Optional;

/// How the built-in theme looks on one site.
///
/// @param mark a picture that stands before the name
/// @param logo a picture of the name, which takes its place
/// @param accent the colour of lines and labels
/// @param second the colour of what is under water, where the accent is not
/// @param front how the front page is laid out, one of [#FRONTS]
/// @param footer what the footer says of the site; empty for its description
public record Brand(
    Optional<Sign> mark,
    Optional<Sign> logo,
    Optional<Shades> accent,
    Optional<Shades> second,
    String front,
    String footer) {

  /// The layouts of the front page, the usual one first.
  public static final List<String> FRONTS = List.of("lead", "river", "sections");

  /// A picture of the site or an asset of the theme.
  ///
  /// @param path from the root of the site
  /// @param at where the settings name it
  public record Sign(String path, Location at) {}

  /// A colour as text may have it, each a `#` and six hexadecimal digits.
  ///
  /// @param light on the grounds of light pages
  /// @param dark on those of dark ones
  public record Shades(String light, String dark) {}
}
