package dev.levee.markdown;

import dev.levee.problem.Location;

/// Says what stands in the page for a destination that an author wrote.
@FunctionalInterface
public interface LinkResolver {

  /// What a destination belongs to.
  enum Kind {
    LINK,
    PICTURE
  }

  /// The address for the page. It is percent-encoded and escaped afterwards, and dropped when it
  /// would run a script.
  String resolve(String destination, Kind kind, Location at);
}
