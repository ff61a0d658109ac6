package dev.levee.markdown;

import dev.levee.problem.Location;
import java.util.Optional;

/// Says what a page has for a destination that an author wrote.
@FunctionalInterface
public interface LinkResolver {

  /// What a destination belongs to.
  enum Kind {
    LINK,
    PICTURE
  }

  /// What the page has for a destination; empty when it may not lead there, so that the text of the
  /// link or what the picture shows stands alone. An address that would run a script is dropped in
  /// any case.
  Optional<ResolvedLink> resolve(String destination, Kind kind, Location at);

  /// Whether a browser would run what a destination leads to: `javascript:`, `vbscript:`, and
  /// `data:` other than pictures.
  static boolean runsScript(String destination) {
    return Addresses.runsScript(destination);
  }
}
